import Inspections

/// What timelines say, in English.
enum TimelineWords {
  /// The label of the line that stands for today, wherever exactly that is.
  static let today = "today"
  /// What stands over the band that today lies in.
  static let todayInBand = "today is in here"

  /// What a mark is called that stands for several: `3 close together: one; another; a third`.
  static func several(_ titles: [String]) -> String {
    let named = titles.prefix(3).joined(separator: "; ")
    let rest = titles.count > 3 ? "; and \(titles.count - 3) more" : ""
    return "\(titles.count) close together: \(named)\(rest)"
  }

  /// What stands for rows that a drawing has no room for.
  static func more(_ count: Int) -> String { "\(NumberWords.words(count)) more, not drawn" }

  /// What stands for items that a list has no room for.
  static func rest(_ count: Int) -> String {
    "\(NumberWords.words(count)) more, on the report’s page"
  }

  /// The kinds of marks that a key tells apart, in its order.
  enum MarkKind: Int, Comparable {
    case grade, split, ungraded, report, progress, unordered, visit, closed, notKnown, began, ended
    case change, press, answer, several, due

    init(_ shape: TimelineShape) {
      self =
        switch shape {
        case .grade: .grade
        case .split: .split
        case .ungraded: .ungraded
        case .report: .report
        case .progress(let place, _): place == nil ? .unordered : .progress
        case .visit: .visit
        case .press: .press
        case .answer: .answer
        case .change: .change
        case .began: .began
        case .ended: .ended
        case .closed: .closed
        case .notKnown: .notKnown
        case .several: .several
        case .due: .due
        }
    }

    static func < (left: MarkKind, right: MarkKind) -> Bool { left.rawValue < right.rawValue }
  }

  /// What a mark means, for the key: what is true wherever it stands.
  static func meaning(of kind: MarkKind) -> String {
    switch kind {
    case .grade: "grade: all filled is the best of its scale"
    case .split: "a grade between two"
    case .ungraded: "no grade, or none known"
    case .progress: "progress: the steeper, the better on its scale"
    case .unordered: "a conclusion on progress that has no place in an order"
    case .report: "a report or a score, drawn without a grade"
    case .visit: "followed up, without one conclusion for this row"
    case .closed: "closed"
    case .notKnown: "what became of it is not known"
    case .began: "beginning of the area"
    case .ended: "end of the area"
    case .change: "run by this body from then on"
    case .press: "an account by others"
    case .answer: "what a body answered"
    case .due: "the date by which it was due"
    case .several: "so many, too close together to be drawn apart"
    }
  }

  /// What a line means, for the key.
  static func meaning(of kind: TimelineStroke.Kind) -> String {
    switch kind {
    case .band: "how long it lasted"
    case .asked: "from asking to the date by which it was due"
    case .due: meaning(of: MarkKind.due)
    case .undated: "asked, with no date that is set or known"
    case .pastDate: "past its date, and not closed"
    case .notDone: "past its date, with the least progress of its scale when last looked at"
    case .notKnown: "after the area had ended"
    case .about: about
    case .fadeIn, .fadeOut: "a beginning or an end that is not known"
    }
  }

  /// How a date is drawn that is not known to the day.
  static let about = "light, as wide as the week, month or year: the day is not known"
  /// How what began before the drawing does is drawn.
  static let cut = "without a left end: it began before the drawing does"
  /// What the striped band stands for.
  static let quiet = "the time until today, in which nothing is drawn; not to scale"
  /// What it stands for where more is to come.
  static let between =
    "the time in which today lies; what runs until today ends in its middle"
  /// What stands beside the name of a framework below another, where both are known.
  static let notAbove = "another scale than above"
  /// What stands beside grades of which the framework is not known.
  static let scaleNotKnown = "it is not known on which scale"
  /// What stands beside the name of a framework below such grades.
  static let belowNotKnown = "not comparable with those above, whose scale is not known"
  /// What a break between scales says.
  static let anotherScale = "another scale begins"
  /// What a break at the end of an area says.
  static let areaEnds = "the area ends"
}
