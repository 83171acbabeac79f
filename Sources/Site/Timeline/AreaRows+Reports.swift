import Inspections

extension AreaRows {
  /// Every inspection with its overall grade, and in a row of their own the other reports that give one.
  var inspections: [TimelineRow] {
    let inspections = overview.reports.filter(\.inspects)
    let others = overview.reports.filter { $0.isOverTime && !$0.inspects }
    func row(_ lead: String, _ reports: [Report]) -> TimelineRow {
      var row = TimelineRow(
        lead: lead,
        rest: AreaRowWords.inspections(
          reports, wereWithdrawn: overview.reports.contains { !$0.stands }, in: register))
      row.marks = reports.compactMap { OverallMark.of($0, in: site) }
      return row
    }
    return [row(AreaRowWords.inspected, inspections)]
      + (others.isEmpty ? [] : [row(AreaRowWords.judged, others)])
  }

  /// A row for each aspect with its grade at every inspection, those of the latest framework first.
  ///
  /// Aspects that are part of one stand under it; where all are too many to show, it opens to them.
  /// Aspects of one name share a row; what a partner judges on its own scale has another, which names that.
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
        let findings = Dictionary(grouping: subject.findings) { found in
          register.isPartners(found.judgement, in: found.report)
        }
        for isPartners in [false, true] {
          guard let findings = findings[isPartners] else { continue }
          let scale = isPartners ? series.framework : nil
          let name = Self.name(of: aspect.title, on: scale)
          if rows[name] == nil {
            rows[name] = row(of: aspect, in: series, on: scale)
            let parent = (subject.isPart ? whole(of: aspect, in: series) : nil)
              .map { Self.name(of: $0, on: scale) }
            if let parent, rows[parent] != nil, parent != name {
              let whole = wholes[parent] ?? parent
              wholes[name] = whole
              parts[whole, default: []].append(name)
            } else {
              order.append(name)
            }
          }
          rows[name]?.marks += findings.filter { !$0.isCarried }.compactMap { mark(of: $0) }
        }
      }
    }
    return order.compactMap { name in
      rows[name].map { ($0, (parts[name] ?? []).compactMap { rows[$0] }) }
    }
  }

  /// What tells the row of an aspect from others; `scale` is a partner's.
  private static func name(of title: String, on scale: Framework?) -> String {
    (scale?.id.name ?? "") + "/" + title
  }

  private func row(
    of aspect: Aspect, in series: JudgementSeries, on scale: Framework?
  ) -> TimelineRow {
    TimelineRow(
      lead: aspect.title,
      link: series.framework.flatMap { framework in
        framework.aspect(aspect.id.value).map { _ in
          site.addresses.link(.aspect(framework.id, aspect.id.value))
        }
      }, language: series.framework?.language?.value ?? "",
      rest: scale.map { AreaRowWords.onScale(of: $0.title.value.plain) } ?? "", place: .part)
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

  /// Every report that says what became of what was asked before, also one on the area that took this one's
  /// place; where something was asked and none does, that none is held.
  var visits: [TimelineRow] {
    let reports = register.followUps(of: overview)
    if reports.isEmpty, overview.recommendations.isEmpty { return [] }
    var row = TimelineRow(
      lead: AreaRowWords.visited(reports, in: register),
      rest: AreaRowWords.visits(reports, of: overview, in: register))
    row.marks = reports.compactMap { visit in
      let framework = register.framework(of: visit)
      let overall = visit.visit?.overall.known()
      let summary = FollowUpWords.summary(
        of: visit, on: register.followed(by: visit, on: overview.area.id), in: register)
      return mark(
        visit, overall.map { .progress($0, in: framework) } ?? .visit,
        summary ?? ReportWords.name(visit, in: register))
    }
    return [row]
  }

  /// Reports that neither inspect nor follow up.
  var otherReports: [TimelineRow] {
    let reports = overview.reports.filter {
      !$0.isOverTime && !register.followsUp($0, on: overview.area.id)
    }
    guard !reports.isEmpty else { return [] }
    var row = TimelineRow(
      lead: AreaRowWords.otherReports, rest: AreaRowWords.counted(reports))
    row.marks = reports.compactMap { mark($0, .report, AreaRowWords.titled($0)) }
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
