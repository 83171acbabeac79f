public import Diagnostics

/// Grades carried over from an earlier report that are not that report's.
public enum CarriedGrade {
  /// The check `carried-grade`.
  public static let check = Check(
    "carried-grade", .references, .error,
    summary: "A grade that is carried over is the grade of the report it comes from.",
    explanation: """
      A report may give grades again that an earlier one reached, without looking again: \
      `carried_from` names that report, and the grade is dated and counted as its. It must then agree \
      with what that report gave on the same aspects, and there must be such a judgement, of the same \
      area or of one that has to do with it. What an earlier report judged that was withdrawn since is \
      told of, as a warning, for it stands no more. Grades of \
      two frameworks are held against each other only where an equivalence is published; scores are \
      held against each other where both reports give one.

      Example: `{aspect: caring, grade: outstanding, carried_from: oak-house-2021}`, where the report \
      of 2021 judged it good.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.judgements.compactMap { judgement in
      judgement.carriedFrom.flatMap { run(judgement, of: report, from: $0, context.register) }
    }
  }

  private static func run(
    _ judgement: Judgement, of report: Report, from source: Located<ReportID>,
    _ register: Register
  ) -> Diagnostic? {
    guard let earlier = register.reports[source.value].map(register.original(of:)) else {
      return nil
    }
    guard earlier !== report else { return .carriedFromItself(source, judgement) }
    if let date = earlier.date, let own = report.date, date.isCertainlyAfter(own) {
      return .carriedFromLater(source, date, judgement)
    }
    let areas = judgement.area.map { [$0.value] } ?? report.areas.map(\.value)
    guard let found = earlier.judgement(like: judgement), earlier.isOf(areas, in: register) else {
      return .carriedFromNothing(source, judgement)
    }
    let ours = register.framework(of: judgement, in: report)
    let theirs = register.framework(of: found, in: earlier)
    if let expected = grade(found.grade.value, of: theirs, on: ours),
      expected != judgement.grade.value
    {
      return .carriedDiffers(judgement, from: found, of: source)
    }
    if let score = judgement.score, let other = found.score, score.value != other.value {
      return .carriedScoreDiffers(score, other, judgement, of: source)
    }
    return earlier.stands ? nil : .carriedFromWithdrawn(source, earlier, judgement)
  }

  /// What a grade on the scale of `theirs` is on that of `ours`; nil where nobody says.
  private static func grade(
    _ given: JudgedGrade, of theirs: Framework?, on ours: Framework?
  ) -> JudgedGrade? {
    guard let theirs, let ours, theirs !== ours else { return given }
    guard case .grade(let grade) = given else { return nil }
    if let mapping = theirs.mappings.first(where: { $0.to.value == ours.id }) {
      return mapping.grades.first { $0.value.from == grade }.map { .grade($0.value.to) }
    }
    // Read backwards, an equivalence may be of several grades, and then decides nothing.
    let back = ours.mappings.first { $0.to.value == theirs.id }?.grades
      .filter { $0.value.to == grade }
    return back?.count == 1 ? back?.first.map { .grade($0.value.from) } : nil
  }
}

extension Report {
  /// Whether it is on one of some areas, or on one that has to do with them; so where either names none.
  fileprivate func isOf(_ ids: [AreaID], in register: Register) -> Bool {
    let own = Set(areas.map(\.value))
    return own.isEmpty || ids.isEmpty || ids.contains(where: own.contains)
      || !register.areas(connectedWith: own).isDisjoint(with: ids)
  }
}

extension JudgedGrade {
  /// The grade as it is written in front matter.
  var written: String {
    switch self {
    case .grade(let grade): grade.name
    case .split(let grades): grades.map(\.name).joined(separator: ", ")
    case .notGraded: "none"
    case .unknown: "unknown"
    }
  }
}

extension Diagnostic {
  fileprivate static func carriedFromItself(
    _ source: Located<ReportID>, _ judgement: Judgement
  ) -> Diagnostic {
    Diagnostic(
      CarriedGrade.check, "'\(source.value)' is this report itself", at: Label(source.span),
      help: "name the report that reached the grade", subject: .field(judgement.path))
  }

  fileprivate static func carriedFromLater(
    _ source: Located<ReportID>, _ date: PartialDate, _ judgement: Judgement
  ) -> Diagnostic {
    Diagnostic(
      CarriedGrade.check, "'\(source.value)' is later than this report, \(date)",
      at: Label(source.span, "a grade cannot be carried back"),
      help: "name the report that reached the grade", subject: .field(judgement.path))
  }

  fileprivate static func carriedFromNothing(
    _ source: Located<ReportID>, _ judgement: Judgement
  ) -> Diagnostic {
    Diagnostic(
      CarriedGrade.check, "'\(source.value)' has no judgement on the same of this area",
      at: Label(source.span, "nothing to carry over"),
      secondary: [Label(judgement.span, "carried over")],
      help: "name the report that reached the grade, or take 'carried_from' out",
      subject: .field(judgement.path))
  }

  fileprivate static func carriedFromWithdrawn(
    _ source: Located<ReportID>, _ earlier: Report, _ judgement: Judgement
  ) -> Diagnostic {
    Diagnostic(
      CarriedGrade.check, level: .warning, "'\(source.value)' was withdrawn",
      at: Label(source.span, "its judgements stand no more"),
      secondary: earlier.withdrawal.map { [Label($0.date.span, "withdrawn then")] } ?? [],
      help: "take the judgement out, or 'carried_from' if this report judged it itself",
      subject: .field(judgement.path))
  }

  fileprivate static func carriedDiffers(
    _ judgement: Judgement, from found: Judgement, of source: Located<ReportID>
  ) -> Diagnostic {
    Diagnostic(
      CarriedGrade.check,
      "'\(judgement.grade.value.written)' is carried over from report '\(source.value)', which gave "
        + "'\(found.grade.value.written)'",
      at: Label(judgement.grade.span, "not that report's grade"),
      secondary: [Label(found.grade.span, "what it gave")],
      help: "correct one of the two, or take 'carried_from' out", subject: .field(judgement.path))
  }

  fileprivate static func carriedScoreDiffers(
    _ score: Located<Score>, _ other: Located<Score>, _ judgement: Judgement,
    of source: Located<ReportID>
  ) -> Diagnostic {
    Diagnostic(
      CarriedGrade.check,
      "'\(score.value.words)' is carried over from report '\(source.value)', which gave "
        + "'\(other.value.words)'",
      at: Label(score.span, "not that report's score"),
      secondary: [Label(other.span, "what it gave")],
      help: "correct one of the two, or take 'carried_from' out", subject: .field(judgement.path))
  }
}
