import Diagnostics
import Inspections

/// The file beside a list of recommendations: the same rows for a spreadsheet, in the words of the page.
///
/// The open data have ids for programs; this is for readers, and has names.
enum RecommendationListFile {
  static func path(of list: RecommendationList) -> String { "\(list.path)recommendations.csv" }

  /// Whether the site has it.
  static func isMade(of list: RecommendationList, in site: SiteContext) -> Bool {
    site.publishes(.data) && !list.reports.isEmpty
  }

  /// The names of its columns.
  static let columns = [
    "Number", "What was asked", "Report", "Areas", "Asked of", "Priority", "Due", "Status",
    "Last conclusion", "Concluded on", "Page", "Source",
  ]

  /// Writes the file a piece at a time.
  ///
  /// Complexity: O(recommendations in the list and what followed them).
  static func write(
    _ list: RecommendationList, in site: SiteContext, to put: ([UInt8]) -> Void
  ) {
    SpreadsheetCSV.write(
      columns,
      rows: list.reports.lazy.flatMap { list.subject.followed(of: $0.report, in: site) }
        .map { row(of: $0, in: site) }, to: put)
  }

  private static func row(
    of followed: RecommendationHistory, in site: SiteContext
  ) -> [DataValue] {
    let register = site.register
    let report = followed.report
    let asked = followed.recommendation
    let latest = RecommendationWords.latest(of: followed, in: register)
    let days = latest.map(\.day)
    let source = report.header.original
    let page = Addresses.path(of: .recommendation(report.id, asked.number.value))
    let label = asked.number.value.description
    let cells: [String?] = [
      asked.text.value.plain, report.title.value.plain,
      NumberWords.list(report.areas.map { AreaWords.name($0.value, in: register) }),
      RecommendationWords.addressees(of: asked, in: register),
      AmountWords.priority(of: asked, in: register.framework(of: report))?.text,
      followed.due.map { DateWords.limit($0.date) } ?? RecommendationWords.missingDue(asked),
      StatusWords.title(followed.status), latest.map(\.words).joined(separator: "; "),
      (Set(days).count == 1 ? [days[0]] : days).joined(separator: "; "),
      site.addresses.absolute(page), source?.address?.value ?? source?.title?.plain,
    ]
    let number = Int(label).flatMap { String($0) == label ? DataValue.integer($0) : nil }
    return [number ?? .text(label)]
      + cells.map { cell in cell.flatMap { $0.isEmpty ? nil : .text($0) } ?? .absent }
  }
}

/// The files beside the lists of recommendations.
public func recommendationFiles(_ site: SiteContext) -> [PlannedFile] {
  site.recommendationLists.filter { RecommendationListFile.isMade(of: $0, in: site) }
    .map { list in
      PlannedFile(path: RecommendationListFile.path(of: list)) { put in
        RecommendationListFile.write(list, in: site, to: put)
      }
    }
}
