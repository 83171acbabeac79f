import Diagnostics

/// A field that a site adds to the records of a collection, as `fields:` of `site.yml` declares it.
///
/// A class, for every fact of such a field holds it; it never changes.
public final class ExtraField: Sendable {
  /// What kind of value it takes.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, number, date, flag, address, reference
  }

  /// Its key in front matter.
  public let name: Located<String>
  /// What kind of value it takes.
  public let kind: Kind
  /// Whether it takes a list of such values.
  public let isList: Bool
  /// The collection that a reference leads to; nil for other kinds.
  public let target: Collection?
  /// What readers see it called.
  public let title: String
  /// What it says of a record, for those who write, reuse or style it.
  public let meaning: String

  static let schema = RecordSchema(
    "extra field", "A field that the site adds to the records of a collection.",
    ExtraField.init(_:))

  init?(_ fields: inout Decoding) {
    let name = fields.required(
      "name", Values.formed(.fieldName), "Its key in front matter, like `ward` or `beds_in_use`.")
    let kind = fields.required(
      "type", Values.choice(Kind.self),
      "What it takes: `text` with inline Markdown, a `number`, a `date` at the precision known, a "
        + "`flag` of `true` or `false`, the `address` of a page, or a `reference` to a record; a date "
        + "and a reference may be `unknown`.")
    isList = fields.value(
      "list", Values.flag, default: false,
      "Whether it takes a list of such values; `false` when absent.")
    let target = fields.required(
      "to", Values.choice(Collection.self), if: kind?.value == .reference,
      when: "when `type` is `reference`", "The collection that a reference leads to.")
    let title = fields.required("title", Values.text, "What readers see it called.")
    let meaning = fields.required(
      "meaning", Values.text, "What it says of a record, for those who write or reuse it.")
    guard let name, let kind, let title, let meaning, kind.value != .reference || target != nil
    else { return nil }
    self.name = name
    self.kind = kind.value
    self.target = kind.value == .reference ? target?.value : nil
    self.title = title.value
    self.meaning = meaning.value
  }
}

/// The value of an extra field in one record.
public enum ExtraValue: Sendable {
  /// Text with inline Markdown.
  case text(InlineText)
  /// A number, in the digits in which it was typed.
  case number(String)
  /// A date at the precision known.
  case date(PartialDate)
  /// Yes or no.
  case flag(Bool)
  /// An absolute address.
  case address(String)
  /// A record of the register.
  case reference(RecordKey)
  /// A date or a record that nobody knows.
  case unknown
}

/// What one record says in an extra field.
public struct ExtraFact: Sendable {
  /// The field.
  public let field: ExtraField
  /// Its values in the author's order; one where it takes no list.
  public let values: [ExtraValue]
}

/// The extra fields of a site by collection, each in the order of `site.yml`.
public struct ExtraFields: Sendable {
  /// None.
  public static let none = ExtraFields()

  /// The fields of each collection that has some.
  private let fields: [Collection: [ExtraField]]
  /// The shapes of records, their extra fields included.
  private let descriptions: [Collection: RecordDescription]

  /// Whether no collection has any.
  public var isEmpty: Bool { fields.isEmpty }

  private init() {
    fields = [:]
    descriptions = [:]
  }

  static let schema = RecordSchema(
    "fields of a site", "Fields that the site adds to its records, by collection.",
    ExtraFields.init(_:))

  init(_ decoding: inout Decoding) {
    var fields: [Collection: [ExtraField]] = [:]
    var descriptions: [Collection: RecordDescription] = [:]
    for collection in Collection.allCases {
      let declared = decoding.list(
        collection.rawValue, of: .extraField(of: collection),
        "Extra fields of each \(collection.singular).")
      let distinct = decoding.distinct(declared, of: collection)
      guard !distinct.isEmpty else { continue }
      fields[collection] = distinct
      descriptions[collection] = SchemaSubject.collection(collection).record.adding(distinct)
    }
    self.fields = fields
    self.descriptions = descriptions
  }

  /// The fields of a collection, in the order of `site.yml`.
  public subscript(collection: Collection) -> [ExtraField] { fields[collection] ?? [] }

  /// The shape of a collection's records, its extra fields included; nil where it has none.
  public func description(ofExtended collection: Collection) -> RecordDescription? {
    descriptions[collection]
  }
}

extension ValueType<ExtraField> {
  /// An extra field with a key that the format does not use itself.
  fileprivate static func extraField(of collection: Collection) -> ValueType<ExtraField> {
    let declaration = Values.record(ExtraField.schema)
    return ValueType<ExtraField>(description: declaration.description) { node, decoding in
      guard let field = declaration.decode(node, &decoding) else { return nil }
      guard SchemaSubject.collection(collection).record.hasField(field.name.value) else {
        return field
      }
      decoding.diagnostics.append(
        .takenField(field.name, label: "a field of every \(collection.singular)"))
      return nil
    }
  }
}

extension Decoding {
  /// The fields with keys of their own, as many as a collection may have.
  fileprivate mutating func distinct(
    _ fields: [ExtraField], of collection: Collection
  ) -> [ExtraField] {
    var names: Set<String> = []
    var distinct: [ExtraField] = []
    for field in fields {
      guard names.insert(field.name.value).inserted else {
        diagnostics.append(.takenField(field.name, label: "declared before"))
        continue
      }
      guard distinct.count < Limits.extraFields else {
        diagnostics.append(.tooManyExtraFields(of: collection, at: field.name.span))
        break
      }
      distinct.append(field)
    }
    return distinct
  }
}

extension RecordDescription {
  fileprivate func adding(_ extras: [ExtraField]) -> RecordDescription {
    RecordDescription(
      name: name, documentation: documentation,
      fields: fields
        + extras.map {
          FieldDescription(
            key: $0.name.value, type: $0.valueType.description, requirement: .optional,
            documentation: $0.meaning)
        })
  }
}

extension Diagnostic {
  fileprivate static func takenField(_ name: Located<String>, label: String) -> Diagnostic {
    Diagnostic(
      ExtraFieldKey.check, "'\(name.value)' is a field already", at: Label(name.span, label),
      help: "give the extra field another name")
  }

  fileprivate static func tooManyExtraFields(of collection: Collection, at span: Span) -> Diagnostic
  {
    Diagnostic(
      .fileLimits, "\(collection.rawValue) have more than \(Limits.extraFields) extra fields",
      at: Label(span, "this one and those behind it are left alone"),
      help: "take out those that nobody reads")
  }
}
