import HTML
import Inspections
import Templates

/// What a report asked for and what is known to have happened next.
struct ReportFollowUp: Sendable {
  let report: Report
  let site: SiteContext

  static let view = View<ReportFollowUp>(
    "ReportFollowUp", "What a report asked for and what happened next.",
    [
      .flag("has-recommendations", "Whether the register holds anything it asked for.") {
        !$0.report.recommendations.isEmpty
      },
      .record("asked", "What it asked for, with what came of it.", AskedGroup.view) { $0.asked },
      .list("visits", "Visits that judged progress, earliest first.", VisitEntry.view) { follow in
        follow.visits.map { VisitEntry(visit: $0, report: follow.report, site: follow.site) }
      },
    ])

  private var asked: AskedGroup? {
    guard !report.recommendations.isEmpty else { return nil }
    return AskedGroup(
      report: report, followed: site.histories[report], site: site)
  }

  private var visits: [Report] {
    (site.register.links.visits[site.register.original(of: report).id] ?? []).compactMap {
      site.register.reports[$0]
    }
  }
}
