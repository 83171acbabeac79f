internal import Diagnostics

extension FrontMatterChecks {
  static let droppedText = Check(
    "dropped-text", .syntax, .error,
    summary: "Nothing of a value is taken for a comment or an anchor.",
    explanation: """
      In YAML a `#` after a space begins a comment, wherever it stands in a value without quotation
      marks: of `title: Baths #5 of the harbour` the title is `Baths`, and the rest is gone without a
      word.

      A comment is therefore written with a space after its `#`, and those are left alone:
      `published: 2008-02   # as the cover has it`. Where a letter or a digit follows the `#` at
      once, the text was most likely part of the value: an error. `# 5` after words is a warning, for
      it may be either; a comment that begins with a number has a line of its own. The same holds for
      a line `#…` that is indented like the rest of a value above it.

      A word that begins with `&` gives a value a name, by which `*` repeats it elsewhere: of
      `title: &Sons Ferries Ltd` the title is `Ferries Ltd`. Where nothing repeats it, that is an error.

      To put it right, put the whole value into quotation marks: `title: "Baths #5 of the harbour"`;
      `findings fix` does so for a word with `&`.

      Source: YAML 1.2.2, section 6.6 (comments), section 6.9.2 (anchors) and section 7.3.3 (plain style).
      """,
    canBeWaived: false)
}

/// What follows a ` #` and was most likely meant as text.
struct DroppedText {
  /// From the `#` to the last word of its line.
  let range: Range<Int>
  /// Whether it may as well be a comment.
  private let isDoubtful: Bool

  /// Looks behind a value without quotation marks that ends at `end`.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - end: the end of the value, or of the `:` or `-` before one that is not there.
  ///   - limit: where the YAML ends.
  ///   - value: the value; a number or a date needs no words after it.
  ///   - column: the column of the value's key, in which no further line of the value can stand; nil
  ///     between brackets and for entries of lists.
  init?(_ bytes: [UInt8], after end: Int, limit: Int, value: String, column: Int?) {
    var start = end
    var line = end
    func skipBlanks() {
      while start < limit, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    }
    skipBlanks()
    if start < limit, isLineEnding(bytes[start]), let column {
      line = nextLine(bytes, start, limit: limit)
      start = line
      skipBlanks()
      guard start - line > column else { return nil }
    }
    guard start > end, start + 1 < limit, bytes[start] == UInt8(ascii: "#") else { return nil }
    let next = bytes[start + 1]
    let isSpaced = next == 0x20 && start + 2 < limit && (0x30...0x39).contains(bytes[start + 2])
    let hasWords = value.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x80 }
    guard Self.isWordByte(next) || isSpaced && line == end && (hasWords || value.isEmpty) else {
      return nil
    }
    var last = endOfLine(bytes, start, limit: limit)
    while isBlank(bytes[last - 1]) { last -= 1 }
    range = start..<last
    isDoubtful = isSpaced && !value.isEmpty
  }

  /// Whether a word may begin with a byte, other than the dashes and signs that comments draw lines with.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// What to tell the author.
  func diagnostic(_ bytes: [UInt8], file: SourceFile) -> Diagnostic {
    let words = String(decoding: bytes[range], as: UTF8.self)
    let short = words.count > 40 ? words.prefix(39) + "…" : words
    return Diagnostic(
      FrontMatterChecks.droppedText, level: isDoubtful ? .warning : .error,
      "'\(short)' is a comment in YAML and is left out of the value",
      at: Diagnostic.Label(Span(file, range), "would be lost"),
      notes: [
        isDoubtful
          ? "a comment that begins with a number has a line of its own"
          : "a comment has a space after its '#'"
      ],
      help: "put the whole value into quotation marks")
  }
}

/// A word that YAML takes for the anchor of the text behind it: of `&Sons Ferries Ltd` the text is
/// `Ferries Ltd`.
struct AnchorAsWord {
  /// From the `&` to the end of its word.
  let place: Range<Int>
  /// The text that is left.
  private let value: Range<Int>

  /// The anchor of a text without quotation marks; nil where there is none.
  init?(_ event: YAMLEvent, _ style: YAMLEvent.ScalarStyle, value: Range<Int>) {
    guard style == .plain, !event.hasTag, let anchor = event.anchor else { return nil }
    let start = event.range.lowerBound
    place = start..<start + 1 + anchor.utf8.count
    self.value = value
  }

  /// What to tell the author of those that nothing repeats.
  static func diagnostics(
    _ anchors: [AnchorAsWord], _ bytes: [UInt8], _ file: SourceFile
  ) -> [Diagnostic] {
    anchors.sorted { $0.place.lowerBound < $1.place.lowerBound }
      .map { $0.diagnostic(bytes, file: file) }
  }

  private func diagnostic(_ bytes: [UInt8], file: SourceFile) -> Diagnostic {
    let word = String(decoding: bytes[place], as: UTF8.self)
    let whole = place.lowerBound..<max(place.upperBound, value.upperBound)
    let typed = String(decoding: bytes[whole], as: UTF8.self)
    let mark = typed.contains("\"") || typed.contains("\\") ? "'" : "\""
    let quoted = mark + (mark == "'" ? typed.replacing("'", with: "''") : typed) + mark
    return Diagnostic(
      FrontMatterChecks.droppedText,
      "'\(word)' is an anchor in YAML, which nothing repeats, and is left out of the value",
      at: Diagnostic.Label(Span(file, place), "would be lost"),
      help: "put the whole value into quotation marks",
      fix: typed.contains("#") ? nil : Diagnostic.Fix(Span(file, whole), replacement: quoted))
  }
}
