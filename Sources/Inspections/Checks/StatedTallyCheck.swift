import CommonMark
public import Diagnostics

/// Tallies in the text that the recorded conclusions do not bear out.
public enum StatedTallyCheck {
  /// The check `stated-tally`.
  public static let check = Check(
    "stated-tally", .figures, .error,
    summary: "A tally in the text agrees with the conclusions that are recorded.",
    explanation: """
      "Five of the seven areas for improvement show satisfactory progress" can be counted. A tally \
      in the body, in digits or in words, is held against the progress that a visit records, or \
      against a report's judgements of aspects, where the same clause names one step of the scale \
      and the whole is the number of what was judged. "All but two of the seven" is five, and "at \
      least four" is borne out by five. Tallies of other things, of other times and in the words of \
      others, estimates, hopes and denials are left alone.

      Example: "six of the seven items: satisfactory progress" in a visit that records five.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.visit == nil ? contradictions(in: report, context) : []
  }

  /// The same of a visit, of which what it follows says how many items it concludes on.
  static func runOnVisit(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.visit == nil ? [] : contradictions(in: report, context)
  }

  private static func contradictions(
    in report: Report, _ context: CheckContext
  ) -> [Diagnostic] {
    guard report.followsUp || !report.judgements.isEmpty else { return [] }
    let lines = linesWithTallies(context.text(of: report.header))
    guard !lines.isEmpty else { return [] }
    let counts = report.scaleCounts(in: context.register)
    guard !counts.isEmpty else { return [] }
    let years = report.years
    return lines.flatMap { text -> [Diagnostic] in
      let words = words(of: text)
      return statedTallies(in: words).compactMap { tally in
        contradiction(to: tally, in: Passage(text, words, around: tally, years: years), counts).map
        {
          Diagnostic.statedTally($0, in: text, of: report)
        }
      }
    }
  }

  private static func contradiction(
    to tally: StatedTally, in passage: Passage, _ counts: [ScaleCount]
  ) -> Contradiction? {
    guard passage.isOwnStatement else { return nil }
    let names = passage.clause
    let counted = counts.filter { $0.isSubject(of: passage) }
    for count in counted {
      let named = count.steps.filter { names.contains($0.word) }
      guard named.count == 1, let step = named.first else { return nil }
      if count.total == tally.total, tally.holds(for: step.count) { return nil }
    }
    guard let count = counted.first(where: { $0.total == tally.total }),
      let step = count.steps.first(where: { names.contains($0.word) })
    else { return nil }
    let words = passage.words[tally.words]
    guard let first = words.first, let last = words.last else { return nil }
    return Contradiction(
      words: words.map(\.text).joined(separator: " "),
      bytes: first.bytes.lowerBound..<last.bytes.upperBound, step: step.word, count: step.count,
      total: count.total)
  }
}

/// A tally that the record does not bear out.
private struct Contradiction {
  let words: String
  /// Where they stand in their line.
  let bytes: Range<Int>
  let step: String
  let count: Int
  let total: Int
}

/// How many things of one kind were given each step of a scale.
private struct ScaleCount {
  struct Step {
    let word: String
    let count: Int
  }

  let total: Int
  let steps: [Step]
  /// What is counted, in the plural and in the singular.
  let nouns: Set<String>
  /// Whether one of the words must stand in the clause; else it is enough that no other is counted.
  let needsNoun: Bool

  func isSubject(of passage: Passage) -> Bool {
    needsNoun
      ? passage.clause.contains(where: nouns.contains)
      : passage.counts(nouns.union(steps.map(\.word)))
  }
}

extension Report {
  /// What can be counted in this report: conclusions on progress, or judgements of aspects.
  fileprivate func scaleCounts(in register: Register) -> [ScaleCount] {
    guard followsUp || !judgements.isEmpty, let framework = register.framework(of: self) else {
      return []
    }
    if let tally = ProgressTally(of: self, in: register) {
      let steps = framework.progress.map { step in
        ScaleCount.Step(
          word: step.id.value.name,
          count: tally.counts.first { $0.grade == step.id.value }?.count ?? 0)
      }
      let term = framework.recommendationTerm
      let nouns = things.union(words(of: "\(term.one) \(term.many)").map(\.text))
      return [ScaleCount(total: tally.total, steps: steps, nouns: nouns, needsNoun: false)]
    }
    return judgementCounts(framework, in: register)
  }

  /// Judgements of aspects may be counted with their parents or without, and with those that gave
  /// no grade or without.
  private func judgementCounts(_ framework: Framework, in register: Register) -> [ScaleCount] {
    let judged = judgements.compactMap { judgement -> (isParent: Bool, grade: JudgedGrade)? in
      guard case .aspects(let aspects) = judgement.subject,
        !register.isPartners(judgement, in: self)
      else { return nil }
      return (aspects.contains { framework.sections.contains($0.value) }, judgement.grade.value)
    }
    let leaves = judged.filter { !$0.isParent }.map(\.grade)
    let all = judged.map(\.grade)
    return [leaves, leaves.filter(\.isGraded), all, all.filter(\.isGraded)].map { grades in
      ScaleCount(
        total: grades.count,
        steps: framework.grades.map { grade in
          ScaleCount.Step(
            word: grade.id.value.name, count: grades.count { $0 == .grade(grade.id.value) })
        }, nouns: ["aspects", "judgements"], needsNoun: true)
    }
  }
}

/// What a report asks for, in the words of many frameworks.
private let things: Set<String> = [
  "recommendations", "recommendation", "actions", "action", "items", "item", "areas", "area",
  "improvements", "improvement", "issues", "issue", "points", "point", "concerns", "concern",
  "priorities", "priority", "findings", "finding", "requirements", "requirement", "conditions",
  "matters", "ones", "asks",
]

extension Report {
  /// The years in which its fieldwork, its cover and its publication lie.
  fileprivate var years: Set<Int> {
    let work = fieldwork.known()
    let dates: [PartialDate] = [published.known(), dated.known(), work?.start, work?.end]
      .compactMap { $0 }
    return Set(dates.flatMap { [$0.earliest.components.year, $0.latest.components.year] })
  }
}

extension JudgedGrade {
  /// Whether a grade, or two, was given and is known.
  fileprivate var isGraded: Bool { !grades.isEmpty }
}

extension Diagnostic {
  fileprivate static func statedTally(
    _ contradiction: Contradiction, in text: String, of report: Report
  ) -> Diagnostic {
    let paragraph = report.header.body.firstParagraph(saying: text)
    let field = report.visit?.progress?.keySpan ?? report.judgements.first?.span
    let record = field.map { Label($0, "\(contradiction.count) of \(contradiction.total) here") }
    let place = paragraph?.span ?? field ?? report.header.frontMatter
    let written = String(decoding: Array(text.utf8)[contradiction.bytes], as: UTF8.self)
    return Diagnostic(
      StatedTallyCheck.check,
      "'\(contradiction.words)' is stated for \(contradiction.step), and the record has "
        + "\(contradiction.count) of \(contradiction.total)",
      at: Label(
        place, "the text says '\(contradiction.words)'",
        words: .init(written, in: paragraph?.span.range ?? report.header.body.source)),
      secondary: paragraph == nil ? [] : [record].compactMap { $0 },
      help: "correct the tally, or the conclusions that are recorded",
      subject: paragraph.map { .paragraph($0.number) }
        ?? .field(report.followsUp ? "progress" : "judgements"))
  }
}
