import Diagnostics
import Inspections

/// The metadata of all CSV files as CSV on the Web describes them.
///
/// Source: W3C, Metadata Vocabulary for Tabular Data. Its usual name in the files' folder is
/// `csv-metadata.json`.
enum CSVMetadata {
  static func json(of tables: [DataTable], in site: SiteContext) -> [UInt8] {
    var buffer = JSONBuffer()
    buffer.object { group in
      group.key("@context")
      group.array { context in
        context.string("http://www.w3.org/ns/csvw")
        context.object { $0.member("@language", "en") }
      }
      group.member("dc:title", "Open data of \(site.register.site.title.value)")
      group.member("dc:publisher", site.register.site.publisher.value)
      group.member("dc:hasVersion", DataTable.version)
      group.key("tables")
      group.array { list in
        for table in tables { list.object { describe(table, to: &$0) } }
      }
    }
    buffer.newLine()
    return buffer.bytes
  }

  private static func describe(_ table: DataTable, to buffer: inout JSONBuffer) {
    buffer.member("url", "\(table.name).csv")
    buffer.member("dc:title", table.title)
    buffer.member("dc:description", table.summary)
    buffer.key("tableSchema")
    buffer.object { schema in
      schema.key("columns")
      schema.array { columns in
        for column in table.columns { columns.object { describe(column, to: &$0) } }
      }
      schema.member("primaryKey", table.columns[0].name)
      let links = table.columns.filter { $0.references != nil }
      guard !links.isEmpty else { return }
      schema.key("foreignKeys")
      schema.array { keys in
        for column in links { keys.object { foreignKey(column, to: &$0) } }
      }
    }
  }

  private static func foreignKey(_ column: DataColumn, to buffer: inout JSONBuffer) {
    guard let table = column.references else { return }
    buffer.member("columnReference", column.name)
    buffer.key("reference")
    buffer.object { reference in
      reference.member("resource", "\(table).csv")
      reference.member("columnReference", "id")
    }
  }

  private static func describe(_ column: DataColumn, to buffer: inout JSONBuffer) {
    buffer.member("name", column.name)
    buffer.member("titles", column.name)
    buffer.member("dc:description", column.meaning)
    buffer.key("required")
    buffer.flag(column.isRequired)
    buffer.member("null", ["", "unknown"])
    switch column.kind {
    case .text, .id: buffer.member("datatype", "string")
    case .choice(let words): pattern(words.joined(separator: "|"), to: &buffer)
    case .integer: buffer.member("datatype", "integer")
    case .number: buffer.member("datatype", "number")
    case .date: pattern(DataSchema.datePattern, to: &buffer)
    case .interval:
      pattern("\(DataSchema.datePattern)(/\(DataSchema.datePattern))?", to: &buffer)
    case .address: buffer.member("datatype", "anyURI")
    case .texts, .ids:
      buffer.member("datatype", "string")
      buffer.member("separator", CSV.listSeparator)
    }
  }

  private static func pattern(_ pattern: String, to buffer: inout JSONBuffer) {
    buffer.key("datatype")
    buffer.object { type in
      type.member("base", "string")
      type.member("format", "^(\(pattern))$")
    }
  }
}
