import Diagnostics
import Inspections
import Site
import Synchronization

/// What was worked out for earlier states of a workspace and may still hold for later ones.
final class WorkspaceMemory: Sendable {
  private let checks = Mutex<(of: KnownFiles, found: SingleFindings)?>(nil)
  private let pages = Mutex<KnownPages?>(nil)

  /// What the checks of single records found that still holds for a state; nil where nothing does.
  ///
  /// Complexity: O(files).
  func checks(for state: KnownFiles) -> KnownFindings? {
    guard let known = checks.withLock({ $0 }) else { return nil }
    let changed = known.of.changes(upTo: state)
    guard known.of.surroundReports(asIn: state, changing: changed) else { return nil }
    return KnownFindings(
      known.found, changed: changed,
      isOfTexts: known.of.rewrittenReports(upTo: state, changing: changed) != nil)
  }

  /// Takes what they found for a state in place of an earlier one's.
  func keep(_ found: SingleFindings, of state: KnownFiles) {
    checks.withLock { $0 = (state, found) }
  }

  /// The pages of the last state that was looked through whole; nil before the first.
  var knownPages: KnownPages? { pages.withLock { $0 } }

  /// Takes those of a state in place of those of an earlier one.
  func keep(_ known: KnownPages) {
    pages.withLock { $0 = known }
  }
}

/// What the pages of a state lead to, so that a later one need neither plan nor render them all to hold links.
struct KnownPages: Sendable {
  /// The state's files.
  let of: KnownFiles
  /// The plan of the state that was planned whole: this one or an earlier.
  let plan: Diagnosed<SitePlan>
  /// The reports whose texts alone have changed since that plan.
  let rewritten: Set<ReportID>
  /// What each page of the plan leads to.
  let facts: [PageFacts]
}

/// The plan of a state, and what of an earlier state's pages still holds for it.
struct BroughtPlan: Sendable {
  /// The state's own plan.
  let plan: Diagnosed<SitePlan>
  /// What its pages lead to, where that is known.
  let facts: [PageFacts?]
  /// The plan of the state that was planned whole.
  let whole: Diagnosed<SitePlan>
  /// The reports whose texts alone have changed since that.
  let rewritten: Set<ReportID>

  /// A plan that was made from nothing.
  init(_ plan: Diagnosed<SitePlan>) {
    self.plan = plan
    facts = Array(repeating: nil, count: plan.value.pages.count)
    whole = plan
    rewritten = []
  }

  /// The plan of an earlier state with the pages that are no longer as planned; nil where all must be planned anew.
  ///
  /// Only these pages are taken from `kinds`, and no more than these are kept: a plan holds all records of its
  /// state, and one that is put together from many states would hold all of theirs.
  ///
  /// Complexity: O(files + pages).
  init?(
    _ known: KnownPages, upTo state: KnownFiles, _ kinds: PlannedKinds, _ context: SiteContext,
    _ renderer: PageRenderer, workers: Int
  ) async {
    let changed = known.of.changes(upTo: state)
    guard let now = known.of.rewrittenReports(upTo: state, changing: changed) else { return nil }
    whole = known.plan
    rewritten = known.rewritten.union(now)
    var ofEditors = PageKind.all.filter(\.showsFindings).flatMap { $0.planned(context).value }
      .makeIterator()
    var pages = whole.value.pages
    var facts = known.facts.map(Optional.some)
    for index in pages.indices {
      let path = pages[index].path
      if pages[index].kind.showsFindings {
        guard let page = ofEditors.next(), page.path == path else { return nil }
        pages[index] = page
        facts[index] = nil
      } else if let record = Addresses.record(at: path), record.collection == Report.collection,
        rewritten.contains(ReportID(record.id))
      {
        guard let page = await kinds.page(at: path, workers: workers) else { return nil }
        pages[index] = page
        if now.contains(ReportID(record.id)) { facts[index] = nil }
      }
    }
    guard ofEditors.next() == nil else { return nil }
    plan = whole.map { [pages] in $0.with(pages, context, renderer) }
    self.facts = facts
  }
}
