import HTML
import Inspections
import Templates

extension PageKind {
  static let reports = PageKind(
    "reports", ReportsPage.view, at: ReportsPage.entrance, pages: ReportsPage.planned)
}

/// A list of reports, newest first: of all, or of those that one record's page cannot list.
struct ReportsPage: FramedPage {
  let list: ReportList
  let shown: ListPage<Report>
  let columns: Columns
  let site: SiteContext

  /// Which columns the table has beside a report and its dates: those that any report of the register fills.
  struct Columns: Sendable {
    let areas: Bool
    let conclusions: Bool

    /// Complexity: O(n) in the reports, so it is worked out once for all pages.
    init(for register: Register) {
      areas = register.links.originals.contains { !$0.areas.isEmpty }
      conclusions = register.links.originals.contains { report in
        !report.judgements.isEmpty || report.visit?.overall != nil
          || register.expectsOverall(report)
      }
    }
  }

  /// The reports of one year, or those whose date is not known.
  struct Year: Sendable {
    let name: String
    let anchor: String
    let rows: [ReportRow]
  }

  static let view = View<ReportsPage>(
    page: "ReportsPage", "The list of all reports, or a part of it.",
    [
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "report", many: "reports"), in: $0.site)
      },
      .flag("names-areas", "Whether any report of the register is about an area.") {
        $0.columns.areas
      },
      .flag(
        "concludes", "Whether any report of the register has a grade or a conclusion as a whole."
      ) { $0.columns.conclusions },
      .number("columns", "How many columns the table has.") {
        2 + ($0.columns.areas ? 1 : 0) + ($0.columns.conclusions ? 1 : 0)
      },
      .flag("has-years", "Whether there is more than one year to choose from.") {
        !$0.shown.isIndex && $0.years.count > 1
      },
      .list("years", "The years, latest first; what has no date comes last.", yearView) {
        $0.years
      },
    ])

  private static let yearView = View<Year>(
    "ReportYear", "The reports of one year.",
    [
      .text("name", "The year, or the words for its absence.") { $0.name },
      .text("anchor", "The id of its place on the page; empty where the page leads to the year.") {
        $0.anchor
      },
      .address("link", "The link to its place on the page.") { "#\($0.anchor)" },
      .list("reports", "Its reports, newest first.", ReportRow.view) { $0.rows },
    ])

  static let entrance = PageFrame.Crumb(title: "Reports", path: "reports/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let register = site.register
    let columns = Columns(for: register)
    let division = ListDivision<Report>(
      by: [.year { $0.date }, .month { $0.date }], named: .days { $0.date },
      bytes: {
        700 + $0.title.value.plain.utf8.count + 100 * min($0.areas.count, ReportRow.mostAreas)
      },
      besides: { register.reports[ReportID($0)] != nil })
    return ReportList.all(in: site).flatMap { list in
      division.pages(
        of: list.reports(in: register), at: list.path, leading: ListBounds.leading
      ).map { shown in
        PlannedPage(path: shown.place.path, kind: .reports) {
          view.record(of: ReportsPage(list: list, shown: shown, columns: columns, site: site))
        }
      }
    }
  }

  var frame: PageFrame {
    shown.frame(
      at: PageFrame.Crumb(title: list.title(in: site), path: list.path),
      summary: list.subject == .all ? "Every report that the register holds or knows of." : "",
      below: list.breadcrumbs(in: site),
      in: site)
  }

  /// The reports by year; the years of an index have their places among the parts.
  private var years: [Year] {
    var years: [Year] = []
    var rest = shown.rows
    while let first = rest.first {
      let year = first.year
      let own = rest.prefix { $0.year == year }
      years.append(
        Year(
          name: year.map(String.init) ?? "Date not known",
          anchor: shown.isIndex ? "" : year.map { "year-\($0)" } ?? "no-date",
          rows: own.map { ReportRow(report: $0, site: site) }))
      rest = rest.dropFirst(own.count)
    }
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
      .text("more-areas", "How many areas more it is about; may be empty.") {
        more(of: $0.report.areas.count)
      },
      .html("overall", "Its conclusion on the whole or its one judgement; may be empty.") {
        ReportWords.whole(of: $0.report, in: $0.site.register)
      },
      .text("tally", "What its judgements add up to where it gives no overall grade.") {
        TallyWords.insteadOfOverall(of: $0.report, in: $0.site.register)
      },
      .text("no-grade", "That no grade of it is shown, for where both are empty.") {
        ReportWords.noGrade(of: $0.report)
      },
      .text("scale", "Whose scale that is on; empty where there is no grade.") { $0.scale },
      .text("scale-language", "The language of that name, where it is not the site's.") { row in
        row.site.register.framework(of: row.report)?.titleLanguage ?? ""
      },
    ])

  /// How many areas a row of a list names; a thematic report may cover every area there is.
  static let mostAreas = 4

  /// How many of `count` areas a row does not name, in words; empty where it names all.
  static func more(of count: Int) -> String {
    count > mostAreas ? "\(NumberWords.words(count - mostAreas)) more" : ""
  }

  private var scale: String {
    let hasGrade =
      report.visit?.overall.known() != nil
      || report.overall.map { !$0.value.grades.isEmpty } ?? false
      || TallyWords.onlyGrade(of: report, in: site.register) != nil
    guard hasGrade else { return "" }
    return site.register.framework(of: report)?.title.value.plain ?? "scale not known"
  }
}
