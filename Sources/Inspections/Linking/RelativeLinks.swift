import CommonMark
import Diagnostics

// Links that an editor follows too: `../areas/east-midlands.md#history`.
extension ReferenceResolver {
  func relative() -> Resolution {
    let (path, anchor) = parts
    var folders = [scope.record.collection.rawValue]
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": break
      case "..":
        guard folders.popLast() != nil else { return unknownFile(path) }
      default: folders.append(String(part))
      }
    }
    if folders.first == "files", folders.count > 1 {
      let file = folders.dropFirst().joined(separator: "/")
      if register.downloads.contains(file) { return .resolved(.link(.download(file))) }
    }
    guard folders.count == 2, folders[1].hasSuffix(".md"),
      let collection = Collection(rawValue: folders[0])
    else { return unknownFile(path) }
    return file(String(folders[1].dropLast(3)), in: collection, path: path, anchor: anchor)
  }

  private func file(
    _ id: String, in collection: Collection, path: String, anchor: String?
  ) -> Resolution {
    switch collection {
    case .organisations:
      found(register.organisations, id, path) { .organisation($0, anchor: anchor) }
    case .frameworks: found(register.frameworks, id, path) { .framework($0, anchor: anchor) }
    case .areas: found(register.areas, id, path) { .area($0, anchor: anchor) }
    case .reports: found(register.reports, id, path) { .report($0, anchor: anchor) }
    case .responses: found(register.responses, id, path) { .response($0, anchor: anchor) }
    case .coverage: found(register.coverage, id, path) { .coverage($0) }
    case .glossary: found(register.glossary, id, path) { .term($0) }
    case .pages: found(register.pages, id, path) { .page($0, anchor: anchor) }
    }
  }

  private func found<Stored: Record>(
    _ shelf: Shelf<Stored>, _ id: String, _ path: String, _ target: (ID<Stored>) -> Target
  ) -> Resolution {
    if shelf.contains(ID(id)) { return .resolved(.link(target(ID(id)))) }
    if register.isUnreadable(ID<Stored>(id)) { return .withheld }
    let folder = String(path.dropLast(id.count + 3))
    return .refused(
      .unknownReference(
        path, at: reference.span, shouldName: "a file in \(Stored.collection.rawValue)",
        among: shelf.names.lazy.map { "\(folder)\($0).md" },
        subject: reference.subject))
  }

  private func unknownFile(_ path: String) -> Resolution {
    .refused(
      .unknownReference(
        path, at: reference.span, shouldName: "a content file, like ../areas/ID.md", among: [],
        subject: reference.subject))
  }
}
