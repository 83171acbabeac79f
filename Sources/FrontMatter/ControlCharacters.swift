import Bytes
import Diagnostics

extension FrontMatterChecks {
  static let controlCharacter = Check(
    "control-character", .safety, .error,
    summary: "Texts hold characters, and no control characters.",
    explanation: """
      A null byte, an escape, a bell: characters that stand for no letter come in with text copied from
      elsewhere, nobody sees them, and programs that read the pages, the feeds and the data stumble over
      them or end a text there. Tabs and line endings are the only ones allowed. A character is the
      same however it is written: as itself, as an escape in quotes (`"\\0"`), or by its number in
      Markdown (`&#1;`). U+FFFE and its like are kept for programs and are no characters at all, and
      a number beyond Unicode, such as `&#xD800;`, stands for none.

      Source: the HTML Standard, parse errors control-character-in-input-stream,
      control-character-reference, noncharacter-character-reference and
      surrogate-character-reference; XML 1.0, section 2.2.
      """,
    canBeWaived: false)

  static let directionControl = Check(
    "direction-control", .safety, .error,
    summary: "What turns the direction of a text is closed where it was opened.",
    explanation: """
      Unicode has characters that nobody sees and that turn the words after them round. Arabic and
      Hebrew words do without them: readers' programs know their direction. One that is not closed in
      the same value or the same paragraph turns round what stands behind it on the page, a date or a
      grade, and can be used to make a page say what its source does not.

          title: "Report on \\u202Egnp.exe"

      Source: Unicode Standard Annex 9, explicit directional formatting characters; Unicode Technical
      Standard 55, section 3, on source text.
      """,
    canBeWaived: false)
}

/// Finds what nobody sees in texts.
enum ControlCharacters {
  /// What there is to say of a value of front matter, its escapes read.
  ///
  /// Complexity: O(n).
  static func diagnostics(of text: String, at span: Span) -> [Diagnostic] {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return [] }
    var found: [Diagnostic] = []
    if let control = text.unicodeScalars.first(where: { isControl($0) || isYAMLLineEnd($0) }) {
      found.append(.controlCharacter(control, at: span))
    }
    var directions = Directions()
    for scalar in text.unicodeScalars { directions.read(scalar, at: span) }
    return found + directions.finished()
  }

  /// What there is to say of the characters that a field of Markdown has by their numbers; of the
  /// others its value told.
  ///
  /// Complexity: O(n).
  static func diagnosticsOfReferences(in text: String, at span: Span) -> [Diagnostic] {
    let bytes = Array(text.utf8)
    var found: [Diagnostic] = []
    var decoded: [UInt8] = []
    var start = 0
    while let place = bytes.firstPlace(of: UInt8(ascii: "&"), in: start..<bytes.count) {
      let reference = CharacterReference(at: place, in: bytes, upTo: bytes.count)
      let end = reference?.range.upperBound ?? place + 1
      decoded += bytes[start..<(reference?.scalar == nil ? end : place)]
      if let scalar = reference?.scalar {
        decoded += String(scalar).utf8
      } else if let range = reference?.range {
        found.append(.noCharacter(bytes[range], at: span))
      }
      start = end
    }
    guard start > 0 else { return [] }
    decoded += bytes[start...]
    let told = Set(diagnostics(of: text, at: span))
    return found
      + diagnostics(of: String(decoding: decoded, as: UTF8.self), at: span).filter {
        !told.contains($0)
      }
  }

  /// What there is to say of the Markdown in `range`, paragraph by paragraph.
  ///
  /// Complexity: O(n).
  static func diagnostics(of bytes: [UInt8], _ range: Range<Int>, file: SourceFile) -> [Diagnostic]
  {
    guard mayHoldControls(bytes, range) else { return [] }
    var found = BoundedDiagnostics()
    var directions = Directions()
    var isLineEmpty = true
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      var length = 1
      var scalar: Unicode.Scalar?
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // The two bytes of one line ending.
        guard byte == UInt8(ascii: "\r") || index == range.lowerBound || bytes[index - 1] != 0x0D
        else { break }
        if isLineEmpty { found.append(contentsOf: directions.finished()) }
        isLineEmpty = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "&"):
        isLineEmpty = false
        if let reference = CharacterReference(at: index, in: bytes, upTo: range.upperBound) {
          (scalar, length) = (reference.scalar, reference.range.count)
          if scalar == nil {
            found.append(.noCharacter(bytes[reference.range], at: Span(file, reference.range)))
          }
        }
      case 0x20...0x7E, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE, 0xF5...0xFF: isLineEmpty = false
      default:
        isLineEmpty = false
        (scalar, length) = scalarStart(bytes[index..<range.upperBound])
      }
      if let scalar {
        let span = Span(file, index..<index + length)
        if isControl(scalar), !found.append(.controlCharacter(scalar, at: span)) { break }
        directions.read(scalar, at: span)
      }
      index += length
    }
    found.append(contentsOf: directions.finished())
    return found.all
  }

  /// Whether a byte is there with which a control or a reference to one begins; most texts have none.
  private static func mayHoldControls(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while let place = bytes.firstPlace(
      in: start..<range.upperBound,
      // Not at a tab or a line feed, for there are many.
      marks: {
        $0.marks(of: 0...0x08) | $0.marks(of: 0x0B...0x1F) | $0.marks(of: 0x26...0x26)
          | $0.marks(of: 0x7F...0x7F) | $0.marksBeyondASCII
      })
    {
      if mayBeControl(bytes[place..<range.upperBound]) { return true }
      start = place + 1
    }
    return false
  }

  /// Whether some bytes may begin with a control or a reference to one.
  private static func mayBeControl(_ bytes: ArraySlice<UInt8>) -> Bool {
    let place = bytes.startIndex
    switch bytes[place] {
    case 0x0D, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE, 0xF5...0xFF:
      return false
    case 0xEF...0xF4:
      return scalarStart(bytes).0?.isNoncharacter ?? true
    case UInt8(ascii: "&"):
      return place + 1 < bytes.endIndex && bytes[place + 1] == UInt8(ascii: "#")
    case 0xE2:
      // Dashes and typographic quotes are common, and no controls.
      guard place + 2 < bytes.endIndex else { return true }
      let (second, third) = (bytes[place + 1], bytes[place + 2])
      return second == 0x80 && (0xA8...0xAE).contains(third) || second == 0x81
    default: return true
    }
  }

  /// The character at the start of some bytes; none where they are not UTF-8.
  private static func scalarStart(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, Int) {
    let length = bytes.first.map { $0 < 0x80 ? 1 : $0 < 0xE0 ? 2 : $0 < 0xF0 ? 3 : 4 } ?? 1
    let scalars = String(validating: bytes.prefix(length), as: UTF8.self)?.unicodeScalars
    return scalars.map { ($0.first, length) } ?? (nil, 1)
  }

  /// Controls other than tab and line endings, and the code points that are no characters.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F: true
    default: scalar.isNoncharacter
    }
  }

  /// What only YAML takes for a line ending.
  private static func isYAMLLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}

