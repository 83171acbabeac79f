import Diagnostics
import Inspections
public import Site

/// The headers and redirects of a site in the form of a kind of host.
///
/// - Throws: ``EnvironmentError`` where the content folder cannot be read, or has no `site.yml` that can be.
public func hostingRules(
  for host: HostingForm, of request: BuildRequest
) async throws(EnvironmentError) -> String {
  let files = try ProjectFiles.find(request)
  var readings = Readings(isKept: false)
  let content = try await loadContent(
    files.value.content, workers: request.workers, readings: &readings)
  guard let linked = linkRecords(content.value, for: request) else {
    throw EnvironmentError(
      "\(request.content)/site.yml", "cannot be read", help: "findings check says why")
  }
  return host.words(
    for: SiteContext(
      register: linked.register, now: linked.now,
      addresses: request.addresses(of: linked.register.site)))
}
