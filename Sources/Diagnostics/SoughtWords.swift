extension Diagnostic.Label {
  /// Words that a label is about, and the bytes in which to look for them.
  ///
  /// Checks run on text without markup, long after its file was let go. They know the words and the
  /// field or body that holds them; the exact place is found when the file is read again to be shown.
  public struct Words: Sendable, Hashable {
    /// The words as readers see them, with single spaces.
    public let text: String
    /// Where they stand somewhere.
    public let range: Range<Int>

    /// Names words and the bytes that hold them.
    public init(_ text: String, in range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  /// The same label at the exact place of its words, where the file shows them.
  func placed(in text: SourceText) -> Diagnostic.Label {
    guard let words, let range = text.range(of: words) else { return self }
    return Diagnostic.Label(Span(span.file, range), self.text)
  }
}

extension Diagnostic {
  /// The same diagnostic with its labels at the exact places of their words.
  ///
  /// - Parameter sources: the text of a file, or nil when it cannot be read; its labels stay.
  /// - Returns: the diagnostic as it is to be shown.
  public func placed(_ sources: (SourceFile) -> SourceText?) -> Diagnostic {
    guard primary.words != nil || secondary.contains(where: { $0.words != nil }) else {
      return self
    }
    func place(_ label: Label) -> Label {
      label.words == nil ? label : sources(label.span.file).map { label.placed(in: $0) } ?? label
    }
    return Diagnostic(
      check, level: level, message, at: place(primary), secondary: secondary.map(place),
      notes: notes, help: help, fix: fix, subject: subject)
  }
}

extension SourceText {
  /// The first place of some whole words.
  ///
  /// A space stands for any run of blanks, line ends, and the `>` that opens a line of a quotation; the
  /// signs of emphasis, code and links are passed over, and quotation marks, dashes and dots may be
  /// typed straight where readers see typographic ones.
  ///
  /// Complexity: O(n × m) at worst; O(n) in running text.
  func range(of words: Diagnostic.Label.Words) -> Range<Int>? {
    let range = words.range.clamped(to: bytes.indices)
    let wanted = Array(words.text.utf8)
    guard let first = wanted.first else { return nil }
    let second = Self.typed(wanted, at: 0).first?.first ?? first
    for start in range where bytes[start] == first || bytes[start] == second {
      guard !isWord(endingAt: start) || !Self.isWord(bytes[start]),
        let end = end(of: wanted, from: start, before: range.upperBound)
      else { continue }
      return start..<end
    }
    return nil
  }

  private func end(of wanted: [UInt8], from start: Int, before limit: Int) -> Int? {
    var index = start
    var place = 0
    while place < wanted.count {
      if index < limit, bytes[index] == wanted[place], wanted[place] != UInt8(ascii: " ") {
        (index, place) = (index + 1, place + 1)
      } else if wanted[place] == UInt8(ascii: " "), let next = afterGap(index, before: limit) {
        (index, place) = (next, place + 1)
      } else if let form = Self.typed(wanted, at: place).first(where: {
        holds($0, at: index, limit)
      }) {
        (index, place) = (index + form.count, place + 3)
      } else if index > start, let next = afterMarkup(index, before: limit) {
        index = next
      } else {
        return nil
      }
    }
    let isInside = index < limit && Self.isWord(bytes[index]) && isWord(endingAt: index)
    return isInside ? nil : index
  }

  /// How the sign at a place of the text may be typed; nothing for a sign that is typed as it is seen.
  private static func typed(_ wanted: [UInt8], at place: Int) -> [[UInt8]] {
    guard place + 2 < wanted.count, wanted[place] == 0xE2, wanted[place + 1] == 0x80 else {
      return []
    }
    return switch wanted[place + 2] {
    case 0x98, 0x99: [Array("'".utf8)]
    case 0x9C, 0x9D: [Array("\"".utf8)]
    case 0x93: [Array("--".utf8)]
    case 0x94: [Array("---".utf8)]
    case 0xA6: [Array("...".utf8)]
    default: []
    }
  }

  private func holds(_ text: [UInt8], at index: Int, _ limit: Int) -> Bool {
    index + text.count <= limit && bytes[index..<index + text.count].elementsEqual(text)
  }

  /// The place after the blanks at a place; nil where there are none.
  private func afterGap(_ index: Int, before limit: Int) -> Int? {
    var next = index
    while next < limit, Self.isGap(bytes[next]) { next += 1 }
    return next > index ? next : nil
  }

  /// The place after a sign of emphasis, code or escape, or after the end of a link.
  private func afterMarkup(_ index: Int, before limit: Int) -> Int? {
    guard index < limit else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "\\"):
      return index + 1
    case UInt8(ascii: "]"):
      guard index + 1 < limit, bytes[index + 1] == UInt8(ascii: "(") else { return index + 1 }
      let close = bytes[index..<limit].prefix(2048).firstIndex(of: UInt8(ascii: ")"))
      return close.map { $0 + 1 } ?? index + 1
    default: return nil
    }
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: ">")
  }

  /// Whether the character before a place belongs to a word.
  private func isWord(endingAt place: Int) -> Bool {
    var first = place - 1
    while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return first >= 0 && Self.isWord(bytes[first])
  }

  /// Whether a character that begins with a byte belongs to a word; punctuation begins with E2.
  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte >= 0xC3 && byte != 0xE2
  }
}
