import CommonMark
import Diagnostics

// Links that an editor follows too: `../areas/east-midlands.md#history`.
extension ReferenceResolver {
  func relative() -> Resolution {
    // Before what follows `#` is cut off, for a file's name may hold one.
    if let target = relativeDownload() { return .resolved(.link(target)) }
    let (path, anchor) = parts
    guard let folders = folders(of: path) else { return unknownFile(path) }
    guard folders.count == 2, folders[1].hasSuffix(".md"),
      let collection = Collection(rawValue: folders[0])
    else { return unknownFile(path) }
    return file(String(folders[1].dropLast(3)), in: collection, path: path, anchor: anchor)
  }

  /// A picture among the downloads by its relative address, as editors show it.
  func picture() -> Resolution {
    relativeDownload().map { .resolved(.link($0)) } ?? .refused(strayPicture(reference.target))
  }

  private func relativeDownload() -> Target? {
    guard let folders = folders(of: reference.target), folders.first == "files" else { return nil }
    return download(folders.dropFirst().joined(separator: "/"))
  }

  /// The steps from the content folder to what a path leads to; nil where it leads out of there.
  private func folders(of path: String) -> [String]? {
    var folders = [scope.record.collection.rawValue]
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": break
      case "..":
        guard folders.popLast() != nil else { return nil }
      default: folders.append(String(part))
      }
    }
    return folders
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
    let name = path.split(separator: "/").last ?? ""
    if name.contains("."), !name.hasSuffix(".md") || HostName.begins(path) {
      return .refused(strayPicture(path))
    }
    return .refused(
      .unknownReference(
        path, at: reference.span, shouldName: "a content file, like ../areas/ID.md", among: [],
        subject: reference.subject))
  }

  /// A picture or a document that stands elsewhere than downloads do.
  private func strayPicture(_ path: String) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let isHost = reference.kind == .link && HostName.begins(path)
    let address = name.contains(" ") ? "<file:\(name)>" : "file:\(name)"
    return Diagnostic(
      UnknownReference.check, "'\(path)' is not a file below content/files",
      at: .init(reference.span, "names nothing"),
      notes: isHost
        ? [] : ["pictures and downloads lie in content/files and are named with 'file:'"],
      help: isHost
        ? "write 'https://\(path)'"
        : register.download(name) == nil
          ? "move the file to 'content/files/\(name)', and write '\(address)'"
          : "write '\(address)'",
      subject: reference.subject)
  }
}
