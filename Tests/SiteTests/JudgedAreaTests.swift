import Foundation
import Testing

@testable import Inspections
@testable import Site

/// A report on two areas that says of which of them a judgement is, and recommendations that name the
/// conclusion they come from.
struct JudgedAreaTests {
  private static let files: [String: String] = [
    "frameworks/frame.md": Sample.framework, "areas/north.md": Sample.area,
    "areas/south.md": "---\ntitle: South\nkind: region\norganisation: service\n---\n",
    "reports/both.md": """
    ---
    title: Both at once
    kind: inspection
    publisher: board
    framework: frame
    areas: [north, south]
    published: 2010-02
    fieldwork: 2010-01
    judgements:
      - {id: C-1, aspect: care, area: north, grade: good}
      - {id: C-2, aspect: care, area: south, grade: poor}
      - {subject: The plan, grade: good}
      - {id: S-9, aspect: care, area: south, grade: none, score: {value: 3, of: 100, better: lower}}
    recommendations:
      - {id: 1, text: Care more., aspect: care, from: C-2}
    ---
    """,
  ]
  private static let site = sampleSite(files)

  private static func table(_ page: String, from start: String) -> String {
    guard let begin = page.range(of: start) else { return "" }
    let rest = page[begin.lowerBound...]
    return String(rest[..<(rest.range(of: "</table>")?.lowerBound ?? rest.endIndex)])
  }

  @Test func `an area's page has the judgements of that area and of all areas`() throws {
    for (area, own, other) in [("north", "C-1", "C-2"), ("south", "C-2", "C-1")] {
      let page = try Self.site.rendered("areas/\(area)/")
      #expect(page.contains("\(own): ") && !page.contains("\(other): "), "\(area)")
      #expect(page.contains("The plan"))
    }
  }

  @Test func `a verdict on several areas is not shown as each area's own`() throws {
    let north = try Self.site.rendered("areas/north/")
    #expect(north.contains("The plan <span class=\"from\">judged together with South</span></th>"))
    #expect(north.components(separatedBy: "judged together").count == 2)
    var files = Self.files
    files["reports/both.md"] = files["reports/both.md"]?
      .replacing("  - {id: C-1, aspect: care, area: north, grade: good}\n", with: "")
      .replacing("aspect: care, area: south,", with: "aspect: care,")
    let site = sampleSite(files)
    let once = try site.rendered("areas/south/")
    #expect(once.contains("Judged together with North. Scale: "))
    #expect(once.contains("; judged together with North</span>"))
    let note = "<br><span class=\"standing\">judged together with"
    let comparison = try site.rendered("comparison/")
    #expect(
      comparison.contains("\(note) North</span>") && comparison.contains("\(note) South</span>"))
    #expect(!(try Self.site.rendered("comparison/")).contains("judged together"))
  }

  @Test func `many areas that were judged together are counted`() {
    let names = ["one", "two", "three", "four"].map { AreaID($0) }
    let register = Self.site.register
    #expect(
      AreaWords.together(with: Array(names.prefix(3)), in: register)
        == "judged together with one, two and three")
    #expect(
      AreaWords.together(with: names, in: register) == "judged together with four other areas")
    #expect(AreaWords.together(with: [], in: register).isEmpty)
  }

  @Test func `what an area's judgements add up to leaves those of another area out`() throws {
    let register = Self.site.register
    let report = try #require(register.reports[ReportID("both")])
    #expect(JudgementTally(of: report, in: register).total == 4)
    #expect(JudgementTally(of: report, on: AreaID("north"), in: register).total == 2)
    #expect(JudgementTally(of: report, on: AreaID("south"), in: register).total == 3)
    #expect(try Self.site.rendered("areas/north/").contains("counted from the judgements: 2 Good"))
    #expect(TallyWords.judgements(of: report, in: register)?.hasPrefix("2 Good, 1 Poor") == true)
  }

  @Test func `the report, its text and its data say of which area a judgement is`() throws {
    let page = try Self.site.rendered("reports/both/")
    let judgements = Self.table(page, from: "Judgements at a glance</caption>")
    for area in ["North", "South"] {
      let link = "<a href=\"/register/areas/\(area.lowercased())/\">\(area)</a>"
      #expect(judgements.contains("<span class=\"from\">in \(link)</span>"))
    }
    let text = String(decoding: try Self.site.reportFile("reports/both/report.txt"), as: UTF8.self)
    #expect(text.contains("C-1: Care in North: Good\n"))
    let json = String(decoding: try Self.site.reportFile("reports/both/report.json"), as: UTF8.self)
    #expect(json.contains("\"area\":\"north\"") && json.contains("\"from\":[\"C-2\"]"))
    let rows = try #require(Self.site.file("data/judgements.csv")).components(separatedBy: "\r\n")
    #expect(rows.contains { $0.hasPrefix("both/C-1,both,C-1,frame,north,care,") })
    #expect(rows.contains { $0.hasPrefix("both/other,both,,frame,north|south,,The plan,") })
    let asked = try #require(Self.site.file("data/recommendations.csv"))
    #expect(asked.contains(",from,") && asked.contains(",C-2,"))
  }

  @Test func `the comparison of areas puts each judgement in its own column`() throws {
    let groups = ComparedGroup.all(in: Self.site.register)
    let areas = try #require(groups.first).areas
    func labels(_ area: String) -> [String] {
      areas.first { $0.area.name == area }?.grades[AspectID("care")]?
        .compactMap { $0.judgement.label?.value } ?? []
    }
    #expect(labels("north") == ["C-1"])
    #expect(labels("south") == ["C-2", "S-9"])
  }

  @Test func `an aspect's page names the area that was judged and no other`() throws {
    let page = try Self.site.rendered("frameworks/frame/aspects/care/")
    let row = try #require(page.components(separatedBy: "<tr").first { $0.contains("C-1: ") })
    #expect(row.contains(">North<") && !row.contains(">South<"))
  }

  @Test func `a recommendation shows the conclusion that it comes from and no other on the aspect`()
    throws
  {
    let page = try Self.site.rendered("reports/both/recommendations/1/")
    let reasons = try #require(page.components(separatedBy: "<dt>Because of</dt>").last)
    let cell = try #require(reasons.components(separatedBy: "</dd>").first)
    #expect(cell.contains("C-2: ") && cell.contains("Poor"))
    #expect(!cell.contains("C-1") && !cell.contains("S-9"))
  }

  @Test func `a score says which direction is better where the report does`() throws {
    #expect(try Self.site.rendered("reports/both/").contains("3 of 100, lower is better"))
    let table = try #require(Self.site.file("data/judgements.csv"))
    #expect(table.contains(",score_better,") && table.contains(",3,100,lower,"))
  }

  @Test func `a section of one area is no section of another`() throws {
    var files = Self.files
    files["frameworks/frame.md"] = Sample.framework.replacing(
      "- {id: care, title: Care}",
      with: "- {id: care, title: Care}\n  - {id: beds, title: Beds, parent: care}")
    files["reports/both.md"] = Self.files["reports/both.md"]?.replacing(
      "- {subject: The plan, grade: good}", with: "- {aspect: beds, area: south, grade: good}")
    let register = sampleRegister(files)
    let report = try #require(register.reports[ReportID("both")])
    let tally = JudgementTally(of: report, in: register)
    // Care of the south sums up its beds, and care of the north sums up nothing.
    #expect(tally.sections.compactMap { $0.label?.value } == ["C-2", "S-9"])
    #expect(tally.total == 2)
  }
}
