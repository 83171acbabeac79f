import CommonMark
import Diagnostics
import Foundation
import Inspections
import TestSupport
import Testing

/// All 1,114,112 code points, as themselves and by their numbers, in a title, beside a note, in a
/// heading, in cells and in a box: a page shows what was typed, or a diagnostic speaks of it.
@Suite struct `Every code point` {
  @Test(arguments: 0..<17 as Range<UInt32>, Writing.allCases)
  fileprivate func `comes out as it went in, or is spoken of`(plane: UInt32, writing: Writing) {
    for start in stride(from: plane << 16, to: (plane + 1) << 16, by: 4_096) {
      expect(start..<start + 4_096, writing)
    }
  }

  /// How a character is typed.
  fileprivate enum Writing: CaseIterable {
    case literally, byNumber
  }

  /// Reads all of a range at once, and where something is amiss its halves, down to one.
  private func expect(_ range: Range<UInt32>, _ writing: Writing) {
    let typed = range.compactMap { text(of: $0, writing) }
    guard !typed.isEmpty else { return }
    let outcome = outcome(of: "x" + typed.joined(separator: "x") + "x", meaning: meaning(of: range))
    if outcome.isUnaltered, outcome.checks.isEmpty {
      let isShown = range.allSatisfy { text(of: $0, writing) == nil || isXML($0) }
      #expect(isShown, "XML holds not all of \(range)")
    } else if range.count > 1 {
      let middle = range.lowerBound + UInt32(range.count / 2)
      expect(range.lowerBound..<middle, writing)
      expect(middle..<range.upperBound, writing)
    } else {
      #expect(outcome.isUTF8)
      #expect(!outcome.checks.isEmpty, "\(typed) is altered")
    }
  }

  /// Characters that end a line or a value cannot be typed inside one.
  private func text(of value: UInt32, _ writing: Writing) -> String? {
    if writing == .byNumber { return "&#x\(String(value, radix: 16));" }
    guard let scalar = Unicode.Scalar(value), !"\n\r\t".unicodeScalars.contains(scalar) else {
      return nil
    }
    let isMarkup =
      scalar.isASCII && !scalar.properties.isAlphabetic && !scalar.properties.isWhitespace
      && !(0x30...0x39).contains(value) && value > 0x20 && value != 0x7F
    return (isMarkup ? "\\" : "") + String(scalar)
  }

  private func meaning(of range: Range<UInt32>) -> String {
    "x" + range.compactMap { Unicode.Scalar($0).map { String($0) } }.joined(separator: "x") + "x"
  }

  private func isXML(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  private func outcome(
    of typed: String, meaning: String
  ) -> (isUnaltered: Bool, isUTF8: Bool, checks: Set<String>) {
    let quoted = typed.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let text = """
      ---
      title: "\(quoted)"
      ---

      \(typed)[^a]

      ## \(typed)

      | Head | Other |
      | --- | --- |
      | \(typed) | \(typed) |

      > [!NOTE]
      > \(typed)

      [^a]: \(typed)

      """
    let read = readRecord(text, at: "pages/a.md")
    guard case .page(let page)? = read.value else { return (false, true, ["none"]) }
    let body = page.header.body
    let shown = Data(body.text)
    let sought = Data(meaning.utf8)
    var places = 0
    var start = shown.startIndex
    while let found = shown.range(of: sought, in: start..<shown.endIndex) {
      places += 1
      start = found.upperBound
    }
    let isUTF8 = [body.html.bytes, body.text, page.title.value.rendered.html.bytes]
      .allSatisfy { String(validating: $0, as: UTF8.self) != nil }
    return (
      isUTF8 && places == 6 && page.title.value.plain == meaning, isUTF8,
      Set(read.diagnostics.map(\.check.name))
    )
  }
}
