import HTML
import Inspections

/// The last inspection of an area and what it found on the whole: the first thing that readers ask.
struct LatestInspection {
  let report: Report
  private let register: Register

  /// The last of an area's `reports`, which are in order of time; nil where none is an inspection.
  init?(of reports: [Report], in register: Register) {
    self.init(lastOf: reports, in: register) { _ in true }
  }

  /// The last of which a grade is held; nil where there is none.
  init?(gradedAmong reports: [Report], in register: Register) {
    self.init(lastOf: reports, in: register, where: \.isGraded)
  }

  /// The last of those that `isWanted`.
  private init?(lastOf reports: [Report], in register: Register, where isWanted: (Self) -> Bool) {
    func isShown(_ report: Report) -> Bool {
      report.inspects && isWanted(Self(report: report, register: register))
    }
    guard let report = reports.last(where: isShown) else { return nil }
    self.init(report: report, register: register)
  }

  private init(report: Report, register: Register) {
    self.report = report
    self.register = register
  }

  /// The last of which a grade is held, else the last: what stands beside an area in lists.
  static func shown(of reports: [Report], in register: Register) -> Self? {
    Self(gradedAmong: reports, in: register) ?? Self(of: reports, in: register)
  }

  /// `Inadequate, the lowest of four grades, at the inspection of June 2009`; what its judgements add up
  /// to where it gives no grade on the whole.
  var words: String {
    switch report.overall?.value {
    case .grade(let grade):
      [ReportWords.grade(grade, in: framework), place(of: grade), inspected]
        .compactMap { $0 }.joined(separator: ", ")
    case .split(let grades):
      "Between \(NumberWords.list(grades.map { ReportWords.grade($0, in: framework) })), "
        + inspected
    case .notGraded, .unknown, nil:
      only.map { only in
        [
          "\(only.name): \(ReportWords.grade(only.grade, in: framework))", place(of: only.grade),
          inspected,
        ].compactMap { $0 }.joined(separator: ", ")
      } ?? withoutOverall
    }
  }

  /// When it was, as it stands beside a mark: `June 2009`, or `published 10 May 2010` where it is not
  /// known when inspectors were there; and that a later one's grade is not known.
  func time(among reports: [Report]) -> String {
    let later = Self(of: reports, in: register).map { $0.report === report ? "" : $0.when } ?? ""
    return when + (later.isEmpty ? "" : "; no grade held of \(later)")
  }

  private var when: String { ReportWords.time(of: report) }

  /// Its overall grade as a mark, or how its judgements divide where no such grade is held.
  func mark(naming name: String = "") -> HTMLFragment {
    switch report.overall?.value {
    case .grade, .split: return ReportWords.overallMark(of: report, in: register)
    case .notGraded, .unknown, nil:
      if let only { return GradeMark.html(.grade(only.grade), in: framework) }
      guard let counted else {
        return register.expectsOverall(report)
          ? ReportWords.overallMark(of: report, in: register, naming: name) : .empty
      }
      var buffer = HTMLBuffer()
      buffer.text("\(isPartial ? "judgements known" : "judgements"): \(counted)")
      return buffer.fragment()
    }
  }

  /// Whether any grade of it is held, on the whole or on a part.
  var isGraded: Bool { TallyWords.isGraded(report, in: register) }

  private var framework: Framework? { register.framework(of: report) }

  /// The one judgement of a report that nobody expects more of.
  private var only: (name: String, grade: GradeID)? {
    TallyWords.onlyGrade(of: report, in: register)
  }

  /// What its judgements add up to; nil where none is graded.
  private var counted: String? { TallyWords.grades(of: report, in: register) }

  /// Whether more may have been judged than is held.
  private var isPartial: Bool { report.form == .knownOf }

  private var withoutOverall: String {
    var parts: [String] = []
    if register.expectsOverall(report) {
      switch report.overall?.value {
      case .notGraded: parts.append("not graded as a whole")
      case nil where report.holdsText: parts.append("no overall grade")
      case .grade, .split, .unknown, nil: parts.append("overall grade not known")
      }
    }
    if let counted { parts.append(isPartial ? "\(counted), as far as known" : counted) }
    let inspected = NumberWords.capitalised(self.inspected)
    return parts.isEmpty
      ? "\(inspected); no grade is held" : "\(inspected): \(parts.joined(separator: "; "))"
  }

  /// Where a grade stands on its scale: `the best of four grades`, `third of four grades`.
  private func place(of grade: GradeID) -> String? {
    let grades = framework?.grades ?? []
    guard grades.count > 1, let place = grades.firstIndex(where: { $0.id.value == grade }) else {
      return nil
    }
    let all = "of \(NumberWords.words(grades.count)) grades"
    return switch place {
    case 0: "the best \(all)"
    case grades.count - 1: "the lowest \(all)"
    default: "\(NumberWords.ordinal(place + 1)) \(all)"
    }
  }

  /// `at the inspection of June 2009`, `at the inspection published in June 2009`, or in the report by its
  /// framework's own name.
  private var inspected: String {
    let term = framework?.reportTerm?.one ?? "inspection"
    let name = (term.hasSuffix("inspection") ? "at the " : "in the ") + term
    return name + (report.date == nil ? ", " : " ") + ReportWords.ofTime(report)
  }
}
