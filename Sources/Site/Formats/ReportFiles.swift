import CommonMark
import Inspections

/// The other forms of every report: plain text, JSON and citations, each beside its page.
public func plannedReportFiles(_ site: SiteContext) -> [PlannedFile] {
  site.register.reports.records.flatMap { report in
    let path = Addresses.path(of: .report(report.id, anchor: nil))
    return [
      PlannedFile(path: path + "cite.bib") {
        BibTeX.entry(ReportCitation(of: report, site: site))
      },
      PlannedFile(path: path + "cite.json") {
        CSLItem.file(ReportCitation(of: report, site: site))
      },
      PlannedFile(path: path + "report.json") {
        ReportJSON.value(of: report, site: site).encoded()
      },
      PlannedFile(path: path + "report.txt") { ReportText.bytes(of: report, site: site) },
    ]
  }
}
