internal import Diagnostics

/// Slips between braces that YAML reads as fields without a value: `{aspect:doors}`,
/// `{title: Doors, old and new}`, `{size: 1,040}`.
struct BraceSlips {
  /// Where spaces are due: the `:` of each field, with blanks of other kinds behind it.
  private var colons: [Range<Int>] = []
  /// The first field without a space after its `:`, as it is typed.
  private var firstWithoutSpace = ""
  /// A value that a comma has cut, with all that was cut off.
  private var cut: Range<Int>?
  private var found: [Diagnostic] = []

  /// Takes a field that has no `:` after it, and what stands before it between the braces: the value of
  /// the last field, if that is plain text.
  mutating func add(
    _ key: Range<Int>, after value: Range<Int>?, _ bytes: [UInt8], _ file: SourceFile
  ) {
    if let colon = Self.colon(in: key, bytes) {
      if colons.isEmpty { firstWithoutSpace = Self.short(bytes, key) }
      return colons.append(colon)
    }
    let start = cut?.lowerBound ?? value?.lowerBound
    let end = cut?.upperBound ?? value?.upperBound ?? key.lowerBound
    guard let start, Self.isCut(bytes, start..<end, key) else {
      return found.append(.withoutValue(Self.short(bytes, key), at: Span(file, key)))
    }
    cut = start..<key.upperBound
  }

  /// Ends what a comma has cut, before a field that has a value and at the closing brace.
  mutating func endCut(_ bytes: [UInt8], _ file: SourceFile) {
    guard let cut else { return }
    found.append(.cutByComma(bytes, cut, file))
    self.cut = nil
  }

  /// What there is to say of the mapping.
  func diagnostics(_ bytes: [UInt8], _ file: SourceFile) -> [Diagnostic] {
    guard let first = colons.first, let last = colons.last else { return found }
    var spaced: [UInt8] = []
    var end = first.lowerBound
    for colon in colons {
      spaced += bytes[end..<colon.lowerBound] + Array(": ".utf8)
      end = colon.upperBound
    }
    return found + [
      .yaml(
        "'\(firstWithoutSpace)' has no space after its ':'",
        at: Diagnostic.Label(Span(file, first.prefix(1).indices), "a space is due after this"),
        notes: colons.count == 1
          ? [] : ["so have \(colons.count - 1) more between the same braces"],
        help: "write ': '",
        fix: Diagnostic.Fix(
          Span(file, first.lowerBound..<last.upperBound),
          replacement: String(decoding: spaced, as: UTF8.self)))
    ]
  }

  /// The `:` after the name of a field, with what stands in the place of a space; nil where it is part of
  /// a text, as in an address.
  private static func colon(in key: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    guard let colon = key.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon > key.lowerBound,
      bytes[key.lowerBound..<colon].allSatisfy(isNameByte),
      !bytes[(colon + 1)..<key.upperBound].starts(with: "//".utf8)
    else { return nil }
    let rest = String(decoding: bytes[(colon + 1)..<key.upperBound], as: UTF8.self)
    let blanks = rest.unicodeScalars.prefix { $0.value >= 0x80 && $0.properties.isWhitespace }
    return colon..<colon + 1 + blanks.reduce(0) { $0 + UTF8.width($1) }
  }

  /// Whether a field without a value is most likely the rest of the text before it: of two single words
  /// either may be meant.
  private static func isCut(_ bytes: [UInt8], _ value: Range<Int>, _ key: Range<Int>) -> Bool {
    let between = bytes[value.upperBound..<key.lowerBound]
    guard between.allSatisfy({ isBlank($0) || $0 == UInt8(ascii: ",") }),
      between.contains(UInt8(ascii: ","))
    else { return false }
    return !bytes[value].allSatisfy(isNameByte) || !bytes[key].allSatisfy(isNameByte)
      || isNumber(bytes, value) && isGroup(bytes, key)
  }

  /// Whether a text is a number, if need be with groups of digits.
  private static func isNumber(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    bytes[text].allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }
  }

  private static func isGroup(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    text.count == 3 && isNumber(bytes, text)
  }

  static func isGroupedNumber(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    isNumber(bytes, text)
      && bytes[text].split(separator: UInt8(ascii: ",")).dropFirst().allSatisfy { $0.count == 3 }
  }

  fileprivate static func short(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}

extension Diagnostic {
  fileprivate static func withoutValue(_ key: String, at span: Span) -> Diagnostic {
    yaml(
      "'\(key)' has no ':' and no value", at: Label(span, "between ',' and '}'"),
      notes: ["between braces a ',' ends a value"],
      help:
        "write ': ' and its value behind it; if it belongs to the value before it, put the whole "
        + "of that into quotes")
  }

  fileprivate static func cutByComma(
    _ bytes: [UInt8], _ cut: Range<Int>, _ file: SourceFile
  ) -> Diagnostic {
    let text = String(decoding: bytes[cut], as: UTF8.self)
    let isNumber = BraceSlips.isGroupedNumber(bytes, cut)
    let number = text.filter { $0 != "," }
    let mayQuote = !text.contains { "\"\\\n\r".contains($0) } && !text.contains(": ")
    return yaml(
      "'\(BraceSlips.short(bytes, cut))' has a comma, which ends a value between braces",
      at: Label(Span(file, cut), "read as a value and a field"),
      help: isNumber ? "write '\(number)', without the comma" : "put the whole value into quotes",
      fix: isNumber
        ? Fix(Span(file, cut), replacement: number)
        : mayQuote ? Fix(Span(file, cut), replacement: "\"\(text)\"") : nil)
  }
}
