import Diagnostics

/// What a record requires under a condition, as a JSON Schema can say it.
///
/// The same conditions stand in words beside the fields (``FieldDescription/Requirement``) and in the
/// decoder; a test holds the three together.
enum SchemaCondition: Sendable {
  /// At least one of some fields.
  case anyOf([String])
  /// One of some fields at least, where another field has one of some values.
  case anyOfWhen(String, isOneOf: [String], [String])
  /// Fields that are required wherever one of some others is there.
  case beside([String], require: [String])
  /// A field that, where it is a list, has something in it.
  case filled(String)
  /// Fields that are required where another field has one of some values; `absentCounts` when the
  /// other field's absence stands for one of them.
  case when(String, isOneOf: [String], absentCounts: Bool = false, require: [String])

  /// The conditions of a record, by its name.
  static func of(_ record: RecordDescription) -> [SchemaCondition] { all[record.name] ?? [] }

  private static let all: [String: [SchemaCondition]] = [
    "report": [
      .anyOf(["publisher", "publishers"]),
      .when("kind", isOneOf: ["inspection", "thematic", "monitoring"], require: ["framework"]),
      .anyOfWhen("kind", isOneOf: ["inspection"], ["area", "areas"]),
      .when("form", isOneOf: ["restricted"], require: ["restricted"]),
      .when("kind", isOneOf: ["monitoring"], require: ["follows", "progress"]),
      .filled("follows"),
      .beside(
        ["progress", "progress_counts", "not_assessed", "overall_progress", "closes"],
        require: ["follows"]),
      .when(
        "status", isOneOf: ["published", "withdrawn"], absentCounts: true, require: ["published"]),
      .when("status", isOneOf: ["scheduled"], require: ["release"]),
      .when("status", isOneOf: ["withdrawn"], require: ["withdrawal"]),
    ],
    "judgement": [.anyOf(["aspect", "aspects", "subject"]), .anyOf(["grade", "score"])],
    "extra field": [.when("type", isOneOf: ["reference"], require: ["to"])],
    "comparator": [.anyOf(["area", "title"])],
    "claim": [.anyOf(["report", "area", "organisation", "framework"])],
  ]

  /// The fields that it may require.
  var fields: [String] {
    switch self {
    case .anyOf(let keys), .anyOfWhen(_, isOneOf: _, let keys): keys
    case .filled: []
    case .beside(_, let keys), .when(_, isOneOf: _, absentCounts: _, let keys): keys
    }
  }

  /// The condition as a schema.
  var json: OrderedJSON {
    switch self {
    case .anyOf(let keys):
      return Self.anyOf(keys)
    case .anyOfWhen(let key, isOneOf: let values, let keys):
      return .fields([
        "if": .fields([
          "properties": .object([(key, .fields(["enum": .strings(values)]))]),
          "required": .strings([key]),
        ]),
        "then": Self.anyOf(keys),
      ])
    case .filled(let key):
      return .fields(["properties": .object([(key, Self.some)])])
    case .beside(let keys, let required):
      return .fields([
        "dependentRequired": .object(keys.map { ($0, .strings(required)) })
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

  /// A list with nothing in it says nothing.
  private static let some = OrderedJSON.fields(["minItems": .number(1)])

  private static func anyOf(_ keys: [String]) -> OrderedJSON {
    .fields([
      "anyOf": .array(
        keys.map { .fields(["required": .strings([$0]), "properties": .object([($0, some)])]) })
    ])
  }
}
