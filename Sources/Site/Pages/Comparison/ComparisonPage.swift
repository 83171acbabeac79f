import HTML
import Inspections
import Templates

extension PageKind {
  static let comparison = PageKind(
    "comparison", ComparisonPage.view, at: ComparisonPage.entrance,
    filled: { register in
      register.links.originals.contains { !$0.judgements.isEmpty && !$0.areas.isEmpty }
    }, pages: ComparisonPage.planned)
}

/// Areas compared aspect by aspect: side by side within one scale, and across scales only with the
/// scale beside each grade.
///
/// A register with many areas has pages for each framework, and within it by the names of areas.
struct ComparisonPage: FramedPage {
  let shown: ListPage<ComparedRow>
  let site: SiteContext

  static let entrance = PageFrame.Crumb(title: "Comparison", path: "comparison/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let groups = ComparedGroup.all(in: site.register)
    let rows = groups.flatMap { group in
      group.areas.map { compared in
        ComparedRow(
          framework: group.framework, compared: compared,
          name: AreaWords.name(compared.area, in: site.register))
      }
    }
    let division = ListDivision<ComparedRow>(
      by: [.framework { $0.framework }], named: .names({ $0.name }, needsPart: true),
      bytes: { 600 + 480 * $0.compared.grades.count },
      // One page of all shows each aspect across scales too.
      ofWhole: { 600 + (groups.count > 1 ? 1_200 : 480) * $0.compared.grades.count })
    return division.pages(of: rows, at: entrance.path).map { shown in
      PlannedPage(path: shown.place.path, kind: .comparison) {
        view.record(of: ComparisonPage(shown: shown, site: site))
      }
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
      .flag("has-several-groups", "Whether there is more than one scale to choose from.") {
        $0.groups.count > 1
      },
      .texts("mappings", "Published equivalences between scales on this page, with their source.") {
        $0.mappings
      },
      .list("subjects", "Aspects that several frameworks judge, side by side.", SharedSubject.view)
      {
        $0.subjects
      },
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "area", many: "areas"), in: $0.site)
      },
      .flag("gives-overall", "Whether reports of the register give overall grades, or could.") {
        $0.site.register.givesOverall
      },
      .address("timeline", "The timeline of overall grades.") {
        $0.site.addresses.link(TimelinePage.entrance.path)
      },
    ])

  var frame: PageFrame {
    shown.frame(
      at: Self.entrance, kind: "Areas side by side",
      summary: "Grades stand side by side within one scale. Each has its own date.", in: site)
  }

  /// The areas under each framework, the oldest framework first.
  private var groups: [ComparedGroup] {
    var groups: [ComparedGroup] = []
    var rest = shown.rows
    while let first = rest.first {
      let own = rest.prefix { $0.framework.id == first.framework.id }
      groups.append(ComparedGroup(framework: first.framework, areas: own.map(\.compared)))
      rest = rest.dropFirst(own.count)
    }
    return groups
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

  /// Aspects that several of the page's frameworks name alike, capitals aside; one id may stand for
  /// different things in two frameworks.
  private var subjects: [SharedSubject] {
    var order: [String] = []
    var holders: [String: [SharedSubject.Holder]] = [:]
    for group in groups {
      for aspect in group.judged {
        let listed = group.listed(aspect, in: site.register)
        let name = (listed?.aspect.title ?? aspect.name).lowercased()
        if holders[name] == nil { order.append(name) }
        holders[name, default: []].append(.init(aspect: aspect, listed: listed, group: group))
      }
    }
    return order.compactMap { name in
      guard let holders = holders[name],
        Set(holders.map(\.group.framework.id)).count > 1
      else { return nil }
      return SharedSubject(holders: holders, site: site)
    }
  }
}

/// An area in the comparison within one scale.
struct ComparedRow: Sendable {
  let framework: Framework
  let compared: ComparedGroup.Compared
  /// What the area is called.
  let name: String
}

