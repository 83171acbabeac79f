/// Where the files of open data are published, from the root of the site.
enum DataPath {
  /// In what form a table is published, by the ending of its file.
  enum Form: String {
    case csv
    case spreadsheet = "excel.csv"
    case json
  }

  /// The folder, and the address of the page that explains the data.
  static let folder = "data/"
  static let everything = everything(in: folder)
  static let schema = "\(folder)schema.json"
  static let reportSchema = "\(folder)report-schema.json"
  static let metadata = "\(folder)csv-metadata.json"
  static let dueDates = "\(folder)due-dates.ics"

  /// All tables in one file.
  static func everything(in folder: String) -> String { "\(folder)register.json" }

  /// The folder of what belongs to the reports of one year; nil where their date is not known.
  static func year(_ year: Int?) -> String { "\(folder)\(year.map(String.init) ?? "undated")/" }

  static func table(_ table: DataTable, as form: Form) -> String {
    self.table(table, as: form, in: folder)
  }

  /// The rows of a table that are of a page, beside the page.
  static func table(_ table: DataTable, as form: Form = .csv, in folder: String) -> String {
    "\(folder)\(table.name).\(form.rawValue)"
  }
}
