import Diagnostics
import Site

/// What came of holding a site against its list.
public struct Verification: Sendable, Hashable {
  /// How many files the list names.
  public let listed: Int
  /// What the list says of the site.
  public let head: PublishedSite.Head
  /// The listed files that are not there, in the order of the list.
  public let missing: [String]
  /// Those that have other bytes, or of a public site cannot be told from a missing one.
  public let different: [String]
  /// Files that no list names, but for hidden ones; not known of a site that is public.
  public let unlisted: [String]

  /// Whether every listed file is there as it was written.
  public var isWhole: Bool { missing.isEmpty && different.isEmpty }
}

/// Holds a site in a folder, or one that is public, against its `manifest.json`.
///
/// Assets of earlier publications may be there or not.
///
/// - Throws: ``EnvironmentError`` where the list or a file cannot be read.
/// Complexity: O(n) in the bytes of the site.
public func verifySite(
  _ place: String, workers: Int = availableWorkers
) async throws(EnvironmentError) -> Verification {
  let publication = try await PreviousPublication.read(place, shown: place, workers: workers)
  let site = publication.site
  let states =
    if let folder = publication.folder {
      try await statesOfFiles(of: site, in: folder, workers: workers)
    } else {
      try statesOfFiles(of: site, at: place)
    }
  func paths(_ state: FileState) -> [String] {
    zip(site.files, states).filter { $1 == state }.map(\.0.path)
  }
  return Verification(
    listed: site.files.count, head: site.head, missing: paths(.missing),
    different: paths(.different),
    unlisted: try publication.folder.map { folder throws(EnvironmentError) in
      try unlistedFiles(of: site, in: folder)
    } ?? [])
}

private enum FileState {
  case same, missing, different

  init(_ bytes: [UInt8], as listed: PublishedFile) {
    self =
      bytes.count == listed.size && SHA256(of: bytes) == listed.sha256 ? .same : .different
  }
}

private func statesOfFiles(
  of site: PublishedSite, in folder: String, workers: Int
) async throws(EnvironmentError) -> [FileState] {
  let results = await parallelResults(site.files, workers: workers) {
    file throws(EnvironmentError) -> FileState in
    let path = "\(folder)/\(file.path)"
    guard try Disk.status(of: path)?.kind == .file else { return .missing }
    return FileState(try Disk.read(path), as: file)
  }
  return try results.map { result throws(EnvironmentError) in try result.get() }
}

/// The same of a site that is public, a few hundred files at a time, each asked for as readers do.
private func statesOfFiles(
  of site: PublishedSite, at address: String
) throws(EnvironmentError) -> [FileState] {
  let web = try WebFetch()
  let base = address.hasSuffix(".json") ? Disk.parent(of: address) ?? "" : address
  let root = base.hasSuffix("/") ? base : base + "/"
  var states: [FileState] = []
  var rest = site.files[...]
  while !rest.isEmpty {
    let batch = Array(rest.prefix(filesAtOnce))
    rest = rest.dropFirst(filesAtOnce)
    let folder = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(folder) }
    let wanted = batch.enumerated().map { index, file in
      (address: root + Addresses.encoded(file.place), name: String(index))
    }
    try web.fetch(wanted, into: folder)
    for (index, file) in batch.enumerated() {
      let path = "\(folder)/\(index)"
      guard try Disk.status(of: path) != nil || file.size == 0 else {
        states.append(.missing)
        continue
      }
      states.append(FileState((try? Disk.read(path)) ?? [], as: file))
    }
  }
  return states
}

private let filesAtOnce = 400

private func unlistedFiles(
  of site: PublishedSite, in folder: String
) throws(EnvironmentError) -> [String] {
  let listed = Set(site.files.map(\.path)).union(site.former.map(\.path))
    .union([PublishedSite.name, PublishedSite.signatureName])
  var found: [String] = []
  var folders = [""]
  while let inner = folders.popLast() {
    for entry in try Disk.entries(of: inner.isEmpty ? folder : "\(folder)/\(inner)")
    where !entry.name.hasPrefix(".") {
      let path = inner.isEmpty ? entry.name : "\(inner)/\(entry.name)"
      if entry.kind == .folder { folders.append(path) } else { found.append(path) }
    }
  }
  return found.filter { !listed.contains($0) }.sorted { $0.precedesByBytes($1) }
}
