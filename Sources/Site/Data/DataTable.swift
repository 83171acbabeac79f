import Inspections

/// One kind of open data: its columns and how its rows come from the register.
///
/// ```swift
/// static let areas = DataTable("areas", "Areas", "One unit that is inspected.", areaColumns) {
///   register, _ in register.areas.records
/// }
/// ```
///
/// The CSV files, their CSVW metadata, the JSON file, the schema and the documentation all come from
/// the one list of columns.
struct DataTable: Sendable {
  /// Its name in file names and as the key in the whole file, like `judgements`.
  let name: String
  /// What it holds, as a heading.
  let title: String
  /// What one row is, in a sentence.
  let summary: String
  /// Its columns; the first is the id of the row.
  let columns: [DataField]
  /// The same with the titles of records beside their ids, for spreadsheets.
  let titledColumns: [DataField]
  /// Works out its rows.
  private let rows: @Sendable (DataSource) -> DataRows
  /// Whether its rows are parts of reports, so that some reports have a table of their own.
  let isOfReports: Bool
  /// Whether a register has any use for it.
  let isUsed: @Sendable (Register) -> Bool
  /// The table with the columns that a register has a use for.
  private let narrowed: @Sendable (Register) -> DataTable

  /// Declares a table of what `rows` finds in a register and in what came of its reports.
  init<Row: Sendable>(
    _ name: String, _ title: String, _ summary: String, _ columns: [DataColumn<Row>],
    only isUsed: @escaping @Sendable (Register) -> Bool = { _ in true },
    rows: @escaping @Sendable (Register, RecommendationHistories) -> [Row]
  ) {
    self.init(
      name, title, summary, columns, only: isUsed, from: { rows($0.register, $0.histories) })
  }

  /// Declares a table of what `rows` finds in the reports of a source.
  init<Row: Sendable>(
    _ name: String, _ title: String, _ summary: String, _ columns: [DataColumn<Row>],
    only isUsed: @escaping @Sendable (Register) -> Bool = { _ in true },
    ofReports rows: @escaping @Sendable (DataSource) -> [Row]
  ) {
    self.init(name, title, summary, columns, isOfReports: true, only: isUsed, from: rows)
  }

  /// Declares a table of what `rows` finds among what is counted of recommendations.
  init<Row: Sendable>(
    _ name: String, _ title: String, _ summary: String, _ columns: [DataColumn<Row>],
    only isUsed: @escaping @Sendable (Register) -> Bool = { _ in true },
    followUp rows: @escaping @Sendable (FollowUpIndex) -> [Row]
  ) {
    self.init(name, title, summary, columns, only: isUsed, from: { rows($0.followUp) })
  }

  private init<Row: Sendable>(
    _ name: String, _ title: String, _ summary: String, _ columns: [DataColumn<Row>],
    isOfReports: Bool = false, only isUsed: @escaping @Sendable (Register) -> Bool,
    from rows: @escaping @Sendable (DataSource) -> [Row]
  ) {
    let titled = columns.flatMap(\.titled)
    self.name = name
    self.title = title
    self.summary = summary
    self.columns = columns.map(\.field)
    titledColumns = titled.map(\.field)
    self.isOfReports = isOfReports
    self.isUsed = isUsed
    self.rows = { source in
      let rows = rows(source)
      return DataRows(
        count: rows.count,
        plain: { site in AnySequence(rows.lazy.map { columns.cells(of: $0, in: site) }) },
        titled: { site in AnySequence(rows.lazy.map { titled.cells(of: $0, in: site) }) })
    }
    narrowed = { register in
      DataTable(
        name, title, summary, columns.filter { $0.isUsed?(register) ?? true },
        isOfReports: isOfReports, only: isUsed, from: rows)
    }
  }

  /// The table with its rows.
  func filled(from source: DataSource) -> FilledTable {
    let table = narrowed(source.register)
    return FilledTable(table: table, rows: table.rows(source))
  }

  /// The version of all tables together: the first number grows when a program that reads them
  /// could break, the second when something is added.
  static let version = "3.3"

  /// Every table, in the order of the data page; a register has those that it has a use for.
  static let all: [DataTable] = [
    .reports, .translations, .judgements, .recommendations, .addressees, .amounts, .progress,
    .progressCounts,
    .responses, .samples, .sampleGrades, .surveys, .surveyAnswers, .indicators,
    .indicatorComparators, .consultationReturns, .areas, .tenures, .lineage, .grades,
    .followUpByYear, .followUpYearEnds,
    .followUpTimes, .extra,
  ]
}

/// What rows are made from.
struct DataSource: Sendable {
  let register: Register
  let histories: RecommendationHistories
  let followUp: FollowUpIndex
  /// The reports whose rows are wanted: all of a register, translations aside, or some.
  let reports: [Report]

  init(
    register: Register, histories: RecommendationHistories, followUp: FollowUpIndex,
    reports: [Report]? = nil
  ) {
    self.register = register
    self.histories = histories
    self.followUp = followUp
    self.reports = reports ?? register.links.originals
  }
}

/// The rows of a table, worked out once; each file writes its cells from them.
struct DataRows: Sendable {
  /// How many there are.
  let count: Int
  /// A cell for each column.
  let plain: @Sendable (SiteContext) -> AnySequence<[DataCell]>
  /// A cell for each column, those with titles among them.
  let titled: @Sendable (SiteContext) -> AnySequence<[DataCell]>
}

/// A table with its rows.
struct FilledTable: Sendable {
  let table: DataTable
  let rows: DataRows
}

/// The version of the open data that a site publishes.
public let openDataVersion = DataTable.version
