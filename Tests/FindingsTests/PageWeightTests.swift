import Diagnostics
import Foundation
import Publisher
import TestSupport
import Testing

/// That no list makes a page which a reader has to wait for, and that one that is heavy is told of.
struct PageWeightTests {
  private func warnings(of project: Project) async throws -> [Diagnostic] {
    try await checkSite(project.request()).filter { $0.check == .pageWeight }
  }

  @Test func `a heavy page is told of with what makes it heavy, and a report's own text is not`()
    async throws
  {
    // Two thousand sentences of a hundred bytes.
    let sentence = String(repeating: "word ", count: 19) + "ends."
    let text = Array(repeating: sentence, count: 2000).joined(separator: "\n")
    let term = "---\ntitle: Long\ndefinition: A word.\n---\n\n## How it began\n\n\(text)\n"
    let report = """
      ---
      title: A study
      kind: thematic
      publisher: body
      framework: unknown
      published: 2012-03-01
      ---

      \(text)

      """
    let project = try FileNameTests.project([
      "content/organisations/body.md": "---\ntitle: Body\nkind: inspectorate\n---\n",
      "content/glossary/long.md": term, "content/reports/study.md": report,
    ])
    let told = try await warnings(of: project)
    #expect(told.map(\.primary.span.file.path) == ["/glossary/"])
    #expect(told.first?.level == .warning)
    let message = try #require(told.first?.message)
    let size = message.firstMatch(of: /^'\/glossary\/' has ([0-9]+) kB$/).flatMap { Int($0.1) }
    #expect(size.map { (200...220).contains($0) } == true, "\(message)")
    #expect(told.first?.notes.first?.hasPrefix("'How it began' is its heaviest part") == true)
  }

  @Test func `a register with hundreds of everything has no heavy page`() async throws {
    let project = try FileNameTests.project([:])
    let folder = project.folder
    try folder.write(
      "content/frameworks/round.md",
      """
      ---
      title: The round
      inspectorate: body-0
      grades: [{id: good, title: Good}, {id: poor, title: Poor}]
      aspects: [{id: care, title: Care}, {id: safety, title: Safety}]
      ---

      """)
    for number in 0..<130 {
      try folder.write(
        "content/organisations/body-\(number).md",
        "---\ntitle: Body \(number)\nkind: inspected-body\n---\n")
      try folder.write(
        "content/areas/area-\(number).md",
        "---\ntitle: Area \(number)\nkind: region\norganisation: body-1\nparent: area-0\n---\n")
      try folder.write(
        "content/glossary/term-\(number).md",
        "---\ntitle: Term \(number)\ndefinition: What it means.\n---\n")
      try folder.write(
        "content/coverage/account-\(number).md",
        """
        ---
        title: Account \(number)
        outlet: A paper
        published: 2012-04-01
        address: https://paper.example/\(number)
        kind: news
        about: [report-\(number)]
        ---

        """)
    }
    for number in 0..<260 {
      let items = (1...5).map {
        "  - {id: \($0), text: Do what number \($0) of report \(number) says., to: [body-1]}"
      }
      try folder.write(
        "content/reports/report-\(number).md",
        """
        ---
        title: Report \(number)
        kind: inspection
        publisher: body-0
        framework: round
        form: known-of
        area: area-\(number % 5)
        published: 2012-03-\(number % 20 + 10)
        overall: good
        judgements: [{aspect: care, grade: good}, {aspect: safety, grade: poor}]
        recommendations:
        \(items.joined(separator: "\n"))
        ---

        """)
    }
    #expect(try await warnings(of: project).map(\.message) == [])
  }
}
