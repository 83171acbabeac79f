import Diagnostics
import Foundation
import Inspections
import Publisher
import TestSupport
import Testing

/// What readers must not see, marked in every field that holds words, and looked for in every byte
/// that goes out.
struct LeakTests {
  /// A mark that stands nowhere else; what follows says which field it came from.
  private static let mark = "zqleak"

  /// The kinds of record that hold something back, with the fields that do so.
  enum Hidden: String, CaseIterable, Sendable {
    case draft, scheduled, withheld

    /// The lines that make a report one of the kind; a withheld one keeps its title and its notice.
    var status: String {
      switch self {
      case .draft: "title: zqleak title\nstatus: draft"
      case .scheduled: "title: zqleak title\nstatus: scheduled\nrelease: 2099-12-01T09:30:00Z"
      case .withheld:
        """
        title: The report that was taken back
        status: withdrawn
        withdrawal: {date: 2024-03-01, reason: It named somebody., withhold: text}
        aliases: [/old-report/]
        """
      }
    }

    var path: String { "content/reports/hidden-\(rawValue).md" }
  }

  @Test(arguments: Hidden.allCases)
  func `no byte of a site or of its messages tells what is held back`(_ hidden: Hidden) async throws
  {
    let project = try Project.golden("everything")
    try project.folder.write(hidden.path, Self.report(hidden))
    try project.folder.write("content/files/zqleak-plan.txt", "zqleak plan")
    let rendered = try await renderSite(project.request())
    let files = try #require(rendered.files)
    let leaks = files.filter { Self.leaks($0.value) || $0.key.contains(Self.mark) }.keys.sorted()
    #expect(leaks == [])
    for format in DiagnosticFormat.allCases {
      #expect(!Self.leaks(Array(project.text(rendered.diagnostics, as: format).utf8)), "\(format)")
    }
    print("leak run: \(hidden.rawValue), \(files.count) files, \(leaks.count) leaks")
  }

  /// Mistakes that messages would quote, and whether they are found before a report is public.
  static let mistakes = [
    (right: "reference: zqleak reference", wrong: "zqleak_field: zqleak value", isFound: true),
    (right: "contents: [zqleak heading]", wrong: "contents: [zqleak other", isFound: true),
    (right: "fieldwork: 2020-09", wrong: "fieldwork: zqleak", isFound: true),
    (right: "grade: poor", wrong: "grade: zqleak-grade", isFound: false),
    (right: "## zqleak heading", wrong: "# [zqleak](report:zqleak)", isFound: false),
  ]

  @Test(arguments: [Hidden.draft, .scheduled])
  func `no message of a build or a check quotes a report that waits, whatever is wrong in it`(
    _ hidden: Hidden
  ) throws {
    for (right, wrong, isFound) in Self.mistakes {
      let project = try Project.golden("everything")
      let text = Self.report(hidden)
      #expect(text.contains(right), "\(right)")
      try project.folder.write(hidden.path, text.replacing(right, with: wrong, maxReplacements: 1))
      for format in DiagnosticFormat.allCases {
        let run = try Program.run(
          ["check", "--as-of", "2026-11-23", "--format", format.rawValue], in: project.folder.path)
        #expect(!Self.leaks(Array((run.output + run.errors).utf8)), "\(wrong) as \(format)")
        let isNamed = run.output.contains("hidden-\(hidden.rawValue)")
        #expect(isNamed || !isFound, "\(wrong) as \(format)")
      }
    }
  }

  @Test
  func
    `of a release without its status is said where it is and what to write, in no word of the report`()
    throws
  {
    let project = try Project.golden("everything")
    let text = Self.report(.scheduled).replacing("status: scheduled", with: "status: published")
    try project.folder.write(Hidden.scheduled.path, text)
    let before = try #require(text.range(of: "release:")).lowerBound
    let line = text[..<before].count { $0 == "\n" } + 1
    for format in DiagnosticFormat.allCases {
      let run = try Program.run(
        ["check", "--as-of", "2026-11-23", "--format", format.rawValue], in: project.folder.path)
      #expect(!Self.leaks(Array((run.output + run.errors).utf8)), "\(format)")
      #expect(run.output.contains("does not hold to a rule in line \(line): "), "\(format)")
    }
    let run = try Program.run(["check", "--as-of", "2026-11-23"], in: project.folder.path)
    #expect(run.output.contains("write 'status: scheduled'"))
  }

  @Test func `whoever asks for drafts sees the words of a mistake`() throws {
    let project = try Project.golden("everything")
    try project.folder.write(
      Hidden.draft.path, Self.report(.draft).replacing("grade: poor", with: "grade: zqleak-grade"))
    let run = try Program.run(
      ["check", "--as-of", "2026-11-23", "--drafts"], in: project.folder.path)
    #expect(run.output.contains("'zqleak-grade' is not a grade"))
  }

  @Test func `people in roles that the site does not show are nowhere`() async throws {
    let project = try Project.golden("everything")
    let people = "people: [{name: Zqleak Person, role: clerk}]"
    for path in [
      "content/organisations/sea-department.md", "content/reports/north-shore-2016.md",
    ] {
      let text = try #require(project.folder.text(path))
      try project.folder.write(
        path, text.replacingOccurrences(of: "\nkind:", with: "\n\(people)\nkind:"))
    }
    let files = try #require(try await renderSite(project.request()).files)
    #expect(files.filter { Self.leaks($0.value) }.keys.sorted() == [])
  }

