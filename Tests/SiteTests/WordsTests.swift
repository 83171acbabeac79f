import Inspections
import Testing

@testable import Site

struct WordsTests {
  @Test func `a worked-out due date quotes the words it follows from`() throws {
    let site = site([:])
    let report = try #require(site.register.reports[ReportID("north-2009")])
    let words = report.recommendations.map {
      dueDate(of: $0, in: report).flatMap(DueWords.workedOut)
    }
    #expect(
      words == [
        "“immediately”, from publication in June 2009",
        "“within three months”, from publication in June 2009", nil, nil,
      ])
  }

  @Test func `a visit's conclusions are counted, and how many were past due`() throws {
    let site = site(visitFile)
    let visit = try #require(site.register.reports[ReportID("north-2010")])
    let words = VisitWords(of: visit, in: site)
    #expect(words.tally == "of 3: 2 Satisfactory progress, 1 Inadequate progress")
    #expect(words.pastDue == "all three past due at the visit")
    #expect(words.closesNothing == nil)
  }

  @Test func `an area's page first says its grade, what was found later and what is open`() throws {
    let site = site(visitFile)
    let area = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    #expect(
      AreaSummary(of: overview, in: site).words
        == "Poor, the lowest of three grades, at the inspection published in June 2009. "
        + "Progress in February 2010: Satisfactory progress as a whole. "
        + "Of four areas for improvement, one is closed; two are past their date; "
        + "one has no date that is known.")
  }

  @Test func `what is open is told apart by whether it has a date`() {
    let term = PublicTerm.recommendation
    func words(closed: Int, open: Int, notDue: Int) -> String {
      let counts: [(kind: RecommendationStatus.Kind, count: Int)] = [
        (.open, open), (.closed, closed),
      ]
      return StatusWords.standing(
        of: counts.filter { $0.count > 0 }, notDue: notDue, called: term)
    }
    #expect(
      words(closed: 0, open: 3, notDue: 3)
        == "Of three recommendations, none is closed; none is due yet.")
    #expect(
      words(closed: 0, open: 2, notDue: 0)
        == "Of two recommendations, none is closed; none has a date that is known.")
    #expect(
      words(closed: 2, open: 0, notDue: 0) == "Of two recommendations, both are closed.")
    #expect(
      words(closed: 1, open: 3, notDue: 1)
        == "Of four recommendations, one is closed; one is not yet due; two have no date that is known."
    )
  }

  @Test func `what is closed is said of the documents that are held`() {
    let end = "closed by a document held here."
    #expect(
      StatusWords.closed(0, of: 4077, called: .recommendation)
        == "None of 4,077 recommendations is \(end)")
    #expect(
      StatusWords.closed(1, of: 2, called: .recommendation)
        == "One of two recommendations is \(end)")
    #expect(
      StatusWords.closed(2, of: 2, called: .recommendation) == "Both recommendations are \(end)")
    #expect(StatusWords.share(2, of: 2, called: .recommendation) == "both recommendations")
    #expect(StatusWords.share(1, of: 1, called: .recommendation) == "one recommendation")
    #expect(
      StatusWords.closed(3, of: 3, called: .recommendation)
        == "All three recommendations are \(end)")
    #expect(
      StatusWords.closed(0, of: 1, called: .recommendation)
        == "The one recommendation is not \(end)")
    #expect(
      StatusWords.closed(1, of: 1, called: .recommendation) == "The one recommendation is \(end)")
  }

  @Test func `scales are comparable only where someone published how`() {
    let other = "title: Another round\ninspectorate: ofsted\ngrades: [{id: fine, title: Fine}]"
    let apart = register(["frameworks/other.md": other])
    #expect(
      ScaleWords.comparison(of: FrameworkID("round"), and: FrameworkID("other"), in: apart)
        .hasPrefix("Their grades are not comparable"))
    let mapped = register([
      "frameworks/other.md": other
        + "\nmappings: [{to: round, grades: {fine: good}, source: The Inspectorate}]"
    ])
    #expect(
      ScaleWords.comparison(of: FrameworkID("round"), and: FrameworkID("other"), in: mapped)
        == "A published equivalence exists: The Inspectorate.")
  }
}
