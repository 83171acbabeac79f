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
    let reports = overview.reports.filter { $0.visit == nil && $0.kind.value == .inspection }
    let visits = overview.reports.filter { $0.visit != nil }
    guard let last = reports.last else {
      return overview.reports.isEmpty
        ? "No report on this area is held or known of." : "No inspection of this area is held."
    }
    let times =
      reports.count > 3
      ? "\(NumberWords.count(reports.count, "time", "times")), last \(year(last))"
      : NumberWords.list(reports.map(year))
    guard let visit = visits.last else { return "Inspected \(times)." }
    return "Inspected \(times) and visited \(month(visit))\(found(by: visit))."
  }

  /// What the last visit found: `. Of seven areas for improvement: Satisfactory progress on five and …`.
  private func found(by visit: Report) -> String {
    guard let tally = ReportFacts(of: visit, in: register).progressTally,
      let follows = visit.visit.flatMap({ register.reports[$0.follows.value] })
    else { return "" }
    let framework = register.framework(of: visit)
    let term = ReportWords.term(of: follows, in: register)
    let parts = tally.counts.map {
      "\(ReportWords.progress($0.grade, in: framework)) on "
        + NumberWords.words($0.count)
    }
    return parts.isEmpty
      ? ""
      : ". Of \(NumberWords.count(tally.total, term.one, term.many)): "
        + NumberWords.list(parts)
  }

  private var ended: String? {
    guard let end = area.life.to.known(), end.latest < site.now.day else { return nil }
    let closed = overview.recommendations.filter {
      if case .closed = $0.status { true } else { false }
    }.count
    let outstanding = overview.recommendations.count - closed
    let term =
      overview.recommendations.first
      .map { ReportWords.term(of: $0.report, in: register) } ?? .usual
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

  private func month(_ report: Report) -> String {
    guard let date = report.time?.start else {
      return "at an unknown date"
    }
    return date.precision == .day
      ? DueWords.at(PartialDate(monthOf: date.earliest)) : DueWords.at(date)
  }
}
