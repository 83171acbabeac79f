import CommonMark

/// How an office is reached; what is an office's is nobody's personal data in any record.
public struct Contact: Sendable {
  /// Which office.
  public let title: InlineText?
  /// Where letters go, on one line.
  public let postalAddress: String?
  /// Its telephone numbers.
  public let telephones: [String]
  /// Its e-mail addresses.
  public let emails: [String]

  static let schema = RecordSchema(
    "contact", "How an office is reached.", Contact.init(_:))

  init?(_ fields: inout Decoding) {
    title = fields.optional("title", Values.inline, "Which office.")?.value
    postalAddress =
      fields.optional(
        "postal_address", Values.text, "Where letters go, on one line, with its postcode.")?.value
    telephones = fields.value(
      "telephone", Values.formed(.telephone).oneOrMany, default: [],
      "Its telephone number, or several.")
    emails = fields.value(
      "email", Values.formed(.email).oneOrMany, default: [], "Its e-mail address, or several.")
  }
}

extension Decoding {
  /// Reads how the offices of an organisation or an area are reached.
  mutating func contacts() -> [Contact] {
    list(
      "contacts", of: Values.record(Contact.schema),
      "How its offices are reached. They are shown, and no record is accused of them as personal data."
    )
  }
}