  @Test
  func `a withheld report keeps its address, title, dates, notice and reason in every format`()
    async throws
  {
    let project = try Project.golden("everything")
    try project.folder.write(Hidden.withheld.path, Self.report(.withheld))
    let site = try await project.built()
    let folder = "reports/hidden-withheld/"
    for path in ["index.html", "print/index.html", "report.json", "report.txt"] {
      let text = site.text(folder + path)
      #expect(text.contains("The report that was taken back"), "\(path)")
      #expect(text.contains("It named somebody."), "\(path)")
      #expect(text.contains("2024"), "\(path)")
      #expect(text.lowercased().contains("withheld"), "\(path)")
    }
    #expect(site.text(folder + "index.html").contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(site.files[folder + "recommendations/1/index.html"] != nil, "the address stays")
    #expect(site.files["old-report/index.html"] != nil, "so does the former one")
    #expect(!site.text("sitemap.xml").contains("hidden-withheld"))
    #expect(site.text("sitemap.xml").contains("north-shore-2019"))
  }

  @Test func `a link to a part of what is withheld leads to its notice`() async throws {
    let project = try Project.golden("everything")
    try project.folder.write(Hidden.withheld.path, Self.report(.withheld))
    try project.edit(
      "content/areas/coast.md", "All of it.",
      "All of [it](para:hidden-withheld#1), [too](report:hidden-withheld#zqleak-heading).")
    let site = try await project.built()
    #expect(site.text("areas/coast/index.html").contains("/reports/hidden-withheld/\">it</a>"))
  }

  @Test func `the marked report has a mark in every field of words`() {
    let text = Self.report(.draft)
    var missing: [String] = []
    func visit(_ type: TypeDescription, _ path: String) {
      switch type {
      case .record(let record):
        for field in record.fields where !Self.unmarked.contains(field.key) {
          visit(field.type, "\(path).\(field.key)")
        }
      case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner): visit(inner, path)
      case .text, .inlineMarkdown:
        let key = path.split(separator: ".").last ?? ""
        if !text.contains("\(key): \(Self.mark)") && !text.contains("\(key): [\(Self.mark)") {
          missing.append(path)
        }
      default: break
      }
    }
    visit(.record(description(of: .reports)), "report")
    #expect(missing == [])
  }

  /// Fields that stay, or are names of places in the file and no words of a report.
  private static let unmarked: Set<String> = ["withdrawal", "aliases", "waivers", "title"]

  private static func leaks(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).lowercased().contains(mark)
  }

  /// A report with the mark in everything that it says.
  private static func report(_ hidden: Hidden) -> String {
    """
    ---
    \(hidden.status)
    kind: inspection
    publisher: lights-inspectorate
    framework: harbour-lights-2019
    area: coast
    fieldwork: 2020-09
    published: 2020-11
    reference: \(hidden == .withheld ? "HL 9" : "zqleak reference")
    note: zqleak note
    people: [{name: zqleak name, role: lead inspector}, {name: zqleak name, role: zqleak role}]
    follows: north-shore-2019
    progress:
      - {recommendation: 1, judgement: done, evidence: zqleak evidence, finding: zqleak finding, further_action: zqleak action, note: zqleak note}
    not_assessed: [2, 3, 4, 5]
    source: [{title: zqleak source, address: "https://lights.example.org/zqleak", note: zqleak note}]
    judgements:
      - {subject: zqleak subject, grade: poor, heading: zqleak heading, note: zqleak note}
    recommendations:
      - id: 1
        text: zqleak text, which asks for a brighter lamp.
        due_note: zqleak due
        owner: zqleak owner
        cause: zqleak cause
        amounts: [{kind: repair, value: 77077, currency: GBP, note: zqleak amount}]
        note: zqleak note
        variants: [{where: zqleak annex, text: "zqleak text, which asks for a bright lamp.", note: zqleak note}]
    samples:
      - {id: zqleak-lamps, title: zqleak sample, size: 4, note: zqleak note, splits: [{title: zqleak split, counts: {zqleak one: 1, zqleak two: 3}}]}
    surveys:
      - {id: zqleak-survey, title: zqleak survey, question: zqleak question, base: 3, results: zqleak results, note: zqleak note}
    indicators:
      - {id: zqleak-indicator, title: zqleak indicator, unit: zqleak unit, value: 4, note: zqleak note, comparators: [{title: zqleak comparator, value: 5}]}
    changes:
      - {date: 2024-01-10, note: zqleak change}
    contents: [zqleak heading]
    waivers:
      - {check: wording-drift, field: recommendations.1.variants, reason: zqleak reason, by: zqleak by, date: 2024-01-01}
    ---

    ## zqleak heading

    1. zqleak paragraph with [a zqleak link](https://lights.example.org/zqleak) and a note.[^9]

    [^9]: zqleak footnote, and [a plan](file:zqleak-plan.txt).

    | zqleak head | zqleak other |
    |---|---|
    | zqleak cell | zqleak cell |
    """
  }
}
