import Diagnostics
import Inspections
import Testing

@testable import Site

struct HistoryTests {
  private func followed(
    _ number: PrintedNumber, _ files: [String: String] = [:], on now: String = "2012-01-01"
  ) throws -> RecommendationHistory {
    let register = register(files)
    let report = try #require(register.reports[ReportID("north-2009")])
    let all = histories(of: report, register: register, on: day(now))
    return try #require(all.first { $0.recommendation.number.value == number })
  }

  @Test(arguments: [(1, "2009-06"), (2, "2009-09"), (3, "2010-01-15")])
  func `a due date follows from the report's words and its month`(
    number: PrintedNumber, due: String
  ) throws {
    #expect(try followed(number).due?.date == PartialDate(due))
  }

  @Test func `a recommendation without a time is not due until the body names a date`() throws {
    #expect(try followed(4).due == nil)
    let answered = try followed(
      4,
      [
        "responses/north-2009-agency.md": """
        title: Answer
        report: north-2009
        organisation: agency
        published: 2009-07
        items: [{recommendation: 4, stance: accepted, due: 2009-12}]
        """
      ])
    #expect(answered.due?.basis == .promised(ResponseID("north-2009-agency")))
  }

  @Test(arguments: [(1, 216), (2, 124), (3, 17)])
  func `days past due are counted from the last day a date may mean`(
    number: PrintedNumber, days: Int
  ) throws {
    let conclusion = try #require(try followed(number, visitFile).conclusions.first)
    #expect(conclusion.overdueAtVisit?.count == days)
  }

  /// Due by 15 January 2010; a visit of two days looked at it on one of them, and nobody knows on which.
  @Test(arguments: [
    ("fieldwork: 2010-02-01/2010-02-02\npublished: 2010-03", "", "at least 17 days"),
    ("fieldwork: 2010-02-01\npublished: 2010-03", "", "17 days"),
    ("fieldwork: 2010-02\npublished: 2010-03", "", "at least 17 days"),
    (
      "fieldwork: 2010-02-01/2010-02-02\npublished: 2010-03", ", date: 2010-02-02", "18 days"
    ),
    ("published: 2010-01-16", "", "1 day"),
  ])
  func `days past due are exact only where both dates are single days`(
    dates: String, date: String, words: String
  ) throws {
    let visit = followUpOfNorth(
      "Visit", "\(dates)\nprogress: [{recommendation: 3, judgement: satisfactory\(date)}]")
    let conclusion = try #require(try followed(3, ["reports/visit.md": visit]).conclusions.first)
    #expect(conclusion.overdueAtVisit.map(DueWords.late) == words)
  }

  @Test func `a status is past its date, closed by a visit, or open`() throws {
    #expect(try followed(1, visitFile, on: "2010-02-01").status == .pastDate)
    #expect(
      try followed(3, visitFile).status == .closed(.implemented, by: ReportID("north-2010")))
    #expect(try followed(1, on: "2009-06-30").status == .open)
  }

  @Test(arguments: [
    ("to: 2009-08\nsuccessors: unknown", RecommendationStatus.notKnown),
    ("to: 2009-08\nsuccessors: [south]", .pastDate),
    ("to: unknown\nsuccessors: unknown", .pastDate),
  ])
  func `what became of it is not known only where an end is known and no successor`(
    life: String, status: RecommendationStatus
  ) throws {
    let files = [
      "areas/north.md": "title: North\nkind: region\n\(life)",
      "areas/south.md": "title: South\nkind: region",
    ]
    #expect(try followed(2, files, on: "2009-10-01").status == status)
  }

  @Test func `a date in the month an area ended is not after its end`() throws {
    let files = ["areas/north.md": "title: North\nkind: region\nto: 2009-09\nsuccessors: unknown"]
    let register = register(files)
    let area = try #require(register.areas[AreaID("north")])
    let late = try (1...3).map { try followed(PrintedNumber($0), files).isDueAfterEnd(of: area) }
    #expect(late == [false, false, true])
  }

  @Test func `an overview knows what is next due and the latest judgement on each aspect`() throws {
    let register = register([:])
    let area = try #require(register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: register, on: day("2009-12-01"))
    #expect(overview.nextDue(on: day("2009-12-01")).map(\.recommendation.number.value) == [3])
    #expect(overview.nextDue(on: day("2010-02-01")).isEmpty)
    let series = try #require(overview.judgements.first)
    #expect(series.subjects.map { $0.aspect?.id.value.name } == ["care", "records"])
  }
}
