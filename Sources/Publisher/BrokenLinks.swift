public import Diagnostics
import Foundation
import Inspections
import Site

extension Check {
  /// Links of the finished site that lead nowhere.
  public static let brokenLink = Check(
    "broken-link", .links, .error,
    summary: "Every link of the finished site leads to a page, an anchor or a file that it has.",
    explanation: """
      After all pages are rendered, every address within the site is held against what was \
      rendered: pages, anchors on them, assets and downloads. A link to a record is checked \
      before; this check finds what only the finished site can show, such as a link to a heading \
      that was reworded or an entry of the navigation that no page stands behind.

      Example: `[the method](../pages/about.md#how-we-work)` after the heading became "Our method".
      """)
}

/// Holds every link within the site against what was rendered.
///
/// Complexity: O(links + anchors).
func brokenLinks(in facts: [PageFacts], of plan: SitePlan) -> [Diagnostic] {
  var places = Set(plan.pages.map(\.path))
  places.formUnion(plan.files.map(\.path))
  places.formUnion(plan.downloads.map(\.name))
  let anchors = Set(facts.flatMap(\.anchors))
  var reported: Set<String> = []
  var written: Set<Span> = []
  var diagnostics: [Diagnostic] = []
  for page in facts {
    for link in page.links where !leads(link, to: places, anchors: anchors) {
      guard reported.insert(link).inserted else { continue }
      let label = place(of: link, on: page.path, plan)
      // A record may have more pages than one, such as the one to print.
      guard written.insert(label.span).inserted || label.span.range.isEmpty else { continue }
      diagnostics.append(
        .brokenLink(link, at: label, known: places, asset: asset(meantBy: link, in: plan)))
    }
  }
  return diagnostics
}

/// The asset that a link to its own name means, as templates name it: assets are published under
/// names with their hash.
private func asset(meantBy link: String, in plan: SitePlan) -> String? {
  guard let folder = link.range(of: "assets/", options: .backwards) else { return nil }
  let path = String(link[folder.upperBound...])
  let known = plan.context.assets
  let meant = known[path] == nil ? NearMiss.of(path, among: known.keys.sorted()) : path
  return meant.map { "assets.\(AssetsView.name(of: $0)).address" }
}

/// Where a link is written: in the record of its page, else only the page is known.
private func place(of link: String, on page: String, _ plan: SitePlan) -> Diagnostic.Label {
  let unknown = Diagnostic.Label(
    Span(startOf: SourceFile(path: "/" + page)), "linked from this page")
  let parts = page.split(separator: "/")
  guard parts.count >= 2, Inspections.Collection(rawValue: String(parts[0])) != nil,
    let hash = link.firstIndex(of: "#")
  else { return unknown }
  let file = SourceFile(path: "\(plan.content)/\(parts[0])/\(parts[1]).md")
  let anchor = Array(link[hash...].utf8)
  guard let bytes = shownSource(of: file, root: plan.root)?.bytes else { return unknown }
  for start in bytes.indices where bytes[start...].starts(with: anchor) {
    let end = start + anchor.count
    if end == bytes.count || bytes[end] == UInt8(ascii: ")") || bytes[end] <= 0x20 {
      return Diagnostic.Label(Span(file, start..<end), "written here")
    }
  }
  return unknown
}

private func leads(_ link: String, to places: Set<String>, anchors: Set<UInt64>) -> Bool {
  let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let path = String(parts[0].prefix { $0 != "?" })
  guard places.contains(path) else { return false }
  guard parts.count == 2, !parts[1].isEmpty else { return true }
  let anchor = decoded(parts[1])
  return anchors.contains(PageFacts.hash(path, anchor: anchor.utf8))
}

/// An anchor as it stands in an `id`: without percent escapes and character references.
private func decoded(_ anchor: Substring) -> String {
  String(anchor).removingEscapes
}

extension String {
  /// The text with `%41` turned into its bytes.
  fileprivate var removingEscapes: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func brokenLink(
    _ link: String, at place: Label, known: Set<String>, asset: String?
  ) -> Diagnostic {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0])
    guard !known.contains(path) else {
      return Diagnostic(
        .brokenLink, "'#\(parts.last ?? "")' is not an anchor of /\(path)", at: place,
        notes: ["an anchor is the heading's text in lower case, with '-' for its spaces"],
        help: "look at the heading that is meant, and write its anchor")
    }
    if let asset {
      return Diagnostic(
        .brokenLink, "'/\(link)' leads nowhere", at: place,
        notes: ["assets are published under names with a part of their hash"],
        help: "write '{{\(asset)}}' in the template")
    }
    let nearest = NearMiss.of(path, among: known.sorted())
    return Diagnostic(
      .brokenLink, "'/\(link)' leads nowhere", at: place,
      help: nearest.map { "did you mean '/\($0)'?" }
        ?? "mend the link where it is written, or add what it leads to")
  }
}
