import Inspections

/// What an area's page says first: when it was inspected and visited, what became of it.
struct AreaSummary {
  private let overview: AreaOverview
  private let site: SiteContext

  init(of overview: AreaOverview, in site: SiteContext) {
    self.overview = overview
    self.site = site
  }

  private var register: Register { site.register }
  private var area: Area { overview.area }

  /// One to three sentences of plain text.
  var words: String {
    [seen, ended].compactMap { $0 }.joined(separator: " ")
  }

  private var seen: String {
    guard !overview.reports.isEmpty else {
      return area.standing.map { AreaWords.standing($0) + "." }
        ?? "No report on this area is held or known of."
    }
    let inspections = overview.reports.filter(\.inspects)
    let visits = overview.reports.filter(\.isVisit)
    var deeds: [String] = []
    if let last = inspections.last {
      deeds.append(
        "inspected "
          + (inspections.count > 3
            ? "\(NumberWords.count(inspections.count, "time", "times")), last \(year(last))"
            : NumberWords.list(years(of: inspections))))
    }
    let term = visits.last.flatMap { ReportWords.visitTerm(of: $0, in: register) }
    if let visit = visits.last, term == nil { deeds.append("visited \(month(visit))") }
    var sentences =
      deeds.isEmpty ? [] : [NumberWords.capitalised(deeds.joined(separator: " and ")) + "."]
    if let visit = visits.last, let term { sentences.append("Last \(term.one): \(date(visit)).") }
    guard !sentences.isEmpty else { return "No inspection of this area is held." }
    let seen = sentences.joined(separator: " ")
    guard let last = overview.reports.last(where: \.followsUp), let found = found(by: last) else {
      return seen
    }
    return "\(seen) Progress \(last === visits.last ? "then" : month(last)): \(found)."
  }

  /// What a report concludes on what was asked before, the recorded conclusion first: `Satisfactory
  /// progress as a whole; of seven areas for improvement, Satisfactory progress on five and …`.
  private func found(by report: Report) -> String? {
    var parts: [String] = []
    if let overall = FollowUpWords.overallWords(of: report, in: register) {
      parts.append("\(overall) as a whole")
    }
    let asked = register.followed(by: report, among: overview.reports)
    if let tally = ProgressTally(of: report, on: asked, in: register),
      let followed = asked.first ?? register.followed(by: report).first
    {
      let framework = register.framework(of: report)
      let term = ReportWords.term(of: followed, in: register)
      let counts = tally.counts.map {
        "\(ReportWords.progress($0.grade, in: framework)) on \(NumberWords.words($0.count))"
      }
      parts.append(
        "of \(NumberWords.count(tally.total, term.one, term.many)), \(NumberWords.list(counts))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private var ended: String? {
    guard let end = area.life.to.known(), end.latest < site.now.day else { return nil }
    let closed = overview.recommendations.filter {
      if case .closed = $0.status { true } else { false }
    }.count
    let outstanding = overview.recommendations.count - closed
    let term =
      overview.recommendations.first
      .map { ReportWords.term(of: $0.report, in: register) } ?? .recommendation
    let left =
      outstanding == 0
      ? "" : " with \(NumberWords.count(outstanding, term.one, term.many)) not closed"
    let start = "The \(AreaWords.noun(area)) ended \(DueWords.at(end))\(left)"
    return switch register.lineage.successors(of: area.id) {
    case .known(let ids):
      "\(start); \(NumberWords.list(ids.map { AreaWords.name($0, in: register) })) followed."
    case .unknown, .notRecorded: "\(start); its successor is not known."
    }
  }

  private func year(_ report: Report) -> String {
    ReportWords.year(of: report).map { "in \($0)" } ?? "at an unknown date"
  }

  /// `in 2024`, `twice in 2025`: each year once, in order.
  private func years(of reports: [Report]) -> [String] {
    let all = reports.map(year)
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }.map { words in
      switch all.filter({ $0 == words }).count {
      case 1: words
      case 2: "twice \(words)"
      case let count: "\(NumberWords.words(count)) times \(words)"
      }
    }
  }

  private func date(_ report: Report) -> String {
    report.time.map { DateWords.words($0) } ?? "date not known"
  }

  private func month(_ report: Report) -> String {
    guard let date = report.time?.start else {
      return "at an unknown date"
    }
    return date.precision == .day
      ? DueWords.at(PartialDate(monthOf: date.earliest)) : DueWords.at(date)
  }
}
