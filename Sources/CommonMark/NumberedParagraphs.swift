public import Diagnostics

extension CommonMarkChecks {
  /// The numbers of paragraphs.
  public static let paragraphNumber = Check(
    "paragraph-number", .structure, .error,
    summary: "The numbers of paragraphs form one series through the whole body.",
    explanation: """
      Looks at the number typed before each numbered paragraph, which is an item of an ordered \
      list at the top level of the body, or a paragraph there that starts with a number like `2.14` \
      or `A3`. The series starts at 1 and runs on across headings; no number is left out at any of \
      its levels, comes twice or goes back, and numbers with other letters are a series of their \
      own. A chapter without numbered paragraphs is no gap where its heading has its number. In a \
      digest, which keeps the numbers of its original, numbers may be left out. Other reports, \
      responses and the press cite a paragraph by its number, and its address is made of it.

          47. The service area has no plan for court reports.

          49. Managers do not read reports before they are filed.

      The next number of the series without a space behind it, `48.Managers`, or with a no-break space, \
      is reported where it stands, and nothing of what refers to it. A number that seems to be missing may \
      stand in the text before: `48.` starts a paragraph \
      only after a blank line. A list that is no numbered paragraph is written with `1)`, `2)`, and \
      an amount at the start of a paragraph with a backslash: `2\\.5 million`, `A4&nbsp;paper`.

      Source: docs/writing.md.
      """)
}

/// Numbered paragraphs: blocks with a number of their own, not items of a list.
///
/// The number is text of the page, so that it can be read, searched and copied with the paragraph,
/// and a link to the paragraph itself, so that a reader can copy the address.
extension BodyRenderer {
  mutating func enterNumberedParagraph(_ item: TreeNode) {
    let place = span(of: item)
    let number = typedNumber(at: place.start)
    let digits = Span(file, place.start..<place.start + String(number).utf8.count)
    openNumberedParagraph(PrintedNumber(number), at: digits)
    let first = item.firstChild
    if first?.kind != .paragraph || first.flatMap({ embedAlone(in: $0) }) != nil {
      writeNumberAlone()
    }
  }

  /// Opens the block of a paragraph whose number stands at `place`.
  mutating func openNumberedParagraph(
    _ number: PrintedNumber, at place: Span, mayBeAmount: Bool = false
  ) {
    numbering.enter(
      number, at: place, allowsGaps: options.paragraphs == .withGaps, mayBeAmount: mayBeAmount)
    if let last = headings.indices.last {
      if headings[last].firstParagraph == nil { headings[last].firstParagraph = number }
      headings[last].lastParagraph = number
    }
    containers.append(
      .numberedParagraph(plainStart: output.plain.count, number: number, start: place.start))
    output.startLine()
    output.markup("<div class=\"numbered-paragraph\"")
    let id = "para-" + number.description
    if slugs.claim(id) {
      output.markup(" id=\"")
      output.escaped(id.utf8)
      output.markup("\"")
    }
    output.markup(">\n")
  }

  /// Closes the block of a paragraph that takes `span` of the source.
  mutating func closeNumberedParagraph(_ number: PrintedNumber, _ span: Span, plainStart: Int) {
    writeNumberAlone()
    numbering.current = nil
    output.startLine()
    output.markup("</div>\n")
    let text = output.plain[plainStart...]
    let end = text.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? plainStart
    paragraphs.append(
      NumberedParagraphDraft(number: number, span: span, text: plainStart..<end))
  }

  /// Writes the number that a `<p>` which has just been opened starts with, if there is one.
  mutating func writePendingNumber() {
    guard let number = numbering.takePending() else { return }
    writeNumber(number)
    output.markup(" ")
  }

  /// Writes the number of a paragraph as the link to it.
  private mutating func writeNumber(_ number: PrintedNumber) {
    output.markup("<a class=\"paragraph-number\" href=\"#para-")
    output.escaped(number.description.utf8)
    output.markup("\">")
    output.escaped(number.marker.utf8)
    output.markup("</a>")
  }

  /// Writes a number that has not been written, for no text follows that it could stand in.
  mutating func writeNumberAlone() {
    guard let number = numbering.takePending() else { return }
    output.startLine()
    output.markup("<p>")
    writeNumber(number)
    output.markup("</p>\n")
  }

  /// The number in the source, for cmark keeps only that of a list's first item.
  private func typedNumber(at start: Int) -> Int {
    var number = 0
    var index = start
    while index < min(prepared.range.upperBound, start + 9), prepared.source[index].isDigit {
      number = number * 10 + Int(prepared.source[index] - UInt8(ascii: "0"))
      index += 1
    }
    return number
  }
}
