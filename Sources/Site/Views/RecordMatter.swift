import HTML
import Inspections
import Templates

/// What the pages of plain records share: the remark, the body and where the facts come from.
struct RecordMatter: TextScope, Sendable {
  let header: RecordHeader
  let scope: ReferenceScope
  let site: SiteContext

  static let view = View<RecordMatter>(
    "RecordMatter", "The remark on a record, its body and its sources.",
    [
      .html("note", "A remark on the facts; may be empty.") {
        $0.text($0.header.note)
      },
      .text("language", "The language of the body, where it is not the site's; may be empty.") {
        $0.header.language?.value ?? ""
      },
      .html("body", "The body of the page; may be empty.") { matter in
        var filler = BodyFiller(site: matter.site, manner: .reading)
        return filler.html(matter.header.body, in: matter.scope)
      },
      .html("chart-patterns", "Patterns that charts in the body refer to; may be empty.") {
        $0.header.body.embeds(["chart", "indicator"]) ? Patterns.ofCharts : .empty
      },
      .html("timeline-patterns", "Patterns that a timeline in the body refers to; may be empty.") {
        $0.header.body.embeds(["timeline"]) ? $0.site.timelinePatterns : .empty
      },
      ExtraFacts.list { ExtraFacts(scope: $0.scope, site: $0.site) },
      .list("sources", "Where the facts come from.", SourceEntry.view) { matter in
        matter.header.sources.map {
          SourceEntry(source: $0, scope: matter.scope, site: matter.site)
        }
      },
    ])
}
