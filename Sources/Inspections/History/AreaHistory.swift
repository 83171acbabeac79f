public import Diagnostics

/// Everything that happened to an area, in order of time.
public struct AreaHistory: Sendable {
  /// The events, earliest first; events without a date come last.
  public let events: [AreaEvent]

  /// Gathers an area's events: its life, its inspections, visits and their coverage, what was due,
  /// and the rules that changed in between.
  ///
  /// `followed` are its reports, earliest first, each with what it asked for.
  /// Complexity: O(n log n) in the number of events.
  init(
    of area: Area, _ followed: [(report: Report, asked: [RecommendationHistory])],
    in register: Register
  ) {
    let reports = followed.map(\.report)
    var events = Self.life(of: area, in: register)
    for (report, asked) in followed {
      events += Self.events(of: report)
      events += Self.dueDates(of: report, asked)
    }
    events += Self.frameworkChanges(between: reports, in: register)
    events += Self.coverage(of: reports, in: register)
    self.events = events.sorted(by: AreaEvent.isEarlier)
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

  private static func events(of report: Report) -> [AreaEvent] {
    let published = report.published.known().map(AreaEvent.When.date)
    var events: [AreaEvent] = []
    if let fieldwork = report.fieldwork.known() {
      events.append(AreaEvent(date: .interval(fieldwork), kind: .fieldwork(report.id)))
    }
    let work = events.last
    if !report.isVisit {
      events.append(AreaEvent(date: published, kind: .published(report.id), after: work))
    }
    if report.followsUp {
      events.append(AreaEvent(date: published, kind: .followedUp(report.id), after: work))
    }
    return events
  }

  private static func dueDates(
    of report: Report, _ asked: [RecommendationHistory]
  ) -> [AreaEvent] {
    var numbers: [DueDate: [PrintedNumber]] = [:]
    for followed in asked {
      if let due = followed.due {
        numbers[due, default: []].append(followed.recommendation.number.value)
      }
    }
    return numbers.map { due, numbers in
      AreaEvent(
        date: .date(due.date), kind: .due(report.id, numbers, due),
        after: Self.events(of: report).last)
    }
  }

  private static func frameworkChanges(
    between reports: [Report], in register: Register
  ) -> [AreaEvent] {
    var events: [AreaEvent] = []
    var last: FrameworkID?
    var lastDate: PartialDate?
    for report in reports {
      guard let framework = report.framework.known() else { continue }
      let date = report.time?.start
      if let last, last != framework {
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
    return accounts.sorted().compactMap { register.coverage[$0] }.map {
      AreaEvent(date: $0.published.known().map(AreaEvent.When.date), kind: .covered($0.id))
    }
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
    /// Inspectors were at work for a report.
    case fieldwork(ReportID)
    /// A report came out that does more than follow up.
    case published(ReportID)
    /// A report came out that says what became of what an earlier one asked for.
    case followedUp(ReportID)
    /// Recommendations of a report fell due together.
    case due(ReportID, [PrintedNumber], DueDate)
    /// The reports before and after were made under different frameworks, whose scales are not one.
    case scaleChanged(FrameworkID, FrameworkID)
    /// Somebody else gave an account of one of the reports.
    case covered(CoverageID)
  }

  /// When; nil where that is not known.
  public let date: When?
  /// What.
  public let kind: Kind
  /// The days among which it stands in the order of time: those that its date may mean, but not
  /// before what it followed; nil where nothing says when.
  public let place: ClosedRange<Day>?

  /// An event that cannot have come before `earlier`, however little is known of its own date.
  init(date: When?, kind: Kind, after earlier: AreaEvent? = nil) {
    self.date = date
    self.kind = kind
    let own = date.map { $0.earliest...$0.latest }
    guard let own, let floor = earlier?.place else {
      place = own ?? earlier?.place
      return
    }
    place = max(own.lowerBound, floor.lowerBound)...max(own.upperBound, floor.upperBound)
  }

  /// Orders by the first day, then the last, then by what usually comes first.
  static func isEarlier(_ left: AreaEvent, _ right: AreaEvent) -> Bool {
    let (first, second) = (left.moment, right.moment)
    return first != second
      ? first < second : left.kind.detail.lexicographicallyPrecedes(right.kind.detail)
  }

  private var moment: (earliest: Int, latest: Int, rank: Int) {
    (place?.lowerBound.number ?? .max, place?.upperBound.number ?? .max, kind.rank)
  }
}

extension AreaEvent.Kind {
  fileprivate var rank: Int {
    switch self {
    case .began: 0
    case .runBy: 1
    case .scaleChanged: 2
    case .fieldwork: 3
    case .published: 4
    case .followedUp: 5
    case .due: 6
    case .covered: 7
    case .ended: 8
    }
  }

  /// Bytes that decide between events of one day and kind.
  fileprivate var detail: [Int] {
    switch self {
    case .began, .ended: []
    case .fieldwork(let report), .published(let report), .followedUp(let report):
      report.name.utf8.map(Int.init)
    case .due(let report, let numbers, _):
      numbers.flatMap { [$0.whole ?? .max] + $0.description.utf8.map(Int.init) }
        + report.name.utf8.map(Int.init)
    case .runBy(let body): body.name.utf8.map(Int.init)
    case .scaleChanged(_, let framework): framework.name.utf8.map(Int.init)
    case .covered(let account): account.name.utf8.map(Int.init)
    }
  }
}
