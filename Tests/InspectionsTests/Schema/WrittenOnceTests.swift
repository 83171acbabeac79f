import Diagnostics
import Inspections
import TestSupport
import Testing

/// What a schema says is what reading keeps: no list of fields is kept beside it.
struct WrittenOnceTests {
  @Test(arguments: Collection.allCases)
  func `reading keeps every text field and every id that the schema has`(collection: Collection) {
    let schema = description(of: collection)
    let text = "---\n\(FilledRecord.yaml(of: schema))---\n"
    let read = readRecord(text, at: "\(collection.rawValue)/x.md")
    guard let header = read.value?.header else {
      Issue.record("\(read.diagnostics.map(\.message))")
      return
    }
    #expect(header.texts.map(\.place.words) == FilledRecord.paths(in: schema, where: \.isText))
    #expect(
      header.references.map(\.place.words) == FilledRecord.paths(in: schema, where: \.isReference))
  }

  @Test func `a hidden person is found in every text field of a report`() {
    let schema = description(of: .reports)
    let register = SpecRegister(
      ["reports/x.md": "---\n\(FilledRecord.yaml(of: schema, text: "Thanks to Ms Brook"))---\n"])
    let found = register.diagnostics.filter { $0.check.name == "staff-name" }
    let fields = found.compactMap { diagnostic in
      if case .field(let path)? = diagnostic.subject { path } else { nil }
    }
    #expect(Set(fields) == Set(FilledRecord.paths(in: schema, where: \.isText)))
  }

  @Test(arguments: Collection.allCases)
  func `a link that leads nowhere is found in every text field`(collection: Collection) {
    let schema = description(of: collection)
    let yaml = FilledRecord.yaml(of: schema, text: "See [it](report:no-such-report)")
    let register = SpecRegister(["\(collection.rawValue)/x.md": "---\n\(yaml)---\n"])
    let found = register.diagnostics.filter {
      $0.check.name == "unknown-reference" && $0.message.contains("no-such-report")
        && $0.primary.span.file.path == "\(collection.rawValue)/x.md"
    }
    #expect(found.count == FilledRecord.paths(in: schema, where: \.isText).count)
    #expect(Set(found.map(\.primary.span)).count == found.count, "each at its own place")
  }
}

/// Front matter with every field of a schema, made from the schema.
enum FilledRecord {
  /// Fields that stand for what another one says, and are left out where it is there.
  private static let others: Set<String> = [
    "publishers", "areas", "aspects", "subject", "organisation", "framework",
  ]

  static func yaml(of record: RecordDescription, text: String = "Some words") -> String {
    fields(of: record).map { "\($0.key): \(value($0.type, key: $0.key, text))\n" }.joined()
  }

  /// The dotted paths of the fields of some type, in the order of the schema.
  static func paths(
    in record: RecordDescription, where isWanted: (TypeDescription) -> Bool
  ) -> [String] {
    fields(of: record).flatMap { field -> [String] in
      if isWanted(field.type.element) { return [field.key] }
      guard case .record(let inner) = field.type.element else { return [] }
      let keys = Set(fields(of: inner).map(\.key))
      let entry = keys.contains("id") || keys.contains("recommendation") ? ".1" : ""
      return paths(in: inner, where: isWanted).map { "\(field.key)\(entry).\($0)" }
    }
  }

  /// The fields that stand together in one record: a choice of several ways to say it takes the first.
  private static func fields(of record: RecordDescription) -> [FieldDescription] {
    let keys = Set(record.fields.map(\.key))
    return record.fields.filter { field in
      // Where the text is withheld, it is not read.
      if field.key == "withhold" { return false }
      guard others.contains(field.key) else { return true }
      return !keys.contains("publisher") && !keys.contains("aspect") && !keys.contains("report")
        || record.name == "response" || record.name == "tenure"
        || (record.name == "report" && field.key == "framework")
    }
  }

  private static func value(_ type: TypeDescription, key: String, _ text: String) -> String {
    switch type {
    case .text: key == "person" || key == "name" ? "Jo Brook" : "word"
    case .inlineMarkdown: "\"\(text)\""
    case .flag: "true"
    case .integer, .number, .printedNumber, .money: "1"
    case .date: "2010-01"
    case .interval: "2009-11/2009-12"
    case .duration: "3 months"
    case .due: "immediately"
    case .instant: "2010-01-01T09:00:00Z"
    case .address: "https://example.org/"
    case .formed(let form): key == "id" ? "\"1\"" : form.examples[0]
    case .choice(let words): words.contains("published") ? "published" : words[0]
    case .reference: "name"
    case .name: key == "id" ? "\"1\"" : "name"
    case .judgedGrade: "name"
    case .list(let inner): "[\(value(inner, key: key, text))]"
    case .oneOrMany(let inner), .orUnknown(let inner): value(inner, key: key, text)
    case .params: "{name: word}"
    case .map(_, let inner): "{name: \(value(inner, key: key, text))}"
    case .record(let record):
      "{\(fields(of: record).map { "\($0.key): \(value($0.type, key: $0.key, text))" }.joined(separator: ", "))}"
    }
  }
}

extension TypeDescription {
  /// What a list or an optional holds.
  fileprivate var element: TypeDescription {
    switch self {
    case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner): inner.element
    default: self
    }
  }

  fileprivate var isText: Bool { if case .inlineMarkdown = element { true } else { false } }
  fileprivate var isReference: Bool { if case .reference = element { true } else { false } }
}

extension WrittenOnceTests {
  @Test func `every section of the reference has a heading of its own`() {
    let headings = contentReference().split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings.count > 20)
    #expect(Set(headings).count == headings.count)
  }
}
