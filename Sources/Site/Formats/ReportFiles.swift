import Diagnostics
import CommonMark
import Inspections

/// The other forms of every report that the site publishes, each beside its page, and the schema of
/// `report.json`.
public func plannedReportFiles(_ site: SiteContext) -> [PlannedFile] {
  let schema = PlannedFile(path: DataPath.reportSchema) { ReportJSON.schema(in: site) }
  return (site.publishes(.json) ? [schema] : [])
    + site.register.reports.records.flatMap { report in
      let path = Addresses.path(of: .report(report.id, anchor: nil))
      var files: [PlannedFile] = []
      if site.publishes(.citations) {
        files.append(
          PlannedFile(path: path + "cite.bib") {
            BibTeX.entry(ReportCitation(of: report, site: site))
          })
        files.append(
          PlannedFile(path: path + "cite.json") {
            CSLItem.file(ReportCitation(of: report, site: site))
          })
      }
      if site.publishes(.json) {
        files.append(
          PlannedFile(path: path + "report.json") {
            ReportJSON.file(of: report, in: site)
          })
      }
      if site.publishes(.text) {
        files.append(
          PlannedFile(path: path + "report.txt") { ReportText.bytes(of: report, site: site) })
      }
      return files
    }
}
