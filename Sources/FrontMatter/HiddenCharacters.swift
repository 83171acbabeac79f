internal import Diagnostics

extension FrontMatterChecks {
  static let hiddenCharacter = Check(
    "hidden-character", .syntax, .error,
    summary: "Names and values hold no characters that nobody sees.",
    explanation: """
      Text copied from a web page or a word processor brings characters along that take no room: zero
      width spaces, soft hyphens, marks of byte order. A field's name that holds one looks right and
      is another name, a date is no date, a word is not found by a search. A no-break space does the
      same at the edge of a name or a value; within one it is allowed. So are the characters
      that join or part the letters of scripts that need them, and those of emoji.

          title\\u200B: Harbour Baths

      `findings fix` takes them out. In the indentation of a line it puts a plain space in the place of
      one of another kind, where the line then stands in the column of others.

      Source: Unicode Standard Annex 31, section 2.3, and Unicode Technical Standard 39, on characters
      that are ignored when shown.
      """,
    canBeWaived: false)
}

/// Takes what nobody sees out of a name or a value.
enum HiddenCharacters {
  /// The text without hidden characters, with one diagnostic where there were some.
  ///
  /// Those that the author wrote as escapes are no accident, and stay.
  ///
  /// - Parameters:
  ///   - text: the name or value, its quotation marks and escapes read.
  ///   - bytes: the whole file.
  ///   - range: the bytes that the text was read from.
  ///   - file: the file that they stand in.
  /// - Returns: the text that is meant.
  ///
  /// Complexity: O(n).
  static func removed(
    from text: String, in bytes: [UInt8], _ range: Range<Int>, file: SourceFile
  ) -> Diagnosed<String> {
    let source = bytes[range]
    guard source.contains(where: { $0 >= 0x80 }) else { return Diagnosed(text) }
    let scalars = Array(text.unicodeScalars)
    let hidden = places(in: scalars)
    guard !hidden.isEmpty else { return Diagnosed(text) }
    let raw = Array(String(decoding: source, as: UTF8.self).unicodeScalars)
    let rawHidden = places(in: raw)
    guard let first = rawHidden.first, let last = rawHidden.last else { return Diagnosed(text) }
    func length(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
      scalars.reduce(0) { $0 + UTF8.width($1) }
    }
    let start = source.startIndex + length(raw[..<first])
    let indentation = WideIndentation(bytes, upTo: range.lowerBound, raw)
    let clean = Set(rawHidden)
    let replacement = (first...last).compactMap { place -> Character? in
      guard clean.contains(place) else { return Character(raw[place]) }
      return indentation?.keepsPlace(of: place) == true && isSpace(raw[place]) ? " " : nil
    }
    let span = Span(file, start..<start + length(raw[first...last]))
    let isHidden = Set(hidden)
    var meant = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() where !isHidden.contains(place) {
      meant.append(scalar)
    }
    return Diagnosed(
      String(meant),
      [
        .hiddenCharacter(
          raw[first], at: Span(file, start..<start + UTF8.width(raw[first])),
          others: rawHidden.count - 1, help: indentation?.help ?? "delete it",
          fix: indentation?.isUnclear == true
            ? nil : Diagnostic.Fix(span, replacement: String(replacement)))
      ])
  }

  /// Whether a name that starts a line was read in another column than it is meant to stand in.
  ///
  /// Complexity: O(n), for names that begin with a space of another kind.
  static func movesColumn(_ text: String, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = text.utf8.first, first >= 0x80,
      let indentation = WideIndentation(bytes, upTo: range.lowerBound, Array(text.unicodeScalars))
    else { return false }
    return indentation.column != indentation.typed
  }

  /// Where hidden characters stand; quotation marks around a value do not count as its edge.
  private static func places(in scalars: [Unicode.Scalar]) -> [Int] {
    let isQuoted =
      scalars.count > 1 && ["\"", "'"].contains(scalars[0]) && scalars.last == scalars[0]
    let inner = isQuoted ? 1..<scalars.count - 1 : 0..<scalars.count
    let isEdge = { (scalar: Unicode.Scalar) in isSpace(scalar) || scalar.isUnseen }
    let text = inner.drop { isEdge(scalars[$0]) }
    let end = text.last { !isEdge(scalars[$0]) } ?? inner.upperBound
    return inner.filter { place in
      let scalar = scalars[place]
      guard scalar.value >= 0xA0 else { return false }
      if isSpace(scalar) { return place < text.startIndex || place > end }
      guard scalar.isUnseen else { return false }
      guard scalar != "\u{FEFF}", place > 0, place + 1 < scalars.count else { return true }
      // Scripts beyond the Latin letters, and emoji, are written with some of them.
      return scalars[place - 1].value < 0x300 || scalars[place + 1].value < 0x300
    }
  }

