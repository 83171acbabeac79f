import Inspections

/// The words of the rows of an area's timeline, in English.
enum AreaRowWords {
  static let inspected = "Inspected"
  static let judged = "Judged in other reports"
  static let otherReports = "Other reports"

  /// What a report is called, and that it was withdrawn.
  static func titled(_ report: Report) -> String {
    report.title.value.plain + ReportWords.withdrawn(report)
  }

  static let press = "Press coverage"

  /// `once in June 2009; overall grade: Good`, `nine times, last in June 2019; overall grade: Good`.
  ///
  /// Where there is none, `isHeld` says that one was held and withdrawn.
  static func inspections(
    _ reports: [Report], wereWithdrawn isHeld: Bool, in register: Register
  ) -> String {
    guard let last = reports.last else {
      return isHeld ? "by no report that stands" : "never, as far as this register knows"
    }
    let grade = ReportWords.overallOrOnly(of: last, in: register).map { "; \($0)" } ?? ""
    return "\(times(reports.count, last: last))\(grade)\(undated(reports))"
  }

  /// `overall grade: Good`, `latest overall grade: Good`, `latest Hygiene rating: Clean (4)`: of the last that
  /// is told by one grade; empty where none is.
  static func latest(of reports: [Report], in register: Register) -> String {
    let grade = reports.reversed().lazy
      .compactMap { ReportWords.overallOrOnly(of: $0, in: register) }.first
    return (grade != nil && reports.count > 1 ? "latest " : "") + (grade ?? "")
  }

  /// `Visited` where all reports are visits and their framework has no other word for that, else
  /// `Followed up`.
  static func visited(_ reports: [Report], in register: Register) -> String {
    let areVisits = reports.allSatisfy {
      $0.isVisit && ReportWords.visitTerm(of: $0, in: register) == nil
    }
    return areVisits && !reports.isEmpty ? "Visited" : "Followed up"
  }

  /// `two other letters did not look at this`.
  static func passedOver(by visits: [Report], in register: Register) -> String {
    let term = ReportWords.visitTerm(of: visits, in: register)
    return NumberWords.count(visits.count, "other \(term.one)", "other \(term.many)")
      + " did not look at this"
  }

  /// What the last of the reports that follow up concludes.
  static func visits(
    _ reports: [Report], of overview: AreaOverview, in register: Register
  ) -> String {
    guard let last = reports.last else {
      return "by no report in this register"
    }
    let asked = register.followed(by: last, on: overview.area.id)
    let parts = [
      FollowUpWords.overallWords(of: last, in: register),
      TallyWords.progress(of: last, on: asked, in: register),
    ].compactMap(\.self)
    let found = parts.isEmpty ? "" : ": \(parts.joined(separator: "; "))"
    return "\(times(reports.count, last: last))\(found)\(undated(reports))"
  }

  /// `three; one without a date`.
  static func counted(_ reports: [Report]) -> String {
    NumberWords.words(reports.count) + undated(reports)
  }

  /// `two accounts; one without a date`.
  static func accounts(_ count: Int, undated: Int) -> String {
    NumberWords.count(count, "account", "accounts") + self.undated(undated)
  }

  /// `on a scale of four grades`.
  static func scale(of framework: Framework) -> String {
    framework.grades.isEmpty
      ? "no grades" : NumberWords.count(framework.grades.count, "grade", "grades")
  }

  /// Of what a partner judges in a report under another framework: `on the scale of Education inspection`.
  static func onScale(of title: String) -> String { "on the scale of \(title)" }

  /// `from 2001 to April 2008; followed by East Midlands`.
  static func life(of area: Area, in register: Register) -> String {
    [LifeWords.words(area.life), AreaWords.successors(of: area, in: register)]
      .compactMap(\.self).joined(separator: "; ")
  }

  /// `Run by One, then by Another`.
  static func runBy(_ names: [String]) -> String {
    let shown = names.prefix(3).joined(separator: ", then by ")
    return "Run by \(shown)" + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }

  /// That more areas had ended by the date beside it: `Two more of its areas had ended`.
  static func earlierEnds(_ count: Int) -> String {
    "\(NumberWords.capitalised(NumberWords.words(count))) more of its areas had ended"
  }
  static func moreFrameworks(_ count: Int) -> String { "\(count) earlier frameworks" }
  static func moreAspects(_ count: Int) -> String { "\(count) more aspects" }
  static func moreAsked(_ count: Int) -> String { "\(count) earlier reports that asked" }

  /// `once in June 2009`, `once, 1–2 February 2010`, `three times, last 13–24 May 2019`; `once, report
  /// published in June 2009` where that alone is known.
  static func times(_ count: Int, last report: Report) -> String {
    guard let time = report.time else { return NumberWords.times(count) }
    guard report.timeBasis == .work else {
      return "\(NumberWords.times(count)), \(count > 1 ? "last " : "")report "
        + ReportWords.ofTime(report)
    }
    let isOne = time.start == time.end
    let date = isOne ? DueWords.at(time.start) : DateWords.words(time)
    return (count > 1 ? "\(NumberWords.times(count)), last" : isOne ? "once" : "once,") + " \(date)"
  }

  private static func undated(_ reports: [Report]) -> String {
    undated(reports.filter { $0.time == nil }.count)
  }

  private static func undated(_ count: Int) -> String {
    count == 0 ? "" : "; \(NumberWords.words(count)) without a date"
  }
}
