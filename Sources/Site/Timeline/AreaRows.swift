import Inspections

/// The rows of an area's drawing: what its list tells in order of time, sorted by what it is.
struct AreaRows {
  let overview: AreaOverview
  let site: SiteContext
  /// Where the scale changes or the area ends, in order of time.
  let breaks: [TimelineBreak]

  var register: Register { site.register }
  var area: Area { overview.area }

  /// More rows of a kind than this are opened by one that says how many they are.
  static let mostFrameworks = 3
  static let mostAspects = 7
  static let mostAsked = 12

  init(of overview: AreaOverview, in site: SiteContext) {
    self.overview = overview
    self.site = site
    breaks = Self.breaks(in: overview)
  }

  private static func breaks(in overview: AreaOverview) -> [TimelineBreak] {
    overview.history.events.compactMap { event in
      guard let date = event.date else { return nil }
      switch event.kind {
      case .scaleChanged: return TimelineBreak(day: date.earliest, reason: .scale)
      case .ended: return TimelineBreak(day: date.latest, reason: .end)
      case .began, .runBy, .reported, .covered: return nil
      }
    }
  }

  /// The layout of all rows on the axis that they share; nil where nothing of the area has a date.
  func layout() -> TimelineLayout? {
    let rows = rest()
    let runs = FrameworkRun.all(of: overview, in: register)
    let days = rows.days + breaks.map(\.day) + starts + runs.compactMap(\.to)
    guard let axis = TimelineAxis(covering: days, today: site.now.day) else { return nil }
    return TimelineLayout(
      frameworks(runs, on: axis) + life(on: axis) + rows, on: axis, breaks: breaks)
  }

  private func rest() -> [TimelineRow] {
    tenures + inspections + aspects.folded(beyond: Self.mostAspects, AreaRowWords.moreAspects)
      + visits
      + AskedFold.all(of: overview).map { $0.row(in: site) }
      .folded(before: Self.mostAsked, AreaRowWords.moreAsked)
      + otherReports + press
  }

  /// The area's beginning, unless it was too long before all else to be drawn.
  private var starts: [Day] {
    guard let began = area.life.from.known()?.earliest else { return [] }
    let others = overview.history.events.compactMap { event -> Day? in
      if case .began = event.kind { return nil }
      return event.date?.earliest
    }
    guard let first = others.min() else { return [began] }
    return first.number - began.number > Self.longBefore ? [] : [began]
  }

  /// Days between a beginning and the next event that are too many to draw.
  private static let longBefore = 1096
}

extension AreaRows {
  /// A row for each framework, in the order in which they were first used here.
  private func frameworks(_ runs: [FrameworkRun], on axis: TimelineAxis) -> [TimelineRow] {
    var order: [FrameworkID] = []
    var bands: [FrameworkID: [TimelineStroke]] = [:]
    for run in runs {
      if bands[run.framework.id] == nil { order.append(run.framework.id) }
      bands[run.framework.id, default: []] += run.strokes(on: axis)
    }
    return order.compactMap { id in
      register.frameworks[id].map { framework in
        TimelineRow(
          lead: framework.title.value.plain,
          link: site.addresses.link(.framework(id, anchor: nil)),
          language: framework.titleLanguage,
          rest: AreaRowWords.scale(of: framework), strokes: bands[id] ?? [])
      }
    }.folded(before: Self.mostFrameworks, AreaRowWords.moreFrameworks)
  }

  /// The area's life, where anything is said of it.
  private func life(on axis: TimelineAxis) -> [TimelineRow] {
    let life = area.life
    guard life.from != nil || life.to != nil else { return [] }
    let days = overview.history.events.compactMap(\.date)
    let start = life.from.known()
    let end = life.to.known()
    let from = start?.earliest ?? days.map(\.earliest).min() ?? axis.first
    let to = end?.latest ?? (life.to == nil ? nil : days.map(\.latest).max() ?? from)
    var row = TimelineRow(
      lead: NumberWords.capitalised(AreaWords.noun(area)),
      link: site.addresses.link(.area(area.id, anchor: "area.lineage")),
      rest: AreaRowWords.life(of: area, in: register))
    if start == nil {
      row.strokes.append(TimelineStroke(kind: .fadeIn, from: axis.first, to: from))
    }
    row.strokes.append(TimelineStroke(kind: .band, from: from, to: to.map { max($0, from) }))
    if end == nil, let to { row.strokes.append(.init(kind: .fadeOut, from: to, to: axis.last)) }
    if let start, start.earliest >= axis.first {
      row.marks.append(
        mark(DateInterval(start), .began, "the \(AreaWords.noun(area)) begins", nil))
    }
    if let end {
      row.marks.append(mark(DateInterval(end), .ended, "the \(AreaWords.noun(area)) ends", nil))
    }
    return [row]
  }

  private var tenures: [TimelineRow] {
    guard !area.tenures.isEmpty else { return [] }
    let names = area.tenures.map { site.link($0.organisation.value).title }
    var row = TimelineRow(lead: AreaRowWords.runBy(names))
    for (tenure, name) in zip(area.tenures, names) {
      guard let from = tenure.from.known() else { continue }
      row.marks.append(
        mark(
          DateInterval(from), .change, "run by \(name)", site.link(tenure.organisation.value).link))
    }
    return [row]
  }

  /// A mark whose name begins with its time.
  func mark(
    _ time: DateInterval, _ shape: TimelineShape, _ words: String, _ link: String?
  ) -> TimelineMark {
    TimelineMark(time, shape, title: "\(DateWords.words(time)): \(words)", link: link)
  }

  /// A report's mark.
  func mark(_ report: Report, _ shape: TimelineShape, _ words: String) -> TimelineMark? {
    report.time.map { time in
      TimelineMark(
        time, shape, title: "\(ReportWords.time(of: report)): \(words)",
        link: site.addresses.link(.report(report.id, anchor: nil)))
    }
  }
}