/// The direction controls that are open at some place of a text.
private struct Directions {
  private var open: [(end: Unicode.Scalar, scalar: Unicode.Scalar, span: Span)] = []
  private var found: [Diagnostic] = []

  mutating func read(_ scalar: Unicode.Scalar, at span: Span) {
    let endOfEmbedding: Unicode.Scalar = "\u{202C}"
    let endOfIsolate: Unicode.Scalar = "\u{2069}"
    switch scalar {
    case "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}": open.append((endOfEmbedding, scalar, span))
    case "\u{2066}", "\u{2067}", "\u{2068}": open.append((endOfIsolate, scalar, span))
    case endOfEmbedding, endOfIsolate:
      guard open.last?.end == scalar else { return found.append(.closesNothing(scalar, at: span)) }
      open.removeLast()
    default: break
    }
  }

  /// Ends a value or a paragraph.
  mutating func finished() -> [Diagnostic] {
    defer { (open, found) = ([], []) }
    return found + open.map { .neverClosed($0.scalar, by: $0.end, at: $0.span) }
  }
}

extension Diagnostic {
  static func controlCharacter(_ scalar: Unicode.Scalar, at span: Span) -> Diagnostic {
    Diagnostic(
      FrontMatterChecks.controlCharacter,
      "'\(scalar.codePoint)' is \(scalar.isNoncharacter ? "no" : "a control") character",
      at: Label(span, "not text"),
      notes: ["tabs and the line endings LF, CR LF and CR are the only ones allowed"],
      help: "delete it")
  }

  fileprivate static func noCharacter(_ reference: ArraySlice<UInt8>, at span: Span) -> Diagnostic {
    Diagnostic(
      FrontMatterChecks.controlCharacter,
      "'\(String(decoding: reference, as: UTF8.self))' stands for no character",
      at: Label(span, "shown as U+FFFD"),
      help: "write the character that is meant, or '&amp;' for an '&' that is text")
  }

  fileprivate static func neverClosed(
    _ scalar: Unicode.Scalar, by end: Unicode.Scalar, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      FrontMatterChecks.directionControl,
      "'\(scalar.codePoint)' turns round what follows and is not closed",
      at: Label(span, "opens here"),
      notes: ["\(end.codePoint) closes it, in the same value or paragraph"],
      help: "delete it; words of any script read right without it")
  }

  fileprivate static func closesNothing(_ scalar: Unicode.Scalar, at span: Span) -> Diagnostic {
    Diagnostic(
      FrontMatterChecks.directionControl, "'\(scalar.codePoint)' closes nothing",
      at: Label(span, "not open here"),
      notes: ["what it closes stands in the same value or paragraph"], help: "delete it")
  }
}

extension Unicode.Scalar {
  /// The code point in the usual notation, such as `U+00E9`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
