import Diagnostics
import Inspections

/// The JSON Schema of the open data, made from the declarations of the tables.
///
/// Source: JSON Schema, draft 2020-12.
enum DataSchema {
  static let datePattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-W[0-9]{2})?"

  static func json(of tables: [DataTable], in site: SiteContext) -> [UInt8] {
    var buffer = JSONBuffer()
    buffer.object { schema in
      schema.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      schema.member("$id", site.addresses.absolute("data/schema.json"))
      schema.member("title", "Open data of \(site.register.site.title.value)")
      schema.member(
        "description",
        "Version \(DataTable.version). A file holds one table or all of them. 'unknown' stands for "
          + "what the register records as not known, null for what does not arise or is not said.")
      schema.member("type", "object")
      schema.member("required", ["schema", "version", "register", "address", "worked_out_on"])
      schema.key("properties")
      schema.object { properties in
        head(to: &properties)
        for table in tables { rows(of: table, to: &properties) }
      }
      schema.key("additionalProperties")
      schema.flag(false)
      schema.key("$defs")
      schema.object { definitions in
        for table in tables {
          definitions.key(table.name)
          definitions.object { row(of: table, to: &$0) }
        }
      }
    }
    buffer.newLine()
    return buffer.bytes
  }

  private static func head(to properties: inout JSONBuffer) {
    let members = [
      ("schema", "The address of this schema."), ("register", "The register's name."),
      ("publisher", "Who stands behind it."), ("address", "Where it is."),
      ("worked_out_on", "The day that everything worked out is as of."),
    ]
    for (name, meaning) in members {
      properties.key(name)
      properties.object {
        $0.member("type", "string")
        $0.member("description", meaning)
      }
    }
    properties.key("version")
    properties.object {
      $0.member("const", DataTable.version)
      $0.member("description", "The version of this schema.")
    }
  }

  private static func rows(of table: DataTable, to properties: inout JSONBuffer) {
    properties.key(table.name)
    properties.object { list in
      list.member("description", table.title)
      list.member("type", "array")
      list.key("items")
      list.object { $0.member("$ref", "#/$defs/\(table.name)") }
    }
  }

  private static func row(of table: DataTable, to row: inout JSONBuffer) {
    row.member("title", table.title)
    row.member("description", table.summary)
    row.member("type", "object")
    row.member("required", table.columns.map(\.name))
    row.key("additionalProperties")
    row.flag(false)
    row.key("properties")
    row.object { properties in
      for column in table.columns {
        properties.key(column.name)
        properties.object { property in
          property.member("description", column.meaning)
          property.key("anyOf")
          property.array { alternatives in
            alternatives.object { type(of: column.kind, to: &$0) }
            guard !column.isRequired else { return }
            alternatives.object { $0.member("const", "unknown") }
            alternatives.object { $0.member("type", "null") }
          }
        }
      }
    }
  }

  private static func type(of kind: DataColumn.Kind, to schema: inout JSONBuffer) {
    switch kind {
    case .text: schema.member("type", "string")
    case .id:
      schema.member("type", "string")
      schema.member("pattern", "^[^ |]+$")
    case .choice(let words): schema.member("enum", words)
    case .integer: schema.member("type", "integer")
    case .number: schema.member("type", "number")
    case .date:
      schema.member("type", "string")
      schema.member("pattern", "^\(datePattern)$")
    case .interval:
      schema.member("type", "string")
      schema.member("pattern", "^\(datePattern)(/\(datePattern))?$")
    case .address:
      schema.member("type", "string")
      schema.member("format", "uri")
    case .texts, .ids:
      schema.member("type", "array")
      schema.key("items")
      schema.object { $0.member("type", "string") }
    }
  }
}
