import Diagnostics

extension FormerAsset {
  /// The assets of a publication that a new one no longer has, for as many publications as they stay.
  ///
  /// In the order of the bytes of their paths.
  static func kept(
    from previous: PublishedSite?, beside files: [PublishedFile], for publications: Int
  ) -> [FormerAsset] {
    guard let previous else { return [] }
    let present = Set(files.lazy.filter { $0.kind == .asset }.map(\.path))
    let fresh = previous.files.filter { $0.kind == .asset }.map {
      FormerAsset(path: $0.path, sha256: $0.sha256, size: $0.size, publications: 1)
    }
    let older = previous.former.map {
      FormerAsset(
        path: $0.path, sha256: $0.sha256, size: $0.size, publications: $0.publications + 1)
    }
    return (fresh + older)
      .filter { !present.contains($0.path) && $0.publications <= publications }
      .sorted { $0.path.precedesByBytes($1.path) }
  }

  /// Puts the asset into a new site, where one of the folders of former sites still has it as it was, and
  /// says whether it is there.
  func carry(from folders: [String], to site: StagedFolder) -> Bool {
    for folder in folders {
      guard let bytes = try? Disk.read("\(folder)/\(path)"), SHA256(of: bytes) == sha256,
        (try? site.write(path, bytes)) != nil
      else { continue }
      return true
    }
    return false
  }
}
