import Site

/// A file of the site: where it goes and what is in it.
public struct OutputFile: Sendable, Hashable {
  /// The path in the output folder, relative, with `/` between its parts.
  public let path: String
  /// Every byte of it.
  public let bytes: [UInt8]

  /// Couples a path with its bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A site on its way to its output folder.
///
/// The pages are gathered in a hidden folder beside the output. ``commit(_:workers:waitsForDisk:)`` puts
/// the whole site in place in one step; if the value goes away before, or the process dies, the output
/// stays as it was. There is one staging for an output folder at a time.
///
/// Where there is an ``Obstacle`` to one step, the files are moved one by one.
public struct Staging: ~Copyable, Sendable {
  /// Where pages are written; workers share it freely.
  public let folder: StagedFolder
  private let output: OutputFolder
  private let work: WorkFolder
  private let keepsFolder: Bool
  private let isInside: Bool

  /// What a build did to its output folder.
  public struct Summary: Sendable, Hashable {
    /// How many files the site has.
    public let written: Int
    /// How many files of others are kept.
    public let kept: Int
    /// Why the site was not put in place in one step; nil where it was.
    public let obstacle: Obstacle?
    /// Whether an earlier build had been ended while it put files in place one by one.
    public let isRepaired: Bool
  }

  /// Prepares to publish into a folder, which need not exist, and locks it.
  ///
  /// With `keepsFolder`, the folder itself stays and its files are replaced one by one.
  ///
  /// - Throws: ``EnvironmentError`` if it is not ours to replace (it holds files that no build
  ///   wrote), if another build is writing to it, or if nothing can be written there.
  public static func begin(
    output path: String, keepsFolder: Bool = false
  ) throws(EnvironmentError) -> Staging {
    let output = try OutputFolder.inspect(path)
    let mustBeInside =
      switch output.obstacle(keepsFolder: keepsFolder) {
      case .mounted, .parent: true
      case .mountsUnknown: !Disk.isWritable(output.parent)
      case .asked, .mountInside, .shownElsewhere, .owner, .refused, .noExchange, nil: false
      }
    let place =
      mustBeInside
      ? "\(output.location)/\(CarriedFiles.workName)"
      : "\(output.parent)/.\(output.name).findings-work"
    let work = try WorkFolder.open(at: place, for: output)
    // Only now that it is locked does the output stay as it is seen.
    let staging = Staging(
      try OutputFolder.inspect(path), work, keepsFolder: keepsFolder, isInside: mustBeInside)
    try staging.folder.empty()
    return staging
  }

  /// The same for the folders of a request, which may not lie in one another.
  static func begin(for request: BuildRequest) throws(EnvironmentError) -> Staging {
    let path = request.location(of: request.output)
    let output = try OutputFolder.inspect(path)
    for input in [request.content, request.templates] {
      try output.keepApart(from: request.location(of: input), shown: input)
    }
    return try begin(output: path, keepsFolder: request.keepsFolder)
  }

  private init(
    _ output: OutputFolder, _ work: consuming WorkFolder, keepsFolder: Bool, isInside: Bool
  ) {
    self.output = output
    self.keepsFolder = keepsFolder
    self.isInside = isInside
    folder = StagedFolder(
      location: work.site, shown: output.shown, model: isInside ? nil : output.status,
      former: output.manifest == nil ? nil : output.location)
    self.work = work
  }

  /// Puts the site in place: the files that were written, the list of them, and the files of
  /// others that the output holds.
  ///
  /// `paths` are those of all the files written, in any order. The exchange is atomic for whoever looks at
  /// the folder. With `waitsForDisk`, every file is on the disk before it takes the place of another, so
  /// that a power cut leaves one site or the other as a killed build does.
  ///
  /// - Throws: ``EnvironmentError``, after which the output is as it was, unless a move file by
  ///   file was interrupted half-way.
  ///
  /// Complexity: O(n) in the files of the old and new output.
  public consuming func commit(
    _ paths: [String], workers: Int = availableWorkers, waitsForDisk: Bool = true
  ) async throws(EnvironmentError) -> Summary {
    if let (path, problem) = OutputPath.problems(among: paths).first {
      throw EnvironmentError("\(output.shown)/\(path)", problem.words)
    }
    let manifest = Manifest(paths)
    let writer = try folder.writer()
    try writer.create(Manifest.name, manifest.bytes)
    // What others wrote here, and what was written piece by piece.
    for path in paths
    where path.hasPrefix("\(SearchIndex.folder)/") || path.hasPrefix(PublishedSite.name) {
      try folder.rewrite(path, with: writer)
    }
    let others = try CarriedFiles.find(in: output, conflictingWith: work.site)
    if waitsForDisk { try Disk.flush(work.site) }
    let obstacle = try await place(manifest, others, workers, waitsForDisk)
    return Summary(
      written: paths.count, kept: others.files.count, obstacle: obstacle,
      isRepaired: output.isUnfinished)
  }

  /// Gives the site up and leaves the output as it was; the same as letting go of the value.
  public consuming func abort() {}

