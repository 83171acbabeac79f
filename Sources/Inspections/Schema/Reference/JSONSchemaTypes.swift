import Diagnostics

extension JSONSchemaWriter {
  typealias Keywords = [(key: String, value: OrderedJSON)]

  /// The keywords that hold a value to its type.
  mutating func keywords(of type: TypeDescription) -> Keywords {
    switch type {
    case .text: return Self.scalar(SchemaPatterns.text)
    case .inlineMarkdown:
      return Self.scalar(SchemaPatterns.text) + [("contentMediaType", .string("text/markdown"))]
    case .flag:
      return [("enum", .array([.bool(true), .bool(false), .string("true"), .string("false")]))]
    case .integer(let minimum): return Self.integer(minimum)
    case .number: return Self.number
    case .printedNumber: return Self.printedNumber
    case .money: return Self.money
    case .date: return reference("date") { Self.date(SchemaPatterns.date, Self.dateExamples) }
    case .interval:
      return reference("interval") {
        Self.date(
          SchemaPatterns.interval, ["2007-06/2007-07", "2009-W03", "2010-02-01/2010-02-02"])
      }
    case .duration: return Self.text(SchemaPatterns.duration, examples: ["21 days", "3 months"])
    case .due:
      return reference("due") {
        Self.date(SchemaPatterns.due, ["immediately", "within 3 months", "2008-09"])
      }
    case .instant:
      return Self.text(
        SchemaPatterns.instant, examples: ["2026-12-01T09:30:00Z", "2026-12-01T09:30+00:00"])
    case .address:
      return Self.text(SchemaPatterns.address, examples: ["https://example.org/report"])
    case .formed(.telephone):
      return Self.digits(
        TextForm.telephone.pattern, from: 1_000_000, to: 999_999_999_999_999,
        TextForm.telephone.examples)
    case .formed(.label):
      return Self.scalar(TextForm.label.pattern) + [("examples", .strings(TextForm.label.examples))]
    case .formed(let form): return Self.text(form.pattern, examples: form.examples)
    case .choice(let words): return [("enum", .strings(words))]
    case .reference(let collection):
      return reference("id-of-\(collection.rawValue)") { [names] in
        Self.names(names.ids(of: collection))
      }
    case .name(let what): return named(what)
    case .judgedGrade: return judgedGrade()
    case .list(let element): return list(of: element)
    case .oneOrMany(let element):
      return [("anyOf", .array([.object(keywords(of: element)), .object(list(of: element))]))]
    case .map(let key, let value): return map(key, value)
    case .params: return Self.params
    case .record(let record):
      return [("description", .string(record.documentation))] + object(of: record)
    case .orUnknown(let inner):
      let unknown: OrderedJSON = .fields(["const": .string("unknown")])
      return [("anyOf", .array([.object(keywords(of: inner)), unknown]))]
    }
  }

  /// Texts, lists of texts, and mappings of texts one level deep, alone or in lists.
  private static let params: Keywords = {
    let text = OrderedJSON.object(scalar(SchemaPatterns.text))
    func group(of value: OrderedJSON) -> OrderedJSON {
      .fields([
        "type": .string("object"), "additionalProperties": value,
        "propertyNames": .fields(["pattern": .string(TextForm.paramName.pattern)]),
      ])
    }
    func list(of element: OrderedJSON) -> OrderedJSON {
      .fields(["type": .string("array"), "items": element])
    }
    let texts = group(of: text)
    let value = OrderedJSON.fields([
      "anyOf": .array([text, texts, list(of: text), list(of: texts)])
    ])
    guard case .object(let keywords) = group(of: value) else { return [] }
    return keywords
  }()

  private mutating func list(of element: TypeDescription) -> Keywords {
    [("type", .string("array")), ("items", .object(keywords(of: element)))]
  }

  private mutating func map(_ key: String, _ value: TypeDescription) -> Keywords {
    var keywords: Keywords = [
      ("type", .string("object")), ("additionalProperties", .object(self.keywords(of: value))),
    ]
    if let allowed = names.names(key) {
      keywords.append(("propertyNames", .fields(["enum": .strings(allowed)])))
    }
    return keywords
  }

  /// A name that something else defines, or a new one.
  private mutating func named(_ what: String) -> Keywords {
    guard let allowed = names.names(what) else {
      return Self.names(nil) + examples(of: what)
    }
    return reference(Self.slug(what)) { Self.names(allowed) }
  }

  private mutating func judgedGrade() -> Keywords {
    let one = Self.scalar(SchemaPatterns.text) + examples(of: DefinedWords.grade)
    return reference("judged-grade") { Self.judgedGrade(one: one, each: Self.names(nil)) }
  }

  private func examples(of what: String) -> Keywords {
    names.suggestions(what).map { [("examples", .strings($0))] } ?? []
  }

