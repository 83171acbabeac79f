public import Inspections
public import Site

/// What to build, from where, to where, and for when.
public struct BuildRequest: Sendable {
  /// The project's folder; the others are relative to it unless they start with `/`.
  public var root: String
  /// The folder of the records.
  public var content: String
  /// The folder of templates and assets that override the built-in theme; need not exist.
  public var templates: String
  /// The folder the site is written to.
  public var output: String
  /// When the site is built for; `site.yml` says what day that is.
  public var now: BuildTime
  /// Where the site will be, if not where `site.yml` says; absolute.
  public var baseURL: String?
  /// What is shown of that which readers cannot see yet.
  public var unreleased: Unreleased
  /// Whether links lead from page to page wherever the folder lies, without a host.
  public var usesRelativeLinks = false
  /// Whether warnings stop the build as errors do.
  public var isStrict: Bool
  /// Whether the index for search is made; only a build that writes makes one.
  public var search: SearchIndexing
  /// Whether the output folder itself stays, and its files are replaced one by one.
  public var keepsFolder: Bool
  /// Whether the site must be on the disk before it takes the place of another.
  public var waitsForDisk: Bool
  /// What was public before, if not what `site.yml` names; `none` for nothing.
  public var previous: String?
  /// The key that signs the list of what is published; nil for no signature.
  public var signingKey: String?
  /// How many workers share the work; the output does not depend on it.
  public var workers: Int
  /// How many bytes of bodies a build or a check holds in memory; those beyond lie in a file meanwhile.
  public var heldBytes = 16 << 20

  /// A build of the project in `root` with the usual folders.
  public init(
    root: String, content: String = "content", templates: String = "templates",
    output: String = "public", now: BuildTime, baseURL: String? = nil,
    unreleased: Unreleased = .none,
    isStrict: Bool = false, search: SearchIndexing = .off, keepsFolder: Bool = false,
    waitsForDisk: Bool = true, workers: Int = availableWorkers
  ) {
    self.root = root
    self.content = content
    self.templates = templates
    self.output = output
    self.now = now
    self.baseURL = baseURL
    self.unreleased = unreleased
    self.isStrict = isStrict
    self.search = search
    self.keepsFolder = keepsFolder
    self.waitsForDisk = waitsForDisk
    self.workers = workers
  }

  /// Where everything of a site will be.
  public func addresses(of site: SiteSettings) -> Addresses {
    Addresses(baseURL: baseURL ?? site.baseURL.value)
  }

  /// A path of the request for the system: below the root unless it starts with `/`.
  func location(of path: String) -> String { path.hasPrefix("/") ? path : "\(root)/\(path)" }
}
