import Diagnostics
import FrontMatter

/// Lines that an editor can fold into their first, counted from 0.
struct Fold: Sendable, Hashable {
  let start: Int
  let end: Int
  /// What the protocol calls the kind; nil where it has no word.
  var kind: String?
}

extension Glance {
  /// The front matter, each of its fields and entries that takes several lines, and the sections of the body.
  func folds() -> [Fold] {
    var folds: [Fold] = []
    let front = parts.document.frontMatterSpan.range
    if case .record = kind, !front.isEmpty { folds += fold(front, kind: "imports") }
    folds += foldable(symbols())
    return folds.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
  }

  private func foldable(_ symbols: [DocumentSymbol]) -> [Fold] {
    symbols.flatMap { fold($0.bytes) + foldable($0.children) }
  }

  private func fold(_ bytes: Range<Int>, kind: String? = nil) -> [Fold] {
    // Blank lines behind a part are no part of it.
    var end = min(bytes.upperBound, text.bytes.count)
    while end > bytes.lowerBound, text.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    let (first, last) = (text.lineNumber(at: bytes.lowerBound), text.lineNumber(at: end))
    return last > first ? [Fold(start: first, end: last, kind: kind)] : []
  }
}
