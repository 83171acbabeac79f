/// Ids for headings as GitHub makes them, so that links made in an editor work.
///
/// Source: github/html-pipeline, table of contents filter: lower case, everything but letters,
/// digits, `-`, `_` and spaces left out, spaces as `-`, repeats with `-1`, `-2` ….
struct Slugs {
  /// The ids that pages have of their own.
  let reserved: Set<String>
  /// Every id given so far.
  private(set) var taken: Set<String> = []
  private var nextSuffix: [String: Int] = [:]

  init(reserved: Set<String>) { self.reserved = reserved }

  /// Makes room for as many ids as a text of so many lines may have.
  mutating func reserve(forLines count: Int) { taken.reserveCapacity(count / 8) }

  /// A free id for a heading with this plain text.
  mutating func unique(for text: ArraySlice<UInt8>) -> String {
    var slug = Self.slug(text)
    if slug.isEmpty { slug = "section" }
    return unique(slug, isFree: !reserved.contains(slug) && !Self.isReserved(slug))
  }

  /// `id`, or `id` with the first suffix that makes it free.
  mutating func unique(_ id: String, isFree: Bool = true) -> String {
    if isFree, taken.insert(id).inserted { return id }
    var suffix = nextSuffix[id] ?? 1
    while reserved.contains("\(id)-\(suffix)") || !taken.insert("\(id)-\(suffix)").inserted {
      suffix += 1
    }
    nextSuffix[id] = suffix + 1
    return "\(id)-\(suffix)"
  }

  /// Keeps `id` if it is free, and says whether it was.
  mutating func claim(_ id: String) -> Bool { taken.insert(id).inserted }

  /// GitHub's slug of a text; empty where no letter or digit is in it.
  static func slug(_ text: ArraySlice<UInt8>) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        slug.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "\n"): slug.append(UInt8(ascii: "-"))
      case 0x80...: return unicodeSlug(text)
      default: break
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func unicodeSlug(_ text: ArraySlice<UInt8>) -> String {
    var slug = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
        .connectorPunctuation:
        slug += scalar.properties.lowercaseMapping
      default:
        if scalar == "-" { slug += "-" }
        if scalar == " " || scalar == "\n" { slug += "-" }
      }
    }
    return slug
  }

  /// The ids of numbered paragraphs, notes and tables are kept for these.
  private static func isReserved(_ slug: String) -> Bool {
    guard slug.utf8.last?.isDigit == true else { return false }
    return ["para-", "note-", "table-"].contains { prefix in
      slug.hasPrefix(prefix) && slug.dropFirst(prefix.count).utf8.allSatisfy(\.isDigit)
    }
  }
}
