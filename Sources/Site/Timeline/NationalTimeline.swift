import HTML
import Inspections

/// Overall grades of all areas on one axis: a row an area, a break between scales.
struct NationalTimeline {
  let groups: [GradedGroup]
  let site: SiteContext

  /// More rows than this are no drawing that a person can read.
  static let mostRows = 40

  private struct Row {
    let area: AreaID
    let reports: [Report]
  }

  /// The drawing with a link to the table; empty where there is nothing to draw, or too much.
  func drawing() -> HTMLFragment {
    let rows = groups.map { self.rows(of: $0) }
    let count = rows.map(\.count).reduce(0, +)
    guard count > 0, count <= Self.mostRows else { return .empty }
    let shown = zip(groups, rows).filter { !$0.1.isEmpty }
    let drawn = shown.indices.flatMap { place in
      let above = place > 0 ? shown[place - 1].0 : nil
      return [heading(of: shown[place].0, below: above)] + shown[place].1.map { row($0) }
    }
    guard let axis = TimelineAxis(covering: drawn.days, today: site.now.day) else { return .empty }
    return TimelineDrawing(
      layout: TimelineLayout(drawn, on: axis, breaks: []),
      name: "All areas over time as a drawing", id: "timeline.drawing",
      same: (link: "#table", words: "Read the same as a table")
    ).html()
  }

  private func heading(of group: GradedGroup, below above: GradedGroup?) -> TimelineRow {
    let scale =
      group.framework == nil
      ? TimelineWords.scaleNotKnown
      : above.map {
        $0.framework == nil ? TimelineWords.belowNotKnown : TimelineWords.notAbove
      } ?? ""
    return TimelineRow(
      lead: group.title,
      link: group.framework.map { site.addresses.link(.framework($0.id, anchor: nil)) },
      language: group.framework?.titleLanguage ?? "", rest: scale, place: .heading)
  }

  private func rows(of group: GradedGroup) -> [Row] {
    var order: [AreaID] = []
    var sorted: [AreaID: [Report]] = [:]
    for report in group.reports where report.time != nil {
      for area in report.areas {
        if sorted[area.value] == nil { order.append(area.value) }
        sorted[area.value, default: []].append(report)
      }
    }
    return order.map { Row(area: $0, reports: sorted[$0] ?? []) }
  }

  private func row(_ row: Row) -> TimelineRow {
    var drawn = TimelineRow(
      lead: AreaWords.name(row.area, in: site.register),
      link: site.addresses.link(.area(row.area, anchor: nil)),
      language: site.link(row.area).language,
      rest: AreaRowWords.latest(of: row.reports, in: site.register))
    drawn.marks = row.reports.compactMap { OverallMark.of($0, in: site) }
    return drawn
  }
}
