import CommonMark
public import Diagnostics
import Inspections
import Site

extension Check {
  /// Addresses that readers had and would lose.
  public static let lostAddress = Check(
    "lost-address", .links, .error,
    summary: "Every address that was public stays, leads on, or was withdrawn.",
    explanation: """
      People cite reports, paragraphs and recommendations. Where a build is told what was public before, \
      by `previous:` in `site.yml` or `--previous`, each page, each download, and each paragraph, \
      heading, note and conclusion that can be cited is looked for in the new site. What has \
      gone must lead on through `aliases:` of the record that takes its place, or be withdrawn with \
      `status: withdrawn`, which keeps its page. Pages, tables and feeds that follow from the register and are \
      no record's own, such as the list of what is open once nothing is, are noticed and no more. A heading \
      has its address from its words: one that is put otherwise keeps them, or the loss is waived in its file, \
      without a place.

      Example: `reports/coast-2009.md` becomes `reports/north-coast-2009.md` without \
      `aliases: [/reports/coast-2009/]`.
      """)
}

/// What of a former publication a new site no longer has.
///
/// Complexity: O(n) in the files and ids of both.
func lostAddresses(
  of previous: PublishedSite, in plan: SitePlan, _ facts: [PageFacts], records: [PublishedRecord]
) -> [Diagnostic] {
  let kept = KeptAddresses(plan, facts, records: records)
  var lost: [String: LostOfRecord] = [:]
  var others: [Diagnostic] = []
  for file in previous.files {
    let owner = file.records.first ?? ""
    let isWithdrawn = kept.isWithdrawn(owner)
    switch file.kind {
    case .asset, .search: continue
    case .record, .moved, .download, .page, .data, .feed:
      guard kept.has(file.path) else {
        if isWithdrawn { continue }
        let isPromised = file.kind == .record || file.kind == .moved || file.kind == .download
        if isPromised, owner.isEmpty {
          others.append(.lostAddress(file.address, isPromised: true))
        } else if isPromised {
          lost[owner, default: LostOfRecord()].addresses.append(file.address)
        } else if kept.hasRecord(owner) || owner.isEmpty {
          others.append(.lostAddress(file.address, isPromised: false))
        }
        continue
      }
      guard !isWithdrawn else { continue }
      let ids = file.ids.filter { !kept.has($0, on: file.place) }
      if !ids.isEmpty {
        lost[owner, default: LostOfRecord()].anchors += ids.map { "\(file.address)#\($0)" }
      }
    }
  }
  let found = lost.sorted { $0.key.precedesByBytes($1.key) }.map { name, lost in
    kept.diagnostic(of: lost, of: name, formerly: previous)
  }
  return laterFindings(found + others, of: plan.context.register)
}

/// What a record had and has no more.
private struct LostOfRecord {
  var addresses: [String] = []
  var anchors: [String] = []
}

/// The addresses of a new site.
private struct KeptAddresses {
  private let paths: Set<String>
  private let anchors: Set<UInt64>
  private let register: Register
  private let content: String
  private let records: [PublishedRecord]
  /// Where former addresses lead, by their places.
  private let ways: [String: String]

  init(_ plan: SitePlan, _ facts: [PageFacts], records: [PublishedRecord]) {
    paths = Set(plan.paths)
    anchors = Set(facts.flatMap(\.anchors))
    register = plan.context.register
    content = plan.content
    self.records = records
    ways = plan.context.aliasWays
  }

  func has(_ path: String) -> Bool { paths.contains(path) }

  /// Whether an anchor is on a page, or on the page that the place leads to now.
  func has(_ anchor: String, on place: String) -> Bool {
    let page = ways[place] ?? place
    if anchors.contains(LinkHash(page).anchored(Array(anchor.utf8)[...]).value) { return true }
    // Terms and press accounts move from page to page as a list is divided, and links follow them.
    guard let collection = Collection(listedAt: place) else { return false }
    return register.header(of: RecordKey(collection, anchor)) != nil
  }

  func hasRecord(_ name: String) -> Bool {
    RecordKey(named: name).flatMap(register.header(of:)) != nil
  }

  func isWithdrawn(_ name: String) -> Bool {
    guard let key = RecordKey(named: name), key.collection == .reports else { return false }
    return register.reports[ReportID(key.id)]?.status == .withdrawn
  }

