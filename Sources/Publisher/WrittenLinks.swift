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
  /// A place of the site as links are compared, without the escapes of an address.
  private struct Place: Hashable {
    /// From the root of the site; nil for the page on which the link stands.
    let path: String?
    let anchor: String
  }

  private let plan: SitePlan
  /// The links of each record by the place that they lead to, in the order in which they are written.
  private var records: [RecordKey: [Place: [WrittenLink]]] = [:]

  init(_ plan: SitePlan) {
    self.plan = plan
  }

  /// The links to a place as they are written in the record of a page; none where only the page is known.
  mutating func written(_ link: PageFacts.BrokenLink, on page: String) -> [WrittenLink] {
    guard let record = Addresses.record(at: page), let anchor = link.anchor else { return [] }
    if records[record] == nil { records[record] = links(of: record) }
    let place = Self.withoutEscapes(anchor)
    let own = link.path == page ? records[record]?[Place(path: nil, anchor: place)] : nil
    return (own ?? []) + (records[record]?[Place(path: link.path, anchor: place)] ?? [])
  }

  private func links(of record: RecordKey) -> [Place: [WrittenLink]] {
    let register = plan.context.register
    guard let header = register.header(of: record) else { return [:] }
    let scope = ReferenceScope(record, in: register)
    var links: [Place: [WrittenLink]] = [:]
    for link in header.body.anchorLinks { add(link, to: nil, &links) }
    let others = header.texts.flatMap(\.text.rendered.references) + header.body.references
    for link in others where link.target.utf8.contains(UInt8(ascii: "#")) {
      guard case .resolved(.link(let target)) = resolve(link, in: scope, register: register) else {
        continue
      }
      let place = plan.context.addresses.place(of: target).prefix { $0 != "#" }
      add(link, to: Addresses.decoded(place) ?? String(place), &links)
    }
    return links
  }

  private func add(_ link: Reference, to path: String?, _ links: inout [Place: [WrittenLink]]) {
    guard let hash = link.target.firstIndex(of: "#") else { return }
    let anchor = String(link.target[link.target.index(after: hash)...])
    links[Place(path: path, anchor: Self.withoutEscapes(anchor)), default: []].append(
      WrittenLink(span: link.span, anchor: anchor))
  }

  private static func withoutEscapes(_ anchor: String) -> String {
    Addresses.decoded(anchor[...]) ?? anchor
  }
}
