import Inspections
import Templates

/// What every report's page needs to know of other reports, worked out once for all of them.
struct ReportIndex: Sendable {
  /// Reports that were withdrawn in favour of a report, in order of id.
  let replaced: [ReportID: [ReportID]]
  /// The places of reports in the lists of their areas.
  private let places: [AreaID: [ReportID: Int]]

  /// Complexity: O(reports and their areas).
  init(of register: Register) {
    var replaced: [ReportID: [ReportID]] = [:]
    for report in register.links.originals {
      if let next = report.withdrawal?.supersededBy {
        replaced[next.value, default: []].append(report.id)
      }
    }
    self.replaced = replaced
    places = register.links.reportsOfArea.mapValues { reports in
      Dictionary(reports.enumerated().map { ($1, $0) }) { first, _ in first }
    }
  }

  /// The reports before and after a report on its area; none for a report on several areas, whose
  /// places in each would say little.
  func neighbours(of report: Report, site: SiteContext) -> [ReportNeighbours] {
    guard report.areas.count == 1, let area = report.areas.first?.value,
      let reports = site.register.links.reportsOfArea[area], let place = places[area]?[report.id]
    else { return [] }
    return [
      ReportNeighbours(
        area: site.link(area),
        earlier: place > 0 ? site.link(reports[place - 1]) : nil,
        later: place + 1 < reports.count ? site.link(reports[place + 1]) : nil)
    ]
  }
}

/// The reports before and after a report on an area.
struct ReportNeighbours: Sendable {
  let area: RecordLink
  let earlier: RecordLink?
  let later: RecordLink?

  static let view = View<ReportNeighbours>(
    "ReportNeighbours", "The reports before and after a report on an area.",
    [
      .record("area", "The area.", RecordLink.view) { $0.area },
      .record("earlier", "The report before, if the register has one.", RecordLink.view) {
        $0.earlier
      },
      .record("later", "The report after, if the register has one.", RecordLink.view) { $0.later },
    ])
}
