import HTML
import Inspections
import Templates

extension PageKind {
  static let data = PageKind(
    "data", DataPage.view, at: DataPage.entrance, where: { $0.site.formats.contains(.data) },
    page: DataPage.init(of:))
}

/// The page that explains the open data.
struct DataPage: FramedPage {
  let frame: PageFrame

  static let view = View<DataPage>(
    page: "DataPage", "The page that explains the open data.",
    [
      .text("version", "The version of the schema.") { _ in DataTable.version },
      .list("tables", "The tables.", tableView) { page in
        page.frame.site.tables.map { TableModel(filled: $0, site: page.frame.site) }
      },
      .list("years", "The same by the year of the report; none in a small register.", yearView) {
        DataYear.all(in: $0.frame.site)
      },
      .address("register", "Everything in one JSON file.") { $0.link(DataPath.everything) },
      .address("schema", "The JSON Schema of the JSON files.") { $0.link(DataPath.schema) },
      .address(
        "report-schema", "The JSON Schema of `report.json`; absent where the site publishes none."
      ) { page in
        page.frame.site.publishes(.json) ? page.link(DataPath.reportSchema) : nil
      },
      .address("metadata", "What describes the CSV files, as CSV on the Web has it.") {
        $0.link(DataPath.metadata)
      },
      .address(
        "calendar", "Due dates as a calendar; absent where the site publishes no feeds."
      ) { page in
        page.frame.site.publishes(.feeds) ? page.link(DataPath.dueDates) : nil
      },
      .flag("has-figures", "Whether there are pages of how recommendations fare.") {
        !$0.frame.site.followUp.subjects.isEmpty
      },
      .number("all-rows", "How many rows there are in all.") {
        $0.frame.site.tables.reduce(0) { $0 + $1.rows.count }
      },
    ])

  private func link(_ file: String) -> String { frame.site.addresses.link(file) }

  static let entrance = PageFrame.Crumb(title: "Open data", path: DataPath.folder)

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance,
      summary: "Everything in this register as tables, under one documented and versioned schema.",
      site: site)
  }

  private struct TableModel: Sendable {
    let filled: FilledTable
    let site: SiteContext

    func link(as form: DataPath.Form) -> String {
      site.addresses.link(DataPath.table(filled.table, as: form))
    }
  }

  private static let yearView = View<DataYear>(
    "DataYear", "The open data of the reports of one year.",
    [
      .text("title", "The year, or that it is not known.") {
        $0.year.map { "\($0)" } ?? "Date not known"
      },
      .text("count", "How many reports it has.") {
        NumberWords.count($0.reports.count, "report", "reports")
      },
      .address("json", "All of it in one JSON file.") {
        $0.site.addresses.link(DataPath.everything(in: $0.folder))
      },
      .list("tables", "Its CSV files.", RecordLink.view) { year in
        year.tables.map { table in
          RecordLink(
            title: "\(table.name).csv",
            link: year.site.addresses.link(DataPath.table(table, in: year.folder)))
        }
      },
    ])

  private static let tableView = View<TableModel>(
    "DataTable", "A table of the open data.",
    [
      .text("name", "Its name in file names.") { $0.filled.table.name },
      .text("title", "What it holds.") { $0.filled.table.title },
      .html("summary", "What one row is, in a sentence.") { marked($0.filled.table.summary) },
      .address("csv", "Its CSV file.") { $0.link(as: .csv) },
      .address("excel", "Its CSV file for Excel.") { $0.link(as: .spreadsheet) },
      .address("json", "Its JSON file.") { $0.link(as: .json) },
      .number("rows", "How many rows it has.") { $0.filled.rows.count },
      .list("columns", "Its columns.", columnView) { $0.filled.table.columns },
    ])

  private static let columnView = View<DataField>(
    "DataColumn", "A column of a table.",
    [
      .text("name", "Its name.") { $0.key },
      .html("meaning", "What it means, in a sentence.") { marked($0.meaning) },
    ])

  /// What describes the data, with what stands between backquotes in it as code; schemas have the same
  /// text as it is.
  private static func marked(_ text: String) -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: text.utf8.count + 32)
    for (place, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      let isCode = place % 2 == 1
      if isCode { buffer.markup("<code>") }
      buffer.text(String(part))
      if isCode { buffer.markup("</code>") }
    }
    return buffer.fragment()
  }
}
