import Diagnostics
import Inspections

/// The metadata of all CSV files as CSV on the Web describes them.
///
/// Source: W3C, Metadata Vocabulary for Tabular Data. Its usual name in the files' folder is
/// `csv-metadata.json`.
enum CSVMetadata {
  static func json(of tables: [DataTable], in site: SiteContext) -> OrderedJSON {
    .fields([
      "@context": .array([
        .string("http://www.w3.org/ns/csvw"), .fields(["@language": .string("en")]),
      ]),
      "dc:title": .string("Open data of \(site.register.site.title.value)"),
      "dc:publisher": .string(site.register.site.publisher.value),
      "dc:hasVersion": .string(DataTable.version),
      "tables": .array(tables.map(description)),
    ])
  }

  private static func description(of table: DataTable) -> OrderedJSON {
    .fields([
      "url": .string("\(table.name).csv"),
      "dc:title": .string(table.title),
      "dc:description": .string(table.summary),
      "tableSchema": .fields([
        "columns": .array(table.columns.map(description)),
        "primaryKey": table.columns.first.map { .string($0.key) },
        "foreignKeys": .list(table.columns.compactMap(foreignKey)),
      ]),
    ])
  }

  private static func foreignKey(_ column: DataField) -> OrderedJSON? {
    guard let table = column.references else { return nil }
    return .fields([
      "columnReference": .string(column.key),
      "reference": .fields([
        "resource": .string("\(table).csv"), "columnReference": .string("id"),
      ]),
    ])
  }

  private static func description(of column: DataField) -> OrderedJSON {
    let isList =
      switch column.type {
      case .list, .oneOrMany: true
      case .text, .choice, .id, .integer, .printedNumber, .number, .date, .interval, .address,
        .counts, .object:
        false
      }
    return .fields([
      "name": .string(column.key),
      "titles": .string(column.key),
      "dc:description": .string(column.meaning),
      "required": .bool(column.isRequired),
      "null": .strings(["", "unknown"]),
      "datatype": datatype(of: column.type),
      "separator": isList ? .string(CSV.listSeparator) : nil,
    ])
  }

  private static func datatype(of type: DataType) -> OrderedJSON {
    switch type {
    case .text, .id, .printedNumber: .string("string")
    case .choice(let words): pattern(words.joined(separator: "|"))
    case .integer: .string("integer")
    case .number: .string("number")
    case .date: pattern(DataSchema.datePattern)
    case .interval: pattern("\(DataSchema.datePattern)(/\(DataSchema.datePattern))?")
    case .address: .string("anyURI")
    case .list(let element), .oneOrMany(let element): datatype(of: element)
    case .counts, .object: .string("json")
    }
  }

  private static func pattern(_ pattern: String) -> OrderedJSON {
    .fields(["base": .string("string"), "format": .string("^(\(pattern))$")])
  }
}
