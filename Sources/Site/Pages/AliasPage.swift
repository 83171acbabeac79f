import Inspections
import Templates

/// A former address of a record, which leads to the present one.
struct AliasPage: Sendable {
  let record: String
  let target: Target
  let frame: PageFrame

  static let view = View<AliasPage>(
    "AliasPage", "A former address of a record.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
      .text("record", "The record's name.") { $0.record },
      .address("to", "The record's present page.") { $0.frame.site.addresses.link($0.target) },
      .address("whole-address", "The same with the host.") {
        $0.frame.site.addresses.absolute(Addresses.path(of: $0.target))
      },
    ])

  /// Pages for the `aliases` of every record whose address no other page has.
  ///
  /// Of two records that name one alias the first in the order of collections and ids has it.
  static func planned(_ site: SiteContext, besides pages: [PlannedPage]) -> [PlannedPage] {
    let aliases = Alias.all(in: site.register)
    guard !aliases.isEmpty else { return [] }
    var taken = Set(pages.map { Addresses.file(of: $0.path) })
    return aliases.compactMap { alias in
      guard let path = path(of: alias.address), taken.insert(Addresses.file(of: path)).inserted
      else { return nil }
      return PlannedPage(path: path, kind: .alias) {
        view.record(
          of: AliasPage(
            record: alias.title, target: alias.target,
            frame: PageFrame(
              title: "This page has moved", path: path, breadcrumbs: [], site: site)))
      }
    }
  }

  /// The place in the site of a former address, with a folder's `/` at its end; nil where the
  /// output folder cannot have it.
  static func path(of address: String) -> String? {
    var parts = address.split(separator: "/").map(String.init)
    guard let last = parts.last, !address.contains("?"), !address.contains("#"),
      !parts.contains("."), !parts.contains(".."),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x25 && $0 != 0x5C })
    else { return nil }
    if last == "index.html" { parts.removeLast() }
    guard let end = parts.last else { return nil }
    return parts.joined(separator: "/") + (end.hasSuffix(".html") ? "" : "/")
  }
}

/// A former address with what it leads to.
private struct Alias: Sendable {
  let address: String
  let title: String
  let target: Target

  static func all(in register: Register) -> [Alias] {
    of(register.organisations) { .organisation($0, anchor: nil) }
      + of(register.frameworks) { .framework($0, anchor: nil) }
      + of(register.areas) { .area($0, anchor: nil) }
      + of(register.reports) { .report($0, anchor: nil) }
      + of(register.responses) { .response($0, anchor: nil) }
      + of(register.coverage) { .coverage($0) } + of(register.glossary) { .term($0) }
      + of(register.pages) { .page($0, anchor: nil) }
  }

  private static func of<Stored: Record>(
    _ shelf: Shelf<Stored>, _ target: (ID<Stored>) -> Target
  ) -> [Alias] {
    shelf.records.flatMap { record in
      record.header.aliases.map {
        Alias(
          address: $0.value, title: record.title.value.plain, target: target(record.id))
      }
    }
  }
}
