public import Diagnostics

/// The JSON Schema (draft 2020-12) of a kind of file, as text that ends with a line ending.
///
/// It says what the decoder says, as far as a schema can: fields, their types and patterns, and what
/// is required when. With a register it names the ids, grades and aspects that exist, and narrows a
/// report's to those of its framework. What only a whole register shows (sums, dates in order,
/// unknown paragraphs) is left to `findings check`.
///
/// Scalars are typed leniently, because an editor's YAML reads `2008` as a number and we do not.
///
/// - Parameters:
///   - subject: the kind of file.
///   - register: the site whose names are offered; nil to allow every name.
///   - checks: the checks whose levels `site.yml` may set; used with a register only.
/// - Returns: the schema as JSON.
/// - Complexity: O(size of the schema + number of records).
public func jsonSchema(
  of subject: SchemaSubject, in register: Register? = nil, checks: [Check] = inspectionChecks
) -> String {
  let names = register.map { SchemaNames($0, checks: checks) } ?? SchemaNames()
  var writer = JSONSchemaWriter(names: names)
  let schema = writer.schema(of: subject)
  return String(decoding: schema.encoded(), as: UTF8.self)
}

/// Writes one schema and collects the definitions that it refers to.
struct JSONSchemaWriter {
  let names: SchemaNames
  private(set) var definitions: [(key: String, value: OrderedJSON)] = []

  init(names: SchemaNames) {
    self.names = names
  }

  mutating func schema(of subject: SchemaSubject) -> OrderedJSON {
    let record = subject.record
    let body = object(of: record, narrowing: subject == .collection(.reports))
    return .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string("urn:findings:schema:\(subject.name)")),
        ("title", .string(record.name)),
        ("description", .string(record.documentation)),
      ] + body + (definitions.isEmpty ? [] : [("$defs", .object(definitions))]))
  }

  /// The keywords of a mapping with declared fields.
  mutating func object(
    of record: RecordDescription, narrowing: Bool = false
  ) -> [(key: String, value: OrderedJSON)] {
    var properties: [(key: String, value: OrderedJSON)] = []
    for field in record.fields { properties.append((field.key, property(field))) }
    let required = record.fields.filter { $0.requirement == .required }.map(\.key)
    var conditions = SchemaCondition.of(record).map(\.json)
    if record.name == "survey" { conditions += names.scales.map(Self.narrowed) }
    // A judgement may be on the scale of a framework that it names itself.
    if narrowing || record.name == "judgement" {
      conditions += names.frameworks.compactMap { narrowed(record, to: $0) }
    }
    var keywords: [(key: String, value: OrderedJSON)] = [
      ("type", .string("object")), ("properties", .object(properties)),
      ("additionalProperties", .bool(false)),
    ]
    if !required.isEmpty { keywords.append(("required", .strings(required))) }
    if !conditions.isEmpty { keywords.append(("allOf", .array(conditions))) }
    return keywords
  }

  private mutating func property(_ field: FieldDescription) -> OrderedJSON {
    var words = field.documentation
    if case .conditional(let condition) = field.requirement { words += " Required \(condition)." }
    return .object([("description", .string(words))] + keywords(of: field.type))
  }

  /// A reference to a definition that is written once.
  mutating func reference(
    _ name: String, _ definition: () -> [(key: String, value: OrderedJSON)]
  ) -> [(key: String, value: OrderedJSON)] {
    if !definitions.contains(where: { $0.key == name }) {
      definitions.append((name, .object(definition())))
    }
    return [("$ref", .string("#/$defs/\(name)"))]
  }

  /// What a survey with an answer scale may name.
  private static func narrowed(to scale: AnswerScale) -> OrderedJSON {
    let answers = OrderedJSON.strings(scale.answers.map(\.id.value.name))
    return .fields([
      "if": .fields([
        "properties": .fields(["scale": .fields(["const": .string(scale.id.value.name)])]),
        "required": .strings(["scale"]),
      ]),
      "then": .fields([
        "properties": .fields([
          "responses": .fields(["propertyNames": .fields(["enum": answers])])
        ])
      ]),
    ])
  }

  /// What a record that names a framework may name of it.
  private func narrowed(_ record: RecordDescription, to framework: FrameworkNames) -> OrderedJSON? {
    guard let narrowing = narrowing(fieldsOf: record, to: framework) else { return nil }
    return .fields([
      "if": .fields([
        "properties": .fields(["framework": .fields(["const": .string(framework.id)])]),
        "required": .strings(["framework"]),
      ]),
      "then": narrowing,
    ])
  }
}
