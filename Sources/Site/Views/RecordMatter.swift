import HTML
import Inspections
import Templates

/// What the pages of plain records share: the remark, the body and where the facts come from.
struct RecordMatter: Sendable {
  let header: RecordHeader
  let scope: ReferenceScope
  let site: SiteContext

  static let view = View<RecordMatter>(
    "RecordMatter", "The remark on a record, its body and its sources.",
    [
      .html("note", "A remark on the facts; may be empty.") { matter in
        matter.header.note.map { matter.text($0) } ?? .empty
      },
      .html("body", "The body of the page; may be empty.") { matter in
        var filler = BodyFiller(site: matter.site, manner: .reading)
        return filler.html(matter.header.body, in: matter.scope)
      },
      .html("chart-patterns", "Patterns that charts in the body refer to; may be empty.") {
        $0.header.body.embeds(["chart", "indicator"]) ? Patterns.ofCharts : .empty
      },
      .html("timeline-patterns", "Patterns that a timeline in the body refers to; may be empty.") {
        $0.header.body.embeds(["timeline"]) ? Patterns.ofTimelines : .empty
      },
      ExtraFacts.list { ExtraFacts(header: $0.header, scope: $0.scope, site: $0.site) },
      .list("sources", "Where the facts come from.", sourceView) { matter in
        matter.header.sources.map { SourceModel(source: $0, matter: matter) }
      },
    ])

  func text(_ text: InlineText) -> HTMLFragment {
    var filler = BodyFiller(site: site, manner: .brief)
    return filler.html(text, in: scope)
  }

  private struct SourceModel: Sendable {
    let source: Source
    let matter: RecordMatter
  }

  private static let sourceView = View<SourceModel>(
    "RecordSource", "A document or page that facts come from.",
    [
      .html("title", "What it is called; may be empty.") { model in
        model.source.title.map { model.matter.text($0) } ?? .empty
      },
      .address("address", "Where it can be read, if anywhere.") { $0.source.address?.value },
      .text("trust", "How far its word is the inspectorate's own; may be empty.") {
        $0.source.trust.map(RecordWords.trust) ?? ""
      },
      .html("note", "A remark on it; may be empty.") { model in
        model.source.note.map { model.matter.text($0) } ?? .empty
      },
    ])
}
