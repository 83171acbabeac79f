import Diagnostics
import Foundation
import Publisher
import Testing

/// What is known to be wrong with the documents that the shipped register is about.
///
/// Every finding is one that a person made by reading them. Those that data or text can show are
/// reported, waived or not; nothing else is. Those that only a reader can judge stand in an
/// editor's note of the page concerned.
struct FactsTests {
  /// One thing that is wrong, and what is said about it.
  struct Fact: Sendable, CustomTestStringConvertible {
    /// What is wrong, in words.
    let name: String
    let check: String
    let level: Level
    let file: String
    /// A part of each message.
    var words = ""
    var count = 1
    /// The shipped register avoids the mistake, and the test makes it.
    var change: (@Sendable (Project) throws -> Void)?

    var testDescription: String { name }

    func matches(_ diagnostic: Diagnostic) -> Bool {
      diagnostic.check.name == check && diagnostic.level == level
        && diagnostic.primary.span.file.path == "content/\(file).md"
        && (words.isEmpty || diagnostic.message.contains(words))
    }
  }

  /// Every finding of the shipped register, as if nothing were waived.
  static let findings = Task { try await unwaived(Project.shipped()) }

  @Test(arguments: shipped + judged)
  func `what data or text can show is reported`(_ fact: Fact) async throws {
    #expect(try await Self.findings.value.count { fact.matches($0) } == fact.count)
  }

  @Test(arguments: avoided)
  func `what the shipped register avoids would be reported`(_ fact: Fact) async throws {
    let project = try Project.shipped()
    try fact.change?(project)
    #expect(try await Self.unwaived(project).count { fact.matches($0) } == fact.count)
  }

  @Test func `nothing else is reported`() async throws {
    let facts = Self.shipped + Self.judged
    let others = try await Self.findings.value.filter { finding in
      !facts.contains { $0.matches(finding) }
    }
    #expect(others.map { "\($0.check.name): \($0.message)" } == [])
  }

  @Test func `every error of the documents is waived with a reason`() async throws {
    let project = try Project.shipped()
    let standing = try await checkSite(project.request()).diagnostics
    #expect(standing.filter { $0.level == .error }.map(\.message) == [])
    #expect(try await Self.findings.value.contains { $0.level == .error })
  }

  @Test(arguments: notes)
  func `what only a reader can judge stands in an editor's note`(file: String, words: String) throws
  {
    let path = "\(Repository.root)/content/\(file).md"
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let quoted = lines.filter { $0.hasPrefix(">") }.map { $0.dropFirst(2) }.joined(separator: " ")
    #expect(quoted.contains(words), "\(file)")
  }

  @Test(arguments: [
    ("most", "private-reports.inadequate"), ("most", "public-reports.good+adequate"),
    ("majority", "all-reports.inadequate"), ("most", "60/88"), ("almost all", "73/88"),
    ("few", "15/88"), ("few", "private-reports.good"), ("most", "20/28"),
  ])
  func `a word that its figures bear out is left alone`(word: String, figures: String) async throws
  {
    #expect(try await Self.quantifiers(saying: word, of: figures) == 1, "only that of paragraph 34")
  }

  @Test(arguments: [
    ("almost all", "private-reports.inadequate"), ("most", "public-reports.adequate"),
    ("most", "all-reports.inadequate"), ("few", "public-reports.good"),
    ("few", "private-reports.good+adequate"), ("majority", "public-reports.adequate"),
  ])
  func `a word that its figures contradict is an error`(word: String, figures: String) async throws
  {
    #expect(try await Self.quantifiers(saying: word, of: figures) == 2)
  }

  /// How many quantity words are wrong when paragraph 27 says one more.
  private static func quantifiers(saying word: String, of figures: String) async throws -> Int {
    let project = try Project.shipped()
    try project.edit(
      "content/reports/east-midlands-2008.md", "27. One of the interviews was weak.",
      "27. It was [\(word)](share:\(figures)).")
    return try await unwaived(project).count { $0.check.name == "quantifier" }
  }

  /// The findings of a project whose records waive nothing.
  private static func unwaived(_ project: Project) async throws -> [Diagnostic] {
    for path in try TemporaryFolder.files(below: project.folder["content"])
    where path.hasSuffix(".md") {
      let text = project.folder.text("content/\(path)") ?? ""
      try project.folder.write("content/\(path)", withoutWaivers(text))
    }
    return try await checkSite(project.request()).diagnostics
  }

  /// A document without the field `waivers`, which ends where the next field does not stand in.
  private static func withoutWaivers(_ text: String) -> String {
    var isWaiver = false
    let kept = text.components(separatedBy: "\n").filter { line in
      if line.hasPrefix("waivers:") {
        isWaiver = true
      } else if !line.hasPrefix(" ") {
        isWaiver = false
      }
      return !isWaiver
    }
    return kept.joined(separator: "\n")
  }
}

extension FactsTests {
  private static let eastMidlands = "reports/east-midlands-2008"
  private static let letter = "reports/far-south-west-2010-monitoring"
  private static let article = "coverage/community-care-2009-02"

