import Diagnostics
import HTML
import Inspections
import Templates

extension PageKind {
  static let aspect = PageKind(
    "aspect", AspectPage.view, below: .frameworks, pages: AspectPage.planned)
}

/// One aspect of a framework: every judgement on it, and what was asked for because of it.
///
/// An aspect with more than one page can hold has a page for each year; its first page then shows the
/// latest.
struct AspectPage: FramedPage {
  let framework: Framework
  let aspect: Aspect
  let shown: ListPage<AspectRow>
  /// How many judgements the register holds on it.
  let total: Int
  /// How much the register holds that was asked because of it.
  let asked: Int
  let frame: PageFrame

  static let view = View<AspectPage>(
    page: "AspectPage", "One aspect of a framework.",
    [
      .record("framework", "The framework.", RecordLink.view) {
        $0.frame.site.link($0.framework.id)
      },
      .record("parent", "The aspect it is part of; absent at the top.", RecordLink.view) { page in
        page.relatives { $0.id.value == page.aspect.parent?.value }.first
      },
      .list("parts", "The aspects that are part of it.", RecordLink.view) { page in
        page.relatives { $0.parent?.value == page.aspect.id.value }
      },
      .text("also-known-as", "Other names it goes by; may be empty.") {
        NumberWords.list($0.aspect.alsoKnownAs)
      },
      .html("note", "A remark on it; may be empty.") { page in
        page.frame.site.text(page.aspect.note, in: ReferenceScope(page.framework))
      },
      .text("count", "How many judgements are held and how much was asked, in words; worked out.") {
        $0.count
      },
      .record("list", "Where the page stands in the list of what was found.", ListView.view) {
        $0.shown.navigation(counting: (one: "entry", many: "entries"), in: $0.frame.site)
      },
      .list("judgements", "The judgements, latest first.", JudgementRow.view) { page in
        page.shown.rows.flatMap { found in
          found.judgements.map { page.row(of: $0, in: found.report) }
        }
      },
      .list("recommendations", "What was asked for, latest first.", Entry.view) { page in
        page.shown.rows.flatMap(\.recommendations).map { page.entry(of: $0) }
      },
    ])
}

extension AspectPage {
  private var count: String {
    let judgements = NumberWords.count(total, "judgement", "judgements")
    return asked == 0
      ? judgements : "\(judgements); \(RecommendationWords.count(asked, in: framework))"
  }

  private func relatives(_ isRelative: (Aspect) -> Bool) -> [RecordLink] {
    framework.aspects.filter(isRelative).map { frame.site.link($0, of: framework) }
  }

  private func row(of judgement: Judgement, in report: Report) -> JudgementRow {
    JudgementRow(
      report: report, judgement: judgement, aspect: aspect.id.value,
      framework: framework, site: frame.site)
  }

  private func entry(of history: RecommendationHistory) -> Entry {
    let site = frame.site
    let (report, recommendation) = (history.report, history.recommendation)
    let number = recommendation.number.value
    var entry = Entry(
      title: "\(number.marker) \(recommendation.text.value.plain)",
      link: site.addresses.link(.recommendation(report.id, number)))
    entry.date = ReportWords.time(of: report)
    entry.about = NumberWords.list(
      report.areas.map { AreaWords.name($0.value, in: site.register) })
    entry.mark = StatusMark.html(of: history)
    let due = history.due.map { "due \(DateWords.limit($0.date)); " } ?? ""
    entry.language = report.language?.value ?? ""
    entry.note = due + StatusWords.reason(history, in: site.register)
    return entry
  }
}

extension AspectPage {
  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let index = AspectIndex(site)
    return site.register.frameworks.records.flatMap { framework in
      framework.aspects.flatMap { aspect in
        pages(
          of: aspect, in: framework,
          index[framework, aspect.id.value], site: site)
      }
    }
  }

  private static let division = ListDivision<AspectRow>(
    by: [.year { $0.report.date }, .month { $0.report.date }], named: .days { $0.report.date },
    items: { max(1, $0.judgements.count + $0.recommendations.count) },
    bytes: { row in
      row.judgements.count * (1000 + 100 * min(row.report.areas.count, ReportRow.mostAreas))
        + row.recommendations.reduce(0) { $0 + 600 + $1.recommendation.text.value.plain.utf8.count }
    })

  private static func pages(
    of aspect: Aspect, in framework: Framework, _ found: [AspectRow], site: SiteContext
  ) -> [PlannedPage] {
    let path = Addresses.path(of: .aspect(framework.id, aspect.id.value))
    let total = found.reduce(0) { $0 + $1.judgements.count }
    let asked = found.reduce(0) { $0 + $1.recommendations.count }
    let entrance = PageFrame.Crumb(title: aspect.title, path: path)
    return division.pages(of: found, at: path, leading: ListBounds.leading).map { shown in
      PlannedPage(path: shown.place.path, kind: .aspect) {
        view.record(
          of: AspectPage(
            framework: framework, aspect: aspect, shown: shown, total: total, asked: asked,
            frame: shown.frame(
              at: entrance, kind: "Aspect of \(framework.title.value.plain)",
              below: [.home, FrameworksPage.entrance, .record(framework)],
              feed: AtomFeed.path(
                following: Addresses.path(of: .framework(framework.id, anchor: nil))),
              language: framework.language?.value ?? "", in: site)))
      }
    }
  }
}
