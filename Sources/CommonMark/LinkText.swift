import Diagnostics

extension CommonMarkChecks {
  /// Links that do not say where they lead.
  static let linkText = Check(
    "link-text", .accessibility, .warning,
    summary: "The text of a link says where it leads.",
    explanation: """
      Looks for links without text, for texts such as "here", "click here" and "read more", and \
      for web addresses used as text. People who use screen readers go through the links of a \
      page by themselves; an address is read out letter by letter.

          The action plan is [here](response:east-midlands-2008-cafcass).

      Write `Cafcass published [an action plan](response:east-midlands-2008-cafcass).`

      Source: WCAG 2.2, success criteria 2.4.4 and 2.4.9.
      """)
}

extension BodyRenderer {
  /// Texts that say nothing of where a link leads.
  private static let emptyWords: Set<String> = [
    "here", "click here", "click", "this", "this link", "link", "more", "read more", "see more",
    "find out more", "learn more", "more information", "further information", "details",
    "this page",
    "see here", "download", "go", "continue", "full story",
  ]

  /// Looks at the text of a link that has just been left.
  mutating func checkLinkText(
    _ text: ArraySlice<UInt8>, of link: TreeNode, holdsImage: Bool
  ) {
    let word = Self.trimmed(text)
    let isUnseen = word.first.map { $0 >= 0x80 } ?? true
    if isUnseen, String(decoding: word, as: UTF8.self).isBlankText {
      if !holdsImage { reportLinkText(link, "a link has no text", "nothing to follow") }
    } else if Self.isAddress(word) {
      let shown = String(decoding: word.prefix(60), as: UTF8.self)
      reportLinkText(link, "'\(shown)' is an address, not the name of what it leads to", "")
    } else if word.count <= 20 {
      let shown = String(decoding: word, as: UTF8.self)
      guard Self.emptyWords.contains(shown.lowercased()) else { return }
      reportLinkText(link, "'\(shown)' does not say where the link leads", "")
    }
  }

  private mutating func reportLinkText(_ link: TreeNode, _ message: String, _ label: String) {
    let text = plainText(of: link)
    report(
      CommonMarkChecks.linkText, message,
      at: Diagnostic.Label(text.isEmpty ? leafSpan : span(ofLinkText: text), label),
      help: "name the page or the document in the link's text")
  }

  /// The place of a link's text; looked for from the start, as its destination lies behind it.
  func span(ofLinkText text: [UInt8]) -> Span {
    if fixedSpan != nil { return leafSpan }
    let block = leafSpan.range
    var search = SourceSearch(block.lowerBound..<min(block.upperBound, block.lowerBound + 4_000))
    let found = search.next(text, in: prepared.source) { before in
      before == UInt8(ascii: "[") || before == UInt8(ascii: "<")
    }
    return found.map { Span(file, $0) } ?? leafSpan
  }

  /// The text without spaces and punctuation around it.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isLoose(_ byte: UInt8) -> Bool {
      byte.isSpace || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ">")
    }
    let start = text.drop(while: isLoose)
    guard let last = start.lastIndex(where: { !isLoose($0) }) else { return [] }
    return start[...last]
  }

  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "http://".utf8) || text.starts(with: "https://".utf8)
      || text.starts(with: "www.".utf8)
  }
}
