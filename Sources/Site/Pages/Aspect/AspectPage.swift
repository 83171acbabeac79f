import HTML
import Inspections
import Templates

extension PageKind {
  static let aspect = PageKind(
    "aspect", AspectPage.view, pages: AspectPage.planned)
}

/// One aspect of a framework: every judgement on it, and what was asked for because of it.
///
/// An aspect with more judgements than one page can hold has a page for each year; its first page
/// then shows the latest.
struct AspectPage: FramedPage {
  let framework: Framework
  let aspect: Aspect
  let judgements: ArraySlice<AspectJudgement>
  let recommendations: [RecommendationHistory]
  let years: [AspectYear]
  let total: Int
  let frame: PageFrame

  /// How many judgements, and how many recommendations, a page shows.
  static let limit = 300

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
        page.frame.site.html(page.aspect.note, in: ReferenceScope(page.framework))
      },
      .text("count", "How many judgements are held, in words; worked out.") {
        NumberWords.count($0.total, "judgement", "judgements")
      },
      .list("judgements", "The judgements, latest first.", JudgementRow.view) { page in
        page.judgements.map { page.row(of: $0) }
      },
      .list("years", "Pages by year, where there are too many judgements for one.", yearView) {
        page in page.years.map { YearModel(year: $0, page: page) }
      },
      .list("recommendations", "What was asked for, latest first.", Entry.view) { page in
        page.recommendations.prefix(limit).map { page.entry(of: $0) }
      },
      .number("recommendations-left-out", "How many the list leaves out; absent where none.") {
        $0.recommendations.count > limit ? $0.recommendations.count - limit : nil
      },
    ])

  private struct YearModel: Sendable {
    let year: AspectYear
    let page: AspectPage
  }

  private static let yearView = View<YearModel>(
    "AspectYear", "A year's judgements on an aspect.",
    [
      .text("title", "The year, or that it is not known.") { $0.year.title },
      .address("link", "The year's page.") { model in
        model.page.frame.site.addresses.link(
          Addresses.path(of: .aspect(model.page.framework.id, model.page.aspect.id.value))
            + "\(model.year.name)/")
      },
      .number("count", "How many judgements it has.") { $0.year.judgements.count },
    ])
}

extension AspectPage {
  private func relatives(_ isRelative: (Aspect) -> Bool) -> [RecordLink] {
    framework.aspects.filter(isRelative).map { frame.site.link($0, of: framework) }
  }

  private func row(of found: AspectJudgement) -> JudgementRow {
    JudgementRow(
      report: found.report, judgement: found.judgement, aspect: aspect.id.value,
      framework: framework, site: frame.site)
  }

  private func entry(of history: RecommendationHistory) -> Entry {
    let site = frame.site
    let (report, recommendation) = (history.report, history.recommendation)
    let number = recommendation.number.value
    var entry = Entry(
      title: "\(number). \(recommendation.text.value.plain)",
      link: site.addresses.link(.recommendation(report.id, number)))
    entry.date = ReportWords.time(of: report)
    entry.about = NumberWords.list(report.areas.map { site.link($0.value).title })
    entry.mark = StatusMark.html(of: history)
    let due = history.due.map { "due \(DateWords.limit($0.date)); " } ?? ""
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
          index[framework.id, aspect.id.value], site: site)
      }
    }
  }

  private static func pages(
    of aspect: Aspect, in framework: Framework, _ found: AspectIndex.Found, site: SiteContext
  ) -> [PlannedPage] {
    let path = Addresses.path(of: .aspect(framework.id, aspect.id.value))
    let isSplit = found.judgements.count > limit
    let years = isSplit ? AspectYear.years(of: found.judgements) : []
    let crumbs: [PageFrame.Crumb] = [
      .home, FrameworksPage.entrance,
      .record(framework),
    ]
    func page(
      _ path: String, _ title: String, _ judgements: ArraySlice<AspectJudgement>,
      _ crumbs: [PageFrame.Crumb],
      asked: [RecommendationHistory], years: [AspectYear]
    ) -> PlannedPage {
      PlannedPage(path: path, kind: .aspect) {
        view.record(
          of: AspectPage(
            framework: framework, aspect: aspect, judgements: judgements, recommendations: asked,
            years: years, total: found.judgements.count,
            frame: PageFrame(
              title: title, kind: "Aspect of \(framework.title.value.plain)", path: path,
              breadcrumbs: crumbs,
              feed: AtomFeed.path(
                following: Addresses.path(of: .framework(framework.id, anchor: nil))),
              language: framework.language?.value ?? "", site: site)))
      }
    }
    let first = page(
      path, aspect.title, found.judgements.prefix(limit), crumbs,
      asked: found.recommendations, years: years)
    let above = crumbs + [.init(title: aspect.title, path: path)]
    return [first]
      + years.map { year in
        page(
          "\(path)\(year.name)/", "\(aspect.title), \(year.title)", year.judgements, above,
          asked: [], years: [])
      }
  }
}
