import Diagnostics

/// How a built site is put where it is public.
public struct DeployRequest: Sendable {
  /// The folder of the built site.
  public var site: String
  /// Where it is to be: a folder, `rsync:…`, `HOST:PATH` or `rclone:…`.
  public var target: String
  /// The folder that relative ones count from.
  public var root: String
  /// Whether what is there is replaced, whatever it is.
  public var replaces = false
  /// Whether a deployment of another publication that was cut off is taken over.
  public var takesOver = false
  /// How many workers share the work on this machine.
  public var workers = availableWorkers

  /// A deployment of a site's folder to a place.
  public init(site: String, target: String, root: String) {
    self.site = site
    self.target = target
    self.root = root
  }
}

/// A deployment that was worked out and not yet carried out.
public struct Deployment: Sendable {
  /// What is sent and taken away.
  public let plan: DeployPlan
  /// Whether the place has the publication already, and nothing is left to do.
  public let isDone: Bool
  /// Whether it goes on with one that was cut off.
  public let isResumed: Bool
  private let folder: String
  private let target: any DeployTarget
  private let shown: String
  private let publication: SHA256

  /// Looks at a place and works out what differs from a built site.
  ///
  /// - Throws: ``EnvironmentError`` where the place has a site other than the one that this was held against,
  ///   where another publication is put there, or where either cannot be read.
  public init(_ request: DeployRequest) async throws(EnvironmentError) {
    folder = request.site.hasPrefix("/") ? request.site : "\(request.root)/\(request.site)"
    shown = request.target
    let built = try await PreviousPublication.read(
      folder, shown: request.site, workers: request.workers)
    publication = built.digest
    target = try deployTarget(request.target, root: request.root)
    let there = try await Situation(at: target, request)
    let isHere = there.publication?.digest == built.digest
    try there.check(built, request)
    let plan = DeployPlan(
      from: there.publication?.site, suspects: Set(there.lock?.paths ?? []), to: built.site,
      isSigned: (try? Disk.status(of: "\(folder)/\(PublishedSite.signatureName)")) ?? nil != nil
    ) { [folder] path in (try? Disk.status(of: "\(folder)/\(path)")) ?? nil != nil }
    self.plan = plan
    isDone = isHere && there.lock == nil
    isResumed = there.lock?.publication == built.digest
    try await Self.checkFiles(of: plan, built.site, in: folder, workers: request.workers)
  }

  /// Carries it out, and says before each step what is sent.
  ///
  /// - Throws: ``EnvironmentError`` where something could not be sent or taken away; it can be done again.
  public func run(_ say: (String) -> Void) throws(EnvironmentError) {
    guard !isDone else { return }
    try lock()
    for step in plan.steps {
      say("sending \(step.name) (\(step.paths.count) \(step.paths.count == 1 ? "file" : "files"))")
      // The list says that all is there, so its signature is there before.
      let batches = step.paths.last == PublishedSite.name ? step.paths.map { [$0] } : [step.paths]
      for batch in batches { try target.send(batch, from: folder, caching: step.caching) }
    }
    if !plan.removed.isEmpty {
      say("taking \(plan.removed.count) away")
      try target.remove(plan.removed)
    }
    try target.remove([DeployLock.name])
  }

  /// Puts the lock there, and looks whether it is ours.
  private func lock() throws(EnvironmentError) {
    let place = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(place) }
    let token = String(UInt64.random(in: .min ... .max), radix: 16)
    let lock = DeployLock(plan, of: publication, token: token)
    try Disk.put("\(place)/\(DeployLock.name)", lock.bytes)
    try target.send([DeployLock.name], from: place, caching: .validated)
    let back = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(back) }
    try target.fetch([DeployLock.name], to: back)
    guard let found = try? Disk.read("\(back)/\(DeployLock.name)"), found == lock.bytes else {
      throw EnvironmentError(shown, "is being written by another deployment")
    }
  }

  /// Fails where a file that is to be sent is not as the list says.
  private static func checkFiles(
    of plan: DeployPlan, _ site: PublishedSite, in folder: String, workers: Int
  ) async throws(EnvironmentError) {
    let sent = Set(plan.steps.flatMap(\.paths))
    let results = await parallelResults(
      site.files.filter { sent.contains($0.path) }, workers: workers
    ) { file throws(EnvironmentError) in
      let bytes = try Disk.read("\(folder)/\(file.path)")
      guard SHA256(of: bytes) == file.sha256 else {
        throw EnvironmentError(
          "\(folder)/\(file.path)", "is not as it was built", help: "build the site again")
      }
    }
    for result in results { try result.get() }
  }
}

/// What is at a place before anything is sent.
private struct Situation {
  let publication: PreviousPublication?
  let lock: DeployLock?

  init(at target: any DeployTarget, _ request: DeployRequest) async throws(EnvironmentError) {
    let folder = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(folder) }
    try target.fetch([PublishedSite.name, DeployLock.name], to: folder)
    let list = "\(folder)/\(PublishedSite.name)"
    publication =
      try Disk.status(of: list) == nil
      ? nil
      : try await PreviousPublication.read(list, shown: request.target, workers: request.workers)
    let lock = "\(folder)/\(DeployLock.name)"
    self.lock = try Disk.status(of: lock) == nil ? nil : DeployLock(try Disk.read(lock))
  }

  /// Fails where the place is not to be replaced by a publication.
  func check(
    _ built: PreviousPublication, _ request: DeployRequest
  ) throws(EnvironmentError) {
    if let lock, lock.publication != built.digest, !request.takesOver {
      throw EnvironmentError(
        request.target, "is being written, or was left half-way, by a deployment of another build",
        help: "deploy that build, or take over with --take-over once nobody is at it")
    }
    guard let there = publication, there.digest != built.digest, !request.replaces,
      there.digest != built.site.head.previous
    else { return }
    throw EnvironmentError(
      request.target, "has another site than the one that this build was held against",
      help: "build with '--previous' of what is there, or deploy with --replace")
  }
}
