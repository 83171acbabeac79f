import Diagnostics
import Foundation
import Testing

@testable import Inspections

struct JSONSchemaTests {
  private let register = InventedRegister().register

  private func parsed(_ subject: SchemaSubject, in register: Register?) throws -> [String:
    any Sendable]
  {
    let data = Data(jsonSchema(of: subject, in: register).utf8)
    let value = try JSONSerialization.jsonObject(with: data) as? [String: any Sendable]
    return try #require(value)
  }

  @Test(arguments: SchemaSubject.allCases)
  func `every schema is JSON that forbids unknown fields and describes each of its own`(
    subject: SchemaSubject
  ) throws {
    for register in [nil, register] {
      let schema = try parsed(subject, in: register)
      #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      #expect(schema["additionalProperties"] as? Bool == false)
      let properties = try #require(schema["properties"] as? [String: [String: any Sendable]])
      #expect(Set(properties.keys) == Set(subject.record.fields.map(\.key)))
      #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    }
  }

  @Test func `the ids and grades of the site are in the schema, and of no site without one`() throws
  {
    let text = jsonSchema(of: .collection(.reports), in: register)
    for name in ["north-east-2010", "rules-2009", "north-east", "poor", "little", "plans", "open"] {
      #expect(text.contains("\"\(name)\""), "\(name)")
    }
    #expect(!jsonSchema(of: .collection(.reports)).contains("north-east"))
  }

  @Test func `levels of checks are offered by the names of the checks`() {
    #expect(jsonSchema(of: .site, in: register).contains("\"personal-data\""))
  }

  @Test func `every condition in words is one in the schema, and the other way round`() {
    for subject in SchemaSubject.allCases {
      for record in records(in: .record(subject.record)) {
        let inWords = record.fields.filter { field in
          if case .conditional = field.requirement { true } else { false }
        }
        let inSchema = Set(SchemaCondition.of(record).flatMap(\.fields))
        for field in inWords {
          #expect(inSchema.contains(field.key), "\(record.name).\(field.key)")
        }
        for key in inSchema {
          #expect(record.fields.contains { $0.key == key }, "\(record.name).\(key)")
        }
        if !inSchema.isEmpty { #expect(!inWords.isEmpty, "\(record.name)") }
      }
    }
  }

  private func records(in type: TypeDescription) -> [RecordDescription] {
    guard let record = type.innerRecord else { return [] }
    return [record] + record.fields.flatMap { records(in: $0.type) }
  }

  @Test
  func `the pattern of dates is right for every day of a leap year, a common year and a century`()
    throws
  {
    let pattern = try NSRegularExpression(pattern: SchemaPatterns.date)
    func fits(_ text: String) -> Bool {
      pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
    for year in ["0000", "0004", "1900", "2000", "2007", "2008"] {
      #expect(fits(year) == (PartialDate(year) != nil), "\(year)")
      for month in 0...13 {
        let month = "\(year)-\(padded(month, to: 2))"
        #expect(fits(month) == (PartialDate(month) != nil), "\(month)")
        for day in 0...32 {
          let day = "\(month)-\(padded(day, to: 2))"
          #expect(fits(day) == (PartialDate(day) != nil), "\(day)")
        }
      }
      for week in 0...54 where week != 53 {
        let week = "\(year)-W\(padded(week, to: 2))"
        #expect(fits(week) == (PartialDate(week) != nil), "\(week)")
      }
    }
  }

  @Test(arguments: [
    "immediately", "within 3 months", "within three weeks", "within 1 day", "2008-09", "within",
    "soon",
    "within 3", "within 3 moons", "within a week", "Immediately", "3 months",
  ])
  func `the pattern of due dates says what the decoder says`(text: String) throws {
    let pattern = try NSRegularExpression(pattern: SchemaPatterns.due)
    let fits = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    #expect(fits == (Due(text) != nil))
  }

  @Test func `the reference names every field of every kind of file`() {
    let reference = contentReference()
    for subject in SchemaSubject.allCases {
      for record in records(in: .record(subject.record)) {
        for field in record.fields {
          #expect(reference.contains("| `\(field.key)` |"), "\(record.name).\(field.key)")
        }
      }
    }
  }

  @Test func `the reference page in the documentation is the one that the schema makes`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "docs/content-reference.md")
    #expect(try String(contentsOf: page, encoding: .utf8) == contentReference(), "run make docs")
  }
}
