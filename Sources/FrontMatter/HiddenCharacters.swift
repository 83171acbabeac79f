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

      `findings fix` takes them out.

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
  ///   - source: the bytes that it was read from, and where they stand.
  ///   - file: the file that they stand in.
  /// - Returns: the text that is meant.
  ///
  /// Complexity: O(n).
  static func removed(
    from text: String, source: ArraySlice<UInt8>, file: SourceFile
  ) -> Diagnosed<String> {
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
    let clean = Set(rawHidden)
    let replacement = (first...last).filter { !clean.contains($0) }.map { Character(raw[$0]) }
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
          others: rawHidden.count - 1, fix: Diagnostic.Fix(span, replacement: String(replacement)))
      ])
  }

  /// Where hidden characters stand; quotation marks around a value do not count as its edge.
  private static func places(in scalars: [Unicode.Scalar]) -> [Int] {
    let isQuoted =
      scalars.count > 1 && ["\"", "'"].contains(scalars[0]) && scalars.last == scalars[0]
    let inner = isQuoted ? 1..<scalars.count - 1 : 0..<scalars.count
    let isEdge = { (scalar: Unicode.Scalar) in isSpace(scalar) || isUnseen(scalar) }
    let text = inner.drop { isEdge(scalars[$0]) }
    let end = text.last { !isEdge(scalars[$0]) } ?? inner.upperBound
    return inner.filter { place in
      let scalar = scalars[place]
      guard scalar.value >= 0xA0 else { return false }
      if isSpace(scalar) { return place < text.startIndex || place > end }
      guard isUnseen(scalar) else { return false }
      guard scalar != "\u{FEFF}", place > 0, place + 1 < scalars.count else { return true }
      // Scripts beyond the Latin letters, and emoji, are written with some of them.
      return scalars[place - 1].value < 0x300 || scalars[place + 1].value < 0x300
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x115F, 0x1160, 0x180E, 0x200B...0x200D, 0x2060...0x2064, 0x3164, 0xFEFF,
      0xFFA0, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func hiddenCharacter(
    _ scalar: Unicode.Scalar, at span: Span, others: Int, fix: Fix
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
      help: "delete it", fix: fix)
  }
}
