import Inspections
import Testing

@testable import Site

/// What judgements and conclusions add up to, by a table of what a report may judge.
struct TallyTests {
  /// A report under a framework of which Practice has two parts, one of which has a part of its own.
  private func tally(_ judgements: String) throws -> String? {
    let register = register([
      "frameworks/round.md": """
      title: The round of 2009
      inspectorate: ofsted
      grades: [{id: good, title: Good}, {id: fair, title: Fair}, {id: poor, title: Poor}]
      aspects:
        - {id: practice, title: Practice}
        - {id: plans, title: Plans, parent: practice}
        - {id: reports, title: Reports, parent: practice}
        - {id: style, title: Style, parent: reports}
        - {id: leaders, title: Leaders}
        - {id: staff, title: Staff, parent: leaders}
        - {id: money, title: Money}
      """,
      "reports/north-2009.md": inspectionOfNorth(
        """
        judgements:
        \(judgements.split(separator: "|").map { "  - {\($0)}" }.joined(separator: "\n"))
        """),
    ])
    let report = try #require(register.reports[ReportID("north-2009")])
    return TallyWords.judgements(of: report, in: register)
  }

  private static let leftOut = "left out, because aspects that are part of"

  @Test(
    arguments: [
      // In the order of the scale, whatever the report's.
      ("aspect: money, grade: poor|aspect: plans, grade: good", "1 Good, 1 Poor"),
      // A parent whose children are judged is a section; one whose are not counts.
      (
        "aspect: practice, grade: poor|aspect: plans, grade: poor|aspect: leaders, grade: poor",
        "2 Poor; \(leftOut) it are judged: Practice"
      ),
      (
        "aspect: practice, grade: poor|aspect: plans, grade: poor|aspect: leaders, grade: poor|aspect: staff, grade: good",
        "1 Good, 1 Poor; \(leftOut) them are judged: Practice and Leaders"
      ),
      // A part of a part makes a section of what is two levels above it.
      (
        "aspect: practice, grade: poor|aspect: style, grade: good|aspect: money, grade: good",
        "2 Good; \(leftOut) it are judged: Practice"
      ),
      // What was looked at and not graded is counted apart, and makes no section of its parent.
      (
        "aspect: practice, grade: fair|aspect: plans, grade: none|aspect: money, grade: good",
        "1 Good, 1 Fair; 1 looked at and not graded"
      ),
      ("aspect: plans, grade: none|aspect: money, grade: none", "2 looked at and not graded"),
      // A grade that nobody knows was given all the same.
      (
        "aspect: practice, grade: fair|aspect: plans, grade: unknown|aspect: money, grade: good",
        "1 Good; 1 with a grade not known; \(leftOut) it are judged: Practice"
      ),
      // A verdict between grades is one verdict; two of one kind are counted together.
      (
        "aspect: plans, grade: [fair, good]|aspect: staff, grade: [fair, good]|aspect: money, grade: poor",
        "1 Poor, 2 between Fair and Good"
      ),
      // One verdict on several aspects is one, also where a parent is among them.
      ("aspects: [plans, reports, money], grade: good|aspect: staff, grade: good", "2 Good"),
      ("aspects: [practice, plans], grade: good|aspect: money, grade: good", "2 Good"),
      (
        "aspects: [practice, leaders], grade: good|aspect: plans, grade: poor|aspect: staff, grade: poor",
        "2 Poor; \(leftOut) it are judged: Practice and Leaders"
      ),
      // What is no aspect of the framework counts; parts of an aspect stand under it and do not.
      ("subject: The plan, grade: fair|aspect: money, grade: good", "1 Good, 1 Fair"),
      (
        "aspect: plans, grade: poor, parts: [{title: Size, grade: good}]|aspect: money, grade: poor",
        "2 Poor"
      ),
      // A single judgement speaks for itself.
      ("aspect: plans, grade: poor", nil),
      ("aspect: practice, grade: poor|aspect: plans, grade: poor", nil),
    ] as [(String, String?)])
  func `judgements are counted one way`(judgements: String, words: String?) throws {
    #expect(try tally(judgements) == words)
  }

  @Test func `a count does not run into a title that begins with a figure`() throws {
    let register = register([
      "frameworks/round.md": """
      title: The round of 2009
      inspectorate: ofsted
      grades: [{id: good, title: 3 – good}, {id: fair, title: Fair}, {id: poor, title: 1 – poor}]
      aspects: [{id: care, title: Care}, {id: records, title: Records}]
      """
    ])
    let report = try #require(register.reports[ReportID("north-2009")])
    #expect(TallyWords.judgements(of: report, in: register) == "1 Fair, 1 × “1 – poor”")
  }

  @Test func `conclusions are counted where no scale says what they are`() throws {
    let text = try #require(visitFile["reports/north-2010.md"])
    let register = register([
      "reports/north-2010.md": text.replacing("framework: round", with: "framework: unknown")
    ])
    let visit = try #require(register.reports[ReportID("north-2010")])
    #expect(TallyWords.progress(of: visit, in: register) == "of 3: 2 satisfactory, 1 inadequate")
  }

  @Test func `a visit is summed up by its recorded conclusion, then by all its counts`() throws {
    let register = register(visitFile)
    let visit = try #require(register.reports[ReportID("north-2010")])
    #expect(
      FollowUpWords.summary(of: visit, in: register)
        == "recorded overall: Satisfactory progress; "
        + "of 3: 2 Satisfactory progress, 1 Inadequate progress")
  }
}
