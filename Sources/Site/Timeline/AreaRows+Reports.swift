import Inspections

extension AreaRows {
  /// Every inspection with its overall grade.
  var inspections: [TimelineRow] {
    let reports = overview.reports.filter(\.isOverTime)
    var row = TimelineRow(
      lead: AreaRowWords.inspected, rest: AreaRowWords.inspections(reports, in: register))
    row.marks = reports.compactMap { OverallMark.of($0, in: site) }
    return [row]
  }

  /// A row for each aspect with its grade at every inspection.
  ///
  /// Those of the latest framework come first, aspects before those that are part of them. Aspects of
  /// one name share a row.
  var aspects: [TimelineRow] {
    var order: [String] = []
    var rows: [String: TimelineRow] = [:]
    let series = overview.judgements
    let whole = series.flatMap { series in series.subjects.map { (series, $0) } }
    let parts = whole.filter { Self.isPart($0.1, of: $0.0) }
    for (series, subject) in whole.filter({ !Self.isPart($0.1, of: $0.0) }) + parts {
      guard let aspect = subject.aspect else { continue }
      let marks = subject.findings.filter { !$0.isCarried }.compactMap { self.mark(of: $0) }
      if rows[aspect.title] == nil {
        order.append(aspect.title)
        rows[aspect.title] = TimelineRow(
          lead: aspect.title,
          link: series.framework.flatMap { framework in
            framework.aspect(aspect.id.value).map { _ in
              site.addresses.link(.aspect(framework.id, aspect.id.value))
            }
          }, place: .part)
      }
      rows[aspect.title]?.marks += marks
    }
    return order.compactMap { rows[$0] }.filter { !$0.marks.isEmpty }
  }

  private static func isPart(
    _ subject: JudgementSeries.Subject, of series: JudgementSeries
  ) -> Bool {
    guard let parent = subject.aspect?.parent?.value else { return false }
    return series.subjects.contains { $0.aspect?.id.value == parent }
  }

  private func mark(of found: JudgementInReport) -> TimelineMark? {
    let judgement = found.judgement
    let grade = judgement.grade.value
    let score = judgement.score?.value.words
    let isScored = grade == .notGraded && score != nil
    let words = isScored ? "" : ReportWords.grade(grade, in: found.framework)
    return mark(
      found.report,
      isScored
        ? .report : .grade(grade, in: found.framework) ?? .report,
      [words, score ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// Every report that says what became of what was asked before; where something was asked and
  /// none does, that none is held.
  var visits: [TimelineRow] {
    let reports = overview.reports.filter(\.followsUp)
    if reports.isEmpty, overview.recommendations.isEmpty { return [] }
    var row = TimelineRow(
      lead: AreaRowWords.visited(reports, in: register),
      rest: AreaRowWords.visits(reports, of: overview, in: register))
    row.marks = reports.compactMap { visit in
      let framework = register.framework(of: visit)
      let overall = visit.visit?.overall.known()
      let summary = FollowUpWords.summary(
        of: visit, on: register.followed(by: visit, among: overview.reports), in: register)
      return mark(
        visit, overall.map { .progress($0, in: framework) } ?? .visit,
        summary ?? ReportWords.name(visit, in: register))
    }
    return [row]
  }

  /// Reports that neither inspect nor follow up.
  var otherReports: [TimelineRow] {
    let reports = overview.reports.filter { !$0.isOverTime && !$0.followsUp }
    guard !reports.isEmpty else { return [] }
    var row = TimelineRow(
      lead: AreaRowWords.otherReports, rest: AreaRowWords.counted(reports))
    row.marks = reports.compactMap { mark($0, .report, $0.title.value.plain) }
    return [row]
  }

  /// What others wrote of the reports.
  var press: [TimelineRow] {
    let accounts = overview.history.events.compactMap { event -> (AreaEvent.When?, Coverage)? in
      guard case .covered(let id) = event.kind else { return nil }
      return register.coverage[id].map { (event.date, $0) }
    }
    guard !accounts.isEmpty else { return [] }
    var row = TimelineRow(
      lead: AreaRowWords.press,
      rest: AreaRowWords.accounts(
        accounts.count, undated: accounts.filter { $0.0 == nil }.count))
    row.marks = accounts.compactMap { when, account in
      guard let date = account.published.known(), when != nil else { return nil }
      return mark(
        DateInterval(date), .press, "\(account.outlet.value): \(account.title.value.plain)",
        site.addresses.link(.coverage(account.id)))
    }
    return [row]
  }
}
