import Diagnostics
import Inspections

/// The files of open data: every table as CSV, as CSV for spreadsheets and as JSON, one file with everything, the schema and
/// the metadata.
public func dataFiles(_ site: SiteContext) -> [PlannedFile] {
  guard site.publishes(.data) else { return [] }
  return site.tables.flatMap { filled in
    let table = filled.table
    return [
      PlannedFile(path: DataPath.table(table, as: .csv)) { csv(filled, in: site) },
      PlannedFile(path: DataPath.table(table, as: .spreadsheet)) {
        SpreadsheetCSV.file(filled, of: site)
      },
      PlannedFile(path: DataPath.table(table, as: .json)) { json([filled], in: site) },
    ]
  } + [
    PlannedFile(path: DataPath.everything) { json(site.tables, in: site) },
    PlannedFile(path: DataPath.schema) {
      DataSchema.json(of: site.tables.map(\.table), in: site).encoded(isIndented: false)
    },
    PlannedFile(path: DataPath.metadata) {
      CSVMetadata.json(of: site.tables.map(\.table), in: site).encoded(isIndented: false)
    },
  ] + DataYear.all(in: site).flatMap(\.files) + followUpFiles(site)
}

/// Beside each page of figures the tables of figures with the rows of that page.
private func followUpFiles(_ site: SiteContext) -> [PlannedFile] {
  site.followUp.subjects.flatMap { subject in
    DataTable.besideFollowUp.map { table in
      PlannedFile(path: DataPath.table(table, in: subject.scope.path)) {
        let filled = table.filled(
          from: DataSource(
            register: site.register, histories: site.histories,
            followUp: FollowUpIndex(only: subject)))
        return csv(filled, in: site)
      }
    }
  }
}

extension DataYear {
  /// The tables as CSV, and one JSON file with all of them.
  fileprivate var files: [PlannedFile] {
    tables.map { table in
      PlannedFile(path: DataPath.table(table, in: folder)) { csv(filled(table), in: site) }
    } + [
      PlannedFile(path: DataPath.everything(in: folder)) { json(tables.map(filled), in: site) }
    ]
  }
}

private func csv(_ filled: FilledTable, in site: SiteContext) -> [UInt8] {
  CSV.file(
    filled.table.columns.map(\.key), rows: filled.rows.plain(site).lazy.map { $0.map(\.value) })
}

/// Tables with what one must know to read them; a line a row.
private func json(_ tables: [FilledTable], in site: SiteContext) -> [UInt8] {
  var buffer = JSONBuffer(capacity: room(for: tables, in: site))
  buffer.object { file in
    file.member("schema", site.addresses.absolute(DataPath.schema))
    file.member("version", DataTable.version)
    file.member("register", site.register.site.title.value)
    file.member("publisher", site.register.site.publisher.value)
    file.member("address", site.addresses.baseURL)
    for filled in tables {
      file.key(filled.table.name)
      file.array { array in
        for row in filled.rows.plain(site) {
          array.newLine()
          array.object { $0.write(row) }
        }
      }
    }
  }
  buffer.newLine()
  return buffer.bytes
}

/// About how many bytes the rows of tables take, by the first of each.
///
/// A buffer that grows is held twice while it is copied, which for the file with everything would be
/// the most that a build holds at once. Room that no row comes to fill is never touched.
private func room(for tables: [FilledTable], in site: SiteContext) -> Int {
  let size = tables.reduce(1_024) { size, filled in
    var first = JSONBuffer()
    for row in filled.rows.plain(site).prefix(1) { first.object { $0.write(row) } }
    // Numbers and ids further down are longer.
    return size + filled.rows.count * (first.bytes.count + first.bytes.count / 8)
  }
  return min(size, 64 * 1_048_576)
}
