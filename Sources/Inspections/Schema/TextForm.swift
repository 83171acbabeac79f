import Diagnostics
import HTML

/// Texts of a form of their own.
public enum TextForm: Sendable, Hashable {
  /// The language that the pages are in.
  case siteLanguage
  /// Where the site stands.
  case siteAddress
  /// Where a host is, without a page of it.
  case origin
  /// A time zone by its name.
  case timeZone
  /// A number to be dialled, with blanks, brackets and hyphens as printed.
  case telephone
  /// An e-mail address.
  case email
  /// The code of a currency.
  case currency
  /// The language of a text.
  case language
  /// A label as a document prints it.
  case label
  /// The key of a field that a site adds.
  case fieldName
  /// A value's name in templates.
  case paramName

  /// The form in a few words.
  var words: String {
    switch self {
    case .siteLanguage: "a language tag of English, like en or en-GB"
    case .siteAddress: "an address like https://example.org/register/, of host and folders alone"
    case .origin: "the address of a host alone, like https://pictures.example.org"
    case .timeZone: "the name of a time zone, like Europe/London or UTC"
    case .telephone: "a telephone number"
    case .email: "an e-mail address"
    case .currency: "the code of a currency, like USD"
    case .language: "a language tag, like cy or en-GB"
    case .label: "a label of letters, digits, dots and hyphens, like NC-02"
    case .fieldName: "a key of lower-case letters, digits and '_' that begins with a letter"
    case .paramName: "a name of letters, digits and '-' that begins with a letter"
    }
  }

  /// The form as a regular expression, as far as one can say it.
  var pattern: String {
    switch self {
    case .siteLanguage: "^[Ee][Nn](?:-[A-Za-z0-9]{2,8})*$"
    case .siteAddress:
      "^https?://[^/?#@\\u0000-\\u0020\"<>]+(?:/[^/?#\\u0000-\\u0020\"<>]+)*/?$"
    case .origin: "^https?://[A-Za-z0-9][A-Za-z0-9.:-]*$"
    case .timeZone: "^(?:UTC|[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)+)$"
    case .currency: "^[A-Z]{3}$"
    case .telephone: "^[ ()+-]*(?:[0-9][ ()+-]*){7,15}$"
    case .email:
      "^[^@\\u0000-\\u0020\"<>(),;:\\\\\\[\\]]+@(?!\\.)[^@\\u0000-\\u0020\"<>(),;:\\\\\\[\\]]+\\."
        + "[^@\\u0000-\\u0020\"<>(),;:\\\\\\[\\]]*[^@.\\u0000-\\u0020\"<>(),;:\\\\\\[\\]]$"
    case .language: "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$"
    case .label: "^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$"
    case .fieldName: "^[a-z][a-z0-9_]*$"
    case .paramName: "^[A-Za-z][A-Za-z0-9-]*$"
    }
  }

  /// Texts of this form.
  public var examples: [String] {
    switch self {
    case .siteLanguage: ["en", "en-GB"]
    case .siteAddress: ["https://example.org/register/"]
    case .origin: ["https://pictures.example.org"]
    case .timeZone: ["Europe/London", "UTC"]
    case .telephone: ["0114 496 0125"]
    case .email: ["office@example.org"]
    case .currency: ["USD", "GBP"]
    case .language: ["cy", "en-GB"]
    case .label: ["NC-02", "1.1"]
    case .fieldName: ["ward", "beds_in_use"]
    case .paramName: ["helpline", "service-manual"]
    }
  }

  /// What is wrong with a text that should have this form; nil where nothing is.
  func fault(in text: String) -> Fault? {
    switch self {
    case .siteLanguage: Self.languageFault(in: text)
    case .siteAddress: SiteAddress.fault(in: text).map { Fault(label: $0) }
    case .origin: Self.isOrigin(text) ? nil : Fault(label: "not the address of a host alone")
    case .timeZone:
      SiteTimeZone(text) != nil
        ? nil
        : Fault(label: "no such time zone", nearest: NearMiss.of(text, among: SiteTimeZone.names))
    case .telephone: Self.isTelephone(text) ? nil : Fault(label: "not a telephone number")
    case .currency: Self.isCurrency(text) ? nil : Fault(label: "not the code of a currency")
    case .email: Self.isEmail(text) ? nil : Fault(label: "not an e-mail address")
    case .language: LanguageTag(text) == nil ? Self.tagFault(in: text) : nil
    case .label: PrintedNumber.isLabel(text.utf8) ? nil : Fault(label: "not a label")
    case .fieldName: Self.keyFault(in: text, capitals: false, joint: "_")
    case .paramName: Self.keyFault(in: text, capitals: true, joint: "-")
    }
  }

  /// Whether it has the form of ISO 4217; which codes there are changes with the years.
  private static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Source: RFC 6454, section 6.2, for names and numbers of version 4.
  private static func isOrigin(_ text: String) -> Bool {
    guard SiteAddress.fault(in: text) == nil, let stroke = text.firstRange(of: "//") else {
      return false
    }
    return text[stroke.upperBound...].utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A: true
      default: false
      }
    }
  }

  private static func isTelephone(_ text: String) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    return (7...15).contains(digits)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || " ()+-".utf8.contains($0) }
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !"\"<>(),;:\\[]".unicodeScalars.contains($0)
    }
    return isPlain && parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
  }

  private static func tagFault(in text: String) -> Fault {
    let hyphened = text.replacing("_", with: "-")
    let isMeant = LanguageTag(hyphened) != nil
    return Fault(
      label: "not a language tag", nearest: isMeant ? hyphened : nil, isSure: isMeant)
  }

  private static func keyFault(in text: String, capitals: Bool, joint: Character) -> Fault? {
    func isLetter(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (capitals && (0x41...0x5A).contains(byte))
    }
    func isKey(_ text: String) -> Bool {
      text.utf8.first.map(isLetter) == true
        && text.utf8.allSatisfy {
          isLetter($0) || (0x30...0x39).contains($0) || $0 == joint.asciiValue
        }
    }
    guard !isKey(text) else { return nil }
    let joined = String(
      (capitals ? text : text.lowercased()).map { " -_".contains($0) ? joint : $0 })
    return Fault(label: "not a key", nearest: isKey(joined) ? joined : nil)
  }

  private static func languageFault(in text: String) -> Fault? {
    guard let tag = LanguageTag(text) else {
      let hyphened = text.replacing("_", with: "-")
      let isMeant = LanguageTag(hyphened)?.language == "en"
      let nearest = isMeant ? hyphened : text.lowercased() == "english" ? "en" : nil
      return Fault(label: "not a language tag", nearest: nearest, isSure: isMeant)
    }
    guard tag.language != "en" else { return nil }
    return Fault(
      label: "the pages do not speak it",
      help: "write a tag of English, for the words of the pages are English")
  }

  /// What is wrong with a text.
  struct Fault {
    /// A few words beside it.
    let label: String
    /// What was probably meant.
    var nearest: String?
    /// Whether nothing else can be meant.
    var isSure = false
    /// What to do, where nothing near is known.
    var help: String?
  }
}
