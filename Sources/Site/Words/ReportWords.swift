import HTML
import Inspections

/// What reports say, in a few English words.
enum ReportWords {
  /// What the framework of a report calls what it asks for.
  static func term(of report: Report, in register: Register) -> PublicTerm {
    if let term = register.framework(of: report)?.recommendationTerm { return term }
    return .recommendation
  }

  /// What several reports call what they ask for, where it is the same word; else the usual one.
  ///
  /// Complexity: O(n).
  static func term(of reports: some Sequence<Report>, in register: Register) -> PublicTerm {
    var found: PublicTerm?
    for report in reports {
      let term = term(of: report, in: register)
      if let found, found.many != term.many { return .recommendation }
      found = found ?? term
    }
    return found ?? .recommendation
  }

  /// The same of all reports of a register, translations aside.
  static func term(in register: Register) -> PublicTerm {
    term(of: register.links.originals.lazy.filter(\.asks), in: register)
  }

  /// `seven areas for improvement`; nil where the register holds none.
  static func asked(by report: Report, in register: Register) -> String? {
    guard !report.recommendations.isEmpty else { return nil }
    let term = term(of: report, in: register)
    return NumberWords.count(report.recommendations.count, term.one, term.many)
  }

  /// The areas it is about, and when it is of, in short: `Far South West, June 2009`; of none, its title,
  /// which says by itself what it is of.
  static func place(of report: Report, in register: Register) -> String {
    guard !report.areas.isEmpty else { return report.title.value.plain }
    let areas =
      report.areas.count > 3
      ? "\(report.areas.count) areas"
      : NumberWords.list(report.areas.map { AreaWords.name($0.value, in: register) })
    return areas + ", " + time(of: report)
  }

  /// When inspectors were there and when the report appeared, as far as is known: `inspected June and
  /// July 2007, published February 2008`.
  static func dates(of report: Report, in register: Register) -> String {
    var words =
      report.fieldwork.known().map { DateWords.label(verb(of: report, in: register), $0) } ?? ""
    func add(_ label: String) { words += words.isEmpty ? label : ", " + label }
    if let published = report.published.known() {
      add(DateWords.label("published", published))
      return words
    }
    if let cover = report.dated.known() { add(DateWords.label("dated", cover)) }
    return words.isEmpty ? "date not known" : words + ", date of publication not known"
  }

  private static func verb(of report: Report, in register: Register) -> String {
    switch report.kind.value {
    case .inspection: "inspected"
    case .monitoring: visitTerm(of: report, in: register) == nil ? "visited" : "fieldwork"
    case .thematic, .consultation: "fieldwork"
    }
  }

  /// What a report that follows up is called: by its framework, else a follow-up where nothing tells that
  /// inspectors went anywhere; nil where it is a visit.
  ///
  /// One that does more than follow up keeps its own name.
  static func visitTerm(of report: Report, in register: Register) -> PublicTerm? {
    let framework = register.framework(of: report)
    return switch report.kind.value {
    case .monitoring:
      framework?.visitTerm ?? (report.fieldwork.known() == nil ? .followUp : nil)
    case .inspection: framework?.reportTerm ?? .inspection
    case .thematic, .consultation: framework?.reportTerm ?? .report
    }
  }

  /// What several of them are called together: by the word that they share, else follow-ups, which all are.
  static func visitTerm(of visits: some Sequence<Report>, in register: Register) -> PublicTerm {
    var found: PublicTerm?
    for visit in visits {
      let term = visitTerm(of: visit, in: register) ?? .visit
      if let found, found.one != term.one { return .followUp }
      found = term
    }
    return found ?? .followUp
  }

  /// Visits by what they are called, in the order in which these words first come, each word for as many as
  /// there are; nil for those that are called nothing else.
  static func byTerm(
    _ visits: [Report], in register: Register
  ) -> [(term: String?, visits: [Report])] {
    var found: [(term: PublicTerm?, visits: [Report])] = []
    for visit in visits {
      let term = visitTerm(of: visit, in: register)
      if let place = found.firstIndex(where: { $0.term?.many == term?.many }) {
        found[place].visits.append(visit)
      } else {
        found.append((term, [visit]))
      }
    }
    return found.map { term, visits in (visits.count == 1 ? term?.one : term?.many, visits) }
  }

  /// What a report is called, like `Inspection report`, as it begins a line: by its framework's term for it,
  /// else its kind; a follow-up is a visit by its kind alone where it is known when that was.
  static func name(_ report: Report, in register: Register) -> String {
    let term = report.kind.value == .monitoring ? visitTerm(of: report, in: register)?.one : nil
    return (term ?? ownName(of: report, in: register)).map(NumberWords.capitalised)
      ?? RecordWords.kind(report.kind.value)
  }

  /// What the framework of a report calls it; nil where it has no term of its own for it.
  static func ownName(of report: Report, in register: Register) -> String? {
    let framework = register.framework(of: report)
    let term = report.kind.value == .monitoring ? framework?.visitTerm : framework?.reportTerm
    return term?.one
  }

