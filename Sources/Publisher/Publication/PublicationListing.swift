import Diagnostics
import Inspections
import Site

/// Writes the list of what a site publishes beside its files.
///
/// `index` are the paths of the index for search, which lies in the folder already.
///
/// - Returns: the paths of what was written.
/// - Throws: ``EnvironmentError`` where a record's source or the index cannot be read.
func listPublication(
  _ site: MadeSite<FileDigest>, index: [String], in folder: StagedFolder, for request: BuildRequest
) async throws(EnvironmentError) -> [String] {
  // A copy for reviewers publishes nothing.
  guard site.plan.review == nil else { return [] }
  let workers = request.workers
  let files = try await site.publishedFiles(index: index, in: folder, workers: workers)
  let register = site.plan.context.register
  let former = FormerAsset.kept(
    from: site.comparison?.previous.site, beside: files, for: register.site.publication.formerAssets
  )
  try Disk.create("\(folder.location)/\(PublishedSite.name)") { put throws(EnvironmentError) in
    try PublishedSite.write(
      site.publicationHead, files: files, records: site.entries.lines(of: register),
      former: former, to: put)
  }
  try site.entries.checkReading()
  var written = [PublishedSite.name]
  if let key = request.signingKey {
    try Signature.sign("\(folder.location)/\(PublishedSite.name)", with: request.location(of: key))
    written.append(PublishedSite.signatureName)
  }
  let places = [site.comparison?.previous.folder, request.location(of: request.output)]
  return written
    + former.filter { $0.carry(from: places.compactMap(\.self), to: folder) }.map(\.path)
}

extension MadeSite<FileDigest> {
  /// What the list says of the whole site.
  fileprivate var publicationHead: PublishedSite.Head {
    PublishedSite.Head(
      register: plan.context.register.site.title.value, address: plan.context.addresses.baseURL,
      built: plan.context.now.day.description, previous: comparison?.previous.digest)
  }

  /// Every file with what the list says of it, in the order of the bytes of their paths.
  fileprivate func publishedFiles(
    index: [String], in folder: StagedFolder, workers: Int
  ) async throws(EnvironmentError) -> [PublishedFile] {
    let citable = CitablePlaces(of: plan)
    let pages = await parallelMap(Array(zip(plan.pages, facts)), workers: workers) { page, facts in
      let records = citable.records(on: page)
      return (page.listedKind(of: records), records, citable.ids(on: page, facts))
    }
    let others = paths.dropFirst(pages.count).map { path in
      (PublishedFile.Kind(ofFile: path), citable.records(at: path), [String]())
    }
    var files = zip(zip(paths, kept), pages + others).map { made, said in
      PublishedFile(
        path: made.0, sha256: made.1.sha256, size: made.1.size, kind: said.0, records: said.1,
        ids: said.2)
    }
    let parts = await parallelResults(index, workers: workers) {
      [location = folder.location] path throws(EnvironmentError) in
      FileDigest(of: try Disk.read("\(location)/\(path)"))
    }
    for (path, part) in zip(index, parts) {
      let digest = try part.get()
      files.append(
        PublishedFile(
          path: path, sha256: digest.sha256, size: digest.size, kind: .search, records: [],
          ids: []))
    }
    return files.sortedByBytes(\.path)
  }
}

extension PlannedPage {
  fileprivate func listedKind(of records: [String]) -> PublishedFile.Kind {
    if alias != nil { return .moved }
    return records.isEmpty ? .page : .record
  }
}

extension PublishedFile.Kind {
  /// What a file that is no page is for, by its path.
  init(ofFile path: String) {
    if path.hasPrefix("assets/") {
      self = .asset
    } else if path.hasPrefix("files/") {
      self = .download
    } else if [".xml", ".ics"].contains(where: path.hasSuffix) || path == "robots.txt" {
      self = .feed
    } else {
      self = .data
    }
  }
}
