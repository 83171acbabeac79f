import Diagnostics
import HTML
import Inspections
import Templates

/// What a monitoring visit concludes on each recommendation.
struct VisitProgress: TextScope, Sendable {
  let report: Report
  let visit: Visit
  let site: SiteContext

  init?(of report: Report, site: SiteContext) {
    guard let visit = report.visit,
      report.isVisit || visit.progress != nil || !visit.closes.isEmpty
        || !visit.progressCounts.isEmpty || !visit.notAssessed.isEmpty
    else { return nil }
    self.report = report
    self.visit = visit
    self.site = site
  }

  static let view = View<VisitProgress>(
    "VisitProgress", "What a monitoring visit concludes on each recommendation.",
    [
      .list("rows", "The conclusions in the visit's order.", ProgressRow.view) { $0.rows },
      .flag("has-findings", "Whether of any it says what was found or what that rests on.") {
        $0.conclusions.contains { $0.finding != nil || $0.evidence != nil }
      },
      .flag("has-further-actions", "Whether of any it says what more is asked for.") {
        $0.conclusions.contains { $0.furtherAction != nil }
      },
      .text("called", "What it concludes on, as the framework calls one: `recommendation`.") {
        ReportWords.term(of: $0.report, in: $0.site.register).one
      },
      .flag("unknown", "Whether it is recorded that the single conclusions are not known.") {
        if case .unknown = $0.visit.progress?.value { return true }
        return false
      },
      .list(
        "not-assessed",
        "What it did not look at, by the report that asks where several are followed.",
        NotAssessed.view
      ) { $0.notAssessed },
      .list("closures", "Recommendations that it closes.", closureView) { progress in
        progress.site.register.closures(by: progress.report).map {
          ClosureModel(closure: $0, progress: progress)
        }
      },
    ])

  var scope: ReferenceScope { ReferenceScope(report) }

  private var conclusions: [Progress] { visit.progress.known() ?? [] }

  private var rows: [ProgressRow] { conclusions.map { ProgressRow(progress: $0, of: self) } }

  /// What it did not look at, by the report that asks where several are followed.
  var notAssessed: [NotAssessed] {
    var all: [NotAssessed] = []
    for number in visit.notAssessed {
      let asking = asking(number, nil)
      if let place = all.firstIndex(where: { $0.asking === asking }) {
        all[place].numbers.append(notAssessed(number))
      } else {
        all.append(NotAssessed(asking: asking, numbers: [notAssessed(number)], site: site))
      }
    }
    return all
  }

  /// The report that asks for what an entry is about, where several are followed; nil where one is.
  func asking(_ number: Located<PrintedNumber>, _ named: Located<ReportID>?) -> Report? {
    guard visit.follows.count > 1 else { return nil }
    return site.register.subject(of: number.value, named: named?.value, in: report)
  }

  /// `1.1`, or `1.1 for the Ports Authority` where it is judged for others that were asked.
  private func notAssessed(_ number: Located<PrintedNumber>) -> String {
    guard let asking = site.register.subject(of: number.value, named: nil, in: report),
      let asked = asking.recommendations.first(where: { $0.number.value == number.value })
    else { return number.value.description }
    let judged = site.register.progress(of: report, on: asking)
      .filter { $0.recommendation.value == number.value }.flatMap(\.to).map(\.value)
    let rest = judged.isEmpty ? [] : asked.to.filter { !judged.contains($0.value) }
    return number.value.description + RecommendationWords.forBodies(rest, in: site.register)
  }

  /// The page of a recommendation that an entry is about.
  fileprivate func link(to number: Located<PrintedNumber>, of named: Located<ReportID>?) -> String?
  {
    site.register.subject(of: number.value, named: named?.value, in: report).map {
      site.addresses.link(.recommendation($0.id, number.value))
    }
  }

  private struct ClosureModel: Sendable {
    let closure: Closure
    let progress: VisitProgress
  }

