import Inspections

/// The open data of the reports of one year, which a large register publishes beside the whole.
struct DataYear: Sendable {
  /// The year that the reports are of; nil where their date is not known.
  let year: Int?
  let reports: [Report]
  let site: SiteContext

  /// The most rows of a register whose readers need no smaller files.
  static let mostRows = 5_000

  /// The years of a register, latest first; none where the whole is not large.
  ///
  /// Complexity: O(n) in the reports.
  static func all(in site: SiteContext) -> [DataYear] {
    let rows = site.tables.filter(\.table.isOfReports).reduce(0) { $0 + $1.rows.count }
    guard rows > mostRows else { return [] }
    let years = Dictionary(grouping: site.register.links.originals, by: \.year)
    return years.sorted { $0.key ?? .min > $1.key ?? .min }
      .map { DataYear(year: $0.key, reports: $0.value, site: site) }
  }

  /// Where its files stand.
  var folder: String { DataPath.year(year) }

  /// The tables that are divided by year.
  var tables: [DataTable] { site.tables.map(\.table).filter(\.isOfReports) }

  /// A table with the rows of the year, worked out when they are asked for.
  func filled(_ table: DataTable) -> FilledTable {
    table.filled(
      from: DataSource(
        register: site.register, histories: site.histories, followUp: site.followUp,
        reports: reports))
  }
}
