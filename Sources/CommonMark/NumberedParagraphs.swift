import Diagnostics

extension CommonMarkChecks {
  /// The numbers of paragraphs.
  static let paragraphNumber = Check(
    "paragraph-number", .structure, .error,
    summary: "The numbers of paragraphs form one series through the whole body.",
    explanation: """
      Looks at the number typed before each numbered paragraph, which is an item of an ordered \
      list at the top level of the body. The series starts at 1 and runs on across headings; no \
      number is left out, comes twice or goes back. In a digest, which keeps the numbers of its \
      original, numbers may be left out. Other reports, responses and the press cite a paragraph \
      by its number, and its address is made of it.

          47. The service area has no plan for court reports.

          49. Managers do not read reports before they are filed.

      A number that seems to be missing may stand in the text before: `48.` starts a paragraph \
      only after a blank line. A list that is no numbered paragraph is written with `1)`, `2)`.

      Source: docs/writing.md.
      """)
}

/// A numbered paragraph whose plain text still grows with that of its body.
struct NumberedParagraphDraft {
  let number: Int
  let span: Span
  /// Its bytes in the plain text of the body.
  let text: Range<Int>

  func paragraph(in text: [UInt8]) -> NumberedParagraph {
    NumberedParagraph(number: number, span: span, bytes: text[self.text])
  }
}

/// Where the series of numbered paragraphs stands.
struct ParagraphNumbering {
  /// The numbered paragraph that the walk is in.
  var current: Int?
  /// The number that the next `<p>` starts with.
  private var pending: Int?
  private var last: (number: Int, span: Span)?
  private var places: [Int: Span] = [:]

  /// What is wrong with a number.
  enum Fault {
    case gap(after: Int, Span?)
    case `repeat`(Span)
    case disorder(after: Int, Span)
  }

  /// Enters a paragraph and compares its number with those before.
  mutating func enter(_ number: Int, at span: Span, allowsGaps: Bool) -> Fault? {
    current = number
    pending = number
    let first = places[number]
    if first == nil { places[number] = span }
    let before = last
    if let first { return .repeat(first) }
    if let before, number < before.number { return .disorder(after: before.number, before.span) }
    last = (number, span)
    let expected = (before?.number ?? 0) + 1
    return allowsGaps || number == expected ? nil : .gap(after: expected - 1, before?.span)
  }

  /// The number to write, once.
  mutating func takePending() -> Int? {
    defer { pending = nil }
    return pending
  }
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
    let fault = numbering.enter(
      number, at: digits, allowsGaps: options.paragraphs == .withGaps)
    if let fault {
      diagnostics.append(.paragraphNumber(number, at: digits, fault))
    }
    if let last = headings.indices.last {
      if headings[last].firstParagraph == nil { headings[last].firstParagraph = number }
      headings[last].lastParagraph = number
    }
    containers.append(.numberedParagraph(plainStart: output.plain.count, number: number))
    output.startLine()
    output.markup("<div class=\"numbered-paragraph\"")
    let id = "para-\(number)"
    if slugs.claim(id) {
      output.markup(" id=\"")
      output.escaped(id.utf8)
      output.markup("\"")
    }
    output.markup(">\n")
    let first = item.firstChild
    if first?.kind != .paragraph || first.flatMap({ embedAlone(in: $0) }) != nil {
      writeNumberAlone()
    }
  }

  mutating func leaveNumberedParagraph(_ item: TreeNode, plainStart: Int, number: Int) {
    writeNumberAlone()
    numbering.current = nil
    output.startLine()
    output.markup("</div>\n")
    let text = output.plain[plainStart...]
    let end = text.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? plainStart
    paragraphs.append(
      NumberedParagraphDraft(number: number, span: span(of: item), text: plainStart..<end))
  }

  /// Writes the number that a `<p>` which has just been opened starts with, if there is one.
  mutating func writePendingNumber() {
    guard let number = numbering.takePending() else { return }
    writeNumber(number)
    output.markup(" ")
  }

  /// Writes the number of a paragraph as the link to it.
  private mutating func writeNumber(_ number: Int) {
    output.markup("<a class=\"paragraph-number\" href=\"#para-")
    output.number(number)
    output.markup("\">")
    output.number(number)
    output.markup(".</a>")
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

extension Diagnostic {
  fileprivate static func paragraphNumber(
    _ number: Int, at span: Span, _ fault: ParagraphNumbering.Fault
  ) -> Diagnostic {
    let message: String
    var secondary: [Label] = []
    var help: String?
    switch fault {
    case .gap(let before, let place):
      let missing = number - before - 1 == 1 ? "\(before + 1)" : "\(before + 1) to \(number - 1)"
      message =
        before == 0 && number == 0
        ? "'0' is not the number of a paragraph; they start at 1"
        : "'\(number)' leaves out \(missing)"
      if let place { secondary.append(Label(place, "paragraph \(before)")) }
      help =
        "see whether '\(before + 1).' stands in the text before without a blank line, or renumber"
    case .repeat(let place):
      message = "'\(number)' is the number of two paragraphs"
      secondary.append(Label(place, "the first"))
      help =
        "for a list that is no numbered paragraph write '\(number))', else renumber the later one"
    case .disorder(let before, let place):
      message = "'\(number)' comes after paragraph \(before)"
      secondary.append(Label(place, "paragraph \(before)"))
      help = "for a list that is no numbered paragraph write '\(number))', else put them in order"
    }
    return Diagnostic(
      CommonMarkChecks.paragraphNumber, message, at: Label(span), secondary: secondary,
      notes: ["paragraphs are numbered in one series through the body, across headings"],
      help: help, subject: .paragraph(number))
  }
}