  private static let closureView = View<ClosureModel>(
    "ClosureEntry", "A recommendation that a visit closes.",
    [
      .text("number", "The recommendation's number.") {
        $0.closure.recommendation.value.description
      },
      .address("link", "Its page.") { model in
        model.progress.link(to: model.closure.recommendation, of: model.closure.report)
      },
      .record(
        "asked-by", "The report that asks, where several are followed.", RecordLink.view
      ) { model in
        model.progress.asking(model.closure.recommendation, model.closure.report)
          .map { model.progress.site.link($0.id) }
      },
      .text("addressees", "The bodies for which it is closed; empty for all.") { model in
        NumberWords.list(
          model.closure.to.map {
            RecommendationWords.name(of: $0.value, in: model.progress.site.register)
          })
      },
      .text("reason", "Why it is closed.") {
        StatusWords.title(.closed($0.closure.reason, by: $0.progress.report.id))
      },
      .html("note", "A remark; may be empty.") { $0.progress.text($0.closure.note) },
    ])
}

/// What a visit did not look at of what one report asks.
struct NotAssessed: Sendable {
  /// The report, where several are followed.
  let asking: Report?
  /// The numbers, each with the bodies that are left where others were judged.
  var numbers: [String]
  let site: SiteContext

  static let view = View<NotAssessed>(
    "NotAssessed", "What a visit did not look at of what one report asks.",
    [
      .text("numbers", "The numbers of the recommendations.") { NumberWords.list($0.numbers) },
      .record(
        "asked-by", "The report that asks, where several are followed.", RecordLink.view
      ) { rest in rest.asking.map { rest.site.link($0.id) } },
    ])
}

/// What a visit concludes on one recommendation.
struct ProgressRow: Sendable {
  let progress: Progress
  let parent: VisitProgress

  init(progress: Progress, of parent: VisitProgress) {
    self.progress = progress
    self.parent = parent
  }

  static let view = View<ProgressRow>(
    "ProgressRow", "What a visit concludes on one recommendation.",
    [
      .text("number", "The recommendation's number.") {
        $0.progress.recommendation.value.description
      },
      .text("marker", "The number as it stands before the wording: `3.`, `R-20-1`.") {
        $0.progress.recommendation.value.marker
      },
      .text("name", "What the recommendation is called, as it begins a line.") { row in
        NumberWords.capitalised(
          RecommendationWords.name(
            row.progress.recommendation.value,
            in: row.parent.site.register.framework(of: row.asking ?? row.parent.report)))
      },
      .text("wording", "The recommendation's wording without markup; may be empty.") { row in
        row.asking?.recommendations
          .first { $0.number.value == row.progress.recommendation.value }?.text.value.plain ?? ""
      },
      .text("language", "The language of the wording, where it is not the site's; may be empty.") {
        $0.asking?.language?.value ?? ""
      },
      .record(
        "asked-by", "The report that asks, where several are followed.", RecordLink.view
      ) { row in
        row.parent.asking(row.progress.recommendation, row.progress.report)
          .map { row.parent.site.link($0.id) }
      },
      .address("link", "The recommendation's page.") { row in
        row.parent.link(to: row.progress.recommendation, of: row.progress.report)
      },
      .text("addressees", "The bodies it is about; empty where it is about all that were asked.") {
        row in
        NumberWords.list(
          row.progress.to.map {
            RecommendationWords.name(of: $0.value, in: row.parent.site.register)
          })
      },
      .text("date", "When it was reached, where that is not the visit's own date; may be empty.") {
        $0.progress.date.map { $0.value.value.map(DateWords.words(_:)) ?? "date not known" } ?? ""
      },
      .html("evidence", "What it rests on; may be empty.") { $0.parent.text($0.progress.evidence) },
      .html("mark", "The conclusion with its mark.") { row in
        ProgressMark.html(
          row.progress.judgement.value,
          in: row.parent.site.register.framework(of: row.parent.report))
      },
      .html("finding", "What was found; may be empty.") { $0.parent.text($0.progress.finding) },
      .html("further-action", "What more is asked for; may be empty.") {
        $0.parent.text($0.progress.furtherAction)
      },
      .optionalText("paragraph", "The numbered paragraph that says so.") {
        $0.progress.paragraph?.value.description
      },
      .address("paragraph-link", "The link to that paragraph, where the page has it.") { row in
        row.progress.paragraph.flatMap { row.parent.report.paragraphLink($0.value) }
      },
      .html("note", "A remark; may be empty.") { $0.parent.text($0.progress.note) },
    ])

  private var asking: Report? {
    parent.site.register.subject(
      of: progress.recommendation.value, named: progress.report?.value, in: parent.report)
  }
}
