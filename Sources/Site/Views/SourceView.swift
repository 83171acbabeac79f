import HTML
import Inspections
import Templates

/// A document or page that a record's facts come from.
struct SourceEntry: TextScope, Sendable {
  let source: Source
  let scope: ReferenceScope
  let site: SiteContext

  static let view = View<SourceEntry>(
    "Source", "A document or page that facts come from.",
    [
      .html("title", "What it is called; may be empty.") { $0.text($0.source.title) },
      .address("address", "Where it can be read, if anywhere.") { $0.source.address?.value },
      .text("trust", "How far its word is the inspectorate's own; may be empty.") {
        $0.source.trust.map(RecordWords.trust) ?? ""
      },
      .html("note", "A remark on it; may be empty.") { $0.text($0.source.note) },
    ])
}
