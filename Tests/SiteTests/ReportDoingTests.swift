import Inspections
import Testing

@testable import Site

/// Reports that do several things at once, and every place that asks what a report does.
struct ReportDoingTests {
  /// A report on North with more front matter.
  private func report(_ kind: String, _ fields: String = "") -> [String: String] {
    [
      "reports/north-2011.md": """
      title: North again
      kind: \(kind)
      publisher: ofsted
      framework: round
      area: north
      fieldwork: 2011-05
      published: 2011-06-15
      \(fields)
      """
    ]
  }

  private static let grades =
    "judgements: [{aspect: care, grade: good}, {aspect: records, grade: good}]"
  private static let progress = """
    follows: north-2009
    progress: [{recommendation: 1, judgement: satisfactory}, {recommendation: 2, judgement: inadequate}]
    not_assessed: [3, 4]
    """

  @Test(
    arguments: [
      ("inspection", "", [.inspects, .expectsOverall]),
      ("inspection", grades, [.judges, .inspects, .expectsOverall]),
      ("inspection", progress, [.inspects, .expectsOverall, .followsUp]),
      ("inspection", "\(grades)\n\(progress)", [.judges, .inspects, .expectsOverall, .followsUp]),
      ("monitoring", progress, [.followsUp, .isVisit]),
      (
        "monitoring", "overall: good\n\(progress)",
        [.judges, .inspects, .expectsOverall, .followsUp]
      ),
      ("thematic", "", []),
      ("thematic", grades, [.judges]),
      ("thematic", "overall: good", [.judges, .expectsOverall]),
      ("thematic", progress, [.followsUp]),
      ("consultation", "", []),
    ] as [(String, String, Set<Deed>)])
  func `what a report does follows from what it says, not from its kind alone`(
    kind: String, fields: String, deeds: Set<Deed>
  ) throws {
    let register = register(report(kind, fields))
    let found = try #require(register.reports[ReportID("north-2011")])
    #expect(Set(Deed.allCases.filter { $0.isDone(by: found, in: register) }) == deeds)
  }

  /// A second inspection that grades, asks and judges progress on what the first asked for.
  private var second: [String: String] {
    report(
      "inspection",
      "\(Self.grades)\n\(Self.progress)\noverall: fair\noverall_progress: satisfactory")
  }