  /// Findings in what the shipped register carries as it was published.
  static let shipped = [
    Fact(
      name: "a survey of 46 young people that is 45 in paragraph 47", check: "sample-size",
      level: .error, file: eastMidlands, words: "'45 young people'"),
    Fact(
      name: "recommendation 1 is narrower in Annex A", check: "wording-drift", level: .warning,
      file: eastMidlands, words: "recommendation 1 "),
    Fact(
      name: "recommendation 4 has three wordings", check: "wording-drift", level: .warning,
      file: eastMidlands, words: "recommendation 4 ", count: 2),
    Fact(
      name: "recommendation 7 loses a noun", check: "wording-drift", level: .warning,
      file: eastMidlands, words: "recommendation 7 "),
    Fact(
      name: "recommendation 8 is reworded", check: "wording-drift", level: .warning,
      file: eastMidlands, words: "recommendation 8 "),
    Fact(
      name: "most for 14 of 29", check: "quantifier", level: .error, file: eastMidlands,
      words: "14 of 29 is 48.3"),
    Fact(
      name: "race and diversity, Inadequate without a recommendation",
      check: "grade-without-recommendation", level: .warning, file: eastMidlands,
      words: "race-diversity"),
    Fact(
      name: "eight dates after the end of the region", check: "due-after-end", level: .warning,
      file: "responses/east-midlands-2008-cafcass", words: "2008-04", count: 8),
    Fact(
      name: "ten recommendations that nobody followed up", check: "never-followed-up",
      level: .notice, file: eastMidlands, count: 10),
    Fact(
      name: "January on the cover and February in the press", check: "claim-differs",
      level: .notice, file: article, words: "'2008-02' is claimed"),
    Fact(
      name: "the same in an article of 2008", check: "claim-differs", level: .notice,
      file: "coverage/community-care-2008-05", words: "'2008-02' is claimed"),
    Fact(
      name: "a consultation report after the start it consults on", check: "outside-life",
      level: .warning, file: "reports/cafcass-consultation-2009", words: "2009-10"),
    Fact(
      name: "seven items past their dates at the visit", check: "overdue-at-visit", level: .notice,
      file: letter, count: 7),
    Fact(
      name: "no inspection of Far South West within three years", check: "reinspection-overdue",
      level: .warning, file: "areas/far-south-west", words: "2009-06"),
    Fact(
      name: "Ofsted's takeover in the wrong year", check: "claim-differs", level: .warning,
      file: article, words: "Ofsted became the inspectorate"),
    Fact(
      name: "an overall grade that the report does not give", check: "claim-differs",
      level: .warning, file: article, words: "'inadequate' is claimed as the overall grade"),
    Fact(
      name: "a grade off the scale of the pilots", check: "claim-differs", level: .warning,
      file: article, words: "'adequate' is claimed"),
    Fact(
      name: "a final plan by the end of March", check: "claim-differs", level: .notice,
      file: article, words: "The final plan"),
    Fact(
      name: "two accounts of the South East", check: "claim-differs", level: .notice,
      file: article, words: "the South East"),
    Fact(
      name: "a second inspection that was none", check: "claim-differs", level: .warning,
      file: "coverage/cafcass-summary-2018", words: "the second time"),
    Fact(
      name: "an inspection in March that began in February", check: "claim-differs",
      level: .notice, file: "coverage/cafcass-summary-2018", words: "March 2018"),
  ]

  /// Findings on what is reported elsewhere, each true.
  static let judged = [
    Fact(
      name: "a title that makes 2018 Good", check: "claim-differs", level: .warning,
      file: "coverage/todays-family-lawyer-2024", words: "'good' is claimed"),
    Fact(
      name: "a three-year round that did not begin in April 2009", check: "claim-differs",
      level: .notice, file: "coverage/community-care-2008-09"),
    Fact(
      name: "no inspection of Greater London within three years", check: "reinspection-overdue",
      level: .warning, file: "areas/greater-london"),
    Fact(
      name: "no inspection of North and South of Tyne within three years",
      check: "reinspection-overdue", level: .warning, file: "areas/north-south-of-tyne"),
  ]

  /// Findings that the shipped register avoids.
  static let avoided = [
    Fact(
      name: "a contents list without Annex B", check: "contents-list", level: .error,
      file: eastMidlands, words: "Annex B"
    ) { project in
      try project.edit(
        "content/reports/east-midlands-2008.md", "licence: crown-2008",
        """
        licence: crown-2008
        contents:
          - Foreword
          - Summary
          - Introduction
          - "Annex A: recommendations and Cafcass's answer"
          - "Annex C: surveys of children and adults"
          - "Annex D: what the files and records showed"
        """)
    },
    Fact(
      name: "a comma in recommendation 5", check: "wording-drift", level: .notice,
      file: eastMidlands, words: "recommendation 5 "
    ) { project in
      try project.edit(
        "content/reports/east-midlands-2008.md",
        "    note: The printed copies differ by a single comma.",
        """
            variants:
              - where: Annex A
                text: Think again about peers checking one another's court reports and give senior managers a larger share of that work.
        """)
    },
  ]

  /// Findings that only a reader can judge, and the notes that tell of them.
  static let notes = [
    (eastMidlands, "Five references from this report to its annexes miss their mark"),
    (eastMidlands, "Paragraph 17 promises more on oversight in section 3"),
    (eastMidlands, "number 9. We do not carry the examples"),
    (eastMidlands, "Notes 23 and 38 of the report refer to one and the same Act"),
    (eastMidlands, "It has no heading and no grade for the [workforce]"),
    (eastMidlands, "The number 15 occurs three times"),
    (eastMidlands, "Two conclusions sit uneasily with the answers"),
    (eastMidlands, "leaves out \"or better\""),
    (letter, "Items 4 and 7 are hard to reconcile"),
    (letter, "The letter spells the adviser's title \"advisor\""),
    (letter, "gives a figure for neither"),
    ("reports/cafcass-consultation-2009", "The key findings speak of 21 replies made online"),
  ]
}
