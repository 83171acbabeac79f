import Diagnostics
import Inspections
import Templates

extension PageKind {
  static let alias = PageKind(
    "alias", AliasPage.view, isInSiteMap: false, pages: AliasPage.planned)
}

/// A former address of a record, which leads to the present one.
struct AliasPage: FramedPage {
  let record: Wording
  let target: Target
  let frame: PageFrame

  static let view = View<AliasPage>(
    page: "AliasPage", "A former address of a record.",
    [
      .text("record", "The record's name.") { $0.record.text },
      .language { $0.record.language },
      .address("to", "The record's present page.") { $0.frame.site.addresses.link($0.target) },
      .address("whole-address", "The same with the host.") {
        $0.frame.site.addresses.absolute($0.frame.site.addresses.place(of: $0.target))
      },
    ])

  /// Pages for the `aliases` of every record, with an `unsafe-path` for each that no file can answer.
  ///
  /// A record may write one address in several ways.
  static func planned(_ site: SiteContext) -> Diagnosed<[PlannedPage]> {
    moves(in: site).map { moves in moves.map { $0.page(in: site) } }
  }

  /// The former addresses of every record with their places, each once.
  static func moves(in site: SiteContext) -> Diagnosed<[Move]> {
    var moves: [Move] = []
    var diagnostics: [Diagnostic] = []
    var owners: [String: Target] = [:]
    for alias in Alias.all(in: site.register) {
      do throws(OutputPath.Problem) {
        let path = try path(of: alias.address.value)
        guard owners.updateValue(alias.target, forKey: path) != alias.target else { continue }
        moves.append(Move(path: path, alias: alias))
      } catch {
        diagnostics.append(
          .unsafePath(
            alias.address.value, error, at: .init(alias.address.span, "cannot be served"),
            help: "write the path of the former address, like '/reports/old-name/'"))
      }
    }
    return Diagnosed(moves, diagnostics)
  }

  /// The place in the site that a browser asks for with an address, with a folder's `/` at its end.
  ///
  /// Percent signs are decoded once, as a server does, and letters stand with their accents as the
  /// names of files do.
  static func path(of address: String) throws(OutputPath.Problem) -> String {
    guard !address.contains(where: { $0 == "?" || $0 == "#" }) else { throw .query }
    var names: [String] = []
    var rest = (address.hasPrefix("/") ? address.dropFirst() : address[...])
    let isFolder = rest.hasSuffix("/")
    if isFolder { rest.removeLast() }
    for part in rest.split(separator: "/", omittingEmptySubsequences: false) where !rest.isEmpty {
      guard let name = Addresses.decoded(part) else { throw .undecodable }
      guard !name.utf8.contains(UInt8(ascii: "/")) else { throw .encodedSlash }
      guard !name.isEmpty else { throw .emptyPart }
      names.append(name.precomposed)
    }
    let isIndex = !isFolder && names.last == "index.html"
    if isIndex { names.removeLast() }
    let isFile = !isFolder && !isIndex && names.last?.hasSuffix(".html") == true
    let path = names.joined(separator: "/")
    let place = path.isEmpty || isFile ? path : path + "/"
    if let problem = OutputPath.problem(of: Addresses.file(of: place)) { throw problem }
    return place
  }
}

extension SiteContext {
  /// The pages that former addresses lead to, by the places of these; those that cannot be served are left
  /// out.
  public var aliasWays: [String: String] {
    let ways = AliasPage.moves(in: self).value.map { move in
      (move.path, String(addresses.place(of: move.target).prefix { $0 != "#" }))
    }
    return Dictionary(ways) { first, _ in first }
  }
}

/// A former address and its place in the site.
struct Move: Sendable {
  /// The place that a browser asks for, from the root of the site.
  let path: String
  fileprivate let alias: Alias

  /// What is there now.
  var target: Target { alias.target }

  fileprivate func page(in site: SiteContext) -> PlannedPage { alias.page(at: path, in: site) }
}

/// A former address with what it leads to.
private struct Alias: Sendable {
  let address: Located<String>
  let title: Wording
  let target: Target

  func page(at path: String, in site: SiteContext) -> PlannedPage {
    PlannedPage(path: path, kind: .alias, alias: address) {
      AliasPage.view.record(
        of: AliasPage(
          record: title, target: target,
          frame: PageFrame(
            title: "This page has moved", path: Addresses.encoded(path), breadcrumbs: [],
            site: site)))
    }
  }

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
          address: $0, title: Wording(record.title.value.plain, in: record.titleLanguage),
          target: target(record.id))
      }
    }
  }
}