  /// What a report is called and how much of it is held: `Inspection report, text not held`.
  static func nameAndForm(_ report: Report, in register: Register) -> String {
    let form = RecordWords.form(report.form)
    return name(report, in: register) + (form.isEmpty ? "" : ", \(form)")
  }

  /// The overall grade in words: `Good`, `Adequate to Good`, `not known`, `none given`.
  static func overall(of report: Report, in register: Register) -> String {
    let framework = register.framework(of: report)
    return report.overall.map { grade($0.value, in: framework) } ?? absence(of: report)
  }

  /// `overall grade: Good`, or `Hygiene rating: Clean (4)` of a report that gives one judgement and nobody
  /// expects more of; nil of others.
  static func overallOrOnly(of report: Report, in register: Register) -> String? {
    register.expectsOverall(report)
      ? "overall grade: \(overall(of: report, in: register))"
      : TallyWords.only(of: report, in: register)
  }

  /// The overall grade as a mark; where there is none, an empty outline with words, `naming` before them.
  static func overallMark(
    of report: Report, in register: Register, naming name: String = "", isScaleNamed: Bool = false
  ) -> HTMLFragment {
    let framework = register.framework(of: report)
    switch report.overall?.value {
    case nil: return GradeMark.none(name + absence(of: report), steps: framework?.grades.count)
    case .unknown: return GradeMark.none("\(name)not known", steps: framework?.grades.count)
    case let overall?: return GradeMark.html(overall, in: framework, isScaleNamed: isScaleNamed)
    }
  }

  /// That a report records no overall grade; what one that is not held gave, nobody knows.
  private static func absence(of report: Report) -> String {
    report.holdsText ? "none given" : "not known"
  }

  /// That a report may not be published, who says so, and why.
  static func restricted(_ restriction: Restriction, in register: Register) -> String {
    "\(restricted(restriction)). \(restrictor(restriction, in: register).title): "
      + restriction.reason.plain
  }

  /// That the text of a report may not be published, or not all of it.
  static func restricted(_ restriction: Restriction) -> String {
    restriction.holdsPart
      ? "The text of this report may be published in part only, and that part stands here"
      : "The text of this report may not be published"
  }

  /// Who says that a report may not be published: the title of an organisation with its id, or a name.
  static func restrictor(
    _ restriction: Restriction, in register: Register
  ) -> (title: String, id: OrganisationID?) {
    let body = register.organisations[OrganisationID(restriction.by)]
    return (body?.title.value.plain ?? restriction.by, body?.id)
  }

  /// What a report concludes on the whole: its overall grade or its one judgement, its conclusion on
  /// progress, or both; empty where it gives neither and no reader looks for one.
  static func whole(
    of report: Report, in register: Register, naming name: String = ""
  ) -> HTMLFragment {
    let progress = FollowUpWords.overall(of: report, in: register)
    let overall = overallOrOnlyMark(of: report, in: register, naming: name)
    if progress.isEmpty || overall.isEmpty { return overall.isEmpty ? progress : overall }
    var buffer = HTMLBuffer(capacity: 1280)
    buffer.fragment(overall)
    buffer.markup(" ")
    buffer.fragment(progress)
    return buffer.fragment()
  }

  /// The overall grade as a mark, or the words for its absence; of a report that gives one judgement and
  /// nobody expects more of, that one with its name; empty for others.
  static func overallOrOnlyMark(
    of report: Report, in register: Register, naming name: String = ""
  ) -> HTMLFragment {
    if register.expectsOverall(report) {
      return overallMark(of: report, in: register, naming: name)
    }
    guard let only = TallyWords.onlyGrade(of: report, in: register) else { return .empty }
    var buffer = HTMLBuffer(capacity: 704)
    buffer.words("\(only.name): ")
    buffer.fragment(GradeMark.html(.grade(only.grade), in: register.framework(of: report)))
    return buffer.fragment()
  }

  /// That no grade of a report is shown: it gives none, or none is held of one that is not here to be read.
  static func noGrade(of report: Report) -> String {
    report.holdsText ? "gives no grade" : "no grade held"
  }

  /// A grade in words, without its mark: `Good`, `Adequate to Good`, `not graded`, `not known`.
  static func grade(_ judged: JudgedGrade, in framework: Framework?) -> String {
    switch judged {
    case .grade(let id): grade(id, in: framework)
    case .split(let ids): ids.map { grade($0, in: framework) }.joined(separator: " to ")
    case .notGraded: "not graded"
    case .unknown: "not known"
    }
  }

  /// A grade's public word.
  static func grade(_ id: GradeID, in framework: Framework?) -> String {
    framework?.grade(id)?.label ?? id.name
  }

  /// A progress conclusion's public words.
  static func progress(_ id: ProgressGradeID, in framework: Framework?) -> String {
    framework?.progress.first { $0.id.value == id }?.title ?? id.name
  }
}
