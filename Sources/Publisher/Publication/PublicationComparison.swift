import Diagnostics
import Inspections
import Site

/// A new site beside what was public before.
struct PublicationComparison: Sendable {
  /// What was public.
  let previous: PreviousPublication
  /// What the new site says.
  let records: [PublishedRecord]
  /// What is wrong with the way from the one to the other, at the levels of the site.
  let diagnostics: [Diagnostic]
}

/// Holds a site against what the request or `site.yml` names.
///
/// There is nothing to hold it against where neither does, or where `end` does not look back.
///
/// - Throws: ``EnvironmentError`` where what is named cannot be read.
func lookBack<Kept>(
  from plan: SitePlan, _ facts: [PageFacts], _ entries: RecordEntries, for request: BuildRequest,
  _ end: SiteEnd<Kept>
) async throws(EnvironmentError) -> PublicationComparison? {
  let register = plan.context.register
  guard end.looksBack,
    let previous = try await PreviousPublication.read(for: request, register.site)
  else { return nil }
  let records = await entries.records(of: register, workers: request.workers)
  return PublicationComparison(
    previous: previous, records: records,
    diagnostics: try lostAddresses(of: previous.site, in: plan, facts, records: records)
      + unannouncedChanges(since: previous.site, in: register, records: records, for: request))
}
