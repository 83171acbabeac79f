import HTML
import Inspections
import Templates

extension PageKind {
  static let timeline = PageKind(
    "timeline", TimelinePage.view, at: TimelinePage.entrance,
    anchors: [.init("table", "the same as a table or list, where the page has the drawing")],
    filled: { $0.links.originals.contains(where: \.isOverTime) }, pages: TimelinePage.planned)
}

/// All areas over time: overall grades by date, those of one scale together.
///
/// A register with many reports has pages for each framework and year.
struct TimelinePage: FramedPage {
  let shown: ListPage<GradedRow>
  let site: SiteContext

  static let entrance = PageFrame.Crumb(title: "Timeline", path: "timeline/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let division = ListDivision<GradedRow>(
      by: [.framework { $0.framework }, .year { $0.report.date }, .month { $0.report.date }],
      named: .days { $0.report.date },
      bytes: { 700 + 120 * min($0.report.areas.count, ReportRow.mostAreas) })
    let rows = GradedGroup.all(in: site.register, where: \.isOverTime).flatMap { group in
      group.reports.map { GradedRow(framework: group.framework, report: $0) }
    }
    return division.pages(of: rows, at: entrance.path).map { shown in
      PlannedPage(path: shown.place.path, kind: .timeline) {
        view.record(of: TimelinePage(shown: shown, site: site))
      }
    }
  }

  static let view = View<TimelinePage>(
    page: "TimelinePage",
    "All areas over time: overall grades by date, those of one scale together.",
    [
      .html("drawing", "Overall grades as a drawing; empty where there are too many to draw.") {
        NationalTimeline(groups: $0.groups, site: $0.site).drawing()
      },
      .flag("gives-overall", "Whether the reports give overall grades, or could.") { page in
        page.groups.flatMap(\.reports).contains { page.site.register.expectsOverall($0) }
      },
      .text(
        "shared-form",
        "Whose word all of the page is, as a sentence; empty where that differs between the reports."
      ) { $0.sharedForm },
      .flag("has-rows", "Whether the page lists reports itself.") { !$0.groups.isEmpty },
      .list("groups", "Frameworks with the reports under each, the oldest first.", GradedGroup.view)
      {
        page in
        page.groups.enumerated().map { position, group in
          GradedGroupModel(
            group: group, previous: position > 0 ? page.groups[position - 1].framework : nil,
            isFirst: position == 0, site: page.site)
        }
      },
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "report", many: "reports"), in: $0.site)
      },
      .address("comparison", "The comparison aspect by aspect.") {
        $0.site.addresses.link(ComparisonPage.entrance.path)
      },
    ])

  var frame: PageFrame {
    shown.frame(
      at: Self.entrance, kind: "All areas over time",
      summary: "Grades stand beside others of the same scale only.", in: site)
  }

  /// What is so of all rows is said once.
  private var sharedForm: String {
    guard let first = shown.rows.first?.report.form,
      shown.rows.allSatisfy({ $0.report.form == first })
    else { return "" }
    return GradedReport.sentence(first, of: shown.rows.count)
  }

  /// Frameworks with what is shown under each, the oldest first.
  private var groups: [GradedGroup] {
    var groups: [GradedGroup] = []
    var rest = shown.rows
    while let first = rest.first {
      let own = rest.prefix { $0.framework?.id == first.framework?.id }
      groups.append(GradedGroup(framework: first.framework, reports: own.map(\.report)))
      rest = rest.dropFirst(own.count)
    }
    return groups
  }
}

/// A report in the list of all areas over time, with the framework under which it stands.
struct GradedRow: Sendable {
  let framework: Framework?
  let report: Report
}

/// The reports under one framework that concern areas and grade, or could.
struct GradedGroup: Sendable {
  /// The rules; nil where they are not known.
  let framework: Framework?
  /// The reports, earliest first.
  let reports: [Report]

  var title: String { framework?.title.value.plain ?? "Framework not known" }

