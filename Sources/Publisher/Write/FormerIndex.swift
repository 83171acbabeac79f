import Diagnostics
import Site

extension StagedFolder {
  /// Makes the index for search of the pages that were written here, or keeps the former one.
  ///
  /// - Parameters:
  ///   - paths: those of all files of the site.
  ///   - program: Pagefind; nil where no index is to be made.
  /// - Returns: the paths of the index; nil where there is none.
  /// - Throws: ``EnvironmentError`` where it fails.
  func index(
    of paths: [String], by program: HelperProgram?
  ) throws(EnvironmentError) -> [String]? {
    guard let program else { return nil }
    if let kept = try formerIndex(for: paths) { return kept }
    return try SearchIndex.make(in: location, by: program)
  }

  /// Takes over the index of the site that is to be replaced, where every page that it was made from is the
  /// same.
  ///
  /// Pagefind orders an index otherwise each time, so that a new one of the same pages would change files
  /// for nothing; and of a large register it takes minutes.
  ///
  /// - Returns: the paths of the index; nil where there is none, or it has to be made anew.
  private func formerIndex(for paths: [String]) throws(EnvironmentError) -> [String]? {
    guard let former, let old = try Manifest.read(in: former)?.paths else {
      return nil
    }
    let index = old.filter { $0.hasPrefix("\(SearchIndex.folder)/") }
    guard index.contains(SearchIndex.entry),
      try hasSamePages(Set(old).union(paths).filter { $0.hasSuffix(".html") }, as: former)
    else { return nil }
    var files: [(path: String, bytes: [UInt8])] = []
    for path in index {
      guard let bytes = try? Disk.read("\(former)/\(path)") else { return nil }
      files.append((path, bytes))
    }
    let writer = try writer()
    for file in files { try write(file.path, .whole { file.bytes }, with: writer) }
    return index
  }

  /// Whether the pages that are not the same in both sites are in no index.
  private func hasSamePages(
    _ paths: Set<String>, as former: String
  ) throws(EnvironmentError) -> Bool {
    var changed: [String] = []
    for path in paths {
      let (old, new) = ("\(former)/\(path)", "\(location)/\(path)")
      guard let there = try Disk.ownStatus(of: old), let made = try Disk.ownStatus(of: new),
        made.isSame(as: there)
      else {
        if Self.isIndexed(old) || Self.isIndexed(new) { return false }
        changed.append(path)
        continue
      }
    }
    // Where no page says which part of it is indexed, all of every page is.
    return changed.isEmpty
      || paths.subtracting(changed).contains { Self.isIndexed("\(location)/\($0)") }
  }

  /// Whether a page says which part of it is indexed; Pagefind passes over the others.
  private static func isIndexed(_ page: String) -> Bool {
    guard let bytes = try? Disk.read(page) else { return false }
    return bytes.contains(Array("data-pagefind-body".utf8))
  }
}
