import Inspections

/// What figures of how recommendations fare say, in English.
enum FigureWords {
  /// Which year counts are by, wherever recommendations are counted by year.
  static let yearOfReport =
    "the year in which inspectors finished or, where that is not known, of publication"
  /// From which day what stands at the end of a year is counted.
  static let dayOfAsking = "counted from the day of publication"

  /// Where they stand, like `Of 17 recommendations asked for since 2008, none is closed by a document held
  /// here; seven are past their date; what became of ten is not known`.
  static func standing(_ figures: FollowUpFigures, called term: PublicTerm) -> String {
    let kinds: [RecommendationStatus.Kind] = [.closed, .pastDate, .open, .notKnown, .withdrawn]
    return StatusWords.standing(
      of: kinds.map { ($0, figures.all[$0]) }.filter { $0.1 > 0 },
      notDue: figures.count(of: .notDue), called: term, asked: asked(figures),
      closedBy: "a document held here")
  }

  /// `asked for since 2008`, `asked for in 2009`: by the year of publication, from which what was asked
  /// counts as open; that the year of some is not known is said.
  private static func asked(_ figures: FollowUpFigures) -> String {
    guard let years = figures.yearsOfAsking else { return "asked for in years that are not known" }
    let first = years.lowerBound
    return "asked for \(first == years.upperBound ? "in \(first)" : "since \(first)")"
      + (figures.undated > 0 ? " or in a year that is not known" : "")
  }

  /// How long it took from asking to closing; of what has no known date it says how many there are.
  static func closing(_ figures: FollowUpFigures) -> String {
    let time = figures.closing
    let undated =
      time.undated == 0
      ? ""
      : " Of \(NumberWords.words(time.undated)) more that \(time.undated == 1 ? "is" : "are") closed, "
        + "a date is not known."
    guard let median = time.median else {
      return time.undated == 0
        ? "None is closed by a document held here, so no time from asking to closing can be given."
        : "Of what is closed, the dates are not known, so no time can be given."
    }
    guard time.count > 1 else {
      return "The one that is closed took \(days(median)) from asking to closing.\(undated)"
    }
    return
      "The \(NumberWords.words(time.count)) that are closed took a median of \(days(median)) from "
      + "asking to closing: at least half of them took that long or less.\(undated)"
  }

  /// `214 days (about seven months)`, `between 183 and 213 days (about six to seven months)`.
  static func days(_ range: ClosedRange<Double>) -> String {
    let (least, most) = (range.lowerBound, range.upperBound)
    let words =
      least == most
      ? (Int(exactly: least).map { NumberWords.count($0, "day", "days") }
        ?? "\(halves(least)) days")
      : "between \(halves(least)) and \(halves(most)) days"
    guard least >= 60 else { return words }
    let (first, last) = (months(least), months(most))
    let about =
      first == last
      ? NumberWords.words(first) : "\(NumberWords.words(first)) to \(NumberWords.words(last))"
    return "\(words) (about \(about) months)"
  }

  /// `1,037`, `623.5`: a number of whole or half days.
  private static func halves(_ days: Double) -> String {
    NumberWords.grouped(Int(days)) + (Int(exactly: days) == nil ? ".5" : "")
  }

  /// Months of 30.4 days, rounded.
  private static func months(_ days: Double) -> Int { Int((days * 12 / 365).rounded()) }

  /// How many documents held here close in time, of those of which that can be told.
  ///
  /// What no document held closes may have been done nevertheless, and even in time.
  static func inTime(_ figures: FollowUpFigures) -> String {
    let (inTime, pastDate) = (figures.count(of: .inTime), figures.count(of: .pastDate))
    let told = inTime + figures.count(of: .late) + pastDate
    guard told > 0 else { return nothingTold(figures) }
    let share = " (\(NumberWords.perCent(100 * Double(inTime) / Double(told))))"
    let all = NumberWords.words(told)
    let set = "within the time that was set"
    let answer =
      switch (told, inTime) {
      case (1, 0): "No document held here closes the one whose time is over \(set)."
      case (1, _): "A document held here closes one \(set)."
      case (_, 0): "Documents held here close none of \(all) \(set)."
      case (_, told): "Documents held here close all \(all) \(set)."
      default:
        "Documents held here close \(NumberWords.words(inTime)) of \(all)\(share) \(set)."
      }
    let undocumented =
      pastDate == 0 ? "" : " If more was done, no document held here says so."
    return answer + undocumented + untold(figures, told: told)
  }

  /// What is so of those of which it cannot be told: without a time, or within it, nothing is unknown.
  private static func untold(_ figures: FollowUpFigures, told: Int) -> String {
    let (unset, notDue) = (figures.count(of: .noTimeSet), figures.count(of: .notDue))
    let notKnown = figures.all.total - told - unset - notDue
    return (unset == 0 ? "" : " For \(NumberWords.words(unset)) no time was set.")
      + (notDue == 0
        ? "" : " For \(NumberWords.words(notDue)) the time that was set is not over yet.")
      + (notKnown == 0
        ? ""
        : " Of \(NumberWords.words(notKnown)) more this is not known; the figures below say why.")
  }

  /// Why of none it can be told whether it was closed in time.
  private static func nothingTold(_ figures: FollowUpFigures) -> String {
    let (all, unset) = (figures.all.total, figures.count(of: .noTimeSet))
    if unset == all {
      return all == 1 ? "No time was set for it." : "No time was set for any of them."
    }
    if unset + figures.count(of: .notDue) == all { return "No time that was set is over yet." }
    return "Whether any was closed within the time that was set is not known."
  }

  /// What a recommendation of a timing is, as the head of a row.
  static func title(_ timing: RecommendationCourse.Timing) -> String {
    switch timing {
    case .inTime: "Closed within the time that was set"
    case .late: "Closed after that time"
    case .inexact: "Closed; the dates do not say whether in time"
    case .pastDate: "Past its date, not closed"
    case .notDue: "Its date has not come"
    case .noTimeSet: "No time was set"
    case .dueNotKnown: "A time was set; its date is not known"
    case .notKnown: "What became of it is not known"
    case .withdrawn: "Withdrawn with its report"
    }
  }

  /// `five implemented`: why some were closed.
  static func reason(_ reason: Closure.Reason?, count: Int) -> String {
    let words =
      switch reason {
      case .implemented: "implemented"
      case .superseded: "superseded by something else"
      case .noLongerApplicable: "no longer applicable"
      case .notImplemented: "not implemented"
      case nil: "for reasons that differ between the bodies asked"
      }
    return "\(NumberWords.words(count)) \(words)"
  }
}
