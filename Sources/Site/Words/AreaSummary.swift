import Inspections

/// What an area's page says first: the latest grade, what a later visit found, what is open, and what
/// became of the area.
struct AreaSummary {
  private let overview: AreaOverview
  private let site: SiteContext

  init(of overview: AreaOverview, in site: SiteContext) {
    self.overview = overview
    self.site = site
  }

  private var register: Register { site.register }
  private var area: Area { overview.area }

  /// One to four sentences of plain text.
  var words: String {
    [seen, progress, standing, ended].compactMap { $0 }.joined(separator: " ")
  }

  /// The latest grade with its scale and date, and the one before where the latest is not known.
  private var seen: String? {
    let reports = overview.reports
    guard !reports.isEmpty else {
      return area.standing.map { AreaWords.standing($0) + "." }
        ?? "The register has no report of this area."
    }
    guard let latest = LatestInspection(of: reports, in: register) else {
      return reports.contains(where: \.isVisit)
        ? nil : "The register has no inspection of this area."
    }
    let words = NumberWords.capitalised(latest.words) + "."
    guard !latest.isGraded, let before = LatestInspection(gradedAmong: reports, in: register) else {
      return words
    }
    return "\(words) Before that: \(before.words)."
  }

  /// What the last report that follows another up found, or when the last visit was.
  private var progress: String? {
    if let last = overview.reports.last(where: \.followsUp), let found = found(by: last) {
      let when = last.timeBasis == .work ? month(last) : ReportWords.occasion(last, in: register)
      return "Progress \(when): \(found)."
    }
    return overview.reports.last(where: \.isVisit).map { visit in
      if let term = ReportWords.visitTerm(of: visit, in: register) {
        return "Last \(term.one): \(ReportWords.time(of: visit))."
      }
      return "Visited \(month(visit))."
    }
  }

  /// How many things asked for are closed, and where the others stand.
  private var standing: String? {
    let all = overview.recommendations
    guard !all.isEmpty else { return nil }
    let term = ReportWords.term(of: all.lazy.map(\.report), in: register)
    return StatusWords.standing(
      of: StatusWords.tally(all), notDue: StatusWords.notDue(all), called: term)
  }

  /// What a report concludes on what was asked before: on the whole, else counted from its items.
  private func found(by report: Report) -> String? {
    if let overall = FollowUpWords.overallWords(of: report, in: register) {
      return "\(overall) as a whole"
    }
    let asked = register.followed(by: report, among: overview.reports)
    guard let tally = ProgressTally(of: report, on: asked, in: register),
      let followed = asked.first ?? register.followed(by: report).first
    else { return nil }
    let framework = register.framework(of: report)
    let term = ReportWords.term(of: followed, in: register)
    let counts =
      tally.counts.map {
        "\(ReportWords.progress($0.grade, in: framework)) on \(NumberWords.words($0.count))"
      }
      + tally.divided.map {
        "on item \($0.number) \(TallyWords.concluded($0, by: report, in: register))"
      }
    return "of \(NumberWords.count(tally.total, term.one, term.many)), \(NumberWords.list(counts))"
  }

  private var ended: String? {
    guard let end = area.life.to.known(), end.latest < site.now.day else { return nil }
    let start = "The \(AreaWords.noun(area)) ended \(DueWords.at(end))"
    return switch register.lineage.successors(of: area.id) {
    case .known(let ids):
      "\(start); \(NumberWords.list(ids.map { AreaWords.name($0, in: register) })) followed."
    case .unknown, .notRecorded: "\(start); its successor is not known."
    }
  }

  private func month(_ report: Report) -> String {
    guard let date = report.time?.start else {
      return "at an unknown date"
    }
    return date.precision == .day
      ? DueWords.at(PartialDate(monthOf: date.earliest)) : DueWords.at(date)
  }
}
