import Diagnostics
import Inspections
import Site
import Templates

/// The pages and files of a site before they are rendered.
struct SitePlan: Sendable {
  /// What every page is made from.
  let context: SiteContext
  /// The compiled templates.
  let library: TemplateLibrary
  /// What every page may name beside its own.
  let names: ThemeNames.Values
  /// Every page.
  let pages: [PlannedPage]
  /// Files that are no pages and are made here: assets, feeds, data.
  let files: [PlannedFile]
  /// Files that are copied as they are.
  let downloads: [ProjectFiles.File]
  /// The folder of the records, where messages find the lines they show.
  let content: String

  /// The paths of every page and file in the output folder.
  var paths: [String] {
    pages.map { Addresses.file(of: $0.path) } + files.map(\.path) + downloads.map(\.name)
  }
}

/// Works out which pages and files a site has, kinds of page in parallel.
///
/// Diagnostics: `unsafe-path`, of every page, alias, file and download together, and `unknown-reference`
/// for entries of the navigation.
func planSite(
  _ checked: CheckedRecords, _ theme: CompiledTheme, for request: BuildRequest, hasSearch: Bool
) async -> Diagnosed<SitePlan> {
  let register = checked.linked.register
  // What is found in a report that readers cannot see yet is no reading for them either.
  let hidden = Set(checked.linked.unseen.map(\.header.file))
  let context = SiteContext(
    register: register, now: checked.linked.now, addresses: request.addresses(of: register.site),
    assets: theme.published.places, hasSearch: hasSearch,
    diagnostics: checked.standing.filter { !hidden.contains($0.primary.span.file) },
    waived: checked.waived.filter { !hidden.contains($0.diagnostic.primary.span.file) })
  let planned = await parallelMap(PageKind.all, workers: request.workers) { $0.planned(context) }
  let pages = planned.flatMap(\.value)
  let plan = SitePlan(
    context: context, library: theme.library,
    names: theme.names.values(in: context), pages: pages,
    files: theme.published.files + plannedFiles(context, pages: pages),
    downloads: checked.downloads, content: request.content)
  let found =
    planned.flatMap(\.diagnostics) + plan.pathDiagnostics() + plan.navigationDiagnostics()
  return Diagnosed(plan, laterFindings(found, of: register.site))
}