/// The latest judgements on each area under one framework.
struct ComparedGroup: Sendable {
  let framework: Framework
  /// The areas by name.
  let areas: [Compared]

  /// An area with its latest judgements under the framework.
  struct Compared: Sendable {
    let area: AreaID
    /// The latest report that gives an overall grade; the latest of all where none does.
    let report: Report
    /// The judgements of the last report on each aspect; several where each has a label of its own.
    let grades: [AspectID: [JudgementInReport]]
  }

  /// The areas under each framework on whose scale something is judged, that of the earliest report
  /// first; a partner's judgements stand with its own framework.
  ///
  /// Complexity: O(judgements).
  static func all(in register: Register) -> [ComparedGroup] {
    var order: [FrameworkID] = []
    var drafts: [FrameworkID: Draft] = [:]
    for report in register.links.reportsByDate where report.judges && !report.areas.isEmpty {
      let found = report.judgements.map { JudgementInReport($0, in: report, of: register) }
      let own = register.framework(of: report)
      let frameworks = [own].compactMap(\.self) + found.compactMap(\.framework)
      for framework in frameworks where drafts[framework.id] == nil {
        order.append(framework.id)
        drafts[framework.id] = Draft()
      }
      if let own { drafts[own.id]?.add(report) }
      for one in found {
        if let framework = one.framework { drafts[framework.id]?.add(one) }
      }
    }
    return order.compactMap { id in
      guard let framework = register.frameworks[id], let draft = drafts[id] else { return nil }
      let named = draft.latest.map { area, report in
        (
          name: FirstLetter.sortingKey(AreaWords.name(area, in: register)),
          compared: Compared(area: area, report: report, grades: draft.grades[area] ?? [:])
        )
      }
      return ComparedGroup(
        framework: framework,
        areas: named.sorted { ($0.name, $0.compared.area) < ($1.name, $1.compared.area) }
          .map(\.compared))
    }
  }

  /// What is known of a framework's areas while the reports are gone through.
  private struct Draft {
    var latest: [AreaID: Report] = [:]
    var grades: [AreaID: [AspectID: [JudgementInReport]]] = [:]

    mutating func add(_ report: Report) {
      for area in report.areas.map(\.value)
      where report.overall != nil || latest[area]?.overall == nil {
        latest[area] = report
      }
    }

    mutating func add(_ found: JudgementInReport) {
      guard case .aspects(let aspects) = found.judgement.subject else { return }
      for area in found.report.areas.map(\.value) where found.judgement.isOf(area) {
        if latest[area] == nil { latest[area] = found.report }
        for aspect in aspects {
          put(found, in: &grades[area, default: [:]][aspect.value, default: []])
        }
      }
    }
  }

  /// Those of a later report take the place of an earlier one's.
  private static func put(_ found: JudgementInReport, in judgements: inout [JudgementInReport]) {
    if let first = judgements.first, first.report !== found.report { judgements.removeAll() }
    judgements.append(found)
  }

  /// Aspects that any of the areas has a judgement on, in the framework's order.
  var judged: [AspectID] {
    let found = areas.reduce(into: Set<AspectID>()) { $0.formUnion($1.grades.keys) }
    let own = framework.aspectsInOrder.map(\.id.value)
    // A partner may judge an aspect of the framework that the report was made under.
    return own.filter(found.contains) + found.subtracting(own).sorted()
  }

  /// An aspect of the areas' judgements in the framework that lists it; nil where none does.
  func listed(
    _ aspect: AspectID, in register: Register
  ) -> (framework: Framework, aspect: Aspect)? {
    areas.lazy.compactMap { $0.grades[aspect]?.first }.first.flatMap {
      register.aspect(aspect, of: $0.judgement, in: $0.report)
    }
  }

  /// The same in groups of at most `most` areas.
  func divided(into most: Int) -> [ComparedGroup] {
    stride(from: 0, to: areas.count, by: most).map { start in
      ComparedGroup(
        framework: framework, areas: Array(areas[start..<min(start + most, areas.count)]))
    }
  }
}
