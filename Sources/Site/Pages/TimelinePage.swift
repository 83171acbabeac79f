import HTML
import Inspections
import Templates

extension PageKind {
  static let timeline = PageKind(
    "timeline", TimelinePage.view, at: TimelinePage.entrance,
    anchors: [.init("table", "the same as a table or list, where the page has the drawing")],
    pages: TimelinePage.planned)
}

/// All areas over time: overall grades by date, those of one scale together.
///
/// A register with many reports has pages for each framework, and the overview lists those.
struct TimelinePage: FramedPage {
  let path: String
  /// The framework the page is about; nil for all of them.
  let heading: String?
  /// Frameworks with what is shown under each, the oldest first.
  let groups: [GradedGroup]
  /// The pages that together show everything; empty where this one does.
  let parts: [Part]
  let site: SiteContext

  /// A page for a part of the reports under one framework.
  struct Part: Sendable {
    let path: String
    let title: String
    let group: GradedGroup
  }

  /// More reports than this are divided by framework.
  static let mostOnOnePage = 200
  /// The most reports on a page for a part of a framework's.
  static let mostInPart = 200

  static let entrance = PageFrame.Crumb(title: "Timeline", path: "timeline/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let groups = GradedGroup.all(in: site.register, where: \.expectsOverall)
    let isDivided = groups.map(\.reports.count).reduce(0, +) > mostOnOnePage
    let parts = isDivided ? parts(of: groups) : []
    let overview = TimelinePage(
      path: entrance.path, heading: nil, groups: isDivided ? [] : groups, parts: parts, site: site)
    let pages =
      [overview]
      + parts.map {
        TimelinePage(path: $0.path, heading: $0.title, groups: [$0.group], parts: [], site: site)
      }
    return pages.map { page in
      PlannedPage(path: page.path, kind: .timeline) { view.record(of: page) }
    }
  }

  private static func parts(of groups: [GradedGroup]) -> [Part] {
    groups.flatMap { group in
      let name = group.framework?.id.name ?? "no-framework"
      let starts = stride(from: 0, to: group.reports.count, by: mostInPart)
      return starts.enumerated().map { index, start in
        let end = min(start + mostInPart, group.reports.count)
        return Part(
          path: "\(entrance.path)\(name)/" + (index == 0 ? "" : "\(index + 1)/"),
          title: index == 0 ? group.title : "\(group.title), part \(index + 1)",
          group: GradedGroup(
            framework: group.framework, reports: Array(group.reports[start..<end])))
      }
    }
  }

  static let view = View<TimelinePage>(
    page: "TimelinePage",
    "All areas over time: overall grades by date, those of one scale together.",
    [
      .html("patterns", "What the drawing refers to.") { _ in Patterns.ofTimelines },
      .html("drawing", "Overall grades as a drawing; empty where there are too many to draw.") {
        NationalTimeline(groups: $0.groups, site: $0.site).drawing()
      },
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
      .list("parts", "The pages that together show everything.", RecordLink.view) { page in
        page.parts.map { part in
          RecordLink(
            title: part.title, link: page.site.addresses.link(part.path),
            note: NumberWords.count(part.group.reports.count, "report", "reports"))
        }
      },
      .flag("has-parts", "Whether the list is divided.") { !$0.parts.isEmpty },
      .address("comparison", "The comparison aspect by aspect.") {
        $0.site.addresses.link(ComparisonPage.entrance.path)
      },
    ])

  var frame: PageFrame {
    PageFrame(
      title: heading.map { "Timeline: \($0)" } ?? "Timeline", kind: "All areas over time",
      summary: "Grades stand beside others of the same scale only.", path: path,
      breadcrumbs: [.home]
        + (heading == nil ? [] : [Self.entrance]), site: site)
  }
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
      .address("link", "The framework's page; absent where it is not known.") { model in
        model.group.framework.map {
          model.site.addresses.link(.framework($0.id, anchor: nil))
        }
      },
      .text("scale", "Its grades, best first; empty where it has none.") {
        $0.group.framework?.grades.map(\.title).joined(separator: ", ") ?? ""
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
      .list("areas", "The areas it is about.", PhraseLink.view) { graded in
        PhraseLink.list(graded.report.areas.map { graded.site.link($0.value) })
      },
      .text("title", "The report's name.") { $0.report.title.value.plain },
      .address("link", "The report's page.") { graded in
        graded.site.addresses.link(.report(graded.report.id, anchor: nil))
      },
      .text("dates", "When inspectors were there and when it was published.") {
        ReportWords.dates(of: $0.report)
      },
      .html("grade", "The overall grade with its mark, or the words for having none.") { graded in
        ReportWords.overallMark(of: graded.report, in: graded.site.register)
      },
      .text("tally", "What the report's judgements add up to where it gives no overall grade.") {
        TallyWords.insteadOfOverall(of: $0.report, in: $0.site.register)
      },
      .text("form", "How much of the report the register holds.") { graded in
        switch graded.report.form {
        case .full: "from the report"
        case .digest: "from the report, retold in our words"
        case .knownOf: "as told by others; the report is not held"
        }
      },
    ])
}
