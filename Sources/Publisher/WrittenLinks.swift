import CommonMark
import Diagnostics
import Inspections
import Site

/// A link to an anchor, as its author wrote it.
struct WrittenLink {
  /// Its address in the file, or its words where the address stands elsewhere.
  let span: Span
  /// The anchor as typed, without its `#`.
  let anchor: String
}

/// Where links to anchors are written; each record is looked through once.
struct WrittenLinks {
  private let plan: SitePlan
  /// The first link of each record to each anchor, by the anchor without the escapes of an address.
  private var records: [RecordKey: [String: WrittenLink]] = [:]

  init(_ plan: SitePlan) {
    self.plan = plan
  }

  /// The link as it is written in the record of its page; nil where only the page is known.
  mutating func written(_ link: PageFacts.BrokenLink, on page: String) -> WrittenLink? {
    guard let record = Addresses.record(at: page), let anchor = link.anchor else { return nil }
    if records[record] == nil { records[record] = links(of: record) }
    return records[record]?[Self.withoutEscapes(anchor)]
  }

  private func links(of record: RecordKey) -> [String: WrittenLink] {
    guard let body = plan.context.register.header(of: record)?.body else { return [:] }
    let links = (body.anchorLinks + body.references).compactMap { reference in
      reference.target.firstIndex(of: "#").map { hash in
        WrittenLink(
          span: reference.span, anchor: String(reference.target[hash...].dropFirst()))
      }
    }
    return Dictionary(links.map { (Self.withoutEscapes($0.anchor), $0) }) { first, _ in first }
  }

  private static func withoutEscapes(_ anchor: String) -> String {
    Addresses.decoded(anchor[...]) ?? anchor
  }
}
