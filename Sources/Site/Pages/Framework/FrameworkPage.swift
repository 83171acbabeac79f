import Diagnostics
import HTML
import Inspections
import Templates

extension PageKind {
  static let framework = PageKind(
    "framework", FrameworkPage.view, of: .frameworks, pages: FrameworkPage.planned)
}

/// One framework: its scales with what they mean, its aspects, words and rules, and the reports
/// made under it.
struct FrameworkPage: FramedPage, TextScope {
  let framework: Framework
  let frame: PageFrame

  static let view = View<FrameworkPage>(
    page: "FrameworkPage", "One framework.",
    [
      .record("inspectorate", "Whose framework it is; absent where not known.", RecordLink.view) {
        page in page.framework.inspectorate.value.value.map { page.frame.site.link($0) }
      },
      .text("life", "When it was in use, in words.") { LifeWords.words($0.framework.life) },
      .html("life-note", "How its beginning and end are known; may be empty.") {
        $0.notes(on: $0.framework.life)
      },
      .text("reference", "The inspectorate's number for it; may be empty.") {
        $0.framework.reference.known() ?? ""
      },
      .flag("reference-unknown", "Whether it is recorded that the number is not known.") {
        $0.framework.reference?.value == .unknown
      },
      .text("asks-for", "What its reports call recommendations.") {
        $0.framework.recommendationTerm.many
      },
      .address("figures", "The page of how they fare; absent where nothing was asked.") { page in
        page.site.figures(of: .framework(page.framework.id))
      },
      .text("report-count", "How many reports were made under it, in words; worked out.") {
        $0.reportCount
      },
      .text("called", "What it calls its reports, where it has a word of its own; may be empty.") {
        $0.framework.reportTerm?.many ?? ""
      },
      .text("visit", "What it calls a visit.") { $0.visitTerm.one },
      .text("visits", "What it calls its visits, where it has a word of its own; may be empty.") {
        $0.framework.visitTerm?.many ?? ""
      },
      .flag("gives-overall", "Whether its reports give an overall grade, or could.") {
        $0.framework.givesOverall
      },
      .flag("is-progress-ordered", "Whether the progress scale runs from best to worst.") {
        $0.framework.isProgressOrdered
      },
      .list("grades", "The scale of grades, best first.", ScaleStep.view) { $0.scale.steps },
      .list("mappings", "Published correspondences with other scales.", MappingModel.view) { page in
        page.framework.mappings.map { MappingModel(mapping: $0, page: page) }
      },
      .list(
        "mapped-from", "Frameworks with a published correspondence of their scale with this one.",
        RecordLink.view
      ) { page in
        let site = page.frame.site
        return site.register.frameworks.records.filter { other in
          other.mappings.contains { $0.to.value == page.framework.id }
        }.map { site.link($0.id) }
      },
      .list("progress", "The progress scale, best first.", ScaleStep.view) {
        $0.scale.progressSteps
      },
      .list(
        "priorities", "How urgent its recommendations can be, most urgent first.",
        PriorityModel.view
      ) { page in page.framework.priorities.map { PriorityModel(priority: $0, page: page) } },
      .texts("amounts", "What its reports put sums of money to.") {
        $0.framework.amountKinds.map(\.title)
      },
      .list("aspects", "What is judged, with its parts.", AspectTree.view) { page in
        AspectTree.roots(of: page.framework, in: page.frame.site)
      },
      .list("words", "Words with a meaning in figures.", wordView) { $0.framework.quantifiers },
      .list("rules", "Deadlines and other rules.", RuleModel.view) { page in
        page.framework.rules.map { RuleModel(rule: $0, page: page) }
      },
      .list("terms", "Glossary terms of this framework.", RecordLink.view) { $0.terms },
      .list("reports", "The latest reports made under it, latest first.", Entry.view) {
        $0.reports
      },
      .record(
        "all-reports", "The list of all made under it, where the page has but some.",
        RecordLink.view
      ) { $0.reportList.link(in: $0.site) },
      .record("matter", "The remark, the body and the sources.", RecordMatter.view) { $0.matter },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.register.frameworks.records.map { framework in
      let path = Addresses.path(of: .framework(framework.id, anchor: nil))
      return PlannedPage(
        path: path, kind: .framework, record: RecordKey(.frameworks, framework.id.name)
      ) {
        view.record(
          of: FrameworkPage(
            framework: framework,
            frame: PageFrame(
              title: framework.title.value.plain,
              kind: "Framework: the rules of a round of inspections", path: path,
              breadcrumbs: [.home, FrameworksPage.entrance],
              feed: AtomFeed.path(following: path), language: framework.titleLanguage, site: site)))
      }
    }
  }

  private static let wordView = View<Quantifier>(
    "QuantityWord", "A word for a share.",
    [
      .text("word", "The word.") { $0.word.value },
      .text("meaning", "Its meaning in per cent.") { word in
        let limits = [
          word.over.map { "over \($0.decimalDigits)%" },
          word.under.map { "under \($0.decimalDigits)%" },
        ]
        return limits.compactMap { $0 }.joined(separator: " and ")
      },
    ])
}

extension FrameworkPage {
  var site: SiteContext { frame.site }
  var scope: ReferenceScope { ReferenceScope(framework) }

