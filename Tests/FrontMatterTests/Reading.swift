import Diagnostics
import FrontMatter
import Testing

/// Reads `text` as a Markdown file.
func read(_ text: String) -> Diagnosed<ContentDocument> {
  read(Array(text.utf8))
}

func read(_ bytes: [UInt8]) -> Diagnosed<ContentDocument> {
  readDocument(bytes, file: SourceFile(path: "report.md"))
}

/// Reads `fields` as the front matter of a Markdown file that is otherwise in order.
func readFields(_ fields: String) -> Diagnosed<ContentDocument> {
  read("---\n\(fields)\n---\nText.\n")
}

/// A node as one line of text: quoted scalars in quotes, lists in brackets, mappings in braces.
func sketch(_ node: Node?) -> String {
  guard let node else { return "none" }
  switch node.content {
  case .scalar(let text, let quoted):
    return quoted ? "\"\(text.replacing("\n", with: "\\n"))\"" : text
  case .sequence(let items):
    return "[" + items.map { sketch($0) }.joined(separator: ", ") + "]"
  case .mapping(let pairs):
    return "{" + pairs.map { "\($0.key): \(sketch($0.value))" }.joined(separator: ", ") + "}"
  }
}

/// A text in which places are marked: `«…»` where a diagnostic points, `‹…›` where it explains.
struct MarkedSource {
  let bytes: [UInt8]
  private(set) var primary: [Range<Int>] = []
  private(set) var secondary: [Range<Int>] = []

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«", "‹": open.append(bytes.count)
      case "»": primary.append((open.popLast() ?? 0)..<bytes.count)
      case "›": secondary.append((open.popLast() ?? 0)..<bytes.count)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    self.bytes = bytes
    primary.sort { $0.lowerBound < $1.lowerBound }
  }
}

/// Expects that reading the marked text says `messages` at the marked places, in their order.
@discardableResult
func expect(
  _ marked: String, says messages: [String], location: SourceLocation = #_sourceLocation
) -> Diagnosed<ContentDocument> {
  let source = MarkedSource(marked)
  let result = read(source.bytes)
  let found = result.diagnostics.sorted()
  #expect(found.map(\.message) == messages, sourceLocation: location)
  #expect(found.map(\.primary.span.range) == source.primary, sourceLocation: location)
  #expect(
    found.flatMap(\.secondary).map(\.span.range) == source.secondary, sourceLocation: location)
  return result
}
