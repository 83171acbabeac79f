import Diagnostics
import Inspections

/// The files of open data: every table as CSV, as CSV for spreadsheets and as JSON, one file with everything, the schema and
/// the metadata.
public func dataFiles(_ site: SiteContext) -> [PlannedFile] {
  guard site.publishes(.data) else { return [] }
  let tables = DataTable.all
  return tables.flatMap { table in
    [
      PlannedFile(path: "data/\(table.name).csv") {
        CSV.file(table.columns.map(\.name), rows: table.rows(site))
      },
      PlannedFile(path: "data/\(SpreadsheetCSV.name(of: table))") {
        SpreadsheetCSV.file(table, of: site)
      },
      PlannedFile(path: "data/\(table.name).json") { json([table], isWhole: false, in: site) },
    ]
  } + [
    PlannedFile(path: "data/register.json") { json(tables, isWhole: true, in: site) },
    PlannedFile(path: "data/schema.json") { DataSchema.json(of: tables, in: site) },
    PlannedFile(path: "data/csv-metadata.json") { CSVMetadata.json(of: tables, in: site) },
  ]
}

/// Tables with what one must know to read them; a line a row.
private func json(_ tables: [DataTable], isWhole: Bool, in site: SiteContext) -> [UInt8] {
  var buffer = JSONBuffer()
  buffer.object { file in
    file.member("schema", site.addresses.absolute("data/schema.json"))
    file.member("version", DataTable.version)
    file.member("register", site.register.site.title.value)
    file.member("publisher", site.register.site.publisher.value)
    file.member("address", site.addresses.baseURL)
    file.member("worked_out_on", site.now.day.description)
    for table in tables {
      file.key(table.name)
      file.array { array in
        for row in table.rows(site) {
          array.newLine()
          array.object { write(row, of: table, to: &$0) }
        }
      }
    }
  }
  buffer.newLine()
  return buffer.bytes
}

private func write(_ row: [DataValue], of table: DataTable, to buffer: inout JSONBuffer) {
  for (column, value) in zip(table.columns, row) {
    buffer.key(column.name)
    switch value {
    case .text(let text): buffer.string(text)
    case .integer(let number): buffer.integer(number)
    case .number(let number): buffer.number(number)
    case .list(let texts): buffer.array { array in for text in texts { array.string(text) } }
    case .unknown: buffer.string("unknown")
    case .absent: buffer.null()
    }
  }
}
