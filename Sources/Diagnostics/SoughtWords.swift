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
  /// A space stands for any run of blanks, line ends, and the `>` that opens a line of a quotation.
  ///
  /// Complexity: O(n × m) at worst; O(n) in running text.
  func range(of words: Diagnostic.Label.Words) -> Range<Int>? {
    let range = words.range.clamped(to: bytes.indices)
    if let found = self.range(of: Array(words.text.utf8), in: range) { return found }
    // Readers may see a curly apostrophe where the author typed a straight one.
    let straight = String(words.text.map { $0 == "\u{2019}" ? "'" : $0 })
    return straight == words.text ? nil : self.range(of: Array(straight.utf8), in: range)
  }

  private func range(of wanted: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard let first = wanted.first else { return nil }
    for start in range where bytes[start] == first {
      guard !isWord(endingAt: start) || !Self.isWord(first),
        let end = end(of: wanted, from: start, before: range.upperBound)
      else { continue }
      return start..<end
    }
    return nil
  }

  private func end(of wanted: [UInt8], from start: Int, before limit: Int) -> Int? {
    var index = start
    for byte in wanted {
      if byte == UInt8(ascii: " ") {
        let gap = index
        while index < limit, Self.isGap(bytes[index]) { index += 1 }
        guard index > gap else { return nil }
      } else {
        guard index < limit, bytes[index] == byte else { return nil }
        index += 1
      }
    }
    let isInside = index < limit && Self.isWord(bytes[index]) && isWord(endingAt: index)
    return isInside ? nil : index
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
