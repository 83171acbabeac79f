import HTML
import Inspections
import Templates

extension PageKind {
  static let reports = PageKind(
    "reports", ReportsPage.view, at: ReportsPage.entrance, page: ReportsPage.init(of:))
}

/// The list of all reports, newest first.
struct ReportsPage: FramedPage {
  let frame: PageFrame
  let years: [Year]

  /// The reports of one year, or those whose date is not known.
  struct Year: Sendable {
    let name: String
    let anchor: String
    let rows: [ReportRow]
  }

  static let view = View<ReportsPage>(
    page: "ReportsPage", "The list of all reports.",
    [
      .text("count", "How many reports there are, worked out.") { page in
        NumberWords.count(page.years.reduce(0) { $0 + $1.rows.count }, "report", "reports")
      },
      .flag("has-years", "Whether there is more than one year to choose from.") {
        $0.years.count > 1
      },
      .list("years", "The years, latest first; what has no date comes last.", yearView) {
        $0.years
      },
    ])

  private static let yearView = View<Year>(
    "ReportYear", "The reports of one year.",
    [
      .text("name", "The year, or the words for its absence.") { $0.name },
      .text("anchor", "The id of its place on the page.") { $0.anchor },
      .address("link", "The link to its place on the page.") { "#\($0.anchor)" },
      .list("reports", "Its reports, newest first.", ReportRow.view) { $0.rows },
    ])

  static let entrance = PageFrame.Crumb(title: "Reports", path: "reports/")

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance, summary: "Every report that the register holds or knows of.", site: site)
    years = Self.years(in: site)
  }

  private static func years(in site: SiteContext) -> [Year] {
    var years: [Year] = []
    var rows: [ReportRow] = []
    var current: Int?
    func close() {
      guard !rows.isEmpty else { return }
      years.append(
        Year(
          name: current.map(String.init) ?? "Date not known",
          anchor: current.map { "year-\($0)" } ?? "no-date", rows: rows))
      rows = []
    }
    for report in site.register.links.reportsNewestFirst {
      let year = report.year
      if year != current { close() }
      current = year
      rows.append(ReportRow(report: report, site: site))
    }
    close()
    return years
  }
}

/// A report in the list of all.
struct ReportRow: Sendable {
  let report: Report
  let site: SiteContext

  static let view = View<ReportRow>(
    "ReportRow", "A report in the list of all.",
    [
      .text("title", "Its title.") { $0.report.title.value.plain },
      .address("link", "Its page.") { $0.site.addresses.link(.report($0.report.id, anchor: nil)) },
      .language { $0.report.titleLanguage },
      .text("kind", "What it is, in words.") { ReportWords.name($0.report, in: $0.site.register) },
      .text("form", "How much of it the register holds, unless that is all; may be empty.") {
        RecordWords.form($0.report.form)
      },
      .flag("is-withdrawn", "Whether it was withdrawn.") { $0.report.status == .withdrawn },
      .text("dates", "When inspectors were there and when it was published.") {
        ReportWords.dates(of: $0.report, in: $0.site.register)
      },
      .list("areas", "What it is about; a few of many.", RecordLink.view) { row in
        row.report.areas.prefix(mostAreas).map { row.site.link($0.value) }
      },
      .text("more-areas", "How many areas more it is about; may be empty.") { row in
        let more = row.report.areas.count - mostAreas
        return more > 0 ? "\(NumberWords.words(more)) more" : ""
      },
      .html("overall", "Its conclusion on the whole, or the words for its absence; may be empty.") {
        ReportWords.whole(of: $0.report, in: $0.site.register)
      },
      .text("tally", "What its judgements add up to where it gives no overall grade.") {
        TallyWords.insteadOfOverall(of: $0.report, in: $0.site.register)
      },
      .text("scale", "Whose scale that is on; empty where there is no grade.") { $0.scale },
    ])

  /// A thematic report may cover every area there is.
  private static let mostAreas = 4

  private var scale: String {
    let hasGrade =
      report.visit?.overall.known() != nil
      || report.overall.map { !$0.value.grades.isEmpty } ?? false
    guard hasGrade else { return "" }
    return site.register.framework(of: report)?.title.value.plain ?? "scale not known"
  }
}
