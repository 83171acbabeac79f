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
    if let told: Sought<ResolvedReference> = unshown(ID<Stored>(id), called: path) {
      return told.resolution
    }
    let folder = String(path.dropLast(id.count + 3))
    let others = Collection.allCases.filter { register.shelf(of: $0).holds(id) }
    if others.count == 1 {
      return .refused(
        .unnamedReference(
          path, at: reference.span, shouldName: "a file in \(Stored.collection.rawValue)",
          help: "did you mean '../\(others[0].rawValue)/\(id).md'?", subject: reference.subject))
    }
    return .refused(
      .unknownReference(
        path, at: reference.span, shouldName: "a file in \(Stored.collection.rawValue)",
        among: shelf.names.lazy.map { "\(folder)\($0).md" },
        subject: reference.subject))
  }

  private func unknownFile(_ path: String) -> Resolution {
    if HostName.begins(path) {
      return .refused(
        .unnamedReference(
          path, at: reference.span, shouldName: "a whole address", help: "write 'https://\(path)'",
          subject: reference.subject))
    }
    if let resolution = pageOfRecord(path) { return resolution }
    let name = path.split(separator: "/").last ?? ""
    if name.contains("."), !name.hasSuffix(".md") { return .refused(strayPicture(path)) }
    return .refused(
      .unnamedReference(
        path, at: reference.span, shouldName: "a content file, like ../areas/ID.md",
        help: "name a record, like 'area:ID' or '../areas/ID.md', or write the whole address with "
          + "'https://'",
        subject: reference.subject))
  }

  /// What there is to say of the address of a record's page, like `/areas/kent/`; nil for any other.
  private func pageOfRecord(_ path: String) -> Resolution? {
    let steps = path.split(separator: "/").map(String.init).filter { $0 != ".." && $0 != "." }
    guard let place = steps.firstIndex(where: { Collection(rawValue: $0) != nil }),
      let collection = Collection(rawValue: steps[place])
    else { return nil }
    // All terms have one page.
    let last = collection == .glossary ? parts.anchor : nil
    guard let step = steps.dropFirst(place + 1).first ?? last else { return nil }
    let id =
      [".html", ".htm", ".md"].first(where: step.hasSuffix)
      .map { String(step.dropLast($0.count)) } ?? step
    switch collection {
    case .organisations: return page(register.organisations, id)
    case .frameworks: return page(register.frameworks, id)
    case .areas: return page(register.areas, id)
    case .reports: return page(register.reports, id)
    case .responses: return page(register.responses, id)
    case .coverage: return page(register.coverage, id)
    case .glossary: return page(register.glossary, id)
    case .pages: return page(register.pages, id)
    }
  }

  private func page<Stored: Record>(_ shelf: Shelf<Stored>, _ id: String) -> Resolution? {
    guard shelf.contains(ID(id)) else {
      let sought: Sought<ResolvedReference> = missing(ID<Stored>(id), from: shelf)
      return sought.resolution
    }
    let meant = meantLink(to: Stored.collection, id)
    let target = reference.target
    return .refused(
      .unnamedReference(
        target, at: reference.span, shouldName: "the name of a record: it is an address",
        help: "write '\(meant)'",
        fix: Diagnostic.replacement(of: target, at: reference.span, with: meant),
        subject: reference.subject))
  }

  /// The link that an address of a record's page is meant for, with the place on that page.
  private func meantLink(to collection: Collection, _ id: String) -> String {
    let scheme = Self.linkSchemes.first { LinkScheme.collection(of: $0) == collection } ?? ""
    let steps = parts.name.split(separator: "/")
    if collection == .reports, let list = steps.firstIndex(of: "recommendations"),
      list + 1 < steps.count
    {
      return "rec:\(id)#\(steps[list + 1])"
    }
    guard let anchor = parts.anchor, !anchor.isEmpty, collection != .glossary else {
      return "\(scheme):\(id)"
    }
    let isParagraph = collection == .reports && anchor.hasPrefix("para-")
    return isParagraph ? "para:\(id)#\(anchor.dropFirst(5))" : "\(scheme):\(id)#\(anchor)"
  }

  /// A picture or a document that stands elsewhere than downloads do.
  private func strayPicture(_ path: String) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let address = name.contains(" ") ? "<file:\(name)>" : "file:\(name)"
    return Diagnostic(
      UnknownReference.check, "'\(path)' is not a file below content/files",
      at: .init(reference.span, "names nothing"),
      notes: ["pictures and downloads lie in content/files and are named with 'file:'"],
      help: register.download(name) == nil
        ? "move the file to 'content/files/\(name)', and write '\(address)'"
        : "write '\(address)'",
      subject: reference.subject)
  }
}
