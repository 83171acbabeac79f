/// Everything that happened to an area, in order of time.
public struct AreaHistory: Sendable {
  /// The events, earliest first; events without a date come last.
  public let events: [AreaEvent]

  /// Gathers an area's events: its life, its reports and their coverage, and changes of the rules.
  ///
  /// What a report asked for belongs to the report, with all that came of it.
  ///
  /// `reports` are the area's, earliest first.
  /// Complexity: O(n log n) in the number of events.
  init(of area: Area, _ reports: [Report], in register: Register) {
    var events = Self.life(of: area, in: register)
    events += reports.map {
      AreaEvent(date: $0.time.map(AreaEvent.When.interval), kind: .reported($0.id))
    }
    events += Self.frameworkChanges(between: reports, in: register)
    events += Self.coverage(of: reports, in: register)
    self.events = events.sorted(by: AreaEvent.isEarlier)
  }

  private init(events: [AreaEvent]) {
    self.events = events
  }

  /// The days on which another scale begins, in order of time; a change without a date has none.
  public var scaleChanges: [Day] {
    events.compactMap { event in
      guard case .scaleChanged = event.kind else { return nil }
      return event.date?.earliest
    }
  }

  /// The area's own life, and of the rest what happened from `start` on or is one of `reports`.
  func since(_ start: Day?, of reports: Set<ReportID>) -> AreaHistory {
    AreaHistory(
      events: events.filter { event in
        switch event.kind {
        case .began, .ended: true
        case .reported(let report): reports.contains(report)
        case .runBy, .scaleChanged, .covered:
          start.flatMap { start in event.date.map { $0.latest >= start } } ?? true
        }
      })
  }

  private static func life(of area: Area, in register: Register) -> [AreaEvent] {
    var events: [AreaEvent] = []
    if let from = area.life.from {
      events.append(
        AreaEvent(
          date: from.value.value.map(AreaEvent.When.date),
          kind: .began(predecessors: register.lineage.predecessors(of: area.id))))
    }
    for tenure in area.tenures {
      guard let from = tenure.from?.value.value else { continue }
      events.append(AreaEvent(date: .date(from), kind: .runBy(tenure.organisation.value)))
    }
    if let to = area.life.to {
      events.append(
        AreaEvent(
          date: to.value.value.map(AreaEvent.When.date),
          kind: .ended(successors: register.lineage.successors(of: area.id))))
    }
    return events
  }

  /// Where one framework gave way to another; two that are in force side by side, such as those of two
  /// inspectorates, change nothing.
  private static func frameworkChanges(
    between reports: [Report], in register: Register
  ) -> [AreaEvent] {
    var events: [AreaEvent] = []
    var last: FrameworkID?
    var lastDate: PartialDate?
    for report in reports where report.stands {
      guard let framework = report.framework.known() else { continue }
      let date = report.time?.start
      if let last, last != framework {
        guard register.gaveWay(last, to: framework, by: date) else { continue }
        let change = changeDate(
          to: register.frameworks[framework], after: lastDate, before: date)
        events.append(
          AreaEvent(date: change.map(AreaEvent.When.date), kind: .scaleChanged(last, framework)))
      }
      last = framework
      lastDate = report.date
    }
    return events
  }

  /// The day the new rules began where it lies between the two reports, else the newer report's.
  private static func changeDate(
    to framework: Framework?, after last: PartialDate?, before next: PartialDate?
  ) -> PartialDate? {
    guard let began = framework?.life.from.known() else { return next }
    if let last, began.earliest < last.latest { return next }
    if let next, began.earliest > next.earliest { return next }
    return began
  }

  private static func coverage(of reports: [Report], in register: Register) -> [AreaEvent] {
    let accounts = Set(reports.flatMap { register.links.coverage[$0.id] ?? [] })
    return accounts.sorted().compactMap { register.coverage[$0] }.map { account in
      let told = account.about.compactMap { register.reports[$0.value]?.time?.end.earliest }
      return AreaEvent(
        date: account.published.known().map(AreaEvent.When.date), kind: .covered(account.id),
        after: told.max())
    }
  }
}

extension Register {
  /// Whether one framework gave way to another by the date of a report under that: it says so, or both are one
  /// inspectorate's, or the first had ended before the other began, for all that is known.
  fileprivate func gaveWay(
    _ old: FrameworkID, to new: FrameworkID, by date: PartialDate?
  ) -> Bool {
    guard let old = frameworks[old], let new = frameworks[new] else { return true }
    guard !old.isSucceeded(by: new), let own = old.inspectorate.value.value,
      let other = new.inspectorate.value.value,
      own != other
    else { return true }
    guard let end = old.life.to else { return false }
    guard let end = end.value.value, let date else { return true }
    return !end.isCertainlyAfter(new.life.from.known() ?? date)
  }
}

/// One thing that happened to an area.
public struct AreaEvent: Sendable {
  /// When something happened.
  public enum When: Sendable {
    case date(PartialDate)
    case interval(DateInterval)

    /// The first day it may mean.
    public var earliest: Day {
      switch self {
      case .date(let date): date.earliest
      case .interval(let interval): interval.start.earliest
      }
    }

    /// The last day it may mean.
    public var latest: Day {
      switch self {
      case .date(let date): date.latest
      case .interval(let interval): interval.end.latest
      }
    }
  }

  /// What happened.
  public enum Kind: Sendable {
    /// The area began.
    case began(predecessors: Lineage.Relatives<Area>)
    /// The area ended.
    case ended(successors: Lineage.Relatives<Area>)
    /// A body began to run the area.
    case runBy(OrganisationID)
    /// A report, at the time that it is of.
    case reported(ReportID)
    /// The reports before and after were made under different frameworks, whose scales are not one.
    case scaleChanged(FrameworkID, FrameworkID)
    /// Somebody else gave an account of one of the reports.
    case covered(CoverageID)
  }

  /// When; nil where that is not known.
  public let date: When?
  /// What.
  public let kind: Kind
  /// A day before which it did not happen, where more is known than its date says: of a month or a year in
  /// which somebody gave an account, the end of the work that it is about.
  var after: Day?

  /// Orders by the first day that it may have been, then the last, then by what usually comes first.
  static func isEarlier(_ left: AreaEvent, _ right: AreaEvent) -> Bool {
    let (first, second) = (left.moment, right.moment)
    return first != second
      ? first < second : left.kind.detail.utf8.lexicographicallyPrecedes(right.kind.detail.utf8)
  }

  private var moment: (earliest: Int, latest: Int, rank: Int) {
    guard let date else { return (.max, .max, kind.rank) }
    let first = after.map { $0 <= date.latest ? max($0, date.earliest) : date.earliest }
    return ((first ?? date.earliest).number, date.latest.number, kind.rank)
  }
}

extension AreaEvent.Kind {
  fileprivate var rank: Int {
    switch self {
    case .began: 0
    case .runBy: 1
    case .scaleChanged: 2
    case .reported: 3
    case .covered: 4
    case .ended: 5
    }
  }

  /// Bytes that decide between events of one day and kind.
  fileprivate var detail: String {
    switch self {
    case .began, .ended: ""
    case .reported(let report): report.name
    case .runBy(let body): body.name
    case .scaleChanged(_, let framework): framework.name
    case .covered(let account): account.name
    }
  }
}