  /// Puts the site in place in one step if it can be, and says why if it cannot.
  private borrowing func place(
    _ manifest: Manifest, _ others: CarriedFiles, _ workers: Int, _ waitsForDisk: Bool
  ) async throws(EnvironmentError) -> Obstacle? {
    var obstacle = output.obstacle(keepsFolder: keepsFolder || isInside)
    if obstacle == nil, let status = output.status {
      obstacle = try others.carry(from: output.location, to: work.site)
      if obstacle == nil, try !Disk.adopt(status, at: work.site) {
        obstacle = .owner(output.shown)
      }
    }
    if obstacle == nil { obstacle = try exchange() }
    switch obstacle {
    case nil, .noExchange:
      if output.status != nil { try await clearFormer(manifest, others, workers) }
      if waitsForDisk { try Disk.flush(output.parent) }
    case .some:
      var moves = MoveFiles(manifest, from: work.site, to: output)
      try moves.run(waitsForDisk: waitsForDisk)
    }
    return obstacle
  }

  private borrowing func exchange() throws(EnvironmentError) -> Obstacle? {
    guard output.status != nil else {
      try Disk.move(work.site, to: output.location)
      return nil
    }
    try work.noteExchange()
    switch try Disk.exchange(work.site, output.location) {
    case .atomic: return nil
    case .refused: return .refused
    case .unsupported:
      try Disk.replace(output.location, with: work.site, aside: work.old)
      return .noExchange
    }
  }

  /// Clears away the former output: what the last build wrote name by name and by all workers, and then
  /// the rest, of which nothing of others may be lost.
  ///
  /// Measured: replacing 30,000 pages takes 670 ms of one processor, and 980 ms if the old folders
  /// are looked into instead. A path of the old list could lead through a link; then only the
  /// second, which follows none, is done.
  private borrowing func clearFormer(
    _ manifest: Manifest, _ others: CarriedFiles, _ workers: Int
  ) async throws(EnvironmentError) {
    let old = try Disk.ownStatus(of: work.old) == nil ? work.site : work.old
    let paths = output.manifest?.paths ?? []
    let safe = others.hasLinks ? [] : paths.filter { OutputPath.problem(of: $0) == nil }
    _ = await parallelChunks(safe, workers: workers) { chunk -> [Never] in
      var last = ""
      for path in chunk {
        guard (try? Disk.removeFile("\(old)/\(path)")) != nil else { break }
        let folder = Disk.parent(of: path) ?? ""
        if folder != last, !last.isEmpty { Disk.removeEmptyFolder("\(old)/\(last)") }
        last = folder
      }
      return []
    }
    try FormerOutput(
      location: old, site: output.location, ours: Set(paths).union(manifest.paths),
      carried: others.files
    ).clear()
    try work.forgetExchange()
  }
}

/// The folder where the pages of one build are gathered; a value that all workers share.
public struct StagedFolder: Sendable {
  /// Where the folder is, for programs that look through the finished pages.
  let location: String
  private let shown: String
  /// The folder whose place it is to take, if any.
  private let model: Disk.Status?
  /// Where the site is that it is to replace, of which the same files are kept; nil where there is none.
  let former: String?

  init(location: String, shown: String, model: Disk.Status?, former: String?) {
    self.location = location
    self.shown = shown
    self.model = model
    self.former = former
  }

  /// Removes what was written so far, to begin anew.
  func empty() throws(EnvironmentError) {
    try Disk.removeTree(location)
    try Disk.makeFolder(location)
    // What is made in a folder may take its group from it. Whether the owner can be kept, too, shows
    // when the site is put in place.
    guard let model else { return }
    _ = try Disk.adopt(model, at: location)
    try Disk.setPermissions(location, model.permissions | 0o700)
  }

  /// Opens the folder for the files of one worker; others may write meanwhile.
  func writer() throws(EnvironmentError) -> FolderWriter {
    do throws(EnvironmentError) {
      return try FolderWriter(in: location, after: former)
    } catch {
      throw error.shown(as: shown)
    }
  }

  /// Writes one file, and makes the folders it needs; safe to call from all workers at once.
  ///
  /// - Throws: ``EnvironmentError`` if the path leaves the folder, was written before, or cannot
  ///   be written.
  public func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) {
    try write(path, .whole { bytes }, with: writer())
  }

  /// The same with the folder opened before, and of what is made now; its digest comes with it.
  @discardableResult
  func write(
    _ path: String, _ contents: FileContents, with writer: FolderWriter
  ) throws(EnvironmentError) -> FileDigest {
    if let problem = OutputPath.problem(of: path) {
      throw EnvironmentError("\(shown)/\(path)", problem.words)
    }
    if Task.isCancelled { throw EnvironmentError(shown, "is as it was, for the build was stopped") }
    do throws(EnvironmentError) {
      return try writer.create(path, contents)
    } catch {
      throw error.shown(as: "\(shown)/\(path)")
    }
  }

  /// Writes a file once more that another program made here, so that it is kept where it is the same.
  func rewrite(_ path: String, with writer: FolderWriter) throws(EnvironmentError) {
    let place = "\(location)/\(path)"
    let bytes = try Disk.read(place)
    try Disk.removeFile(place)
    try write(path, .whole { bytes }, with: writer)
  }

  /// Writes one file of the site.
  public func write(_ file: OutputFile) throws(EnvironmentError) {
    try write(file.path, file.bytes)
  }
}
