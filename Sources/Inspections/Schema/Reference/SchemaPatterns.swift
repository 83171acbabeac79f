import Diagnostics

/// Regular expressions for the scalars of the content format, in the dialect that JSON Schema asks for.
///
/// The decoder does not use them; they are what editors check with.
enum SchemaPatterns {
  /// A date at the precision known.
  ///
  /// That a year has 53 weeks is beyond it.
  static let date = "^\(dateBody)$"
  /// A date, or two with a stroke between them.
  ///
  /// Their order is beyond it.
  static let interval = "^\(dateBody)(?:/\(dateBody))?$"
  /// `immediately`, `within` a length of time, or a date.
  static let due = "^(?:immediately|within \(number) (?:day|week|month|year)s?|\(dateBody))$"
  /// A length of time.
  static let duration = "^\(number) (?:day|week|month|year)s?$"
  /// An instant in UTC.
  static let instant =
    "^\(day)T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
  /// An absolute address.
  static let address = "^https?://[^/\\u0000-\\u0020\"<>][^\\u0000-\\u0020\"<>]*$"
  /// A name without control characters.
  static let name = "^(?=.*\(seen))[^\\u0000-\\u001f]+$"
  /// A text of which something is seen; that of `&nbsp;` nothing is, is beyond it.
  static let text = seen
  /// A whole number of at most nine digits.
  static let count = "^[0-9]{1,9}$"
  /// The same from 1.
  static let positive = "^(?=[0-9]{1,9}$)0*[1-9][0-9]*$"
  /// Letters, digits, dots and hyphens; of digits alone at most nine that are not all zero.
  static let printedNumber =
    "^(?=.{1,\(Limits.printedNumberBytes)}$)(?!0*$)(?![0-9]{10,}$)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$"
  /// An amount of money.
  static let money = "^[0-9]{1,12}(?:\\.[0-9]{1,3})?$"
  /// A number in decimal digits.
  static let decimal = "^-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)$"

  /// A character that is neither a space nor without width.
  private static let seen =
    "[^\\s\\u2800"
    + Unicode.Scalar.unseen.map { range in
      "\(escaped(range.lowerBound))-\(escaped(range.upperBound))"
    }.joined() + "]"

  /// A character as a pattern names it.
  private static func escaped(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static let number =
    "(?:[0-9]{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
  private static let year = "(?!0000)[0-9]{4}"
  private static let leapDay =
    "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?!0000)(?:[02468][048]|[13579][26])00)-02-29"
  private static let ordinaryDay =
    "\(year)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    + "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
  private static let day = "(?:\(leapDay)|\(ordinaryDay))"
  private static let dateBody =
    "(?:\(day)|\(year)(?:-(?:0[1-9]|1[0-2]|W(?:0[1-9]|[1-4][0-9]|5[0-3])))?)"
}