  private var scale: Scale { Scale(framework: framework, site: frame.site) }

  private var matter: RecordMatter {
    RecordMatter(header: framework.header, scope: scope, site: frame.site)
  }

  private var reportList: ReportList { ReportList(subject: .framework(framework.id)) }

  private var reportIDs: [ReportID] {
    frame.site.register.links.reportsOfFramework[framework.id] ?? []
  }

  /// The reports under it that are there to say what became of others.
  private var visits: [Report] {
    reportIDs.compactMap { frame.site.register.reports[$0] }.filter { $0.kind.value == .monitoring }
  }

  private var visitTerm: PublicTerm {
    framework.visitTerm ?? ReportWords.visitTerm(of: visits, in: frame.site.register)
  }

  /// `six reports`; where the framework has words of its own, `one audit report and two letters`.
  private var reportCount: String {
    guard framework.reportTerm != nil || framework.visitTerm != nil else {
      return NumberWords.count(reportIDs.count, "report", "reports")
    }
    let term = framework.reportTerm
    let parts = [
      (reportIDs.count - visits.count, term?.one ?? "report", term?.many ?? "reports"),
      (visits.count, visitTerm.one, visitTerm.many),
    ].filter { $0.0 > 0 }.map { NumberWords.count($0.0, $0.1, $0.2) }
    return parts.isEmpty
      ? NumberWords.count(0, term?.one ?? "report", term?.many ?? "reports")
      : NumberWords.list(parts)
  }

  private var reports: [Entry] {
    reportList.latest(in: frame.site.register).map { Entry.report($0, in: frame.site) }
  }

  private var terms: [RecordLink] {
    frame.site.register.glossary.records.filter { $0.framework?.value == framework.id }.map {
      frame.site.link($0.key)
    }
  }
}

/// A rule with the page it is shown on.
private struct RuleModel: Sendable {
  let rule: Rule
  let page: FrameworkPage

  static let view = View<RuleModel>(
    "FrameworkRule", "A deadline or another rule.",
    [
      .text("name", "What it is about.") {
        NumberWords.capitalised(RecordWords.spaced($0.rule.name.value))
      },
      .html("value", "What it sets.") { model in
        switch model.rule.value.value {
        case .duration(let duration):
          var buffer = HTMLBuffer()
          buffer.text((model.rule.isApproximate ? "about " : "") + duration.description)
          return buffer.fragment()
        case .words(let words): return model.page.text(words)
        }
      },
      .text("status", "How far it binds.") { RecordWords.status($0.rule.status) },
      .html("note", "A remark on it; may be empty.") { $0.page.text($0.rule.note) },
    ])
}

/// A published correspondence of scales with the page it is shown on.
private struct MappingModel: Sendable {
  let mapping: ScaleMapping
  let page: FrameworkPage

  static let view = View<MappingModel>(
    "ScaleMapping", "A published correspondence with another scale.",
    [
      .record("to", "The other framework.", RecordLink.view) {
        $0.page.frame.site.link($0.mapping.to.value)
      },
      .html("source", "Who published it and where.") { $0.page.text($0.mapping.source) },
      .list("grades", "Which grade stands for which.", pairView) { model in
        let other = model.page.frame.site.register.frameworks[model.mapping.to.value]
        return model.mapping.grades.map { pair in
          Pair(
            from: GradeMark.html(
              .grade(pair.value.from), in: model.page.framework, isScaleNamed: true),
            to: GradeMark.html(.grade(pair.value.to), in: other, isScaleNamed: true))
        }
      },
    ])

  private struct Pair: Sendable {
    let from: HTMLFragment
    let to: HTMLFragment
  }

  private static let pairView = View<Pair>(
    "MappedGrade", "Two grades that a publication takes for one.",
    [
      .html("from", "This framework's grade.") { $0.from },
      .html("to", "The other framework's grade.") { $0.to },
    ])
}

/// How urgent a framework's recommendations can be, with the page it is shown on.
private struct PriorityModel: Sendable {
  let priority: Priority
  let page: FrameworkPage

  static let view = View<PriorityModel>(
    "Priority", "How urgent a framework's recommendations can be.",
    [
      .text("title", "The words in public.") { $0.priority.title },
      .html("meaning", "What it stands for; may be empty.") { $0.page.text($0.priority.meaning) },
    ])
}