  /// The reports on areas that `isShown` lets through, by framework; that of the earliest first.
  static func all(in register: Register, where isShown: (Report) -> Bool) -> [GradedGroup] {
    var order: [FrameworkID?] = []
    var sorted: [FrameworkID?: [Report]] = [:]
    for report in register.links.reportsByDate where !report.areas.isEmpty && isShown(report) {
      let framework = register.framework(of: report)?.id
      if sorted[framework] == nil { order.append(framework) }
      sorted[framework, default: []].append(report)
    }
    return order.map { id in
      GradedGroup(framework: id.flatMap { register.frameworks[$0] }, reports: sorted[id] ?? [])
    }
  }

  static let view = View<GradedGroupModel>(
    "GradedGroup", "Reports under one framework with their overall grades.",
    [
      .text("title", "The framework.") { $0.group.title },
      .language { $0.group.framework?.titleLanguage ?? "" },
      .address("link", "The framework's page; absent where it is not known.") { model in
        model.group.framework.map {
          model.site.addresses.link(.framework($0.id, anchor: nil))
        }
      },
      .text("scale", "Its grades, best first; empty where it has none.") {
        $0.group.framework?.grades.map(\.label).joined(separator: ", ") ?? ""
      },
      .flag("is-first", "Whether it is the first on the page.") { $0.isFirst },
      .text("break", "Why its grades do not compare with those above, or whose mapping says so.") {
        $0.breakWords
      },
      .list("reports", "The reports, earliest first.", GradedReport.view) { model in
        model.group.reports.map { GradedReport(report: $0, site: model.site) }
      },
    ])
}

/// A group with what stands above it on a page.
struct GradedGroupModel: Sendable {
  let group: GradedGroup
  /// The framework of the group above.
  let previous: Framework?
  let isFirst: Bool
  let site: SiteContext

  var breakWords: String {
    guard !isFirst else { return "" }
    guard let previous, let framework = group.framework else {
      return "The framework is not known on one side of this break: "
        + "grades above and below cannot be compared."
    }
    return "The scale changes here. "
      + ScaleWords.comparison(of: previous.id, and: framework.id, in: site.register)
  }
}

/// A report in a list of overall grades.
struct GradedReport: Sendable {
  let report: Report
  let site: SiteContext

  static let view = View<GradedReport>(
    "GradedReport", "A report in a list of overall grades.",
    [
      .list("areas", "The areas it is about; a few of many.", PhraseLink.view) { graded in
        PhraseLink.list(
          graded.report.areas.prefix(ReportRow.mostAreas).map { graded.site.link($0.value) })
      },
      .text("more-areas", "How many areas more it is about; may be empty.") {
        ReportRow.more(of: $0.report.areas.count)
      },
      .text("title", "The report's name.") { $0.report.title.value.plain },
      .language { $0.report.titleLanguage },
      .address("link", "The report's page.") { graded in
        graded.site.addresses.link(.report(graded.report.id, anchor: nil))
      },
      .text("dates", "When inspectors were there and when it was published.") {
        ReportWords.dates(of: $0.report, in: $0.site.register)
      },
      .html("grade", "The overall grade or the one judgement with its mark; may be empty.") {
        ReportWords.overallOrOnlyMark(of: $0.report, in: $0.site.register)
      },
      .text("tally", "What the report's judgements add up to where it gives no overall grade.") {
        TallyWords.insteadOfOverall(of: $0.report, in: $0.site.register)
      },
      .text("no-grade", "That no grade of it is shown, for where both are empty.") {
        ReportWords.noGrade(of: $0.report)
      },
      .text("form", "How much of the report the register holds.") { words($0.report.form) },
    ])

  /// Whose word a report's grades are.
  static func words(_ form: Report.Form) -> String {
    switch form {
    case .full: "from the report"
    case .digest: "from the report, retold in our words"
    case .knownOf: "as told by others; the report is not held"
    case .restricted: "from the record; the report may not be published"
    }
  }

  /// Whose word a page is, all of whose reports are held alike.
  static func sentence(_ form: Report.Form, of count: Int) -> String {
    let (reports, are) = count == 1 ? ("report", "is") : ("reports", "are")
    return switch form {
    case .full: "Everything here is from the \(reports)."
    case .digest: "Everything here is from the \(reports), retold in our words."
    case .knownOf: "Everything here is as told by others; the \(reports) \(are) not held."
    case .restricted: "Everything here is from the record; the \(reports) may not be published."
    }
  }
}
