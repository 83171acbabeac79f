import Diagnostics
import HTML
import Inspections
import Templates

extension PageKind {
  static let response = PageKind(
    "response", ResponsePage.view, of: .responses, pages: ResponsePage.planned)
}

/// What an inspected body answered to a report.
struct ResponsePage: FramedPage {
  let frame: PageFrame
  let response: Response
  let report: Report?
  let site: SiteContext

  static let view = View<ResponsePage>(
    page: "ResponsePage", "What an inspected body answered to a report.",
    [
      .record("search", "What the search index is told of the page.", SearchFacts.view) {
        SearchFacts(of: $0.response, to: $0.report, in: $0.site.register)
      },
      .record("summary", "The answer in short.", ResponseSummary.view) {
        ResponseSummary(response: $0.response, report: $0.report, site: $0.site)
      },
      .record("report", "The report that is answered.", RecordLink.view) {
        $0.site.link($0.response.report.value)
      },
      .record("matter", "The remark, the body and the sources.", RecordMatter.view) { page in
        RecordMatter(
          header: page.response.header,
          scope: ReferenceScope(page.response, in: page.site.register), site: page.site)
      },
      .list("items", "The answer to each recommendation.", ResponseItem.view) { page in
        var seen: Set<PrintedNumber> = []
        return page.response.items.map { item in
          ResponseItem(
            item: item, isFirst: seen.insert(item.recommendation.value).inserted, page: page)
        }
      },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.register.responses.records.map { response in
      let path = Addresses.path(of: .response(response.id, anchor: nil))
      return PlannedPage(
        path: path, kind: .response, record: RecordKey(.responses, response.id.name)
      ) {
        let report = site.register.reports[response.report.value]
        var crumbs = [PageFrame.Crumb.home]
        if let report {
          crumbs.append(ReportsPage.entrance)
          crumbs.append(.record(report))
        }
        return view.record(
          of: ResponsePage(
            frame: PageFrame(
              title: response.title.value.plain,
              kind: ResponseWords.kind(response, in: site.register), path: path,
              breadcrumbs: crumbs, data: SchemaOrg.response(response, site: site),
              language: response.titleLanguage, site: site),
            response: response, report: report, site: site))
      }
    }
  }
}

/// The answer to one recommendation.
struct ResponseItem: TextScope, Sendable {
  let item: Response.Item
  /// Whether no item before it is about the same recommendation.
  let isFirst: Bool
  let page: ResponsePage

  static let view = View<ResponseItem>(
    "ResponseItem", "The answer to one recommendation.",
    [
      .text("number", "The recommendation's number.") { $0.item.recommendation.value.description },
      .text("marker", "The number as it stands before the wording: `3.`, `R-20-1`.") {
        $0.item.recommendation.value.marker
      },
      .text("anchor", "The id of its place on the page; empty for a second answer to the same.") {
        $0.isFirst ? "item-\($0.item.recommendation.value)" : ""
      },
      .text("name", "What the recommendation is called.") { item in
        RecommendationWords.name(
          item.item.recommendation.value,
          in: item.page.report.flatMap { item.page.site.register.framework(of: $0) })
      },
      .text("wording", "The recommendation's wording without markup; may be empty.") {
        $0.recommendation?.text.value.plain ?? ""
      },
      .text("language", "The language of the wording, where it is not the site's; may be empty.") {
        $0.recommendation == nil ? "" : $0.page.report?.language?.value ?? ""
      },
      .address("link", "The recommendation's page, where the register has it.") { item in
        item.recommendation.map {
          item.page.site.addresses.link(
            .recommendation(item.page.response.report.value, $0.number.value))
        }
      },
      .text("author", "Who answers.") {
        $0.page.site.link($0.page.response.organisation.value).title
      },
      .text("author-language", "The language of that name, where it is not the site's.") {
        $0.page.site.link($0.page.response.organisation.value).language
      },
      .text("stance", "Whether it is accepted, in words.") { StanceWords.words($0.item.stance) },
      .text("due", "By when, as the body says; may be empty.") { item in
        item.item.due.map { $0.value.value.map(DateWords.words(_:)) ?? "a date not known" } ?? ""
      },
      .list("actions", "What the body will do.", actionView) { item in
        item.item.actions.map { item.html($0) }
      },
      .html("target", "What it means to reach; may be empty.") { $0.html($0.item.target) },
      .html("note", "A remark; may be empty.") { $0.text($0.item.note) },
    ])

  private static let actionView = View<HTMLFragment>(
    "ResponseAction", "Something that a body will do.", [.html("text", "What.") { $0 }])

  private var recommendation: Recommendation? {
    page.report?.recommendations.first { $0.number.value == item.recommendation.value }
  }

  var site: SiteContext { page.site }
  var scope: ReferenceScope { ReferenceScope(page.response, in: page.site.register) }
}