  @Test func `the grades of a second inspection that judges progress are the latest`() throws {
    let site = site(second)
    let area = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    let latest = try #require(overview.judgements.first).subjects.map(\.latest?.report.id.name)
    #expect(latest == ["north-2011", "north-2011"])
    let shown = GradedGroup.all(in: site.register, where: \.isOverTime)
    #expect(shown.flatMap(\.reports).map(\.id.name) == ["north-2009", "north-2011"])
    let compared = ComparedGroup.all(in: site.register).flatMap(\.areas)
    #expect(compared.map(\.report.id.name) == ["north-2011"])
    #expect(
      compared.flatMap(\.grades.values).joined().allSatisfy { $0.report.id.name == "north-2011" })
  }

  @Test func `an area's history has the inspection, its grades and its progress`() throws {
    let site = site(second)
    let area = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    let entries = AreaEntries(overview: overview, site: site).entries()
    let published = try #require(entries.first { $0.lead == "North again" })
    #expect(published.markName == "Overall grade:")
    #expect(published.workedOut == "counted from the judgements: 2 Good")
    let judged = try #require(published.followUp)
    #expect(judged.mark.string.contains("Satisfactory progress"))
    #expect(judged.workedOut.contains("of 2: 1 Satisfactory progress, 1 Inadequate progress"))
    #expect(
      AreaSummary(of: overview, in: site).words
        == "Fair, second of three grades, at the inspection of May 2011. "
        + "Progress in May 2011: Satisfactory progress as a whole. "
        + "Of four areas for improvement, none is closed; three are past their date; "
        + "one has no date that is set or known."
    )
    #expect(
      HomeWords.reports(on: area.id, in: site.register) == "inspected in 2009 (published) and 2011")
  }

  @Test func `a list shows both what it grades and what it says of progress`() throws {
    let site = site(second)
    let report = try #require(site.register.reports[ReportID("north-2011")])
    for mark in [
      Entry.report(report, in: site).mark, ReportWords.whole(of: report, in: site.register),
    ] {
      let html = String(decoding: mark.bytes, as: UTF8.self)
      #expect(html.contains("Fair") && html.contains("Satisfactory progress"))
    }
    let text = String(decoding: ReportText.bytes(of: report, site: site), as: UTF8.self)
    #expect(text.contains("Overall grade: Fair\n"))
    #expect(text.contains("Care: Good\n"))
    #expect(
      text.contains(
        """
        As a whole: Satisfactory progress
        Counted from the items: of 2: 1 Satisfactory progress, 1 Inadequate progress
        1. Satisfactory progress
        """))
    let entry = try #require(AtomFeed.Entry(report, in: site))
    #expect(
      entry.summary == "Inspection report, inspected May 2011, published 15 June 2011. "
        + "Overall grade: Fair. Counted from the judgements: 2 Good. Progress: recorded overall: Satisfactory progress; "
        + "of 2: 1 Satisfactory progress, 1 Inadequate progress.")
  }

  @Test func `a monitoring report that grades does not hide an earlier overall grade`() throws {
    let files = report(
      "monitoring", "judgements: [{aspect: care, grade: good}]\n\(Self.progress)")
    let site = site(files)
    let compared = try #require(ComparedGroup.all(in: site.register).first)
    let north = try #require(compared.areas.first)
    #expect(north.report.id.name == "north-2009")
    #expect(north.grades[AspectID("care")]?.first?.report.id.name == "north-2011")
    #expect(north.grades[AspectID("records")]?.first?.report.id.name == "north-2009")
  }

  @Test(arguments: ["inspection", "monitoring", "thematic"])
  func `every area of a report shows it, whatever its kind`(kind: String) throws {
    let fields = kind == "monitoring" ? Self.progress : Self.grades
    let text = try #require(report(kind, fields)["reports/north-2011.md"])
    let site = site([
      "areas/south.md": "title: South\nkind: region",
      "areas/west.md": "title: West\nkind: region",
      "reports/both-2011.md": text.replacing(
        "area: north", with: "area: west\nareas: [south, west]"),
    ])
    for id in ["west", "south"] {
      let area = try #require(site.register.areas[AreaID(id)])
      let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
      #expect(overview.reports.map(\.id.name) == ["both-2011"])
      #expect(overview.judgements.isEmpty == (kind == "monitoring"))
      let isReported = overview.history.events.contains {
        if case .reported = $0.kind { true } else { false }
      }
      #expect(isReported)
    }
    guard kind != "monitoring" else { return }
    let compared = ComparedGroup.all(in: site.register).flatMap(\.areas)
    #expect(compared.map(\.area.name) == ["north", "south", "west"])
  }

  /// A question that a report is asked.
  enum Deed: CaseIterable {
    case judges, inspects, expectsOverall, followsUp, isVisit

    func isDone(by report: Report, in register: Register) -> Bool {
      switch self {
      case .judges: report.judges
      case .inspects: report.inspects
      case .expectsOverall: register.expectsOverall(report)
      case .followsUp: report.followsUp
      case .isVisit: report.isVisit
      }
    }
  }

  @Test func `a remark on a conclusion stands beside it, and not where more is asked`() throws {
    var files = visitFile
    files["reports/north-2010.md"]?.replace(
      "{recommendation: 1, judgement: satisfactory}",
      with:
        "{recommendation: 1, judgement: satisfactory, finding: Done., note: Of one team only.}")
    let page = try site(files).rendered("reports/north-2010/")
    let rows = page.split(separator: "<tr role")
    let row = try #require(rows.first { $0.contains("Answer at once") })
    let cells = row.split(separator: "<td").dropFirst()
    #expect(cells.map { $0.contains("Of one team only.") } == [true, false])
    #expect(cells.last?.contains("Done.") == true)
  }
}
