import Inspections

/// What judgements and conclusions on progress add up to, in English; the same on every page, in
/// feeds and in plain text.
enum TallyWords {
  /// `3 Good, 7 Inadequate; 2 looked at and not graded; left out, for aspects that are part of them
  /// are judged: Practice and Systems`; nil where a report judges too little to be counted.
  static func judgements(of report: Report, in register: Register) -> String? {
    let framework = register.framework(of: report)
    let tally = JudgementTally(of: report, in: framework)
    guard tally.total > 1 else { return nil }
    var grades: [String] = []
    var others: [String] = []
    for (given, count) in tally.counts {
      switch given {
      case .grade(let grade):
        grades.append(counted(count, ReportWords.grade(grade, in: framework)))
      case .split(let split):
        let titles = split.map { ReportWords.grade($0, in: framework) }
        grades.append("\(count) between \(NumberWords.list(titles))")
      case .notGraded: others.append("\(count) looked at and not graded")
      case .unknown: others.append("\(count) with a grade not known")
      }
    }
    let left = tally.sections.map { names(of: $0, in: framework) }
    if !left.isEmpty {
      others.append(
        "left out, for aspects that are part of \(left.count == 1 ? "it" : "them") are judged: "
          + NumberWords.list(left))
    }
    return ([grades.joined(separator: ", ")] + others).filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  /// What the judgements of a report add up to that gives no overall grade; empty for others.
  static func insteadOfOverall(of report: Report, in register: Register) -> String {
    guard report.overall == nil else { return "" }
    return judgements(of: report, in: register).map { "counted from its judgements: \($0)" } ?? ""
  }

  /// `of 7: 5 Satisfactory progress, 2 Inadequate progress`; nil where nothing is concluded.
  static func progress(of report: Report, in register: Register) -> String? {
    guard let tally = ReportFacts(of: report, in: register).progressTally else { return nil }
    let framework = register.framework(of: report)
    let parts = tally.counts.map {
      counted($0.count, ReportWords.progress($0.grade, in: framework))
    }
    return "of \(tally.total): " + parts.joined(separator: ", ")
      + (tally.isItemised ? "" : "; which ones is not known")
  }

  /// `7 Inadequate`; a title that begins with a figure of its own stands in quotes: `2 × “1 – poor”`.
  private static func counted(_ count: Int, _ title: String) -> String {
    title.first?.isNumber ?? false ? "\(count) × “\(title)”" : "\(count) \(title)"
  }

  private static func names(of judgement: Judgement, in framework: Framework?) -> String {
    guard case .aspects(let aspects) = judgement.subject else { return "" }
    return NumberWords.list(
      aspects.map { framework?.aspect($0.value)?.title ?? $0.value.name })
  }
}