  fileprivate static func judgedGrade(one: Keywords, each: Keywords) -> Keywords {
    let split: OrderedJSON = .fields([
      "type": .string("array"), "items": .object(each), "minItems": .number(2),
    ])
    return [("anyOf", .array([.object(one), split]))]
  }

  fileprivate static func names(_ allowed: [String]?) -> Keywords {
    if let allowed {
      return allowed.isEmpty ? [("not", .object([]))] : [("enum", .strings(allowed))]
    }
    return scalar(SchemaPatterns.name)
  }

  private static func slug(_ what: String) -> String {
    what.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : $0 == "'" ? "" : "-" }
      .joined()
  }
}

// Scalars. A number or a flag may stand where text is due, for plain YAML scalars are text to us.
extension JSONSchemaWriter {
  private static let dateExamples = ["2008", "2008-01", "2008-02-15", "2009-W03"]

  private static func scalar(_ pattern: String) -> Keywords {
    [("type", .strings(["string", "number", "boolean"])), ("pattern", .string(pattern))]
  }

  private static func text(_ pattern: String, examples: [String]) -> Keywords {
    [
      ("type", .string("string")), ("pattern", .string(pattern)),
      ("examples", .strings(examples)),
    ]
  }

  /// Text that may also be a bare year, which YAML reads as a number.
  private static func date(_ pattern: String, _ examples: [String]) -> Keywords {
    digits(pattern, from: 1000, to: 9999, examples)
  }

  /// Text that may also be digits alone, which YAML reads as a number.
  private static func digits(
    _ pattern: String, from least: Int, to most: Int, _ examples: [String]
  ) -> Keywords {
    [
      ("type", .strings(["string", "integer"])), ("pattern", .string(pattern)),
      ("minimum", .number(least)), ("maximum", .number(most)), ("examples", .strings(examples)),
    ]
  }

  private static func integer(_ minimum: Int) -> Keywords {
    let pattern = minimum == 0 ? SchemaPatterns.count : SchemaPatterns.positive
    return [
      ("type", .strings(["integer", "string"])), ("minimum", .number(minimum)),
      ("maximum", .number(999_999_999)), ("pattern", .string(pattern)),
    ]
  }

  private static let number: Keywords = [
    ("type", .strings(["number", "string"])), ("pattern", .string(SchemaPatterns.decimal)),
  ]

  private static let money: Keywords = [
    ("type", .strings(["number", "string"])), ("minimum", .number(0)),
    ("exclusiveMaximum", .number(1_000_000_000_000)), ("pattern", .string(SchemaPatterns.money)),
  ]

  /// `1.10` is a number to YAML, and so is `2.14`, of which nothing but the sign can be wrong.
  private static let printedNumber: Keywords = [
    ("type", .strings(["number", "string", "boolean"])), ("exclusiveMinimum", .number(0)),
    ("maximum", .number(999_999_999)), ("pattern", .string(SchemaPatterns.printedNumber)),
    ("examples", .strings(["3", "2.14", "R-20-1"])),
  ]
}

extension JSONSchemaWriter {
  /// What a framework's own names leave of a type; nil where it has no such names.
  func narrowing(_ type: TypeDescription, to framework: FrameworkNames) -> OrderedJSON? {
    switch type {
    case .name(let what): return framework.defined[what].map { .object(Self.names($0)) }
    case .judgedGrade:
      return framework.defined[DefinedWords.grade].map {
        .object(
          Self.judgedGrade(one: Self.names($0 + ["none", "unknown"]), each: Self.names($0)))
      }
    case .list(let element):
      return narrowing(element, to: framework).map { .fields(["items": $0]) }
    case .oneOrMany(let element):
      return narrowing(element, to: framework).map { one in
        .fields([
          "if": .fields(["type": .string("array")]), "then": .fields(["items": one]), "else": one,
        ])
      }
    case .orUnknown(let inner):
      return narrowing(inner, to: framework).map { known in
        .fields(["anyOf": .array([known, .fields(["const": .string("unknown")])])])
      }
    case .map(let key, _):
      return framework.defined[key].map {
        .fields(["propertyNames": .fields(["enum": .strings($0)])])
      }
    case .record(let record):
      let narrowing = narrowing(fieldsOf: record, to: framework)
      guard record.hasField("framework") else { return narrowing }
      // Where it names a framework of its own, that one's names count.
      return narrowing.map {
        .fields(["if": .fields(["required": .strings(["framework"])]), "else": $0])
      }
    case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due,
      .instant, .address, .formed, .choice, .reference, .params:
      return nil
    }
  }

  /// What a framework's own names leave of the fields of a mapping; nil where it has no such names.
  func narrowing(fieldsOf record: RecordDescription, to framework: FrameworkNames) -> OrderedJSON? {
    let fields = record.fields.compactMap { field in
      narrowing(field.type, to: framework).map { (field.key, $0) }
    }
    return fields.isEmpty ? nil : .fields(["properties": .object(fields)])
  }
}
