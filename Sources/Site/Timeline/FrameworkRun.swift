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

  /// From each framework's first report to the next one's, or until the area or the rules ended.
  static func all(
    of overview: AreaOverview, breaks: [TimelineBreak], in register: Register
  ) -> [FrameworkRun] {
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
    let changes = breaks.map(\.day)
    return uses.indices.map { index in
      let (framework, first, last) = uses[index]
      let next = index + 1 < uses.count ? uses[index + 1].first : nil
      let ends = [overview.area.life.to.known(), framework.life.to.known()]
      let end = next ?? ends.compactMap { $0?.latest }.min()
      let began = framework.life.from.known()?.earliest
      let from =
        index == 0 ? min(began ?? first, first) : changes.last { $0 <= first } ?? first
      let to = (next.flatMap { day in changes.last { $0 <= day } } ?? end)
        .map { max($0.adding(days: -1), from) }
      let isOpen =
        framework.life.isEndUnknown || end == nil && overview.area.life.isEndUnknown
      return FrameworkRun(
        framework: framework, from: from, to: to,
        isOlder: index == 0 && framework.life.from != nil && began == nil,
        known: isOpen ? min(last, to ?? last) : nil)
    }
  }

  /// The band of it, which fades where nobody knows when it began or ended.
  func strokes(on axis: TimelineAxis) -> [TimelineStroke] {
    let start = max(from, axis.first)
    var strokes = isOlder ? [TimelineStroke(kind: .fadeIn, from: axis.first, to: start)] : []
    strokes.append(TimelineStroke(kind: .band, from: start, to: known.map { max($0, start) } ?? to))
    if let known {
      strokes.append(
        TimelineStroke(kind: .fadeOut, from: max(known, start), to: to ?? axis.last))
    }
    return strokes
  }
}

extension Life {
  /// Whether it ended, and nobody says when.
  fileprivate var isEndUnknown: Bool { to != nil && to.known() == nil }
}
