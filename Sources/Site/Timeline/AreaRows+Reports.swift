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

  /// A row for each aspect with its grade at every inspection, those of the latest framework first.
  ///
  /// Aspects that are part of one stand under it; where all are too many to show, it opens to them.
  /// Aspects of one name share a row.
  var aspects: [TimelineRow] {
    let groups = aspectGroups.map { group in
      (whole: group.whole, parts: group.parts.filter { !$0.marks.isEmpty })
    }
    let shown = groups.reduce(0) { $0 + ($1.whole.marks.isEmpty ? 0 : 1) + $1.parts.count }
    return groups.flatMap { whole, parts -> [TimelineRow] in
      guard !whole.marks.isEmpty else { return parts }
      guard shown > Self.mostAspects + 1, !parts.isEmpty else {
        return [whole] + parts.map { $0.placed(.inner) }
      }
      var row = whole
      row.items = parts.map { $0.placed(.inner) }.upToMost(link: whole.link)
      return [row]
    }
  }

  /// The rows of aspects by the aspect that they are part of, whether these have marks or not.
  private var aspectGroups: [(whole: TimelineRow, parts: [TimelineRow])] {
    var order: [String] = []
    var rows: [String: TimelineRow] = [:]
    var parts: [String: [String]] = [:]
    var wholes: [String: String] = [:]
    for series in overview.judgements {
      for subject in series.subjects {
        guard let aspect = subject.aspect else { continue }
        let title = aspect.title
        if rows[title] == nil {
          rows[title] = row(of: aspect, in: series)
          let parent = subject.isPart ? whole(of: aspect, in: series) : nil
          if let parent, rows[parent] != nil, parent != title {
            let whole = wholes[parent] ?? parent
            wholes[title] = whole
            parts[whole, default: []].append(title)
          } else {
            order.append(title)
          }
        }
        rows[title]?.marks += subject.findings.filter { !$0.isCarried }.compactMap { mark(of: $0) }
      }
    }
    return order.compactMap { title in
      rows[title].map { ($0, (parts[title] ?? []).compactMap { rows[$0] }) }
    }
  }

  private func row(of aspect: Aspect, in series: JudgementSeries) -> TimelineRow {
    TimelineRow(
      lead: aspect.title,
      link: series.framework.flatMap { framework in
        framework.aspect(aspect.id.value).map { _ in
          site.addresses.link(.aspect(framework.id, aspect.id.value))
        }
      }, place: .part)
  }

  /// What the aspect is called that one is part of.
  private func whole(of aspect: Aspect, in series: JudgementSeries) -> String? {
    aspect.parent.flatMap { series.framework?.aspect($0.value)?.title }
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
