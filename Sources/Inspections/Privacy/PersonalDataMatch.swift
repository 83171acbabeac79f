/// A stretch of text that looks like personal data of a child or a service user.
public struct PersonalDataMatch: Sendable, Hashable {
  /// What personal data looks like.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case dateOfBirth = "date of birth"
    case streetAddress = "street address"
    case postcode
    case telephone = "telephone number"
    case email = "e-mail address"
    case nhsNumber = "NHS number"
    case caseNumber = "court case number"
    case age = "name or initial beside an age"
    case health = "name or initial beside a health word"
  }

  /// What it looks like.
  public let kind: Kind
  /// The UTF-8 bytes, counted from the start of the text that was looked at.
  public let range: Range<Int>
}

/// Finds what looks like personal data, in the order in which it stands.
///
/// The text may be plain or Markdown: the destinations of links are passed over, and so is an
/// e-mail address that is the text of a `mailto:` link. Detection is conservative: it prefers to
/// miss something over crying wolf, and it knows British formats only.
///
/// Complexity: O(n); one pass over the bytes, with short looks around digits, capitals and `@`.
public func personalData(in text: String) -> [PersonalDataMatch] {
  let bytes = Array(text.utf8)
  return personalData(in: bytes, range: bytes.indices)
}

/// Finds what looks like personal data in some bytes of a file; ranges count from the file's start.
func personalData(in bytes: [UInt8], range: Range<Int>) -> [PersonalDataMatch] {
  var scanner = PersonalDataScanner(bytes, range)
  scanner.scan()
  return scanner.matches
}
