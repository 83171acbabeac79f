import Diagnostics
import Inspections

/// The files of open data: every table as CSV, as CSV for spreadsheets and as JSON, one file with everything, the schema and
/// the metadata.
public func dataFiles(_ site: SiteContext) -> [PlannedFile] {
  guard site.publishes(.data) else { return [] }
  return site.tables.flatMap { filled in
    let table = filled.table
    return [
      PlannedFile(path: DataPath.table(table, as: .csv)) { put in
        writeCSV(filled, in: site, to: put)
      },
      PlannedFile(path: DataPath.table(table, as: .spreadsheet)) { put in
        SpreadsheetCSV.write(filled, of: site, to: put)
      },
      PlannedFile(path: DataPath.table(table, as: .json)) { put in
        writeJSON([filled], in: site, to: put)
      },
    ]
  } + [
    PlannedFile(path: DataPath.everything) { put in writeJSON(site.tables, in: site, to: put) },
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
      PlannedFile(path: DataPath.table(table, in: subject.scope.path)) { put in
        let filled = table.filled(
          from: DataSource(
            register: site.register, histories: site.histories,
            followUp: FollowUpIndex(only: subject)))
        writeCSV(filled, in: site, to: put)
      }
    }
  }
}

extension DataYear {
  /// The tables as CSV, and one JSON file with all of them.
  fileprivate var files: [PlannedFile] {
    tables.map { table in
      PlannedFile(path: DataPath.table(table, in: folder)) { put in
        writeCSV(filled(table), in: site, to: put)
      }
    } + [
      PlannedFile(path: DataPath.everything(in: folder)) { put in
        writeJSON(tables.map(filled), in: site, to: put)
      }
    ]
  }
}

private func writeCSV(_ filled: FilledTable, in site: SiteContext, to put: ([UInt8]) -> Void) {
  CSV.write(
    filled.table.columns.map(\.key), rows: filled.rows.plain(site).lazy.map { $0.map(\.value) },
    to: put)
}

/// Writes tables with what one must know to read them; a line a row.
private func writeJSON(_ tables: [FilledTable], in site: SiteContext, to put: ([UInt8]) -> Void) {
  var buffer = JSONBuffer()
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
          if array.bytes.count >= PlannedFile.mostOfPiece { put(array.drain()) }
        }
      }
    }
  }
  buffer.newLine()
  put(buffer.bytes)
}
