public import Diagnostics
import Site

/// The files that a site is made of, found but not yet read.
public struct ProjectFiles: Sendable {
  /// One file of a project.
  public struct File: Sendable, Hashable {
    /// The file as messages show it: relative to the project's root.
    public let source: SourceFile
    /// The path within its folder, such as `reports/east-midlands-2008.md`, with every letter and its
    /// accents in one character, so that a site is the same whatever the disk makes of names.
    public let name: String
    /// Where the file is for the system.
    public let location: String
    /// What it was when it was found, by which a later change shows.
    public let status: Disk.Status
    /// What an editor has in place of it, unsaved; nil where what counts is on the disk.
    var buffer: [UInt8]?

    /// The bytes of the file, all of them or as many as `most`; an error names the path that the user
    /// knows.
    public func read(most: Int = .max) throws(EnvironmentError) -> [UInt8] {
      if let buffer { return Array(buffer.prefix(most)) }
      do throws(EnvironmentError) {
        return try Disk.read(location, most: most)
      } catch {
        throw error.shown(as: source.path)
      }
    }

    /// The same file under another name in its folder.
    func named(_ name: String) -> File {
      var file = File(source: source, name: name, location: location, status: status)
      file.buffer = buffer
      return file
    }

    /// The bytes of a file that a person wrote; none, and why, where it is larger than that.
    public func readText() throws(EnvironmentError) -> Diagnosed<[UInt8]?> {
      let bytes = try read(most: Limits.fileBytes + 1)
      guard let fault = Diagnostic.tooLarge(bytes, source) else { return Diagnosed(bytes) }
      return Diagnosed(nil, [fault])
    }
  }

  /// What authors write, in the order of the bytes of the paths.
  public private(set) var content: [File]
  /// The layout, partials and assets of the theme, in the same order.
  public private(set) var templates: [File]

  /// Finds the files of a project: everything in the two folders and the folders within them,
  /// but hidden files and what editors leave behind.
  ///
  /// A symbolic link counts as what it leads to while that is in the same folder, content or
  /// templates, and for downloads in `content/files`; one that leads out of it, to a hidden file,
  /// nowhere, in a circle, or to a folder that another link leads to is an `unsafe-path` diagnostic. So
  /// no folder is walked more than twice. What is neither file nor folder is a `stray-file`. Folder
  /// names are relative to `root` unless they start with `/`.
  ///
  /// The templates folder need not exist, for the built-in theme stands in for it.
  ///
  /// - Throws: ``EnvironmentError`` where the content folder is missing or a folder cannot be read.
  public static func find(
    root: String, content: String = "content", templates: String = "templates"
  ) throws(EnvironmentError) -> Diagnosed<ProjectFiles> {
    var finder = FileFinder(root: root)
    let contentFiles = try finder.files(of: content, published: "files", root: "root")
    let templateFiles = try finder.files(of: templates, mayBeMissing: true)
    return Diagnosed(
      ProjectFiles(content: contentFiles, templates: templateFiles), finder.diagnostics)
  }
}

extension ProjectFiles {
  /// No files at all.
  static let none = ProjectFiles(content: [], templates: [])

  /// Every file.
  var all: [File] { content + templates }

  /// The file of a path, as messages show it.
  ///
  /// Complexity: O(log files).
  func file(at path: String) -> File? {
    Self.file(at: path, in: content) ?? Self.file(at: path, in: templates)
  }

  private static func file(at path: String, in files: [File]) -> File? {
    let place = Self.place(of: SourceFile(path: path), in: files)
    return place < files.count && files[place].source.path == path ? files[place] : nil
  }

  /// Where a file is among others, or would be.
  private static func place(of source: SourceFile, in files: [File]) -> Int {
    var (start, end) = (0, files.count)
    while start < end {
      let middle = (start + end) / 2
      if files[middle].source < source { start = middle + 1 } else { end = middle }
    }
    return start
  }

  /// The files that are new, different or gone since some others were found.
  ///
  /// Complexity: O(files).
  func changes(since before: ProjectFiles) -> Set<SourceFile> {
    Self.changes(from: before.content, to: content)
      .union(Self.changes(from: before.templates, to: templates))
  }

  private static func changes(from before: [File], to now: [File]) -> Set<SourceFile> {
    var changed: Set<SourceFile> = []
    var (old, new) = (before[...], now[...])
    while let left = old.first, let right = new.first {
      if left.source == right.source {
        if left != right { changed.insert(right.source) }
        (old, new) = (old.dropFirst(), new.dropFirst())
      } else if left.source < right.source {
        changed.insert(left.source)
        old = old.dropFirst()
      } else {
        changed.insert(right.source)
        new = new.dropFirst()
      }
    }
    return changed.union(old.map(\.source)).union(new.map(\.source))
  }

