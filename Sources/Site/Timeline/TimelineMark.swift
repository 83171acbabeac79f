import Inspections

/// What a mark on a timeline looks like; each stands once among the page's patterns.
enum TimelineShape: Sendable, Hashable {
  /// A grade: `filled` of `steps` segments.
  case grade(filled: Int, steps: Int)
  /// A grade between others of one scale.
  case split([Int], steps: Int)
  /// No grade, or none known, where a reader looks for one.
  case ungraded(steps: Int)
  /// A report of which nobody expects a grade.
  case report
  /// What a visit concluded; no place where its scale has no order.
  case progress(place: Int?, steps: Int)
  /// A visit without one conclusion on what the row is about.
  case visit
  /// An account that others gave.
  case press
  /// The answer of a body.
  case answer
  /// A body begins to run the area.
  case change
  /// The area began, or ended.
  case began, ended
  /// Closed, by a visit.
  case closed
  /// What became of it is not known.
  case notKnown
  /// So many that they would meet; their count stands in it.
  case several
  /// A due date, or the end of a band.
  case due

  /// How wide it is, in em of the drawing.
  var width: Double {
    switch self {
    case .grade(_, let steps), .ungraded(let steps): Self.scale(steps)
    case .split(let grades, let steps):
      Double(grades.count) * (Self.scale(steps) + Self.between) - Self.between
    case .report, .change, .began: 0.7
    case .progress, .visit, .ended, .closed, .notKnown: 1
    case .press, .answer: 0.6
    case .several: 1.3
    case .due: 0.2
    }
  }

  /// How wide the segments of a scale are, in em.
  static func scale(_ steps: Int) -> Double {
    (Double(min(max(steps, 1), most)) * 5.5 - 1.5) / unitsPerEm
  }

  /// What stands between the grades of a split one, in em.
  static let between = 0.4
  /// Units of the marks' own coordinates in one em.
  static let unitsPerEm = 16.0
  /// A scale of more grades than this is drawn with as many segments, filled in proportion.
  static let most = 10
}

/// Something that happened, as a mark at its time on a row of a timeline.
struct TimelineMark: Sendable {
  /// The first and the last day that it may mean or lasted.
  let days: ClosedRange<Day>
  /// Whether both ends are known to the day.
  let isExact: Bool
  let shape: TimelineShape
  /// Its name, for who points at it.
  let title: String
  /// Where it leads; nil where it is no link.
  let link: String?

  init(_ time: DateInterval, _ shape: TimelineShape, title: String, link: String?) {
    let first = time.start.earliest
    days = first...max(first, time.end.latest)
    isExact = time.start.precision == .day && time.end.precision == .day
    self.shape = shape
    self.title = title
    self.link = link
  }
}

/// A stretch of time on a row of a timeline.
struct TimelineStroke: Sendable {
  /// What the stretch stands for.
  enum Kind: Sendable, Hashable {
    /// Rules, or the life of an area.
    case band
    /// From asking to the due date.
    case asked
    /// Asked without a date, and not closed.
    case undated
    /// Past the date and not closed.
    case pastDate
    /// Past the date, with the least progress when last looked at.
    case notDone
    /// After the area had ended.
    case notKnown
    /// A due date, or the end of a band, at one place.
    case due
    /// As wide as a date is known.
    case about
    /// A beginning and an end that are not known.
    case fadeIn, fadeOut
  }

  let kind: Kind
  let from: Day
  /// Its last day; nil where it lasts until today.
  let to: Day?

  /// Whether a break of the scale interrupts it.
  var isBroken: Bool {
    switch kind {
    case .asked, .undated, .pastDate, .notDone, .notKnown: true
    case .band, .due, .about, .fadeIn, .fadeOut: false
    }
  }
}
