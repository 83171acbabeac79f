public import Diagnostics
import FrontMatter

/// A file as messages may show it: the words of a report whose text is withheld and the body of one that
/// may not be published are covered, for a log may itself be published.
///
/// Complexity: O(n); asked only for files that messages show.
public func coveringWithheldText(_ source: SourceText) -> SourceText {
  guard mayWithhold(source.bytes) else { return source }
  let document = readDocument(source.bytes, file: source.file).value
  guard let frontMatter = document.frontMatter else { return source }
  let isWithheld = WithheldText.isAsked(by: frontMatter)
  guard isWithheld || WithheldText.restriction(of: frontMatter) != nil else { return source }
  var bytes = source.bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: "*") }
  let shown = isWithheld ? WithheldText.factRanges(of: frontMatter) : [0..<document.body.lowerBound]
  for range in shown {
    bytes.replaceSubrange(range, with: source.bytes[range])
  }
  return SourceText(file: source.file, bytes: bytes)
}

/// Whether a file has the words `withhold` or `restricted`, of which a part is enough here, or an
/// escape that may hide them: most have not, and need not be read as records.
private func mayWithhold(_ bytes: [UInt8]) -> Bool {
  let all = bytes.indices
  return bytes.firstPlace(of: UInt8(ascii: "\\"), in: all) != nil
    || bytes.firstPlace(of: UInt8(ascii: "h"), in: all) {
      $0 == UInt8(ascii: "t") && $1 == UInt8(ascii: "h")
    } != nil
    || bytes.firstPlace(of: UInt8(ascii: "c"), in: all) {
      $0 == UInt8(ascii: "i") && $1 == UInt8(ascii: "t")
    } != nil
}

/// What is left of a withdrawn report whose text is withheld: facts, and no words of the report.
///
/// The fields that stay are named, so a field that is new to the format is withheld until somebody
/// names it here. The rest is dropped before the record is made, and so reaches no page, feed, index
/// or data file, and no check quotes it.
enum WithheldText {
  /// The words in place of the text of what keeps its number or its date.
  static let words = "The text is withheld."

  /// Whether the author withholds the text of a report.
  static func isAsked(by frontMatter: Node) -> Bool {
    guard case .mapping(let pairs) = frontMatter.content,
      case .mapping(let withdrawal) = pairs.first(where: { $0.key == "withdrawal" })?.value.content
    else { return false }
    return withdrawal.text(of: "withhold") == "text"
  }

  /// Where a report says that it may not be published, so that its body is kept back; nil for others.
  ///
  /// Its fields are what the register records of it, and the body is taken for its text unless the
  /// author says that it is the part which may be read.
  static func restriction(of frontMatter: Node) -> Span? {
    guard case .mapping(let pairs) = frontMatter.content,
      let form = pairs.first(where: { $0.key == "form" }),
      case .scalar("restricted", _) = form.value.content
    else { return nil }
    if case .mapping(let said) = pairs.first(where: { $0.key == "restricted" })?.value.content,
      said.text(of: "part") == "true"
    {
      return nil
    }
    return form.value.span
  }

  /// The front matter without the report's words.
  static func facts(of frontMatter: Node) -> Node {
    guard case .mapping(let pairs) = frontMatter.content else { return frontMatter }
    let kept = pairs.compactMap { pair -> Node.Pair? in
      if facts.contains(pair.key) { return pair }
      guard let keys = entryFacts[pair.key] else { return nil }
      return Node.Pair(
        key: pair.key, keySpan: pair.keySpan, value: entries(of: pair.value, keeping: keys))
    }
    return Node(.mapping(kept), span: frontMatter.span)
  }

  /// The bytes of the fields that stay, keys included.
  static func factRanges(of frontMatter: Node) -> [Range<Int>] {
    guard case .mapping(let pairs) = frontMatter.content else { return [] }
    return pairs.flatMap { pair -> [Range<Int>] in
      if facts.contains(pair.key) { return [pair.range] }
      guard let keys = entryFacts[pair.key], case .sequence(let entries) = pair.value.content else {
        return []
      }
      return entries.flatMap { entry -> [Range<Int>] in
        guard case .mapping(let pairs) = entry.content else { return [] }
        return pairs.filter { keys.contains($0.key) && !wordings.contains($0.key) }.map(\.range)
      }
    }
  }

  private static func entries(of list: Node, keeping keys: Set<String>) -> Node {
    guard case .sequence(let entries) = list.content else { return list }
    let kept = entries.compactMap { entry -> Node? in
      guard case .mapping(let pairs) = entry.content else { return nil }
      // What is judged but is no aspect is named by words of the report.
      if pairs.contains(where: { $0.key == "subject" }) { return nil }
      let facts = pairs.filter { keys.contains($0.key) }.map { pair in
        wordings.contains(pair.key)
          ? Node.Pair(
            key: pair.key, keySpan: pair.keySpan,
            value: Node(.scalar(words, quoted: true), span: pair.value.span)) : pair
      }
      return Node(.mapping(facts), span: entry.span)
    }
    return Node(.sequence(kept), span: list.span)
  }

  private static let facts: Set<String> = [
    "title", "kind", "form", "publisher", "publishers", "framework", "area", "areas", "reference",
    "fieldwork", "dated", "published", "status", "release", "withdrawal", "licence", "aliases",
    "restricted", "language", "translation_of", "follows", "overall", "overall_progress",
    "progress_counts",
    "not_assessed",
  ]

  private static let entryFacts: [String: Set<String>] = [
    "judgements": [
      "id", "aspect", "aspects", "area", "grade", "framework", "carried_from", "score",
    ],
    "recommendations": ["id", "text", "aspect", "aspects", "from", "due", "to", "priority"],
    "progress": ["recommendation", "judgement", "to", "date"],
    "closes": ["recommendation", "as", "to"],
    "changes": ["date", "note"],
  ]

  /// Fields of entries that must be there and are words.
  private static let wordings: Set<String> = ["text", "note"]
}

extension Node.Pair {
  /// The bytes from the key to the end of the value.
  fileprivate var range: Range<Int> {
    keySpan.range.lowerBound..<max(keySpan.range.upperBound, value.span.range.upperBound)
  }
}
