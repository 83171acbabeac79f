import Inspections

/// A time in which an area's reports were made under one framework.
struct FrameworkRun: Sendable {
  let framework: Framework
  let from: Day
  /// Its last day; nil where it lasts until today.
  let to: Day?
  /// Whether it began before `from`, nobody knows when.
  let isOlder: Bool
  /// The last day of which it is known to have lasted, where nobody knows when it ended.
  let known: Day?

  /// Each by the dates of its framework, as far as these are recorded, and no longer than the area lasted.
  ///
  /// Of what they leave open, the area's reports tell: from the first under a framework to that under the next.
  static func all(of overview: AreaOverview, in register: Register) -> [FrameworkRun] {
    var uses: [(framework: Framework, first: Day, last: Day)] = []
    for report in overview.reports {
      guard let framework = register.framework(of: report), let time = report.time else { continue }
      let (first, last) = (time.start.earliest, time.end.latest)
      if let use = uses.last, use.framework.id == framework.id {
        uses[uses.count - 1].last = max(use.last, last)
      } else {
        uses.append((framework, first, max(first, last)))
      }
    }
    let changes = overview.history.scaleChanges
    let areaEnd = overview.area.life.to.known()?.latest
    return uses.indices.map { index in
      let (framework, first, last) = uses[index]
      let life = framework.life
      let began = life.from.known()?.earliest
      let change = index == 0 ? nil : changes.last { $0 <= first }
      let next = index + 1 < uses.count ? uses[index + 1].first : nil
      // Rules of which a beginning is recorded and no end are in force.
      let isInForce = life.from != nil && life.to == nil
      let used = isInForce ? nil : next.map { day in changes.last { $0 <= day } ?? day }
      let from = began ?? change ?? first
      let end = life.to.known()?.latest ?? used?.adding(days: -1)
      let to = [end, areaEnd].compactMap(\.self).min().map { max($0, from) }
      let isOpen = life.isEndUnknown || end == nil && overview.area.life.isEndUnknown
      return FrameworkRun(
        framework: framework, from: from, to: to,
        isOlder: index == 0 && life.from != nil && began == nil,
        known: isOpen ? max(min(last, to ?? last), from) : nil)
    }
  }

  /// The band of it, which fades where nobody knows when it began or ended.
  func strokes(on axis: TimelineAxis) -> [TimelineStroke] {
    var strokes = isOlder ? [TimelineStroke(kind: .fadeIn, from: axis.first, to: from)] : []
    strokes.append(TimelineStroke(kind: .band, from: from, to: known ?? to))
    if let known {
      strokes.append(TimelineStroke(kind: .fadeOut, from: known, to: to ?? axis.last))
    }
    return strokes
  }
}

extension Life {
  /// Whether it ended, and nobody says when.
  fileprivate var isEndUnknown: Bool { to != nil && to.known() == nil }
}
