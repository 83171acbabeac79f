import Diagnostics
import HTML
import Inspections
import Site
import Templates

/// The pages and files of a site before they are rendered.
struct SitePlan: Sendable {
  /// What every page is made from.
  let context: SiteContext
  /// What turns pages into bytes.
  let renderer: PageRenderer
  /// Every page.
  let pages: [PlannedPage]
  /// Files that are no pages and are made here: assets, feeds, data.
  let files: [PlannedFile]
  /// Files that are copied as they are.
  let downloads: [ProjectFiles.File]
  /// The folder of the records, where messages find the lines they show.
  let content: String
  /// What is otherwise in a copy for reviewers; nil for a site as readers get it.
  let review: ReviewCopy?

  /// The same with other pages, made from what another state of the site is made from.
  func with(
    _ pages: [PlannedPage], _ context: SiteContext, _ renderer: PageRenderer
  ) -> SitePlan {
    SitePlan(
      context: context, renderer: renderer, pages: pages, files: files, downloads: downloads,
      content: content, review: review)
  }

  /// The paths of every page and file in the output folder.
  var paths: [String] {
    pages.map { Addresses.file(of: $0.path) } + files.map(\.path) + downloads.map(\.name)
  }
}

/// What every page of a site is made from, without what the checks find.
func siteContext(
  of linked: LinkedRecords, _ theme: CompiledTheme, for request: BuildRequest, hasSearch: Bool
) -> SiteContext {
  SiteContext(
    register: linked.register, now: linked.now,
    addresses: request.addresses(of: linked.register.site), assets: theme.published.places,
    hasSearch: hasSearch)
}

/// Turns planned pages into bytes: the compiled templates with what every page may name.
struct PageRenderer: Sendable {
  private let library: TemplateLibrary
  /// What every page may name beside its own.
  private let names: ThemeNames.Values

  init(_ theme: CompiledTheme, for context: SiteContext) {
    library = theme.library
    names = theme.names.values(in: context)
  }

  /// Renders one page in place of what the buffer holds.
  ///
  /// Never inlined, so that a profile shows what pages cost.
  @inline(never)
  func render(_ page: PlannedPage, into buffer: inout HTMLBuffer) -> Diagnostic? {
    buffer.removeAll()
    guard let template = library.page(page.kind.name) else { return nil }
    return library.render(
      template, page.fill(), beside: names.values(beside: page), into: &buffer)
  }
}

/// The pages that a site has, each kind of them planned when it is first needed.
///
/// A build needs all at once and plans them in parallel, a preview the kind of the page that is asked for.
final class PlannedKinds: Sendable {
  /// What every page is made from, without what the checks find: that is known later.
  let context: SiteContext
  private let pages: [Deferred<Diagnosed<[PlannedPage]>>]
  /// The places of a kind's pages among them.
  private let places: [Deferred<[String: Int]>]

  init(_ context: SiteContext) {
    self.context = context
    let pages = PageKind.all.map { kind in Deferred { kind.planned(context) } }
    self.pages = pages
    places = pages.map { pages in
      Deferred {
        Dictionary(pages.value.value.enumerated().map { ($1.path, $0) }) { first, _ in first }
      }
    }
  }

  /// The pages of every kind, in the order of the kinds, or of some where the work is given up;
  /// `findings` knows what the checks found.
  func all(
    with findings: SiteContext, workers: Int,
    unless isGivenUp: @escaping @Sendable () -> Bool = { false }
  ) async -> [Diagnosed<[PlannedPage]>] {
    let pages = pages
    return await parallelMap(Array(PageKind.all.indices), workers: workers) { index in
      if isGivenUp() { return Diagnosed([]) }
      let kind = PageKind.all[index]
      return kind.showsFindings ? kind.planned(findings) : pages[index].value
    }
  }

  /// The page at a path.
  ///
  /// Complexity: that of planning the kinds whose pages are those of the path's record or lie below it, and of all
  /// kinds where these have no such page.
  func page(at path: String, workers: Int) async -> PlannedPage? {
    let indices = PageKind.all.indices
    let collection = Addresses.record(at: path)?.collection
    // Its own page comes before what is told below it, which takes longer to plan.
    let own = indices.filter { collection != nil && PageKind.all[$0].collection == collection }
    let below = indices.filter { collection != nil && PageKind.all[$0].isBelow == collection }
    for index in own + below {
      if let page = page(at: path, ofKind: index) { return page }
    }
    let others = indices.filter { !own.contains($0) && !below.contains($0) }
    return await parallelMap(others, workers: workers) { index in
      self.page(at: path, ofKind: index)
    }.lazy.compactMap(\.self).first
  }

  private func page(at path: String, ofKind index: Int) -> PlannedPage? {
    places[index].value[path].map { pages[index].value.value[$0] }
  }
}

/// Works out which pages and files a site has, or some of them where the work is given up.
///
/// Diagnostics: `unsafe-path`, of every page, alias, file and download together, and `unknown-reference`
/// for entries of the navigation.
func planSite(
  _ checked: CheckedRecords, _ kinds: PlannedKinds, _ theme: CompiledTheme,
  for request: BuildRequest, unless isGivenUp: @escaping @Sendable () -> Bool = { false }
) async -> Diagnosed<SitePlan> {
  let context = checked.context(kinds.context)
  let planned = await kinds.all(with: context, workers: request.workers, unless: isGivenUp)
  let pages = planned.flatMap(\.value)
  let review = ReviewCopy(of: checked.linked, context.addresses, for: request)
  let files =
    review.map { reviewFiles(context, of: checked.linked, $0, pages: pages) }
    ?? plannedFiles(context, pages: pages)
  let plan = SitePlan(
    context: context, renderer: PageRenderer(theme, for: context), pages: pages,
    files: theme.published.files + files,
    downloads: checked.downloads + checked.linked.rootFiles, content: request.content,
    review: review)
  let found =
    planned.flatMap(\.diagnostics) + plan.pathDiagnostics(beside: checked.standing)
    + plan.navigationDiagnostics()
  return Diagnosed(plan, laterFindings(found, of: context.register))
}

extension CheckedRecords {
  /// What every page is made from, with what the checks found.
  func context(_ site: SiteContext) -> SiteContext {
    // What is found in a report that readers cannot see yet is no reading for them either.
    let hidden = Set(linked.unseen.map(\.header.file))
    return SiteContext(
      site, diagnostics: standing.filter { !hidden.contains($0.primary.span.file) },
      waived: waived.filter { !hidden.contains($0.diagnostic.primary.span.file) })
  }
}
