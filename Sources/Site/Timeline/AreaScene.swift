import Inspections

/// An area's drawing while it is made: what happened, where it stands on the axis, and the rows.
struct AreaScene {
  let overview: AreaOverview
  let site: SiteContext
  let rows: [AskedRow]
  let axis: TimelineAxis
  /// Where the scale changes or the area ends, in order of time.
  let breaks: [TimelineBreak]
  /// The day the area ended with nobody known to follow it.
  let orphaned: Day?

  var register: Register { site.register }
  var area: Area { overview.area }

  init(of overview: AreaOverview, in site: SiteContext) {
    self.overview = overview
    self.site = site
    rows = AskedRow.rows(of: overview, in: site)
    let days = Self.days(of: overview.history)
    axis = TimelineAxis(
      covering: days, labelled: rows.map(\.asked.earliest).min(), today: site.now.day)
    var breaks: [TimelineBreak] = []
    for event in overview.history.events {
      guard let date = event.date else { continue }
      switch event.kind {
      case .scaleChanged:
        breaks.append(TimelineBreak(day: date.earliest, words: "break: another scale"))
      case .ended:
        breaks.append(
          TimelineBreak(
            day: date.latest, words: "break: the \(AreaWords.noun(overview.area)) ends"))
      case .began, .runBy, .fieldwork, .published, .followedUp, .due, .covered: continue
      }
    }
    self.breaks = breaks
    orphaned =
      site.register.isOrphaned(overview.area.id, on: site.now.day)
      ? overview.area.life.to.known()?.latest : nil
  }

  /// The days that the axis covers; a beginning long before all else is left of it.
  private static func days(of history: AreaHistory) -> [Day] {
    var days: [Day] = []
    var began: Day?
    for event in history.events {
      guard let date = event.date else { continue }
      if case .began = event.kind {
        began = date.earliest
      } else {
        days += [date.earliest, date.latest]
      }
    }
    guard let began else { return days }
    let first = days.min() ?? began
    return first.number - began.number > longBefore ? days : days + [began]
  }

  /// Days between a beginning and the next event that are too many to draw.
  private static let longBefore = 1096

  func canvas() -> TimelineCanvas {
    var canvas = TimelineCanvas(axis: axis)
    scales(&canvas)
    life(&canvas)
    inspections(&canvas)
    followUp(&canvas)
    for row in rows {
      let y = canvas.row(row.name, height: 28)
      canvas.asked(row, y: y, breaks: breaks, end: orphaned)
    }
    news(&canvas)
    return canvas
  }

  /// What the drawing's conventions mean, as far as it uses them.
  var caption: String {
    var sentences = [
      "A date known to the month is drawn as wide as the month.", "Ends that fade are not known.",
    ]
    let past = rows.filter { $0.status == .pastDate }
    if past.contains(where: \.isSaidNotDone) {
      sentences.append("Hatching: past its date, and not done when a visit looked after that.")
    }
    if past.contains(where: { !$0.isSaidNotDone }) {
      sentences.append("A thin line: past its date; no document held closes it.")
    }
    if orphaned != nil {
      sentences.append(
        "Dotted: after the \(AreaWords.noun(area)) had ended; what became of it is not known.")
    }
    if !breaks.isEmpty { sentences.append("No line is drawn across a break.") }
    if axis.hasGap {
      sentences.append(
        "The striped band stands for the time until today, in which nothing is held.")
    }
    let asked = overview.recommendations.count
    if asked > AskedRow.most {
      sentences.append("What is due together shares a row; the table below has each by itself.")
    }
    return sentences.joined(separator: " ")
  }
}