  /// The same with what editors hold unsaved in place of what is on the disk, by the paths that messages show; a
  /// file that is not on the disk yet is added where it would be.
  func with(_ buffers: [String: [UInt8]], in request: BuildRequest) -> ProjectFiles {
    var files = self
    for (path, text) in buffers.sorted(by: { $0.key.precedesByBytes($1.key) }) {
      Self.put(text, at: path, below: request.content, of: request, into: &files.content)
      Self.put(text, at: path, below: request.templates, of: request, into: &files.templates)
    }
    return files
  }

  private static func put(
    _ text: [UInt8], at path: String, below folder: String, of request: BuildRequest,
    into files: inout [File]
  ) {
    guard path.hasPrefix("\(folder)/") else { return }
    let source = SourceFile(path: path)
    let place = place(of: source, in: files)
    if place < files.endIndex, files[place].source == source {
      files[place].buffer = text
      return
    }
    let name = String(path.dropFirst(folder.utf8.count + 1)).precomposed
    guard !name.split(separator: "/").contains(where: { isIgnored(String($0)) }) else { return }
    var file = File(
      source: source, name: name, location: request.location(of: path), status: .unsaved)
    file.buffer = text
    files.insert(file, at: place)
  }

  /// Whether a name is hidden or the kind that editors and file managers leave behind.
  public static func isIgnored(_ name: String) -> Bool {
    let droppings = ["Thumbs.db", "desktop.ini", "Icon\r"]
    let endings = ["~", ".swp", ".swo", ".bak", ".orig", ".tmp"]
    if name.hasPrefix(".") || (name.hasPrefix("#") && name.hasSuffix("#")) { return true }
    return droppings.contains(name) || endings.contains { name.hasSuffix($0) }
  }
}

extension ProjectFiles {
  /// Looks whether there is a content folder.
  ///
  /// - Throws: ``EnvironmentError`` where there is none.
  static func expectContent(of request: BuildRequest) throws(EnvironmentError) {
    let location =
      request.content.hasPrefix("/") || request.root == "."
      ? request.content : "\(request.root)/\(request.content)"
    if try Disk.status(of: location) == nil { throw missing(location) }
  }

  fileprivate static func missing(_ folder: String) -> EnvironmentError {
    EnvironmentError(folder, "does not exist", help: "make the folder, or name another")
  }
}

/// A folder that links may not leave.
private struct Boundary {
  /// The folder as messages show it.
  let shown: String
  /// Where it is, all links followed.
  let location: String
  /// Its name in the folder that is walked through.
  var name = ""

  func contains(_ path: String) -> Bool {
    path == location || location == "/" || path.hasPrefix(location + "/")
  }

  /// The names on the way to a path that it contains.
  func steps(to path: String) -> [Substring] {
    path.dropFirst(location.count).split(separator: "/")
  }
}

/// The walk through a project's folders.
private struct FileFinder {
  let root: String
  var diagnostics: [Diagnostic] = []
  /// The folder that no link may leave.
  private var boundary = Boundary(shown: "", location: "")
  /// The folder within it whose links may not leave that.
  private var publishedBoundary: Boundary?
  /// The folder whose files are published at the root of the site.
  private var rootFolder: String?
  /// The folders that links led to.
  private var linked: Set<Disk.Status> = []
  private var found: [ProjectFiles.File] = []

  init(root: String) {
    self.root = root
  }

  mutating func files(
    of folder: String, published: String? = nil, root rootFolder: String? = nil,
    mayBeMissing: Bool = false
  ) throws(EnvironmentError) -> [ProjectFiles.File] {
    let isInside = !folder.hasPrefix("/") && !folder.split(separator: "/").contains("..")
    let location = folder.hasPrefix("/") ? folder : join(root == "." ? "" : root, folder)
    guard let status = try Disk.status(of: location) else {
      if mayBeMissing { return [] }
      throw EnvironmentError(
        location, "does not exist", help: "make the folder, or name another")
    }
    guard status.kind == .folder else { throw EnvironmentError(folder, "is not a folder") }
    // Whoever names a folder elsewhere means it; a link in the project may not lead there.
    let real = try Disk.realPath(location)
    if isInside, !Boundary(shown: root, location: try Disk.realPath(root)).contains(real) {
      throw EnvironmentError(folder, "leads out of the project", help: "name the folder itself")
    }
    boundary = Boundary(shown: folder, location: real)
    publishedBoundary = nil
    self.rootFolder = rootFolder
    if let published, try Disk.status(of: join(location, published)) != nil {
      publishedBoundary = Boundary(
        shown: join(folder, published), location: try Disk.realPath(join(location, published)),
        name: published)
    }
    found = []
    linked = []
    try walk(location, shown: folder, name: "", above: [status])
    found.sort { $0.source < $1.source }
    return found
  }

