import Inspections

/// A row of a timeline for what was asked: one recommendation, or several of a report that are due
/// together.
struct AskedRow: Sendable {
  /// What stands before the row.
  let name: String
  /// What was asked.
  let label: String
  /// The row's name for who does not see it.
  let title: String
  /// Where it leads.
  let link: String
  /// When it was asked.
  let asked: PartialDate
  /// When it was due.
  let due: PartialDate?
  /// Where it stands.
  let status: RecommendationStatus
  /// Whether the record says that it was not done when its date had passed.
  let isSaidNotDone: Bool
  /// The last day of the visit that closed it.
  let closed: Day?
  /// What visits concluded on it, with its place on the scale; nil on one that has no order.
  let conclusions: [(day: Day, place: Int?, steps: Int)]

  /// Beyond this many recommendations, those of a report that are due together share a row.
  static let most = 20
  /// Beyond this many rows the oldest are left out.
  static let mostRows = 30

  /// The rows of an area, oldest report first.
  static func rows(of overview: AreaOverview, in site: SiteContext) -> [AskedRow] {
    let all = overview.recommendations.filter { $0.report.asked != nil }
    guard all.count > most else {
      let byReport = Dictionary(grouping: all, by: \.report.id)
      return overview.reports.flatMap { report in
        (byReport[report.id] ?? []).enumerated().compactMap { position, followed in
          row(of: followed, isFirst: position == 0, in: site)
        }
      }
    }
    return grouped(all, in: site)
  }

  /// One recommendation's row.
  static func row(
    of followed: RecommendationHistory, isFirst: Bool, in site: SiteContext
  ) -> AskedRow? {
    let register = site.register
    guard let asked = followed.report.asked else { return nil }
    let number = followed.recommendation.number.value
    let term = ReportWords.term(of: followed.report, in: register)
    let text = followed.recommendation.text.value.plain
    let due = followed.due.map { "due \(DateWords.limit($0.date))" } ?? "no date set"
    let wording = TimelineCanvas.shortened(text, to: 90)
    return AskedRow(
      name: isFirst ? "Asked \(number)" : "\(number)", label: text,
      title: "\(DateWords.words(asked)): \(term.one) \(number), \(wording) – \(due). "
        + StatusWords.line(followed, in: register),
      link: site.addresses.link(.recommendation(followed.report.id, number)), asked: asked,
      due: followed.due?.date, status: followed.status, isSaidNotDone: followed.isSaidNotDone,
      closed: closingVisit(of: followed.status, in: register),
      conclusions: followed.conclusions.compactMap { conclusion($0, in: register) })
  }

  private static func grouped(_ all: [RecommendationHistory], in site: SiteContext) -> [AskedRow] {
    struct Key: Hashable {
      let report: ReportID
      let due: PartialDate?
    }
    let groups = Dictionary(grouping: all) { Key(report: $0.report.id, due: $0.due?.date) }
    let rows = groups.values.compactMap { group -> AskedRow? in
      guard let first = group.first, let asked = first.report.asked else { return nil }
      let term = ReportWords.term(of: first.report, in: site.register)
      let past = group.filter { $0.status == .pastDate }
      let count = NumberWords.count(group.count, term.one, term.many)
      let due = first.due.map { "due \(DateWords.limit($0.date))" } ?? "no date set"
      let late = past.isEmpty ? "" : ", \(StatusWords.counted(past.count, .pastDate))"
      return AskedRow(
        name: "Asked", label: "\(count)\(late)",
        title: "\(DateWords.words(asked)): \(count), \(due)\(late)",
        link: site.addresses.link(.report(first.report.id, anchor: nil)), asked: asked,
        due: first.due?.date,
        status: (past.first ?? group.first { $0.status == .open } ?? first).status,
        isSaidNotDone: past.allSatisfy(\.isSaidNotDone), closed: nil, conclusions: [])
    }
    return Array(
      rows.sorted {
        ($0.asked.earliest, $0.due?.latest.number ?? .max, $0.link)
          < ($1.asked.earliest, $1.due?.latest.number ?? .max, $1.link)
      }.suffix(mostRows))
  }

  private static func closingVisit(of status: RecommendationStatus, in register: Register) -> Day? {
    guard case .closed(_, let visit) = status else { return nil }
    return register.reports[visit]?.date?.latest
  }

  private static func conclusion(
    _ conclusion: RecommendationHistory.Conclusion, in register: Register
  ) -> (day: Day, place: Int?, steps: Int)? {
    guard let progress = conclusion.progress,
      let framework = register.framework(of: conclusion.visit),
      let place = framework.progress.firstIndex(where: {
        $0.id.value == progress.judgement.value
      }),
      let day = conclusion.visit.time?.start.earliest
    else { return nil }
    return (day, framework.isProgressOrdered ? place : nil, framework.progress.count)
  }
}
