import Inspections

/// When something was asked, how long it had, what visits concluded and where it stands, as a line.
///
/// It runs from the publication of what asks to that of what closes, as counts by year have it. After its
/// date the line is thin, and hatched where a visit found the least progress that its scale has. From the day on when the
/// last of its areas ended with nobody known to follow, it is dotted.
struct AskedLine: Sendable {
  private(set) var strokes: [TimelineStroke] = []
  /// What visits concluded, each at its visit.
  let conclusions: [TimelineMark]
  /// The publication of what closes it; nil while it is not closed, and where that has no date.
  let closing: TimelineMark?
  /// Where the line ends without anybody knowing what became of it.
  private(set) var notKnown: TimelineMark?
  /// The conclusions for a line that has the closing, too: of the visit that closes, that alone.
  private let others: [TimelineMark]

  /// All marks, for a row of their own.
  var marks: [TimelineMark] { others + [closing, notKnown].compactMap(\.self) }

  /// No line where it is not known when it was asked.
  init(of followed: RecommendationHistory, in site: SiteContext) {
    let found = Self.conclusions(on: followed, in: site)
    let closing = Self.closing(of: followed, after: found.filter(\.isClosing), in: site)
    conclusions = found.map(\.mark)
    self.closing = closing
    others = found.filter { closing == nil || !$0.isClosing }.map(\.mark)
    guard let asked = followed.report.asked else { return }
    let isNotKnown = followed.status.kind == RecommendationStatus.Kind.notKnown
    if asked.precision != .day {
      strokes.append(TimelineStroke(kind: .about, from: asked.earliest, to: asked.latest))
    }
    let days = asked.latest.number - asked.earliest.number
    let start = asked.earliest.adding(days: days / 2)
    let due = followed.due.map { max($0.date.latest, start) }
    let end = Self.end(of: followed, in: site.register)
    let lineEnd: Day? = Self.earlier(due ?? end, isNotKnown ? end : nil)
    strokes.append(
      TimelineStroke(
        kind: due == nil ? .undated : .asked, from: start, to: lineEnd.map { max($0, start) }))
    if let due {
      let isPast = followed.status.kind == .pastDate || followed.status.kind == .closed
      if isPast, end.map({ $0 > due }) ?? true {
        strokes.append(
          TimelineStroke(kind: followed.isSaidNotDone ? .notDone : .pastDate, from: due, to: end))
      }
      if isNotKnown, let end, due > end {
        strokes.append(TimelineStroke(kind: .notKnown, from: end, to: due))
      }
      strokes.append(TimelineStroke(kind: .due, from: due, to: due))
    }
    if isNotKnown, let last = [due, end].compactMap(\.self).max() {
      notKnown = TimelineMark(
        DateInterval(PartialDate(max(last, start))), .notKnown,
        title: StatusWords.title(followed.status), link: nil)
    }
  }

  /// Where the line ends; nil for today.
  private static func end(of followed: RecommendationHistory, in register: Register) -> Day? {
    switch followed.status {
    case .closed:
      register.closer(of: followed.status)?.asked?.latest ?? followed.due?.date.latest
        ?? followed.report.asked?.latest
    case .notKnown: register.lastEnded(of: followed.report)?.end.latest
    case .open: followed.due?.date.latest
    case .withdrawn: followed.report.withdrawal?.date.value.latest
    case .pastDate: nil
    }
  }

  private static func earlier(_ one: Day?, _ other: Day?) -> Day? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  /// What a visit concluded, and whether that visit closes it.
  private typealias Found = (mark: TimelineMark, words: String, isClosing: Bool)

  private static func conclusions(
    on followed: RecommendationHistory, in site: SiteContext
  ) -> [Found] {
    followed.conclusions.compactMap { conclusion in
      let visit = conclusion.visit
      guard let progress = conclusion.progress, let time = visit.time else { return nil }
      let framework = site.register.framework(of: visit)
      let words = words(of: progress, by: visit, in: site.register)
      let mark = TimelineMark(
        time, .progress(progress.judgement.value, in: framework),
        title: "\(ReportWords.time(of: visit)): \(words)",
        link: site.addresses.link(.report(visit.id, anchor: nil)))
      return (mark, words, followed.status.closing?.visit == visit.id)
    }
  }

  /// What a visit concluded, and for which of the bodies, where it says so.
  static func words(of progress: Progress, by visit: Report, in register: Register) -> String {
    ReportWords.progress(progress.judgement.value, in: register.framework(of: visit))
      + RecommendationWords.forBodies(progress.to, in: register)
  }

  /// The closing, with what the same visit concluded.
  private static func closing(
    of followed: RecommendationHistory, after conclusions: [Found], in site: SiteContext
  ) -> TimelineMark? {
    guard let visit = site.register.closer(of: followed.status), let date = visit.asked
    else { return nil }
    let found =
      conclusions.isEmpty
      ? [ReportWords.name(visit, in: site.register)] : conclusions.map(\.words)
    let words = (found + [StatusWords.title(followed.status)]).joined(separator: "; ")
    return TimelineMark(
      DateInterval(date), .closed, title: "\(ReportWords.appearance(visit)): \(words)",
      link: site.addresses.link(.report(visit.id, anchor: nil)))
  }
}
