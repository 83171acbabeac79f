import TestSupport
import Foundation

/// A change to the shipped register that makes one mistake, written as prose that can be carried out.
///
/// A paragraph "In `file`, replace" is followed by two fences with "with" between them; a paragraph
/// "Add `file`:" by one; "Remove `file`." stands alone. The text to replace occurs once in the file.
/// A replacement whose fence says `latin1` is written in that encoding.
struct Mistake {
  enum Step {
    case replace(path: String, text: String, replacement: Data)
    case add(path: String, text: String)
    case remove(path: String)
  }

  let steps: [Step]

  init(_ document: String) throws {
    var lines = document.components(separatedBy: "\n")[...]
    var steps: [Step] = []
    while let line = lines.popFirst() {
      if let path = Self.path(in: line, after: "In `", before: "`, replace") {
        let text = try Self.fence(&lines, in: path)
        let replacement = try Self.fence(&lines, in: path)
        let encoding = replacement.info == "latin1" ? String.Encoding.isoLatin1 : .utf8
        guard let data = replacement.text.data(using: encoding) else {
          throw Unreadable(path: path)
        }
        steps.append(.replace(path: path, text: text.text, replacement: data))
      } else if let path = Self.path(in: line, after: "Add `", before: "`:") {
        steps.append(.add(path: path, text: try Self.fence(&lines, in: path).text + "\n"))
      } else if let path = Self.path(in: line, after: "Remove `", before: "`.") {
        steps.append(.remove(path: path))
      }
    }
    guard !steps.isEmpty else { throw Unreadable(path: "a mistake without a step") }
    self.steps = steps
  }

  /// Makes the mistake.
  func apply(to project: Project) throws {
    let folder = project.folder
    for step in steps {
      switch step {
      case .add(let path, let text): try folder.write(path, text)
      case .remove(let path): try folder.remove(path)
      case .replace(let path, let text, let replacement):
        var data = Data(folder.bytes(path) ?? [])
        let wanted = Data(text.utf8)
        guard let range = data.range(of: wanted),
          data.range(of: wanted, in: range.upperBound..<data.endIndex) == nil
        else { throw NotOnce(path: path, text: text) }
        data.replaceSubrange(range, with: replacement)
        try folder.write(path, data)
      }
    }
  }

  /// A document that says what to do in no way that is known.
  struct Unreadable: Error {
    let path: String
  }

  private static func path(in line: String, after start: String, before end: String) -> String? {
    guard line.hasPrefix(start), line.hasSuffix(end) else { return nil }
    return String(line.dropFirst(start.count).dropLast(end.count))
  }

  private static func fence(
    _ lines: inout ArraySlice<String>, in path: String
  ) throws -> (info: String, text: String) {
    while let line = lines.popFirst() {
      let mark = line.prefix { $0 == "`" }
      guard mark.count >= 3 else { continue }
      guard let end = lines.firstIndex(of: String(mark)) else { throw Unreadable(path: path) }
      defer { lines = lines[(end + 1)...] }
      return (String(line.dropFirst(mark.count)), lines[..<end].joined(separator: "\n"))
    }
    throw Unreadable(path: path)
  }
}
