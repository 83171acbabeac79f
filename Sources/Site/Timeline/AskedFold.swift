import Diagnostics
import Inspections

/// What one report asked for, folded into one row of a drawing and one item of a list.
struct AskedFold: Sendable {
  let report: Report
  /// What it asked for, as it lists it.
  let followed: [RecommendationHistory]
  /// Whether it opens to its items; where not, the list of what was asked has them.
  let opens: Bool

  /// `Asked in June 2009: 7`.
  var lead: String { AskedRowWords.lead(report, count: followed.count) }
  /// `none closed, 4 past their date and 3 open`.
  var standing: String { AskedRowWords.standing(followed) }

  /// How many letters of a wording stand in a row or an item; its own page has the rest.
  static let letters = 64

  /// Of more due dates than this a line shows the first and the last; the items have each.
  private static let mostDues = 24

  /// What the reports of an area asked for, earliest first; those that asked nothing are left out.
  ///
  /// The latest open to their items, as long as these are not very many together.
  static func all(of overview: AreaOverview) -> [AskedFold] {
    let byReport = Dictionary(grouping: overview.recommendations) { $0.report.id }
    var items = 0
    return overview.reports.reversed().compactMap { report -> AskedFold? in
      guard let followed = byReport[report.id] else { return nil }
      let isFirst = items == 0
      items += followed.count
      return AskedFold(
        report: report, followed: followed, opens: isFirst || items <= mostItems)
    }.reversed()
  }

  /// How many items the reports of an area open to.
  private static let mostItems = 30

  /// The row, which opens to a row for each item.
  func row(in site: SiteContext) -> TimelineRow {
    let lines = followed.map { AskedLine(of: $0, in: site) }
    var row = TimelineRow(lead: lead, rest: "– \(standing)")
    if !opens {
      row.link = place(in: site)
      row.rest += AskedRowWords.elsewhere
    }
    row.strokes = together(lines)
    // Where all are closed, the last closing ends the line.
    if followed.allSatisfy({ $0.status.kind == .closed }) {
      let closing = lines.flatMap(\.marks).filter { $0.shape == .closed }
      row.marks = closing.max { $0.days.upperBound < $1.days.upperBound }.map { [$0] } ?? []
    }
    if opens {
      row.items = zip(followed, lines).map { item($0, $1, in: site) }
        .upToMost(link: site.addresses.link(.report(report.id, anchor: nil)))
    }
    return row
  }

  /// Where the report lists what it asked for.
  func place(in site: SiteContext) -> String {
    site.addresses.link(.report(report.id, anchor: nil))
  }

  private func item(
    _ followed: RecommendationHistory, _ line: AskedLine, in site: SiteContext
  ) -> TimelineRow {
    let number = followed.recommendation.number.value
    let wording = ShortWords.shortened(followed.recommendation.text.value.plain, to: Self.letters)
    var row = TimelineRow(
      lead: "\(number.marker) \(wording)",
      link: site.addresses.link(.recommendation(report.id, number)),
      language: report.language?.value ?? "",
      rest: AskedRowWords.item(followed, in: site.register), place: .part)
    row.strokes = line.strokes
    row.marks = line.marks
    return row
  }

  /// One line for all items: from the asking to the last date set, and on as long as any is not
  /// closed, hatched only where all of these are said to be not done.
  private func together(_ lines: [AskedLine]) -> [TimelineStroke] {
    let all = lines.flatMap(\.strokes)
    func longest(_ kind: TimelineStroke.Kind) -> TimelineStroke? {
      all.filter { $0.kind == kind }.max { left, right in
        (left.to?.number ?? .max) < (right.to?.number ?? .max)
      }
    }
    var strokes: [TimelineStroke] = []
    if let about = all.first(where: { $0.kind == .about }) { strokes.append(about) }
    let late = [longest(.notDone), longest(.pastDate)].compactMap(\.self)
    if let undated = longest(.undated), late.allSatisfy({ $0.to != nil }) {
      strokes.append(undated)
    }
    if let asked = longest(.asked) { strokes.append(asked) }
    let past = followed.filter { $0.status == .pastDate }
    if let stroke = late.max(by: { ($0.to?.number ?? .max) < ($1.to?.number ?? .max) }) {
      let reached = longest(.asked)?.to ?? stroke.from
      let isNotDone = !past.isEmpty && past.allSatisfy(\.isSaidNotDone)
      if stroke.to.map({ $0 > reached }) ?? true {
        strokes.append(
          TimelineStroke(kind: isNotDone ? .notDone : .pastDate, from: reached, to: stroke.to))
      }
    }
    if let stroke = longest(.notKnown) { strokes.append(stroke) }
    let dues = Set(all.filter { $0.kind == .due }.map(\.from)).sorted()
    let shown = dues.count > Self.mostDues ? [dues[0], dues[dues.count - 1]] : dues
    return strokes + shown.map { TimelineStroke(kind: .due, from: $0, to: $0) }
  }
}
