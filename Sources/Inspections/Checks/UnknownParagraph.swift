import CommonMark
public import Diagnostics

/// Paragraph numbers that the report does not have.
public enum UnknownParagraph {
  /// The check `unknown-paragraph`.
  public static let check = Check(
    "unknown-paragraph", .structure, .error,
    summary: "A paragraph number leads to a numbered paragraph of the report.",
    explanation: """
      Judgements, recommendations, figures and waivers say which numbered paragraph they come from, \
      and a cross-reference leads to one. In a full text the paragraph must be there. A digest may \
      leave paragraphs out, so there a field is held against `paragraphs:`, the number that the \
      original has; a link still needs the paragraph itself.

      Where an original names a paragraph or an annex that is not the one it means, its words \
      stay and the link leads to the right place: `[paragraph 48](para:47)`. That is a notice, for a \
      reader should know, and the slip may be ours.

      Where the numbers in the body are not one series, that is said there, and nothing of the \
      paragraphs that seem to be missing in consequence.

      Example: `paragraph: 310` in a report of 131 paragraphs.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let scope = ParagraphScope(report)
    var found = MisnamedPlaces.diagnostics(of: report)
    guard scope.isKnown, !context.register.tellsOfNumbers(in: report) else { return found }
    var told: Set<PrintedNumber> = []
    for (paragraph, path) in report.statedParagraphs(where: { !scope.has($0) }) {
      // A slip in the body is told once, however many fields name the paragraph.
      let unread = report.unreadNumber(paragraph.value)
      guard unread == nil || told.insert(paragraph.value).inserted else { continue }
      found.append(
        .unknownParagraph(
          paragraph.value, at: paragraph.span, in: report,
          secondary: unread.map { [.init($0.span, "not read as its number")] } ?? [],
          subject: .field("\(path).paragraph")))
    }
    if report.form == .full { found += unknownHeadings(report) }
    return found
  }

  private static func unknownHeadings(_ report: Report) -> [Diagnostic] {
    let headings = report.header.body.headings
    return report.judgements.compactMap { judgement in
      guard let heading = judgement.heading,
        !headings.contains(where: { plainWords($0.text) == plainWords(heading.value) })
      else { return nil }
      return .unknownHeading(
        heading, among: headings.map(\.text), subject: .field("\(judgement.path).heading"))
    }
  }
}

extension Register {
  /// Whether an error in the body of a report says that its paragraphs are not numbered as they were
  /// meant: what names one that is not there may then be right.
  func tellsOfNumbers(in report: Report) -> Bool {
    guard report.header.body.hasNumberFaults else { return false }
    let names = [CommonMarkChecks.paragraphNumber, CommonMarkChecks.markupAsText].map(\.name)
    return !report.header.waivers.contains { names.contains($0.check.value) }
      && !site.checkLevels.contains { names.contains($0.value.name) }
  }
}

/// Which paragraph numbers a report can have, as far as the register knows.
private struct ParagraphScope {
  private let numbers: Set<PrintedNumber>
  private let last: Int?

  init(_ report: Report) {
    switch report.form {
    case .full: numbers = Set(report.header.body.paragraphs.map(\.number))
    case .digest, .knownOf, .restricted: numbers = []
    }
    last = report.form == .full ? nil : report.paragraphCount?.value
    isKnown = report.form == .full || last != nil
  }

  /// Whether a number can be told to be wrong at all.
  let isKnown: Bool

  func has(_ number: PrintedNumber) -> Bool {
    // How many paragraphs there are says nothing of numbers within chapters.
    if let last { return number.whole.map { $0 <= last } ?? true }
    return numbers.contains(number)
  }
}

extension Report {
  /// Those of the paragraph numbers in front matter that are sought, with the fields they belong to.
  fileprivate func statedParagraphs(
    where isSought: (PrintedNumber) -> Bool
  ) -> [(paragraph: Located<PrintedNumber>, path: String)] {
    var stated: [(paragraph: Located<PrintedNumber>, path: String)] = []
    func add(_ paragraph: Located<PrintedNumber>?, _ path: @autoclosure () -> String) {
      if let paragraph, isSought(paragraph.value) { stated.append((paragraph, path())) }
    }
    for judgement in judgements {
      add(judgement.paragraph, judgement.path)
      for part in judgement.parts { add(part.paragraph, "\(judgement.path).parts") }
    }
    for recommendation in recommendations { add(recommendation.paragraph, recommendation.path) }
    for sample in samples {
      add(sample.paragraph, "samples.\(sample.id.value)")
      for other in sample.alsoPrinted { add(other.paragraph, "samples.\(sample.id.value)") }
    }
    for survey in surveys {
      add(survey.paragraph, "surveys.\(survey.id.value)")
      for other in survey.alsoPrinted { add(other.paragraph, "surveys.\(survey.id.value)") }
    }
    for indicator in indicators { add(indicator.paragraph, "indicators.\(indicator.id.value)") }
    if case .known(let progress)? = visit?.progress?.value {
      for entry in progress { add(entry.paragraph, "progress.\(entry.recommendation.value)") }
    }
    for change in changes { for paragraph in change.paragraphs { add(paragraph, "changes") } }
    for waiver in header.waivers { add(waiver.paragraph, "waivers") }
    return stated
  }
}

extension Diagnostic {
  /// Says that a report has no such paragraph; for fields and for links alike.
  static func unknownParagraph(
    _ number: PrintedNumber, at span: Span, in report: Report,
    secondary: [Label] = [], subject: Subject?
  ) -> Diagnostic {
    Diagnostic(
      UnknownParagraph.check, "'\(number)' is not a paragraph of report '\(report.id)'",
      at: Label(span, "no such paragraph"), secondary: secondary, notes: [report.paragraphNote],
      help: report.unreadNumber(number)?.help
        ?? "give the number of the paragraph that is meant, or leave it out", subject: subject)
  }

  fileprivate static func unknownHeading(
    _ heading: Located<String>, among headings: [String], subject: Subject
  ) -> Diagnostic {
    let nearest = NearMiss.of(heading.value, among: headings)
    return Diagnostic(
      UnknownParagraph.check, "'\(heading.value)' is not a heading of this report",
      at: Label(heading.span, "no such heading"), notes: Diagnostic.candidateNotes(headings),
      help: nearest.map { "did you mean '\($0)'?" }, subject: subject)
  }
}

extension Report {
  /// Where the body has a number as it is typed by a slip.
  fileprivate func unreadNumber(_ number: PrintedNumber) -> UnreadNumber? {
    header.body.unreadNumbers.first { $0.number == number.whole }
  }

  /// Which paragraphs there are, in a sentence.
  fileprivate var paragraphNote: String {
    let numbers = header.body.paragraphs.map(\.number)
    guard let first = numbers.first, let last = numbers.last else {
      return "the body has no numbered paragraphs"
    }
    switch form {
    case .full: return "the numbered paragraphs run from \(first) to \(last)"
    case .digest, .knownOf, .restricted:
      let count = paragraphCount.map { " of the \($0.value) that the original has" } ?? ""
      return "the digest carries \(numbers.count) numbered paragraphs\(count)"
    }
  }
}
