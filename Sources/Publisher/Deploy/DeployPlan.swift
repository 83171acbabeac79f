import Diagnostics

/// What is sent to a place and taken away there, in the order in which a reader misses nothing.
///
/// A page refers to style sheets, scripts and pictures, so these come first; it leads to other pages, so
/// pages of records come before the lists that name them, and the home page after all. The list of the
/// publication comes last, for it says that all is there, and what has gone is taken away after it.
public struct DeployPlan: Sendable, Hashable {
  /// What is sent together.
  public struct Step: Sendable, Hashable {
    /// What it is, in a word or two.
    public let name: String
    /// The paths, in the order of their bytes.
    public let paths: [String]
    /// How long browsers may keep it; nil where the place decides.
    let caching: Caching
  }

  /// How long browsers may keep a file.
  enum Caching: String, Sendable, Hashable {
    /// For good, for its name changes with what is in it.
    case immutable = "public, max-age=31536000, immutable"
    /// Until they have asked whether it is still the same.
    case validated = "public, max-age=0, must-revalidate"
  }

  /// What is sent, step by step; none is empty.
  public let steps: [Step]
  /// What is taken away at the end.
  public let removed: [String]

  /// How many files are sent.
  public var count: Int { steps.reduce(0) { $0 + $1.paths.count } }

  /// Every path that the plan touches.
  var paths: Set<String> { Set(steps.flatMap(\.paths) + removed) }

  /// Works out what differs.
  ///
  /// - Parameters:
  ///   - old: what the place has; nil where it has nothing.
  ///   - suspects: paths that somebody may have replaced there since.
  ///   - new: what it is to have.
  ///   - isSigned: whether the list has a signature.
  ///   - isHere: whether an asset of an earlier publication is at hand.
  init(
    from old: PublishedSite?, suspects: Set<String> = [], to new: PublishedSite, isSigned: Bool,
    isHere: (String) -> Bool
  ) {
    var former: [String: SHA256] = [:]
    for file in old?.files ?? [] { former[file.path] = file.sha256 }
    for asset in old?.former ?? [] { former[asset.path] = asset.sha256 }
    var paths: [Stage: [String]] = [:]
    func add(_ path: String, _ sha256: SHA256, _ stage: Stage) {
      guard former[path] != sha256 || suspects.contains(path) else { return }
      paths[stage, default: []].append(path)
    }
    for asset in new.former where isHere(asset.path) { add(asset.path, asset.sha256, .assets) }
    for file in new.files {
      add(file.path, file.sha256, Stage(of: file, isNew: former[file.path] == nil))
    }
    paths[.list] = (isSigned ? [PublishedSite.signatureName] : []) + [PublishedSite.name]
    steps = Stage.allCases.compactMap { stage in
      guard let found = paths[stage], !found.isEmpty else { return nil }
      // The list itself is the last of all.
      return Step(
        name: stage.rawValue,
        paths: stage == .list ? found : found.sorted { $0.precedesByBytes($1) },
        caching: stage == .assets ? .immutable : .validated)
    }
    let kept = Set(new.files.map(\.path) + new.former.map(\.path))
    removed = Set(former.keys).union(suspects).subtracting(kept)
      .subtracting([PublishedSite.name, PublishedSite.signatureName])
      .sorted { $0.precedesByBytes($1) }
  }

  private enum Stage: String, CaseIterable {
    case assets
    case parts = "new parts"
    case records = "pages of records"
    case pages = "lists"
    case data = "feeds and data"
    case home = "the home page"
    case list = "the list of the publication"

    init(of file: PublishedFile, isNew: Bool) {
      switch file.kind {
      case .asset: self = .assets
      case .download: self = .parts
      case .record, .moved: self = .records
      case .page: self = file.path == "index.html" ? .home : .pages
      // A page that is new leads to them; one that is there leads to the former ones till then.
      case .feed, .data, .search: self = isNew && !file.isSearchEntrance ? .parts : .data
      }
    }
  }
}

extension PublishedFile {
  /// Whether it is what the search page asks first, which names the parts of the index.
  fileprivate var isSearchEntrance: Bool {
    kind == .search && (path.hasSuffix(".js") || path.hasSuffix(".json"))
  }
}

extension DeployPlan {
  /// The plan for people: a line a file, in the order in which it is carried out.
  public var text: String {
    let sent = steps.flatMap { step in step.paths.map { "send \($0)  (\(step.name))\n" } }
    return (sent + removed.map { "take away \($0)\n" }).joined()
  }
}