  private mutating func walk(
    _ location: String, shown: String, name: String, above: [Disk.Status]
  ) throws(EnvironmentError) {
    let entries = try Disk.entries(of: location)
    for entry in entries where !ProjectFiles.isIgnored(entry.name) || isForHosts(entry, in: name) {
      let inner = join(location, entry.name)
      let path = join(shown, entry.name)
      let innerName = join(name, entry.name)
      var kind = entry.kind
      var status: Disk.Status?
      if kind == .link {
        guard let target = try target(ofLink: inner, shown: path, name: innerName) else { continue }
        status = target
        kind = target.kind
      }
      switch kind {
      case .file:
        // One that has vanished by now shows when the files are looked at again.
        if status == nil { status = try Disk.status(of: inner) }
        guard let status else { continue }
        found.append(
          ProjectFiles.File(
            source: SourceFile(path: path), name: innerName.precomposed, location: inner,
            status: status))
      case .folder:
        if status == nil { status = try Disk.status(of: inner) }
        guard let status else { continue }
        guard !above.contains(where: { $0.isSame(as: status) })
        else {
          diagnostics.append(.linkCircle(path))
          continue
        }
        guard entry.kind != .link || linked.insert(status).inserted else {
          diagnostics.append(.linkedTwice(path))
          continue
        }
        try walk(inner, shown: path, name: innerName, above: above + [status])
      case .link, .other:
        diagnostics.append(.noFile(path))
      }
    }
  }

  /// Whether something hidden is meant for hosts and browsers, which look for it at the root of a site.
  private func isForHosts(_ entry: Disk.Entry, in folder: String) -> Bool {
    rootFolder == folder && [".well-known", ".nojekyll"].contains(entry.name)
  }

  /// What a link leads to, if that is in the project.
  private mutating func target(
    ofLink path: String, shown: String, name: String
  ) throws(EnvironmentError) -> Disk.Status? {
    var target: Disk.Status?
    do throws(EnvironmentError) {
      target = try Disk.status(of: path)
    } catch {
      target = nil
    }
    guard let target else {
      diagnostics.append(.linkLeadsNowhere(shown))
      return nil
    }
    let real = try Disk.realPath(path)
    let published = publishedBoundary.flatMap { name.hasPrefix("\($0.name)/") ? $0 : nil }
    let limit = published ?? boundary
    guard limit.contains(real) else {
      diagnostics.append(.link(shown, leavesFolder: limit.shown))
      return nil
    }
    guard !limit.steps(to: real).contains(where: { ProjectFiles.isIgnored(String($0)) }) else {
      diagnostics.append(.linkToHidden(shown))
      return nil
    }
    return target
  }

  private func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}

extension Diagnostic {
  fileprivate static func link(_ path: String, leavesFolder folder: String) -> Diagnostic {
    link(path, "leads out of \(folder)", help: "put the file itself there, or remove the link")
  }

  fileprivate static func linkToHidden(_ path: String) -> Diagnostic {
    link(path, "leads to a hidden file", help: "put the file itself there, or remove the link")
  }

  fileprivate static func linkedTwice(_ path: String) -> Diagnostic {
    link(path, "leads to a folder that another link leads to", help: "remove one of the links")
  }

  fileprivate static func noFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .strayFile, level: .error, "'\(path)' is a pipe, a socket or a device, and no file",
      at: Label(Span(startOf: SourceFile(path: path))), help: "take it out of the folder")
  }

  fileprivate static func linkLeadsNowhere(_ path: String) -> Diagnostic {
    link(path, "leads nowhere", help: "mend or remove the link")
  }

  fileprivate static func linkCircle(_ path: String) -> Diagnostic {
    link(path, "leads to a folder that it is in", help: "remove the link")
  }

  private static func link(_ path: String, _ fault: String, help: String) -> Diagnostic {
    Diagnostic(
      .unsafePath, "'\(path)' is a link that \(fault)",
      at: Label(Span(startOf: SourceFile(path: path, isUnread: true))), help: help)
  }
}
