import CommonMark
import HTML
import Inspections
import Templates

extension PageKind {
  static let coverage = PageKind(
    "coverage", CoveragePage.view, at: CoveragePage.entrance,
    filled: { !$0.coverage.records.isEmpty }, pages: CoveragePage.planned)
}

/// What others wrote about the reports, with every claim held against the record.
struct CoveragePage: FramedPage {
  let shown: ListPage<Coverage>
  let accounts: [CoverageAccount]
  let site: SiteContext

  static let view = View<CoveragePage>(
    page: "CoveragePage", "What others wrote about the reports, or a part of it.",
    [
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "account", many: "accounts"), in: $0.site)
      },
      .list(
        "names", "Every other account, where parts have them and they are not too many.",
        NamedPlace.view
      ) { page in
        let accounts = page.site.register.coverage.records
        guard page.shown.isIndex, accounts.count <= NamedPlace.most else { return [] }
        let shown = Set(page.shown.rows.map(\.id))
        return accounts.sorted(by: isLater).filter { !shown.contains($0.id) }.map {
          NamedPlace(id: $0.id.name, name: page.site.link($0.key))
        }
      },
      .text("tally", "How the claims stand to the record, worked out; may be empty.") { page in
        ClaimWords.tally(page.accounts.flatMap(\.claims).map(\.verdict))
      },
      .list("accounts", "The accounts, newest first.", CoverageAccount.view) { $0.accounts },
    ])

  static let entrance = PageFrame.Crumb(title: "Press coverage", path: "coverage/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.coveragePages.map { shown in
      PlannedPage(path: shown.place.path, kind: .coverage) {
        view.record(
          of: CoveragePage(
            shown: shown, accounts: shown.rows.map { CoverageAccount(account: $0, site: site) },
            site: site))
      }
    }
  }

  /// How the accounts are divided.
  ///
  /// Complexity: O(n log n) in the number of accounts.
  static func pages(of register: Register) -> [ListPage<Coverage>] {
    ListDivision<Coverage>(
      by: [.year { $0.published.known() }, .month { $0.published.known() }],
      named: .days { $0.published.known() },
      bytes: { 900 + 600 * $0.claims.count + $0.header.body.htmlCount }
    ).pages(
      of: register.coverage.records.sorted(by: isLater), at: entrance.path,
      leading: ListBounds.leading)
  }

  var frame: PageFrame {
    shown.frame(
      at: Self.entrance,
      summary: "What others have written about these inspections, and how each claim "
        + "stands against the record. None of it is the inspectorate’s own.", in: site)
  }

  /// Newest first, unknown dates last, then by id.
  private static func isLater(_ left: Coverage, _ right: Coverage) -> Bool {
    let leftDay = left.published.known()?.earliest.number ?? .min
    let rightDay = right.published.known()?.earliest.number ?? .min
    return leftDay != rightDay ? leftDay > rightDay : left.id < right.id
  }
}

/// One account with its claims.
struct CoverageAccount: TextScope, Sendable {
  let account: Coverage
  let claims: [ClaimEntry]
  let site: SiteContext

  init(account: Coverage, site: SiteContext) {
    self.account = account
    self.site = site
    claims = account.claims.map { ClaimEntry($0, in: account, site: site) }
  }

  static let view = View<CoverageAccount>(
    "CoverageAccount", "What somebody else wrote, with its claims.",
    [
      .text("anchor", "The id of its place on the page.") { $0.account.id.name },
      .text("title", "Its headline.") { $0.account.title.value.plain },
      .language { $0.account.titleLanguage },
      .text("outlet", "Who published it.") { $0.account.outlet.value },
      .text("kind", "Whose account it is, in words.") { CoverageWords.kind($0.account.kind) },
      .text("published", "When, in words.") {
        $0.account.published.known().map(DateWords.words(_:)) ?? "date not known"
      },
      .address("address", "Where it can be read, if that is recorded.") {
        $0.account.address?.value
      },
      .list("about", "The reports it is about.", RecordLink.view) { entry in
        entry.account.about.map { entry.site.link($0.value) }
      },
      .list("claims", "Its claims.", ClaimEntry.view) { $0.claims },
      ExtraFacts.list {
        ExtraFacts(scope: $0.scope, site: $0.site)
      },
      .html("note", "A remark; may be empty.") { $0.text($0.account.header.note) },
      .list("sources", "Where the facts come from.", SourceEntry.view) { entry in
        entry.account.header.sources.map {
          SourceEntry(source: $0, scope: entry.scope, site: entry.site)
        }
      },
      .html("body", "What the register says of it; may be empty.") { entry in
        var filler = BodyFiller(site: entry.site, manner: .brief)
        return filler.html(entry.account.header.body, in: entry.scope)
          .nested(under: "\(entry.account.id).", named: entry.account.title.value.plain)
      },
    ])

  var scope: ReferenceScope {
    ReferenceScope(RecordKey(.coverage, account.id.name))
  }
}
