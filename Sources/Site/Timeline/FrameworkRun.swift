import Inspections

/// A time in which an area's reports were made under one framework.
struct FrameworkRun: Sendable {
  let framework: Framework
  let from: Day
  /// Its last day; nil where it lasts until today.
  let to: Day?

  /// From each framework's first report to the next one's, or until the area or the rules ended.
  static func all(
    of overview: AreaOverview, breaks: [TimelineBreak], in register: Register
  ) -> [FrameworkRun] {
    var starts: [(framework: Framework, day: Day)] = []
    for report in overview.reports {
      guard let framework = register.framework(of: report),
        let first = report.time?.start.earliest, starts.last?.framework.id != framework.id
      else { continue }
      let began = framework.life.from.known().map { min($0.earliest, first) } ?? first
      starts.append((framework, starts.isEmpty ? began : first))
    }
    let changes = breaks.map(\.day)
    return starts.indices.map { index in
      let start = starts[index]
      let next = index + 1 < starts.count ? starts[index + 1].day : nil
      let end =
        next ?? overview.area.life.to.known()?.latest ?? start.framework.life.to.known()?.latest
      let from = index == 0 ? start.day : changes.last { $0 <= start.day } ?? start.day
      let to = next.flatMap { day in changes.last { $0 <= day } } ?? end
      return FrameworkRun(
        framework: start.framework, from: from, to: to.map { max($0.adding(days: -1), from) })
    }
  }
}
