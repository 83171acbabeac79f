import CommonMark
import Diagnostics
import Foundation
import Inspections
import Site

/// A link to an anchor, as its author wrote it.
struct WrittenLink {
  /// Its address in the file, or its words where the address stands elsewhere.
  let span: Span
  /// The anchor as typed, without its `#`.
  let anchor: String
}

extension SitePlan {
  /// The first link of a record's body that leads to an anchor; `anchor` is what pages have of it,
  /// with the escapes of an attribute and of an address.
  ///
  /// Complexity: O(links of the record).
  func writtenLink(
    to anchor: some StringProtocol, in collection: Inspections.Collection, _ id: String
  ) -> WrittenLink? {
    let meant = Self.withoutEscapes(anchor)
    guard let body = context.register.body(of: collection, id) else { return nil }
    for reference in body.anchorLinks + body.references {
      guard let hash = reference.target.firstIndex(of: "#") else { continue }
      let typed = String(reference.target[hash...].dropFirst())
      if Self.withoutEscapes(typed) == meant {
        return WrittenLink(span: reference.span, anchor: typed)
      }
    }
    return nil
  }

  private static func withoutEscapes(_ anchor: some StringProtocol) -> String {
    let text = anchor.replacingOccurrences(of: "&#x27;", with: "'")
      .replacingOccurrences(of: "&quot;", with: "\"")
      .replacingOccurrences(of: "&amp;", with: "&")
    return text.removingPercentEncoding ?? text
  }
}

extension Register {
  fileprivate func body(of collection: Inspections.Collection, _ id: String) -> RenderedBody? {
    switch collection {
    case .organisations: organisations[ID(id)]?.header.body
    case .frameworks: frameworks[ID(id)]?.header.body
    case .areas: areas[ID(id)]?.header.body
    case .reports: reports[ID(id)]?.header.body
    case .responses: responses[ID(id)]?.header.body
    case .coverage: coverage[ID(id)]?.header.body
    case .glossary: glossary[ID(id)]?.header.body
    case .pages: pages[ID(id)]?.header.body
    }
  }
}
