import Bytes
public import Diagnostics

/// What there is to say of a file that is text and no record, such as a template: whatever is in it ends
/// up in pages.
///
/// Diagnostics: `not-utf8`, `control-character`, `direction-control`. Complexity: O(n).
public func checkText(_ bytes: [UInt8], file: SourceFile) -> [Diagnostic] {
  let encoding = EncodingReport(bytes, file: file)
  guard encoding.isReadable else { return encoding.diagnostics }
  let text = encoding.markLength..<bytes.count
  return encoding.diagnostics + ControlCharacters.diagnostics(of: bytes, text, file: file)
}

/// What there is to say about the encoding of a file.
struct EncodingReport {
  /// False for files that are not text in UTF-8 at all.
  let isReadable: Bool
  /// The length of the byte-order mark: 0 or 3.
  let markLength: Int
  /// At most one `not-utf8`.
  let diagnostics: [Diagnostic]

  /// Every stretch of bytes that is not UTF-8, in order.
  private let badRanges: [Range<Int>]

  /// Checks all of `bytes`; O(n).
  init(_ bytes: [UInt8], file: SourceFile) {
    if let name = Self.wideEncoding(bytes) {
      isReadable = false
      markLength = 0
      badRanges = []
      diagnostics = [.wideEncoding(name, at: Span(file, 0..<min(2, bytes.count)))]
      return
    }
    isReadable = true
    markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let bad = malformedRanges(bytes)
    badRanges = bad
    if let first = bad.first {
      let byte = bytes[first.lowerBound]
      diagnostics = [.notUTF8(byte, at: Span(file, first), others: bad.count - 1)]
    } else {
      diagnostics = []
    }
  }

  /// The bytes with `range` made text that libyaml can read, its length unchanged.
  ///
  /// What is not UTF-8 and what YAML does not allow becomes `_`, which has no meaning in YAML, so
  /// that the rest of the front matter is still checked.
  func cleaned(_ bytes: [UInt8], _ range: Range<Int>, file: SourceFile) -> Diagnosed<[UInt8]> {
    let controls = controlCharacters(bytes, range)
    let bad = controls + badRanges.filter { $0.overlaps(range) }
    guard !bad.isEmpty else { return Diagnosed(bytes) }
    var cleaned = bytes
    for stretch in bad {
      for index in stretch.clamped(to: range) { cleaned[index] = UInt8(ascii: "_") }
    }
    let told = controls.prefix(Limits.syntaxErrors)
    return Diagnosed(
      cleaned,
      told.compactMap { stretch in
        String(decoding: bytes[stretch], as: UTF8.self).unicodeScalars.first
          .map { .controlCharacter($0, at: Span(file, stretch)) }
      })
  }

  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard bytes.count >= 4 else { return nil }
    // Without a mark: every other byte of Latin text is zero.
    let zeros = bytes.prefix(4).map { $0 == 0 }
    return zeros == [false, true, false, true] || zeros == [true, false, true, false]
      ? "UTF-16" : nil
  }
}

/// Every character of `range` that front matter does not allow: controls other than tab and line
/// endings, the two code points that are no characters, and what only YAML takes for a line ending
/// (U+0085, U+2028, U+2029), so that libyaml's lines are an editor's lines.
///
/// Source: YAML 1.1, section 5.1, production c-printable, and section 5.4, production b-char.
private func controlCharacters(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var next = range.lowerBound
  while let index = bytes.firstPlace(
    in: next..<range.upperBound,
    marks: { $0.marks(of: 0...0x1F) | $0.marks(of: 0x7F...0x7F) | $0.marksBeyondASCII })
  {
    next = index + 1
    let byte = bytes[index]
    switch byte {
    case 0...0x1F, 0x7F:
      if !isBlank(byte) { found.append(index..<index + 1) }
    case 0xC2:
      guard index + 1 < range.upperBound, bytes[index + 1] <= 0x9F else { continue }
      found.append(index..<index + 2)
    case 0xE2, 0xEF:
      guard index + 2 < range.upperBound else { continue }
      switch (byte, bytes[index + 1], bytes[index + 2]) {
      case (0xE2, 0x80, 0xA8...0xA9), (0xEF, 0xBF, 0xBE...0xBF): found.append(index..<index + 3)
      default: continue
      }
    default: continue
    }
  }
  return found
}

// MARK: - The check and its words

extension FrontMatterChecks {
  static let notUTF8 = Check(
    "not-utf8", .syntax, .error,
    summary: "Every file is text in UTF-8.",
    explanation: """
      A file is bytes, and UTF-8 is the one way this register turns bytes into letters. A file that
      was saved in another encoding, such as Windows-1252 or UTF-16, reads well in the program that
      wrote it and shows wrong letters to everyone else: a name loses its accent, a quotation mark
      becomes a question mark.

      The place given is the first byte that cannot be UTF-8; a note says which letter was probably
      meant.

      To put it right, open the file in the editor it was written in and save it again with the
      encoding "UTF-8". Then look at the letters with accents and at the quotation marks.

      Source: the Unicode Standard, section 3.9, table 3-7 (well-formed UTF-8 byte sequences).
      """,
    canBeWaived: false)
}

extension Diagnostic {
  fileprivate static func notUTF8(_ byte: UInt8, at span: Span, others: Int) -> Diagnostic {
    let hex = "0x" + String(byte, radix: 16, uppercase: true)
    var notes: [String] = []
    if let meant = windows1252(byte) {
      notes.append("in Windows-1252 this byte is '\(meant)' (\(meant.codePoint))")
    }
    if others > 0 {
      notes.append(
        others == 1
          ? "one more place in this file is not UTF-8"
          : "\(others) more places in this file are not UTF-8")
    }
    return Diagnostic(
      FrontMatterChecks.notUTF8, "byte \(hex) is not UTF-8",
      at: Label(span, "not a letter in UTF-8"),
      notes: notes, help: "save the file as UTF-8")
  }

  fileprivate static func wideEncoding(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      FrontMatterChecks.notUTF8, "the file is \(name), not UTF-8", at: Label(span),
      notes: ["nothing of the file could be read"], help: "save the file as UTF-8")
  }
}

/// The character a byte stands for in Windows-1252, or nil where it stands for none.
///
/// Source: https://encoding.spec.whatwg.org/index-windows-1252.txt
private func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
  guard byte >= 0x80 else { return nil }
  guard byte < 0xA0 else { return Unicode.Scalar(byte) }
  let scalar = Array("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)[Int(byte) - 0x80]
  return scalar.value == 0 ? nil : scalar
}
