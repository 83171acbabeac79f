public import Diagnostics
import HTML
public import Inspections

/// What every page of a site is made from.
///
/// A class, for every page and every part of one holds it; it never changes.
public final class SiteContext: Sendable {
  /// All records, linked and checked.
  public let register: Register
  /// The moment the site is built for.
  public let now: Moment
  /// Where everything will be.
  public let addresses: Addresses
  /// The published names of the theme's assets, by their own names.
  public let assets: [String: Asset]
  /// Whether an index for search is made of the pages.
  public let hasSearch: Bool
  /// What the checks found and nobody waived, in no order, for the editors' page.
  public let diagnostics: [Diagnostic]
  /// What the checks found and editors accept, in no order, for the same page.
  public let waived: [WaivedDiagnostic]

  /// A file of the theme as it is published.
  public struct Asset: Sendable {
    /// Its path in the site, with a part of its hash in the name.
    public let path: String
    /// Its subresource-integrity value, like `sha256-…`.
    public let integrity: String

    /// Names a published file.
    public init(path: String, integrity: String) {
      self.path = path
      self.integrity = integrity
    }
  }

  /// How the glossary is divided, which says where links to terms lead.
  let glossaryPages: [ListPage<Term>]
  /// How press coverage is divided.
  let coveragePages: [ListPage<Coverage>]
  /// What came of all that reports ask for.
  var histories: RecommendationHistories { computed.histories.value }
  /// What is asked for is called so wherever reports under several frameworks are counted together: by
  /// their word where they have one for it, else by the usual one.
  var term: PublicTerm { computed.term.value }
  /// The lists of that, which have pages and files.
  var recommendationLists: [RecommendationList] { computed.recommendationLists.value }
  /// How that fares, counted.
  var followUp: FollowUpIndex { computed.followUp.value }
  /// The tables of the open data with their rows, worked out once; none where it is not published.
  var tables: [FilledTable] { computed.tables.value }
  private let computed: ComputedFacts
  /// What timelines refer to; it stands once on a page that has one.
  let timelinePatterns: HTMLFragment
  /// The main navigation.
  let navigation: [PageFrame.Crumb]
  /// The complete lists of the register.
  let lists: [PageFrame.Crumb]
  /// Links at the foot of every page.
  let footer: [PageFrame.Crumb]

  /// Couples a register with where and when it is published.
  public init(
    register: Register, now: Moment, addresses: Addresses, assets: [String: Asset] = [:],
    hasSearch: Bool = true
  ) {
    self.register = register
    self.now = now
    glossaryPages = GlossaryPage.pages(of: register)
    coveragePages = CoveragePage.pages(of: register)
    self.addresses = addresses.with(
      ListPage.places(on: glossaryPages).merging(ListPage.places(on: coveragePages)) { $1 })
    self.assets = assets
    self.hasSearch = hasSearch
    diagnostics = []
    waived = []
    computed = ComputedFacts(register, on: now.day)
    timelinePatterns = Patterns.ofTimelines(in: register)
    navigation = Navigation.entries(of: register)
    lists = Navigation.lists(of: register)
    footer = Navigation.footer(of: register)
  }

  /// The same site with what the checks found; what was worked out of it is not worked out again.
  public init(_ site: SiteContext, diagnostics: [Diagnostic], waived: [WaivedDiagnostic]) {
    register = site.register
    now = site.now
    addresses = site.addresses
    assets = site.assets
    hasSearch = site.hasSearch
    glossaryPages = site.glossaryPages
    coveragePages = site.coveragePages
    computed = site.computed
    timelinePatterns = site.timelinePatterns
    navigation = site.navigation
    lists = site.lists
    footer = site.footer
    self.diagnostics = diagnostics
    self.waived = waived
  }
}

/// What follows from all records together, each worked out when a page or a file first needs it.
private struct ComputedFacts: Sendable {
  let histories: Deferred<RecommendationHistories>
  let term: Deferred<PublicTerm>
  let recommendationLists: Deferred<[RecommendationList]>
  let followUp: Deferred<FollowUpIndex>
  let tables: Deferred<[FilledTable]>
  /// The reports whose texts are withheld.
  let withheld: Deferred<Set<ReportID>>

  init(_ register: Register, on day: Day) {
    let histories = Deferred { RecommendationHistories(in: register, on: day) }
    let followUp = Deferred { FollowUpIndex(register, histories.value, on: day) }
    self.histories = histories
    self.followUp = followUp
    withheld = Deferred {
      Set(register.reports.records.lazy.filter(\.isTextWithheld).map(\.id))
    }
    term = Deferred { ReportWords.term(in: register) }
    recommendationLists = Deferred { RecommendationList.all(in: register, histories.value) }
    tables = Deferred {
      guard register.site.formats.contains(.data) else { return [] }
      let source = DataSource(
        register: register, histories: histories.value, followUp: followUp.value)
      return DataTable.all.filter { $0.isUsed(register) }.map { $0.filled(from: source) }
    }
  }
}

extension SiteContext {
  /// The one word that all frameworks with a progress scale have for a visit, else that for the visits held.
  var visitTerm: PublicTerm {
    let terms = register.frameworks.records.filter { !$0.progress.isEmpty }.map(\.visitTerm)
    guard let first = terms.first ?? nil, terms.allSatisfy({ $0?.one == first.one }) else {
      return ReportWords.visitTerm(
        of: register.reports.records.lazy.filter { $0.kind.value == .monitoring }, in: register)
    }
    return first
  }

  /// Whether search engines are asked not to list a page: those of a report whose text is withheld.
  func isUnlisted(_ path: String) -> Bool {
    guard !computed.withheld.value.isEmpty, let record = Addresses.record(at: path),
      record.collection == Report.collection
    else { return false }
    return computed.withheld.value.contains(ReportID(record.id))
  }

  /// Whether the site publishes a form beside its pages.
  func publishes(_ format: PublishedFormat) -> Bool { register.site.formats.contains(format) }
}
