import CommonMark
import Diagnostics

/// Cross-references whose words name another place than the one they lead to; a part of
/// ``UnknownParagraph``.
enum MisnamedPlaces {
  static func diagnostics(of report: Report) -> [Diagnostic] {
    let body = report.header.body
    return body.references.compactMap { misnamedPlace($0, body.headings) }
      + body.anchorLinks.compactMap { misnamedPlace($0, body.headings) }
  }

  private static func misnamedPlace(_ link: Reference, _ headings: [Heading]) -> Diagnostic? {
    guard link.kind == .link else { return nil }
    switch link.scheme {
    case "para":
      // Most links name what they lead to, and few end in another number.
      let target = link.target.split(separator: "#").last ?? ""
      guard !link.text.hasSuffix(target), let number = PrintedNumber(target),
        let named = namedNumber(in: link.text), named != number
      else { return nil }
      return .misnamedPlace(link, leadsTo: "paragraph \(number)")
    case "": return misnamedHeading(link, headings)
    default: return nil
    }
  }

  /// The number in `48`, `¶2.14`, `paragraph A3` or `item 4`; nil for any other text, such as one that
  /// ends with a year.
  private static func namedNumber(in text: String) -> PrintedNumber? {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let last = parts.last,
      parts.count == 1 || parts.count == 2 && nouns.contains(parts[0].lowercased())
    else { return nil }
    let name = last.drop { !$0.isASCII || $0.isPunctuation }
    return name.contains(where: \.isNumber) ? PrintedNumber(name) : nil
  }

  private static let nouns: Set<String> = [
    "paragraph", "paragraphs", "para", "paras", "item", "items", "and", "to",
  ]

  /// A link like `[Annex 1](#what-people-said)`, where another heading is Annex 1.
  private static func misnamedHeading(_ link: Reference, _ headings: [Heading]) -> Diagnostic? {
    let words = words(of: link.text).map(\.text)
    guard words.count == 2, divisions.contains(words[0]) else { return nil }
    guard let target = headings.first(where: { $0.id == link.target.dropFirst() }),
      !isLabelled(target, words), headings.contains(where: { isLabelled($0, words) })
    else { return nil }
    return .misnamedPlace(link, leadsTo: "the heading '\(target.text)'")
  }

  private static func isLabelled(_ heading: Heading, _ label: [String]) -> Bool {
    words(of: heading.text).prefix(2).map(\.text) == label
  }

  private static let divisions: Set<String> = [
    "annex", "appendix", "chapter", "part", "schedule", "section",
  ]
}

extension Diagnostic {
  fileprivate static func misnamedPlace(_ link: Reference, leadsTo place: String) -> Diagnostic {
    Diagnostic(
      UnknownParagraph.check, level: .notice, "'\(link.text)' leads to \(place)",
      at: Label(link.span, "another place than the words name"),
      help: "make words and target agree, or leave both and waive the check",
      subject: link.paragraph.map(Subject.paragraph))
  }
}
