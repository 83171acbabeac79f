import Diagnostics
import FrontMatter

/// Reads `text` as a Markdown file.
func read(_ text: String) -> Diagnosed<ContentDocument> {
  readDocument(Array(text.utf8), file: SourceFile(path: "report.md"))
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
