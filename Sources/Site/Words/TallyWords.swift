import Inspections

/// What judgements and conclusions on progress add up to, in English; the same on every page, in
/// feeds and in plain text.
enum TallyWords {
  /// `3 Good, 7 Inadequate; 2 looked at and not graded; left out, because aspects that are part of
  /// them are judged: Practice and Systems`; nil where a report judges too little to be counted.
  ///
  /// With an area, what of it is of that one.
  static func judgements(
    of report: Report, on area: AreaID? = nil, in register: Register
  ) -> String? {
    words(JudgementTally(of: report, on: area, in: register), of: report, in: register)
  }

  /// The same of a tally that is at hand.
  static func words(
    _ tally: JudgementTally, of report: Report, in register: Register
  ) -> String? {
    let framework = register.framework(of: report)
    guard tally.total > 1 else { return nil }
    let grades = grades(in: tally, of: framework)
    var others: [String] = tally.counts.compactMap { given, count in
      switch given {
      case .grade, .split: nil
      case .notGraded: "\(count) looked at and not graded"
      case .unknown: "\(count) with a grade not known"
      }
    }
    if tally.scored > 0 { others.append("\(tally.scored) with a score and no grade") }
    if !tally.carried.isEmpty { others.append(carried(tally.carried, in: register)) }
    if !tally.partners.isEmpty { others.append(partners(tally.partners, of: report, in: register)) }
    let left = tally.sections.map { names(of: $0, in: framework) }
    if !left.isEmpty {
      others.append(
        "left out, because aspects that are part of \(left.count == 1 ? "it" : "them") are judged: "
          + NumberWords.list(left))
    }
    return ([grades.joined(separator: ", ")] + others).filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  /// Only the grades among them: `3 Good, 7 Inadequate`; nil where none is counted.
  static func grades(of report: Report, in register: Register) -> String? {
    let tally = JudgementTally(of: report, in: register)
    let grades = grades(in: tally, of: register.framework(of: report))
    return grades.isEmpty ? nil : NumberWords.list(grades)
  }

  /// Whether a report gives a grade, on the whole or on a part, that counts with it.
  static func isGraded(_ report: Report, in register: Register) -> Bool {
    switch report.overall?.value {
    case .grade, .split: true
    case .notGraded, .unknown, nil: grades(of: report, in: register) != nil
    }
  }

  private static func grades(in tally: JudgementTally, of framework: Framework?) -> [String] {
    tally.counts.compactMap { given, count in
      switch given {
      case .grade(let grade): counted(count, ReportWords.grade(grade, in: framework))
      case .split(let split):
        "\(count) between \(NumberWords.list(split.map { ReportWords.grade($0, in: framework) }))"
      case .notGraded, .unknown: nil
      }
    }
  }

  /// `carried over and counted there: 1 from 2021, 2 from May 2022`.
  private static func carried(
    _ carried: [JudgementInReport], in register: Register
  ) -> String {
    let counts = Dictionary(carried.map { ($0.source.id, 1) }, uniquingKeysWith: +)
    var seen: Set<ReportID> = []
    let parts = carried.map(\.source).filter { seen.insert($0.id).inserted }.map {
      "\(counts[$0.id] ?? 0) from \(ReportWords.source($0, in: register))"
    }
    return "carried over and counted there: \(parts.joined(separator: ", "))"
  }

  /// `not counted, because it is on another scale: Education`.
  private static func partners(
    _ partners: [JudgementInReport], of report: Report, in register: Register
  ) -> String {
    let names = partners.map { found -> String in
      switch found.judgement.subject {
      case .aspects(let aspects):
        NumberWords.list(
          aspects.map {
            register.aspect($0.value, of: found.judgement, in: report)?.aspect.title
              ?? $0.value.name
          })
      case .other(let text): text.plain
      }
    }
    return "not counted, because \(names.count == 1 ? "it is" : "they are") on another scale: "
      + NumberWords.list(names)
  }

  /// Where the count is from: of a report that is known through others, only what those tell.
  ///
  /// `place` says where the judgements stand: ` below`.
  static func source(of report: Report, _ place: String = "") -> String {
    "counted from the judgements\(place)" + (report.form == .knownOf ? ", as far as known" : "")
  }

  /// What the judgements of a report add up to that gives no overall grade; empty for others.
  static func insteadOfOverall(of report: Report, in register: Register) -> String {
    guard report.overall == nil else { return "" }
    return judgements(of: report, in: register).map { "\(source(of: report)): \($0)" } ?? ""
  }

  /// `Hygiene rating: Clean (4)`: the one judgement of a report that nobody expects more of; nil for
  /// other reports.
  static func only(of report: Report, in register: Register) -> String? {
    onlyGrade(of: report, in: register).map { name, grade in
      "\(name): \(ReportWords.grade(grade, in: register.framework(of: report)))"
    }
  }

  /// The name and the grade of that judgement.
  static func onlyGrade(
    of report: Report, in register: Register
  ) -> (name: String, grade: GradeID)? {
    guard !register.expectsOverall(report), report.judgements.count == 1,
      let judgement = report.judgements.first,
      case .grade(let grade)? = JudgementTally(of: report, in: register).counts.first?.given
    else { return nil }
    let name = names(of: judgement, in: register.framework(of: report))
    return name.isEmpty ? nil : (name, grade)
  }

  /// `of 7: 5 Satisfactory progress, 2 Inadequate progress`, `Satisfactory progress on the one item, 4`; nil
  /// where nothing is concluded.
  ///
  /// Of a report that follows several, what it concludes on those `asked`, on all for nil; with a
  /// body, what it concludes of that one.
  static func progress(
    of report: Report, on asked: [Report]? = nil, of body: OrganisationID? = nil,
    in register: Register
  ) -> String? {
    guard let tally = ProgressTally(of: report, on: asked, of: body, in: register) else {
      return nil
    }
    let framework = register.framework(of: report)
    if tally.items.count == 1, let only = tally.items.first {
      let words =
        only.shared.map { ReportWords.progress($0, in: framework) }
        ?? concluded(only, by: report, in: register)
      return "\(words) on the one item, \(only.number)"
    }
    let counts = tally.counts.map {
      counted($0.count, ReportWords.progress($0.grade, in: framework))
    }
    let parts =
      (counts.isEmpty ? [] : [counts.joined(separator: ", ")])
      + tally.divided.map { "on item \($0.number) \(concluded($0, by: report, in: register))" }
    return "of \(tally.total): " + parts.joined(separator: "; ")
      + (tally.isItemised ? "" : "; which ones is not known")
  }

  /// What is concluded of each body: `Good progress for the Ports Authority and None for the Ministry`.
  static func concluded(
    _ item: ProgressTally.Item, by visit: Report, in register: Register
  ) -> String {
    NumberWords.list(
      item.conclusions.map { conclusion in
        ReportWords.progress(conclusion.judgement.value, in: register.framework(of: visit))
          + RecommendationWords.forBodies(conclusion.to, in: register)
      })
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