  func diagnostic(
    of lost: LostOfRecord, of name: String, formerly previous: PublishedSite
  ) -> Diagnostic {
    guard let key = RecordKey(named: name), let header = register.header(of: key) else {
      let former = previous.records.first { $0.name == name }
      let heir = records.first { $0.facts == former?.facts && $0.name != name }
      return .lostRecord(
        name, lost.addresses + lost.anchors, heir: heir.map { "\(content)/\($0.name).md" },
        at: .init(Span(startOf: SourceFile(path: "\(content)/\(name).md")), "was this record"))
    }
    let former = previous.records.first { $0.name == name }
    return .lostPlaces(
      lost.addresses, lost.anchors,
      at: renamedHeading(of: header, lost, formerly: former) ?? .init(header.frontMatter, "had it"))
  }

  /// The one heading that a record did not have, where one that it had is all that is lost.
  private func renamedHeading(
    of header: RecordHeader, _ lost: LostOfRecord, formerly former: PublishedRecord?
  ) -> Diagnostic.Label? {
    guard lost.addresses.isEmpty, lost.anchors.count == 1, let former else { return nil }
    let new = header.body.headings.filter { former.says["heading.\($0.id)"] == nil }
    let id = lost.anchors[0].split(separator: "#").last ?? ""
    guard new.count == 1, former.says["heading.\(id)"] != nil else { return nil }
    return .init(new[0].span, "is new, and '#\(id)' is gone")
  }
}

extension RecordKey {
  /// The record that lists of what is published name so.
  init?(named name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let collection = Collection(rawValue: String(parts[0])) else {
      return nil
    }
    self.init(collection, String(parts[1]))
  }
}

extension Inspections.Collection {
  /// The collection whose records stand on the pages of a list.
  fileprivate init?(listedAt place: String) {
    if place.hasPrefix("glossary/") {
      self = .glossary
    } else if place.hasPrefix("coverage/") {
      self = .coverage
    } else {
      return nil
    }
  }
}

extension PublishedFile {
  /// The place that a page is at: `areas/kent/` for `areas/kent/index.html`.
  var place: String {
    path == "index.html" || path.hasSuffix("/index.html")
      ? String(path.dropLast("index.html".count)) : path
  }

  /// The address that readers know, from the root of the site.
  var address: String { "/" + place }
}

extension Diagnostic {
  fileprivate static func lostAddress(_ address: String, isPromised: Bool) -> Diagnostic {
    Diagnostic(
      .lostAddress, level: isPromised ? .error : .notice,
      "'\(address)' was public and would be gone",
      at: Label(Span(startOf: SourceFile(path: address)), "was here"),
      help: address.hasPrefix("/files/")
        ? "put the file back into content\(address)"
        : isPromised
          ? "list it under 'aliases:' of the record that takes its place"
          : "nothing has to be done: it follows from the register; a page with 'aliases: [\(address)]' would "
            + "lead readers on")
  }

  fileprivate static func lostRecord(
    _ name: String, _ addresses: [String], heir: String?, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      .lostAddress, "'\(name)' was public, and its addresses would be gone", at: label,
      notes: [Self.listed(addresses)],
      help: heir.map { "write 'aliases: [\(addresses[0])]' in \($0), which says the same" }
        ?? "list them under 'aliases:' of the record that takes its place, or put the file back"
        + (name.hasPrefix("reports/") ? " and withdraw the report with 'status: withdrawn'" : ""))
  }

  fileprivate static func lostPlaces(
    _ addresses: [String], _ anchors: [String], at label: Label
  ) -> Diagnostic {
    let lost = addresses + anchors
    return Diagnostic(
      .lostAddress, "'\(lost[0])' was public and would be gone", at: label,
      notes: lost.count > 1 ? [Self.listed(Array(lost.dropFirst()), start: "so would")] : [],
      help: addresses.isEmpty
        ? "put the heading or the number back; where it is gone for good, waive 'lost-address' in this file "
          + "with the reason"
        : "put it back, or list it under 'aliases:'")
  }

  private static func listed(_ addresses: [String], start: String = "gone would be") -> String {
    let rest = addresses.count - mostListed
    return "\(start) " + addresses.prefix(mostListed).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private static var mostListed: Int { 8 }
}
