import Diagnostics

/// What a record requires under a condition, as a JSON Schema can say it.
///
/// The same conditions stand in words beside the fields (``FieldDescription/Requirement``) and in the
/// decoder; a test holds the three together.
enum SchemaCondition: Sendable {
  /// At least one of some fields.
  case anyOf([String])
  /// Fields that are required where another field has one of some values; `absentCounts` when the
  /// other field's absence stands for one of them.
  case when(String, isOneOf: [String], absentCounts: Bool = false, require: [String])

  /// The conditions of a record, by its name.
  static func of(_ record: RecordDescription) -> [SchemaCondition] { all[record.name] ?? [] }

  private static let all: [String: [SchemaCondition]] = [
    "report": [
      .anyOf(["publisher", "publishers"]),
      .when("kind", isOneOf: ["inspection", "thematic", "monitoring"], require: ["framework"]),
      .when("kind", isOneOf: ["inspection", "monitoring"], require: ["area"]),
      .when("kind", isOneOf: ["monitoring"], require: ["follows", "progress"]),
      .when(
        "status", isOneOf: ["published", "withdrawn"], absentCounts: true, require: ["published"]),
      .when("status", isOneOf: ["scheduled"], require: ["release"]),
      .when("status", isOneOf: ["withdrawn"], require: ["withdrawal"]),
    ],
    "judgement": [.anyOf(["aspect", "aspects", "subject"])],
    "comparator": [.anyOf(["area", "title"])],
    "claim": [.anyOf(["report", "area", "organisation", "framework"])],
  ]

  /// The fields that it may require.
  var fields: [String] {
    switch self {
    case .anyOf(let keys): keys
    case .when(_, isOneOf: _, absentCounts: _, let keys): keys
    }
  }

  /// The condition as a schema.
  var json: OrderedJSON {
    switch self {
    case .anyOf(let keys):
      return .fields([
        "anyOf": .array(keys.map { .fields(["required": .strings([$0])]) })
      ])
    case .when(let key, isOneOf: let values, absentCounts: let absentCounts, let required):
      return .fields([
        "if": .fields([
          "properties": .object([(key, .fields(["enum": .strings(values)]))]),
          "required": absentCounts ? nil : .strings([key]),
        ]),
        "then": .fields(["required": .strings(required)]),
      ])
    }
  }
}
