import CommonMark
import Diagnostics
import Inspections
import TestSupport
import Testing

@Suite struct WaiverTests {
  @Test func `a waiver keeps the finding, its reason and its record together`() throws {
    let settled = try outcome(waiver: "check: quantifier, paragraph: 1")
    #expect(settled.remaining.map(\.check.name) == ["grade-without-recommendation"])
    let waived = try #require(settled.waived.first)
    #expect(waived.diagnostic.check.name == "quantifier")
    #expect(waived.waiver.by == "The editors")
    #expect(waived.record == RecordKey(.reports, "first"))
  }

  @Test(
    arguments: [
      ("judgements.complaints", true), ("judgements", true), ("judgements.complaint", false),
      ("complaints", false),
    ])
  func `a field waives itself and what lies below it`(_ field: String, _ isWaived: Bool) throws {
    let settled = try outcome(waiver: "check: grade-without-recommendation, field: \(field)")
    #expect(settled.waived.count == (isWaived ? 1 : 0))
    #expect(settled.remaining.contains { $0.check.name == "unused-waiver" } == !isWaived)
  }

  @Test(arguments: [
    ("check: quantifier", "write 'paragraph: 1' in the waiver"),
    ("check: quantifier, field: overall", "write 'paragraph: 1' in the waiver"),
    (
      "check: grade-without-recommendation, paragraph: 1",
      "write 'field: judgements.complaints' in the waiver"
    ),
    (
      "check: publication-lag, field: overall",
      "remove the waiver, or correct the place it names"
    ),
  ])
  func `a waiver with another place is told that of what is found`(
    waiver: String, help: String
  ) throws {
    let unused = try outcome(waiver: waiver).remaining.filter { $0.check.name == "unused-waiver" }
    #expect(unused.map(\.help) == [help])
    #expect(unused.flatMap(\.secondary).isEmpty == help.hasPrefix("remove"))
  }

  @Test func `a waiver of a check that did not run is not called unused`() throws {
    let example = Self.register(waiver: "check: publication-lag, field: published")
    let register = try #require(example.register)
    let ran = inspectionChecks.filter { $0.name != "publication-lag" }
    let settled = applyWaivers(example.diagnostics, in: register, checks: ran)
    #expect(!settled.remaining.contains { $0.check.name == "unused-waiver" })
  }

  @Test func `a waiver of an unseen report holds for what reading finds, and is never unused`()
    throws
  {
    let text = Self.report(waiver: "check: personal-data, paragraph: 1")
      .replacing("Of the files [most](share:14/29) were good.", with: "Write to jo@example.org.")
      .replacing("published: 2008-02\n", with: "published: 2008-02\nstatus: draft\n")
      .replacing(
        "waivers:\n",
        with: """
          waivers:
            - {check: publication-lag, field: published, reason: None., by: The editors, date: 2026-01-01}

          """)
    let read = readRecord(text, at: "reports/draft.md")
    guard case .report(let draft)? = read.value else {
      Issue.record("the draft can be read")
      return
    }
    let register = try #require(SpecRegister([:]).register)
    let found = read.diagnostics.filter { $0.check.name == "personal-data" }
    #expect(found.count == 1)
    #expect(applyWaivers(found, in: register).remaining == found)
    let outcome = applyWaivers(found, in: register, unseen: [draft])
    #expect(outcome.waived.map(\.diagnostic) == found)
    #expect(outcome.remaining == [])
  }

  @Test func `a site may lower a check, and what a check lowers itself stays as low`() throws {
    let register = SpecRegister([
      "site.yml": """
      title: Register
      base_url: https://inspections.example.org/
      language: en-GB
      publisher: The editors
      checks: {quantifier: warning, outside-life: error}
      """,
      "frameworks/later.md":
        "---\ntitle: Later\ninspectorate: ofsted\nfrom: 2009-09\n---\n",
      "reports/second.md":
        "---\ntitle: B\nkind: consultation\npublisher: ofsted\nframework: later\npublished: 2009-10\n---\n",
      "reports/first.md": Self.report(waiver: "check: publication-lag, field: published"),
    ])
    let levels = Dictionary(
      register.settled.map { ($0.check.name, $0.level) }, uniquingKeysWith: { first, _ in first })
    #expect(levels["quantifier"] == .warning)
    #expect(levels["outside-life"] == .warning)
  }

  private func outcome(waiver: String) throws -> WaiverOutcome {
    let example = Self.register(waiver: waiver)
    return applyWaivers(example.diagnostics, in: try #require(example.register))
  }

  private static func register(waiver: String) -> SpecRegister {
    SpecRegister(["reports/first.md": report(waiver: waiver)])
  }

  private static func report(waiver: String) -> String {
    """
    ---
    title: A report
    kind: inspection
    publisher: ofsted
    framework: round
    area: north
    published: 2008-02
    fieldwork: 2007-06
    judgements:
      - {aspect: complaints, grade: inadequate}
    waivers:
      - {\(waiver), reason: As published., by: The editors, date: 2026-01-01}
    ---

    1. Of the files [most](share:14/29) were good.
    """
  }
}