  fileprivate static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

/// The indentation of a line that holds a space of another kind, which YAML takes for a letter.
///
/// Whether a plain space is meant in its place, or nothing, is told by the columns of the lines above.
private struct WideIndentation {
  /// What to do with its spaces of other kinds.
  private enum Remedy { case replace, delete, unclear }

  /// The column in which YAML finds the line's first word, from 0.
  let typed: Int
  /// The column in which that is meant to stand.
  let column: Int
  private let remedy: Remedy
  /// How many characters of the text belong to the indentation.
  private let length: Int

  /// Looks at the indentation that `text` begins with; nil where it starts no line, or begins otherwise.
  init?(_ bytes: [UInt8], upTo place: Int, _ text: [Unicode.Scalar]) {
    let start = startOfLine(bytes, place, limit: 0)
    guard bytes[start..<place].allSatisfy({ $0 == 0x20 }) else { return nil }
    let indentation = text.prefix { HiddenCharacters.isSpace($0) || $0.isUnseen }
    let wide = indentation.count { $0.value >= 0xA0 && HiddenCharacters.isSpace($0) }
    guard wide > 0 else { return nil }
    typed = place - start
    length = indentation.count
    let replaced = typed + indentation.count { HiddenCharacters.isSpace($0) }
    let deleted = replaced - wide
    let isEntry = text.dropFirst(length).starts(with: ["-", " "])
    let above = ColumnsAbove(bytes, start, ofEntries: isEntry)
    if above.opensValue || above.columns.contains(replaced) {
      (column, remedy) = (replaced, .replace)
    } else if above.columns.contains(deleted) {
      (column, remedy) = (deleted, .delete)
    } else {
      (column, remedy) = (replaced, .unclear)
    }
  }

  /// Whether a plain space takes the place of a character of the text, where that is a space.
  func keepsPlace(of index: Int) -> Bool { index < length && remedy == .replace }

  var isUnclear: Bool { remedy == .unclear }

  var help: String {
    switch remedy {
    case .replace: "write a plain space in its place"
    case .delete: "delete it"
    case .unclear: "write plain spaces, as many as before the lines that it belongs to"
    }
  }
}

/// The columns in which the lines above a line have their names, or the dashes of entries.
private struct ColumnsAbove {
  /// Them, from 0, with that of the fields that stand in nothing.
  private(set) var columns: Set<Int> = [0]
  /// Whether the nearest line with words ends with the `:` of its field.
  private(set) var opensValue = false

  /// Looks at the nearest lines above `start`; those far away are seldom of the same list.
  init(_ bytes: [UInt8], _ start: Int, ofEntries: Bool) {
    var end = start
    var isNearest = true
    for _ in 0..<100 where end > 0 {
      end -= bytes[end - 1] == 0x0A && end > 1 && bytes[end - 2] == 0x0D ? 2 : 1
      let line = startOfLine(bytes, end, limit: 0)..<end
      end = line.lowerBound
      guard let first = line.first(where: { bytes[$0] != 0x20 }) else { continue }
      if Fence.isDashes(bytes, line.lowerBound, bytes.count) { return }
      var word = first
      while word + 1 < line.upperBound, bytes[word] == UInt8(ascii: "-"), bytes[word + 1] == 0x20 {
        if ofEntries { columns.insert(word - line.lowerBound) }
        word = bytes[(word + 1)..<line.upperBound].firstIndex { $0 != 0x20 } ?? line.upperBound
      }
      if !ofEntries { columns.insert(word - line.lowerBound) }
      if isNearest { opensValue = bytes[line].last { !isBlank($0) } == UInt8(ascii: ":") }
      isNearest = false
    }
  }
}

extension Diagnostic {
  fileprivate static func hiddenCharacter(
    _ scalar: Unicode.Scalar, at span: Span, others: Int, help: String, fix: Fix?
  ) -> Diagnostic {
    let names: [Unicode.Scalar: String] = [
      "\u{A0}": "a no-break space", "\u{AD}": "a soft hyphen", "\u{200B}": "a zero width space",
      "\u{2060}": "a word joiner", "\u{FEFF}": "a byte-order mark",
    ]
    return Diagnostic(
      FrontMatterChecks.hiddenCharacter, "'\(scalar.codePoint)' stands here, and nobody sees it",
      at: Label(span, names[scalar] ?? ""),
      notes: others == 0
        ? [] : others == 1 ? ["one more is in this value"] : ["\(others) more are in this value"],
      help: help, fix: fix)
  }
}
