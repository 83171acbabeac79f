import HTML
import Inspections
import Templates

extension PageKind {
  static let comparison = PageKind(
    "comparison", ComparisonPage.view, at: ComparisonPage.entrance, pages: ComparisonPage.planned)
}

/// Areas compared aspect by aspect: side by side within one scale, and across scales only with the
/// scale beside each grade.
///
/// A register with many areas has pages for each framework, and the overview lists those.
struct ComparisonPage: FramedPage {
  let path: String
  /// The framework the page is about; nil for all of them.
  let heading: String?
  /// The areas under each framework, the oldest framework first.
  let groups: [ComparedGroup]
  /// The pages that together show everything; empty where this one does.
  let parts: [Part]
  let site: SiteContext

  /// A page for some of a framework's areas.
  struct Part: Sendable {
    let path: String
    let title: String
    let group: ComparedGroup
  }

  /// More areas than this are divided by framework.
  static let mostOnOnePage = 60
  /// The most areas on a page for a part of a framework's.
  static let mostInPart = 48

  static let entrance = PageFrame.Crumb(title: "Comparison", path: "comparison/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let groups = GradedGroup.all(in: site.register, where: \.judges).compactMap(ComparedGroup.init)
    let isDivided = groups.map(\.areas.count).reduce(0, +) > mostOnOnePage
    let parts = isDivided ? groups.flatMap(parts(of:)) : []
    let overview = ComparisonPage(
      path: entrance.path, heading: nil, groups: isDivided ? [] : groups, parts: parts, site: site)
    let pages =
      [overview]
      + parts.map {
        ComparisonPage(path: $0.path, heading: $0.title, groups: [$0.group], parts: [], site: site)
      }
    return pages.map { page in
      PlannedPage(path: page.path, kind: .comparison) { view.record(of: page) }
    }
  }

  private static func parts(of group: ComparedGroup) -> [Part] {
    group.divided(into: mostInPart).enumerated().map { index, part in
      Part(
        path: "\(entrance.path)\(group.framework.id)/" + (index == 0 ? "" : "\(index + 1)/"),
        title: group.framework.title.value.plain + (index == 0 ? "" : ", part \(index + 1)"),
        group: part)
    }
  }

  static let view = View<ComparisonPage>(
    page: "ComparisonPage", "Areas compared aspect by aspect.",
    [
      .list(
        "groups", "The comparison within each scale, the newest scale first.", ComparedScale.view
      ) {
        page in page.groups.reversed().map { ComparedScale(group: $0, site: page.site) }
      },
      .flag("has-groups", "Whether the page compares areas itself.") { !$0.groups.isEmpty },
      .texts("mappings", "Published equivalences between scales on this page, with their source.") {
        $0.mappings
      },
      .flag("has-mappings", "Whether any equivalence is published.") { !$0.mappings.isEmpty },
      .list("subjects", "Aspects that several frameworks judge, side by side.", SharedSubject.view)
      {
        $0.subjects
      },
      .flag("has-subjects", "Whether several frameworks judge the same aspect.") {
        !$0.subjects.isEmpty
      },
      .list("parts", "The pages that together show everything.", RecordLink.view) { page in
        page.parts.map { part in
          RecordLink(
            title: part.title, link: page.site.addresses.link(part.path),
            note: NumberWords.count(part.group.areas.count, "area", "areas"))
        }
      },
      .flag("has-parts", "Whether the comparison is divided.") { !$0.parts.isEmpty },
      .address("timeline", "The timeline of overall grades.") {
        $0.site.addresses.link(TimelinePage.entrance.path)
      },
    ])

  var frame: PageFrame {
    PageFrame(
      title: heading.map { "Comparison: \($0)" } ?? "Comparison", kind: "Areas side by side",
      summary: "Grades stand side by side within one scale. Each has its own date.", path: path,
      breadcrumbs: [.home]
        + (heading == nil ? [] : [Self.entrance]), site: site)
  }

  private var mappings: [String] {
    groups.flatMap { one in
      groups.compactMap { other -> String? in
        guard
          let mapping = one.framework.mappings.first(where: { $0.to.value == other.framework.id })
        else { return nil }
        let pairs = mapping.grades.map {
          "\(ReportWords.grade($0.value.from, in: one.framework)) is "
            + ReportWords.grade($0.value.to, in: other.framework)
        }
        return "\(one.framework.title.value.plain) to \(other.framework.title.value.plain): "
          + "\(pairs.joined(separator: "; ")). \(mapping.source.plain)"
      }
    }
  }

  /// Aspects whose id several of the page's frameworks share.
  private var subjects: [SharedSubject] {
    var order: [AspectID] = []
    var holders: [AspectID: [ComparedGroup]] = [:]
    for group in groups {
      for aspect in group.judged {
        if holders[aspect] == nil { order.append(aspect) }
        holders[aspect, default: []].append(group)
      }
    }
    return order.compactMap { aspect in
      guard let groups = holders[aspect], groups.count > 1 else { return nil }
      return SharedSubject(aspect: aspect, groups: groups, site: site)
    }
  }
}

/// The latest judgements on each area under one framework.
struct ComparedGroup: Sendable {
  let framework: Framework
  /// The areas in the order of their first report.
  let areas: [Compared]

  /// An area with its latest judgements under the framework.
  struct Compared: Sendable {
    let area: AreaID
    /// The latest report that gives an overall grade; the latest of all where none does.
    let report: Report
    let grades: [AspectID: JudgementSeries.JudgementInReport]
  }

  private init(framework: Framework, areas: [Compared]) {
    self.framework = framework
    self.areas = areas
  }

  /// Nil where the framework is not known or no aspect is judged.
  ///
  /// Complexity: O(judgements).
  init?(_ group: GradedGroup) {
    guard let framework = group.framework else { return nil }
    var order: [AreaID] = []
    var latest: [AreaID: Report] = [:]
    var grades: [AreaID: [AspectID: JudgementSeries.JudgementInReport]] = [:]
    for report in group.reports {
      for area in report.areas.map(\.value) {
        if latest[area] == nil { order.append(area) }
        if report.overall != nil || latest[area]?.overall == nil { latest[area] = report }
        for judgement in report.judgements {
          guard case .aspects(let aspects) = judgement.subject else { continue }
          for aspect in aspects {
            grades[area, default: [:]][aspect.value] = .init(report: report, judgement: judgement)
          }
        }
      }
    }
    guard !order.isEmpty else { return nil }
    self.framework = framework
    areas = order.compactMap { area in
      latest[area].map { Compared(area: area, report: $0, grades: grades[area] ?? [:]) }
    }
  }

  /// Aspects that any of the areas has a judgement on, in the framework's order.
  var judged: [AspectID] {
    let found = areas.reduce(into: Set<AspectID>()) { $0.formUnion($1.grades.keys) }
    return framework.aspects.map(\.id.value).filter(found.contains)
  }

  func divided(into most: Int) -> [ComparedGroup] {
    stride(from: 0, to: areas.count, by: most).map { start in
      ComparedGroup(
        framework: framework, areas: Array(areas[start..<min(start + most, areas.count)]))
    }
  }
}
