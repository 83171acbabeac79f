import Inspections

/// When something was asked, how long it had, what visits concluded and where it stands, as a line.
///
/// After its date the line is thin, for nothing more is known, and hatched where the record says that
/// it was not done. From the day on when its area ended with nobody known to follow it, it is dotted.
struct AskedLine: Sendable {
  private(set) var strokes: [TimelineStroke] = []
  private(set) var marks: [TimelineMark] = []

  /// Nothing where it is not known when it was asked.
  init(of followed: RecommendationHistory, in site: SiteContext, orphaned: Day?) {
    marks = Self.conclusions(on: followed, in: site)
    guard let asked = followed.report.asked else { return }
    let isNotKnown = followed.status.kind == RecommendationStatus.Kind.notKnown
    if asked.precision != .day {
      strokes.append(TimelineStroke(kind: .about, from: asked.earliest, to: asked.latest))
    }
    let days = asked.latest.number - asked.earliest.number
    let start = asked.earliest.adding(days: days / 2)
    let due = followed.due.map { max($0.date.latest, start) }
    let end = Self.end(of: followed, in: site.register, orphaned: orphaned)
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
      marks.append(
        TimelineMark(
          DateInterval(PartialDate(max(last, start))), .notKnown,
          title: StatusWords.title(followed.status), link: nil))
    }
  }

  /// Where the line ends; nil for today.
  private static func end(
    of followed: RecommendationHistory, in register: Register, orphaned: Day?
  ) -> Day? {
    switch followed.status {
    case .closed(_, let visit): register.reports[visit]?.date?.latest
    case .notKnown: orphaned
    case .open: followed.due?.date.latest
    case .pastDate, .withheld: nil
    }
  }

  private static func earlier(_ one: Day?, _ other: Day?) -> Day? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  /// What visits concluded, each at its visit, and the closing where that is not one of them.
  private static func conclusions(
    on followed: RecommendationHistory, in site: SiteContext
  ) -> [TimelineMark] {
    var marks: [TimelineMark] = []
    var closing: ReportID?
    if case .closed(_, let visit) = followed.status { closing = visit }
    func add(_ visit: Report, _ shape: TimelineShape, _ words: String) {
      guard let time = visit.time else { return }
      let isClosing = visit.id == closing
      let closed = isClosing ? [StatusWords.title(followed.status)] : []
      marks.append(
        TimelineMark(
          time, isClosing ? .closed : shape,
          title: "\(ReportWords.time(of: visit)): " + ([words] + closed).joined(separator: "; "),
          link: site.addresses.link(.report(visit.id, anchor: nil))))
    }
    for conclusion in followed.conclusions {
      guard let progress = conclusion.progress else { continue }
      let framework = site.register.framework(of: conclusion.visit)
      let id = progress.judgement.value
      // Where it may stand otherwise for another body, a conclusion says for which it is.
      let bodies =
        followed.addressees.isEmpty
        ? "" : RecommendationWords.forBodies(progress.to, in: site.register)
      add(
        conclusion.visit, .progress(id, in: framework),
        ReportWords.progress(id, in: framework) + bodies)
    }
    if let closing, let visit = site.register.reports[closing],
      !followed.conclusions.contains(where: { $0.visit === visit && $0.progress != nil })
    {
      add(visit, .closed, ReportWords.name(visit, in: site.register))
    }
    return marks
  }
}
