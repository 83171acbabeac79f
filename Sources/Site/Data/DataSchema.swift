import Diagnostics
import Inspections

/// The JSON Schemas of the open data and of a report, made from the declarations of what is in them.
///
/// Source: JSON Schema, draft 2020-12.
enum DataSchema {
  static let datePattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-W[0-9]{2})?"

  private static let draft = OrderedJSON.string("https://json-schema.org/draft/2020-12/schema")

  /// The schema of files with one table or all of them.
  static func json(of tables: [DataTable], in site: SiteContext) -> OrderedJSON {
    .fields([
      "$schema": draft,
      "$id": .string(site.addresses.absolute(DataPath.schema)),
      "title": .string("Open data of \(site.register.site.title.value)"),
      "description": .string(
        "Version \(DataTable.version). A file holds one table or all of them. 'unknown' stands for "
          + "what the register records as not known, null for what does not arise or is not said."),
      "type": .string("object"),
      "required": .strings(["schema", "version", "register", "address"]),
      "properties": .object(head + tables.map { ($0.name, rows(of: $0)) }),
      "additionalProperties": .bool(false),
      "$defs": .object(tables.map { ($0.name, row(of: $0)) }),
    ])
  }

  private static let head: [(key: String, value: OrderedJSON)] =
    [
      ("schema", "The address of this schema."), ("register", "The register's name."),
      ("publisher", "Who stands behind it."), ("address", "Where it is."),
    ].map { ($0, .fields(["type": .string("string"), "description": .string($1)])) } + [
      (
        "version",
        .fields([
          "const": .string(DataTable.version),
          "description": .string("The version of this schema."),
        ])
      )
    ]

  private static func rows(of table: DataTable) -> OrderedJSON {
    .fields([
      "description": .string(table.title), "type": .string("array"),
      "items": .fields(["$ref": .string("#/$defs/\(table.name)")]),
    ])
  }

  /// A row has every key, and null for what is absent.
  private static func row(of table: DataTable) -> OrderedJSON {
    .fields([
      "title": .string(table.title),
      "description": .string(table.summary),
      "type": .string("object"),
      "required": .strings(table.columns.map(\.key)),
      "additionalProperties": .bool(false),
      "properties": .object(
        table.columns.map { column in
          (column.key, property(column, or: column.isRequired ? [] : [unknown, type("null")]))
        }),
    ])
  }

  /// The schema of `report.json`.
  static func json(ofReport members: [DataField], in site: SiteContext) -> OrderedJSON {
    .object(
      [
        ("$schema", draft),
        ("$id", .string(site.addresses.absolute(DataPath.reportSchema))),
        ("title", .string("A report of \(site.register.site.title.value)")),
        (
          "description",
          .string(
            "Version \(ReportJSON.version). The keys are those of the content format. 'unknown' "
              + "stands for what the register records as not known; what is absent does not arise "
              + "or is not said.")
        ),
      ] + object(members))
  }

  /// An object has the keys of what is not absent.
  private static func object(_ members: [DataField]) -> [(key: String, value: OrderedJSON)] {
    [
      ("type", .string("object")),
      ("required", .strings(members.filter { !$0.mayBeAbsent }.map(\.key))),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        .object(members.map { ($0.key, property($0, or: $0.mayBeUnknown ? [unknown] : [])) })
      ),
    ]
  }

  private static func property(_ field: DataField, or others: [OrderedJSON]) -> OrderedJSON {
    .fields([
      "description": .string(field.meaning), "anyOf": .array([schema(of: field.type)] + others),
    ])
  }

  private static let unknown = OrderedJSON.fields(["const": .string("unknown")])

  private static func type(_ name: String) -> OrderedJSON { .fields(["type": .string(name)]) }

  private static func text(matching pattern: String) -> OrderedJSON {
    .fields(["type": .string("string"), "pattern": .string("^\(pattern)$")])
  }

  private static func schema(of type: DataType) -> OrderedJSON {
    switch type {
    case .text: self.type("string")
    case .id: text(matching: "[^ |]+")
    case .choice(let words): .fields(["enum": .strings(words)])
    case .integer: self.type("integer")
    case .printedNumber: .fields(["type": .strings(["integer", "string"])])
    case .number: self.type("number")
    case .date: text(matching: datePattern)
    case .interval: text(matching: "\(datePattern)(/\(datePattern))?")
    case .address: .fields(["type": .string("string"), "format": .string("uri")])
    case .list(let element):
      .fields(["type": .string("array"), "items": schema(of: element)])
    case .oneOrMany(let element):
      .fields(["anyOf": .array([schema(of: element), schema(of: .list(of: element))])])
    case .counts:
      .fields(["type": .string("object"), "additionalProperties": self.type("integer")])
    case .object(let members): .object(object(members))
    }
  }
}
