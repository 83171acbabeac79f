import Diagnostics
import Foundation
import Testing

/// A row of `TrueSentences.md`: a sentence, and the check that it must raise, if one.
struct TrueSentence: Sendable, CustomTestStringConvertible {
  let section: String
  /// Nil where nothing may be said.
  let check: String?
  let regime: String
  /// The body it is added to: `report`, `visit` or `response`.
  let place: String
  /// The sentence without the marks of the place.
  let text: String
  /// The words at which the check must report; the whole line where none are marked.
  let marked: String?

  var testDescription: String { "\(section): \(text)" }

  static let all: [TrueSentence] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "TrueSentences.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var section = ""
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| "), cells.count == 4, cells[0] != "so" else { return nil }
      let open = cells[3].firstIndex(of: "«").map(cells[3].index(after:))
      let close = cells[3].firstIndex(of: "»")
      return TrueSentence(
        section: section, check: cells[0] == "true" ? nil : cells[0], regime: cells[1],
        place: cells[2], text: cells[3].filter { $0 != "«" && $0 != "»" },
        marked: open.flatMap { open in close.map { String(cells[3][open..<$0]) } })
    }
  }()
}

struct TrueSentenceTests {
  @Test func `there are enough sentences, and each kind has true and false ones`() {
    let all = TrueSentence.all
    print(
      "true sentences: \(all.count { $0.check == nil }), false twins: \(all.count { $0.check != nil })"
    )
    #expect(all.count { $0.check == nil } >= 150)
    #expect(Set(all.map(\.regime)).count >= 8)
    for (section, rows) in Dictionary(grouping: all, by: \.section) {
      #expect(rows.contains { $0.check == nil } && rows.contains { $0.check != nil }, "\(section)")
    }
  }

  @Test(arguments: TrueSentence.all.filter { $0.check == nil })
  func `a true sentence raises nothing`(_ sentence: TrueSentence) {
    #expect(sentence.raised.map { "\($0.check.name): \($0.message)" } == [])
  }

  @Test(arguments: TrueSentence.all.filter { $0.check != nil })
  func `its false twin is reported, once, at its place`(_ sentence: TrueSentence) throws {
    let raised = sentence.raised
    #expect(raised.map(\.check.name) == [sentence.check])
    let finding = try #require(raised.first)
    #expect(finding.primary.span.file.path == sentence.path)
    let text = Array((sentence.files[sentence.path] ?? "").utf8)
    #expect(String(decoding: text[finding.primary.span.range], as: UTF8.self) == sentence.marked)
  }
}

extension TrueSentence {
  /// What is said of the register with the sentence and not of the register without.
  fileprivate var raised: [Diagnostic] {
    let usual = Set(Self.usual.map(\.message))
    return SpecRegister(files).settled.filter { !usual.contains($0.message) }
  }

  private static let usual = SpecRegister(withRest(frontMatter)).settled

  private static func withRest(_ files: [String: String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: files.map { path, text in
        (path, path.hasSuffix(".md") ? "\(text)\n\nNothing more.\n" : text)
      })
  }

  fileprivate var path: String { Self.paths[place] ?? "" }

  /// The files with the sentence at the end of its body.
  fileprivate var files: [String: String] {
    var files = Self.withRest(Self.frontMatter)
    files[path]?.append("\n\(text)\n")
    return files
  }

  private static let paths = [
    "report": "reports/first.md", "visit": "reports/second.md", "response": "responses/answer.md",
  ]

  private static let frontMatter = [
    "site.yml": """
    title: Register
    base_url: https://inspections.example.org/
    language: en-GB
    publisher: The editors
    visible_roles: [commissioner]
    """,
    "organisations/agency.md": """
    ---
    title: The Agency
    kind: inspected-body
    people:
      - {name: James Hale, role: commissioner}
      - {name: James Brook, role: clerk}
    contacts:
      - title: Head office
        postal_address: 14 Elm Road, Leeds LS14 6XQ
        telephone: [0114 496 0123, 202 555 0187]
        email: jo.hale@agency.example
    ---
    """,
    "frameworks/round.md": """
    ---
    title: The round of 2007
    inspectorate: ofsted
    grades:
      - {id: good, title: Good}
      - {id: adequate, title: Adequate}
      - {id: inadequate, title: Inadequate, requires_recommendation: false}
    progress:
      - {id: satisfactory, title: Satisfactory progress}
      - {id: inadequate, title: Inadequate progress}
    aspects:
      - {id: safety, title: Safety}
      - {id: respect, title: Respect}
      - {id: activity, title: Activity}
      - {id: release, title: Release}
      - {id: health, title: Health}
      - {id: records, title: Records}
      - {id: leadership, title: Leadership}
    quantifiers:
      - {word: almost all, over: 80}
      - {word: most, over: 65}
      - {word: majority, over: 51}
      - {word: few, under: 20}
    ---
    """,
    "reports/first.md": """
    ---
    title: A report
    kind: inspection
    publisher: ofsted
    framework: round
    area: north
    published: 2008-02
    fieldwork: 2007-06
    judgements:
      - {aspect: safety, grade: good}
      - {aspect: respect, grade: good}
      - {aspect: activity, grade: good}
      - {aspect: release, grade: good}
      - {aspect: health, grade: adequate}
      - {aspect: records, grade: adequate}
      - {aspect: leadership, grade: inadequate}
    recommendations:
      - {id: 1, text: Ensure that all staff receive supervision every month and that it is recorded.}
      - {id: 2, text: Plan every case well and record the plan in the file of the case.}
      - {id: 3, text: All prisoners should be unlocked for at least ten hours on every weekday.}
      - {id: 4, text: Make sure that fire doors are checked every week and that faults are repaired within two days.}
      - {id: 5, text: Keep a log of every temperature check of the cold store and review it monthly.}
      - {id: 6, text: Managers should visit each wing at night at least once a month.}
      - {id: 7, text: Tell parents in writing how their complaint was dealt with and when.}
    samples:
      - {id: files, title: Files, size: 24}
      - {id: staff, title: Members of staff, size: 46}
      - {id: reports, title: Reports, size: 33}
      - {id: lessons, title: Lessons, size: 205}
      - {id: payments, title: Payments, size: 2300}
    surveys:
      - {id: q1, title: Returns, base: 21, question: Do you agree that inspectors should return more often to a service that is inadequate?}
    ---
    """,
    "reports/second.md": """
    ---
    title: A visit
    kind: monitoring
    publisher: ofsted
    framework: round
    area: north
    follows: first
    published: 2009-02
    fieldwork: 2009-01
    progress:
      - {recommendation: 1, judgement: satisfactory}
      - {recommendation: 2, judgement: satisfactory}
      - {recommendation: 3, judgement: satisfactory}
      - {recommendation: 4, judgement: satisfactory}
      - {recommendation: 5, judgement: satisfactory}
      - {recommendation: 6, judgement: inadequate}
      - {recommendation: 7, judgement: inadequate}
    ---
    """,
    "responses/answer.md": """
    ---
    title: An answer
    report: first
    organisation: agency
    published: 2008-03
    ---
    """,
  ]
}
