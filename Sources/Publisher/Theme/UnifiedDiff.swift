/// The lines in which two versions of a text differ, in the form that `diff -u` prints.
///
/// Source: GNU diffutils manual, section 2.2.2, unified format.
struct UnifiedDiff {
  /// How many lines stand around a change.
  private static let context = 3

  /// A line of one version or of both.
  private enum Line {
    case kept(Substring)
    case removed(Substring)
    case added(Substring)
  }

  /// The whole text; empty where the versions are the same.
  let text: String

  /// Compares two versions under the names that their heads shall have.
  ///
  /// Complexity: O(n × d) for n lines of which d differ.
  init(_ old: [UInt8], _ oldName: String, _ new: [UInt8], _ newName: String) {
    guard old != new else {
      text = ""
      return
    }
    guard let oldText = String(validating: old, as: UTF8.self),
      let newText = String(validating: new, as: UTF8.self), !old.contains(0), !new.contains(0)
    else {
      text = "Binary files \(oldName) and \(newName) differ\n"
      return
    }
    let lines = Self.lines(Self.split(oldText), Self.split(newText))
    let hunks = Self.hunks(of: lines).map { Self.hunk($0, of: lines) }
    text = "--- \(oldName)\n+++ \(newName)\n" + hunks.joined()
  }

  /// The lines, each with its ending, so that one that ends the file without an ending differs.
  private static func split(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: \.isNewline) {
      let next = rest.index(after: end)
      lines.append(rest[..<next])
      rest = rest[next...]
    }
    if !rest.isEmpty { lines.append(rest) }
    return lines
  }

  private static func lines(_ old: [Substring], _ new: [Substring]) -> [Line] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(.removed(old[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(new[right]))
        right += 1
      } else {
        lines.append(.kept(old[left]))
        left += 1
        right += 1
      }
    }
    return lines
  }

  /// The stretches of lines to show: each change with its context, joined where they meet.
  private static func hunks(of lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .kept = line { continue }
      let start = max(0, index - context)
      let end = min(lines.count, index + context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private static func hunk(_ range: Range<Int>, of lines: [Line]) -> String {
    func counts(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
      lines.reduce(into: (0, 0)) { counts, line in
        switch line {
        case .kept: counts = (counts.0 + 1, counts.1 + 1)
        case .removed: counts.0 += 1
        case .added: counts.1 += 1
        }
      }
    }
    let before = counts(lines[..<range.lowerBound])
    let inside = counts(lines[range])
    let old = place(after: before.old, count: inside.old)
    let new = place(after: before.new, count: inside.new)
    return "@@ -\(old) +\(new) @@\n" + lines[range].map(written).joined()
  }

  /// The first line and how many; of none, the line before.
  private static func place(after lines: Int, count: Int) -> String {
    "\(count == 0 ? lines : lines + 1),\(count)"
  }

  private static func written(_ line: Line) -> String {
    let (sign, text) =
      switch line {
      case .kept(let text): (" ", text)
      case .removed(let text): ("-", text)
      case .added(let text): ("+", text)
      }
    let isWhole = text.last?.isNewline == true
    return sign + text + (isWhole ? "" : "\n\\ No newline at end of file\n")
  }
}
