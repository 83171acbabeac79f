import Inspections

/// A table as a file that Excel on Windows opens right with a double click: with a byte-order mark,
/// without which it does not take a file for UTF-8, and with the title of a record beside its id.
enum SpreadsheetCSV {
  /// The file's name in `data/`.
  static func name(of table: DataTable) -> String { "\(table.name).excel.csv" }

  /// The bytes of the file.
  ///
  /// Complexity: O(size of the table).
  static func file(_ table: DataTable, of site: SiteContext) -> [UInt8] {
    let heads = table.columns.flatMap { column in
      column.titles == nil ? [column.name] : [column.name, "\(column.name) (title)"]
    }
    let places = table.columns.indices.reduce(into: [:]) { $0[table.columns[$1].name] = $1 }
    let rows = table.rows(site).map { row in
      zip(table.columns, row).flatMap { column, value in
        guard let titles = column.titles else { return [guarded(value)] }
        let owner = titles.owner.flatMap { places[$0] }.map { row[$0] }
        return [guarded(value), titled(value, titles, owner, in: site.register)]
      }
    }
    return [0xEF, 0xBB, 0xBF] + CSV.file(heads, rows: rows)
  }

  /// The titles of the records that a cell names; what the register does not hold keeps its id.
  private static func titled(
    _ value: DataValue, _ titles: DataColumn.Titles, _ owner: DataValue?, in register: Register
  ) -> DataValue {
    func title(_ id: String) -> String {
      switch titles {
      case .organisation: register.organisations[ID(id)]?.title.value.plain ?? id
      case .framework: register.frameworks[ID(id)]?.title.value.plain ?? id
      case .area: register.areas[ID(id)]?.title.value.plain ?? id
      case .report: register.reports[ID(id)]?.title.value.plain ?? id
      case .answerScale: register.site.answerScales.first { $0.id.value.name == id }?.title ?? id
      case .aspect: framework(owner, in: register)?.aspect(ID(id))?.title ?? id
      case .grade: ReportWords.grade(ID(id), in: framework(owner, in: register))
      case .progress: ReportWords.progress(ID(id), in: framework(owner, in: register))
      }
    }
    switch value {
    case .text(let id): return .text(title(id))
    case .list(let ids): return .list(ids.map(title))
    case .integer, .number, .unknown, .absent: return value
    }
  }

  /// The framework whose values a row names: that of the report which its owner's id begins with.
  private static func framework(_ owner: DataValue?, in register: Register) -> Framework? {
    guard case .text(let id) = owner else { return nil }
    return register.reports[ID(String(id.prefix { $0 != "/" }))].flatMap(register.framework)
  }

  /// A text of digits and signs that Excel would read as a number or a date and so change, with an
  /// apostrophe before it: `070205` would lose its zero, and `2008-01` would gain a day.
  private static func guarded(_ value: DataValue) -> DataValue {
    guard case .text(let text) = value, let first = text.utf8.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      text.utf8.allSatisfy({ (0x2B...0x3A).contains($0) || $0 == 0x20 || $0 | 0x20 == 0x65 })
    else { return value }
    let isYear = text.utf8.count == 4 && first != UInt8(ascii: "0")
    let isDay = text.utf8.count == 10 && PartialDate(text) != nil
    return isYear || isDay ? value : .text("'\(text)")
  }
}
