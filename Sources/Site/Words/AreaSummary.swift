import Inspections

/// What an area's page says first: the latest grade, what a later visit found, what is open, what was
/// asked of the areas before it, and what became of the area.
struct AreaSummary {
  private let overview: AreaOverview
  private let site: SiteContext
  /// The last report that follows another up, where no inspection came after it.
  private let followUp: Report?
  /// What that report follows up of the area's.
  private let followed: [Report]

  init(of overview: AreaOverview, in site: SiteContext) {
    self.overview = overview
    self.site = site
    let (register, id) = (site.register, overview.area.id)
    followUp = overview.standing.last { $0.inspects || register.followsUp($0, on: id) }
      .flatMap { register.followsUp($0, on: id) ? $0 : nil }
    followed = followUp.map { register.followed(by: $0, on: id) } ?? []
  }

  private var register: Register { site.register }
  private var area: Area { overview.area }

  /// One to five sentences of plain text.
  ///
  /// What a visit found of some of what was asked comes after the count of all, lest it be read as said of
  /// all.
  var words: String {
    let found = isOnSome ? [standing, progress] : [progress, standing]
    return ([seen] + found + [before, ended]).compactMap(\.self).joined(separator: " ")
  }

  /// Whether that is less than everything that was asked.
  private var isOnSome: Bool {
    followedCount > 0 && followedCount < overview.recommendations.count
  }

  private var followedCount: Int { followed.reduce(0) { $0 + $1.recommendations.count } }

  /// The latest grade with its scale and date, and the one before where the latest is not known.
  private var seen: String? {
    let reports = overview.standing
    guard !overview.reports.isEmpty else {
      return area.standing.map { AreaWords.standing($0) + "." }
        ?? "The register has no report of this area."
    }
    guard let latest = LatestInspection(of: reports, in: register) else {
      guard !reports.contains(where: \.isVisit) else { return nil }
      return reports.isEmpty
        ? "What the register holds on this area was withdrawn."
        : "The register has no inspection of this area."
    }
    let words = NumberWords.capitalised(latest.words) + "."
    guard !latest.isGraded, let before = LatestInspection(gradedAmong: reports, in: register) else {
      return words
    }
    return "\(words) Before that: \(before.words)."
  }

  /// What the last report that follows another up found, or when the last visit was.
  private var progress: String? {
    if let last = followUp, let found = found(by: last) {
      let when = last.timeBasis == .work ? month(last) : ReportWords.occasion(last, in: register)
      return "Progress \(when)\(isOnSome ? " on \(some)" : ""): \(found)."
    }
    guard
      followUp != nil || !overview.reports.contains(where: { register.followsUp($0, on: area.id) })
    else { return nil }
    return overview.reports.last(where: \.isVisit).map { visit in
      if let term = ReportWords.visitTerm(of: visit, in: register) {
        return "Last \(term.one): \(ReportWords.time(of: visit))."
      }
      return "Visited \(month(visit))."
    }
  }

  /// `the six asked for in April 2016`, of several reports without a date.
  private var some: String {
    let count = NumberWords.words(followedCount)
    let asking = followed.filter { !$0.recommendations.isEmpty }
    guard asking.count == 1, let asked = asking.first?.asked else {
      return "\(count) of what was asked for"
    }
    return "the \(count) asked for \(month(asked))"
  }

  /// How much was asked of the areas that it replaced.
  ///
  ///     38 more were asked for in reports on Foxholt Island, whose place it took.
  private var before: String? {
    guard case .known(let ids) = register.lineage.predecessors(of: area.id) else { return nil }
    let own = Set(overview.reports.map(\.id))
    let asked = ids.compactMap { id -> (name: String, reports: [Report])? in
      let reports = register.reportsInOrder(of: id)
        .filter { !own.contains($0.id) && !$0.recommendations.isEmpty }
      return reports.isEmpty ? nil : (AreaWords.name(id, in: register), reports)
    }
    let count = asked.reduce(0) { $0 + $1.reports.reduce(0) { $0 + $1.recommendations.count } }
    guard count > 0 else { return nil }
    let isInPart = ids.contains {
      if case .known([area.id]) = register.lineage.successors(of: $0) { false } else { true }
    }
    let term = ReportWords.term(of: asked.lazy.flatMap(\.reports), in: register)
    let what =
      overview.recommendations.isEmpty
      ? NumberWords.count(count, term.one, term.many) : "\(NumberWords.words(count)) more"
    return
      "\(NumberWords.capitalised(what)) \(count == 1 ? "was" : "were") asked for in reports on "
      + "\(NumberWords.list(asked.map(\.name))), whose place it took\(isInPart ? " in part" : "")."
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
    guard let tally = ProgressTally(of: report, on: followed, in: register),
      let asking = followed.first
    else { return nil }
    let framework = register.framework(of: report)
    let term = ReportWords.term(of: asking, in: register)
    let isSaid = isOnSome && tally.total == followedCount
    if !isSaid, tally.total == 1, let only = tally.counts.first {
      return "\(ReportWords.progress(only.grade, in: framework)) on one \(term.one)"
    }
    let counts =
      tally.counts.map {
        "\(ReportWords.progress($0.grade, in: framework)) on \(NumberWords.words($0.count))"
      }
      + tally.divided.map {
        "on item \($0.number) \(TallyWords.concluded($0, by: report, in: register))"
      }
    guard !isSaid else { return NumberWords.list(counts) }
    let all =
      isOnSome && tally.total < followedCount
      ? "the \(NumberWords.words(tally.total)) judged"
      : NumberWords.count(tally.total, term.one, term.many)
    return "of \(all), \(NumberWords.list(counts))"
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
    report.date.map(month) ?? "at an unknown date"
  }

  private func month(_ date: PartialDate) -> String {
    DueWords.at(date.precision == .day ? PartialDate(monthOf: date.earliest) : date)
  }
}
