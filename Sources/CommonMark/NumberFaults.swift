public import Diagnostics

/// What is wrong with the number of one paragraph.
struct NumberFault {
  /// How many numbers were entered up to it.
  let place: Int
  let number: PrintedNumber
  let span: Span
  let fault: ParagraphNumbering.Fault
}

/// A number in a text that numbers nothing as it is typed: `4.There`, `4)`, one in code or in a list.
public struct UnreadNumber: Sendable {
  /// The number.
  public let number: Int
  /// Where it was typed.
  public let span: Span
  let message: String
  /// What to write instead.
  public let help: String
  /// The numbered paragraph that it stands in.
  let paragraph: PrintedNumber?
  /// Whether it can be nothing but the next number of the series, which then lacks it.
  let continues: Bool
  /// Whether it is told where no number is missing, too.
  let isSuspect: Bool
}

/// One slip makes several numbers wrong: it is told once, where it was made.
extension BodyRenderer {
  /// Reports what is wrong with the numbers of paragraphs, when all of the body has been looked at.
  mutating func reportNumbers() {
    defer { numbering.current = nil }
    hasNumberFaults = !numbering.faults.isEmpty || hasLostParagraphs
    var faults = numbering.faults[...]
    unreadNumbers.sort { $0.span.start < $1.span.start }
    var untold: [UnreadNumber] = []
    var unread = unreadNumbers[...]
    while let fault = faults.first {
      let run = faults.prefixOfRun
      faults = faults.dropFirst(run.count)
      guard run.count == 1, case .gap(let first, let last, let before) = fault.fault else {
        reportRun(run, filledBy: takeGap(after: run, of: &faults))
        continue
      }
      var cause: UnreadNumber?
      while let next = unread.first, next.span.start < fault.span.start {
        unread.removeFirst()
        if next.span.start > before?.span.start ?? -1, next.number >= first.whole ?? .max,
          next.number <= last.whole ?? 0
        {
          cause = cause ?? next
        } else {
          untold.append(next)
        }
      }
      diagnostics.append(
        cause.map { .unreadNumber($0, CommonMarkChecks.paragraphNumber) }
          ?? .paragraphNumber(fault, last: 0, meant: nil))
    }
    unreadNumbers = (untold + unread).filter(\.isSuspect)
    for unread in unreadNumbers {
      hasNumberFaults = hasNumberFaults || unread.continues
      diagnostics.append(
        .unreadNumber(
          unread,
          unread.continues ? CommonMarkChecks.paragraphNumber : CommonMarkChecks.markupAsText))
    }
  }
}

extension BodyRenderer {
  /// Takes the gap that follows a run of wrong numbers at once and is as long: those that were meant.
  private func takeGap(
    after run: ArraySlice<NumberFault>, of faults: inout ArraySlice<NumberFault>
  ) -> PrintedNumber? {
    guard let last = run.last, let next = faults.first, next.place == last.place + 1,
      case .gap(let first, let end, _) = next.fault, let start = first.whole, let stop = end.whole,
      stop - start + 1 == run.count
    else { return nil }
    faults.removeFirst()
    return first
  }

  private mutating func reportRun(_ run: ArraySlice<NumberFault>, filledBy meant: PrintedNumber?) {
    guard let fault = run.first else { return }
    diagnostics.append(.paragraphNumber(fault, last: run.count - 1, meant: meant))
  }
}

extension ArraySlice<NumberFault> {
  /// The faults at its start that belong together: numbers that come again or late, one after another.
  fileprivate var prefixOfRun: ArraySlice<NumberFault> {
    var end = startIndex
    while end < endIndex, self[end].isLate,
      end == startIndex || self[end].place == self[end - 1].place + 1
    {
      end += 1
    }
    return prefix(Swift.max(1, end - startIndex))
  }
}

extension NumberFault {
  /// Whether the number was there before, or a later one was.
  fileprivate var isLate: Bool {
    switch fault {
    case .repeat, .disorder: true
    case .zero, .gap, .stray: false
    }
  }
}

extension Diagnostic {
  /// `last` is how many paragraphs after it are wrong with it, `meant` the number that is missing in its
  /// place, where that is known.
  fileprivate static func paragraphNumber(
    _ wrong: NumberFault, last: Int, meant: PrintedNumber?
  ) -> Diagnostic {
    let number = wrong.number
    let message: String
    var secondary: [Label] = []
    let help: String
    // What is no number is written otherwise.
    let list = "for a list that is no numbered paragraph write '\(number))', else "
    let other = "for what is no number write '\(number.typedAsText)', else "
    let remedy = number.whole == nil ? other : list
    let renumber =
      meant.map { "write '\($0.marker)'" + (last == 0 ? "" : ", and so on") }
      ?? (last == 0 ? nil : "give each its own number")
    switch wrong.fault {
    case .zero:
      message = "'0' is not the number of a paragraph; they start at 1"
      help = "see whether '1.' stands in the text before without a blank line, or renumber"
    case .gap(let first, let last, let before):
      message = "'\(number)' leaves out \(first == last ? "\(first)" : "\(first) to \(last)")"
      if let before { secondary.append(Label(before.span, "paragraph \(before.number)")) }
      help =
        (number.whole == nil ? other : "")
        + "see whether '\(first.marker)' stands in the text before without a blank line, or renumber"
    case .repeat(let place):
      message = "'\(number)' is the number of two paragraphs"
      secondary.append(Label(place, "the first"))
      help = remedy + (renumber ?? "renumber the later one")
    case .disorder(let before):
      message = "'\(number)' comes after paragraph \(before.number)"
      secondary.append(Label(before.span, "paragraph \(before.number)"))
      help = remedy + (renumber ?? "put them in order")
    case .stray(let before, let after):
      message =
        before.map { "'\(number)' stands between paragraphs \($0.number) and \(after.number)" }
        ?? "'\(number)' stands before paragraph \(after.number)"
      if let before { secondary.append(Label(before.span, "paragraph \(before.number)")) }
      secondary.append(Label(after.span, "paragraph \(after.number)"))
      help = other + "renumber"
    }
    return Diagnostic(
      CommonMarkChecks.paragraphNumber, message, at: Label(wrong.span), secondary: secondary,
      notes: ["paragraphs are numbered in one series through the body, across headings"]
        + (last == 0
          ? []
          : [
            last == 1
              ? "the number of the next paragraph is wrong with it"
              : "the numbers of the \(last) paragraphs after it are wrong with it"
          ]),
      help: help, subject: .paragraph(number))
  }

  fileprivate static func unreadNumber(
    _ unread: UnreadNumber, _ check: Check
  ) -> Diagnostic {
    Diagnostic(
      check, unread.message, at: Label(unread.span), help: unread.help,
      subject: unread.paragraph.map(Subject.paragraph))
  }
}

extension PrintedNumber {
  /// The number as an author types it so that it numbers nothing: `2\.5`, `A4&nbsp;`.
  fileprivate var typedAsText: String {
    guard let dot = description.firstIndex(of: "."), description.first?.isNumber == true else {
      return "\(description)&nbsp;"
    }
    return description[..<dot] + "\\" + description[dot...]
  }
}
