public import Diagnostics
public import Site

/// A file of a site's templates folder beside the one of the built-in theme that it takes the place of.
///
/// When a file is copied out of the built-in theme, the original is kept in `.built-in/` within the
/// templates folder: with it, what the site changed and what the theme changed since can be told apart.
public struct ThemeOverride: Sendable {
  /// How the site's file stands to the built-in theme.
  public enum State: String, Sendable, CaseIterable {
    /// The built-in theme has no file of that name.
    case own
    /// It is the built-in file to the byte.
    case same
    /// The built-in file is what it was when it was copied.
    case current
    /// The built-in file has changed since it was copied.
    case outdated
    /// The built-in theme had the file when it was copied, and has it no more.
    case gone
    /// No original was kept.
    case unrecorded
  }

  /// The file's path in the theme, like `partials/masthead.mustache`.
  public let name: String
  /// The site's file as messages show it.
  public let file: SourceFile
  /// Every byte of the site's file.
  public let bytes: [UInt8]
  /// The file of the built-in theme as it is now.
  public let builtIn: [UInt8]?
  /// The file of the built-in theme as it was when it was copied.
  public let original: [UInt8]?

  /// How the file stands to the built-in theme.
  public var state: State {
    guard let builtIn else { return original == nil ? .own : .gone }
    if bytes == builtIn { return .same }
    guard let original else { return .unrecorded }
    return original == builtIn ? .current : .outdated
  }

  /// What the site changes, as a unified diff; of a file that has no original, beside the present one.
  public var siteChanges: String {
    guard let start = original ?? builtIn else { return "" }
    return UnifiedDiff(start, ThemeFile.shownPath(of: name), bytes, file.path).text
  }

  /// What the built-in theme changed since the file was copied, as a unified diff; may be empty.
  public var themeChanges: String {
    guard let original, let builtIn else { return "" }
    let name = ThemeFile.shownPath(of: name)
    return UnifiedDiff(original, "\(name) (as copied)", builtIn, "\(name) (now)").text
  }
}

extension ThemeOverride {
  /// Where originals are kept, within the templates folder.
  static let originals = ".built-in"

  /// Every file of a project's templates folder, ordered by path.
  ///
  /// - Throws: ``EnvironmentError`` where a file cannot be read.
  public static func all(of request: BuildRequest) throws(EnvironmentError) -> [ThemeOverride] {
    let files = try ProjectFiles.find(
      root: request.root, content: request.content, templates: request.templates
    ).value.templates
    var found: [ThemeOverride] = []
    for file in files {
      found.append(try ThemeOverride(file, bytes: file.read(), in: request))
    }
    return found
  }

  init(
    _ file: ProjectFiles.File, bytes: [UInt8], in request: BuildRequest
  ) throws(EnvironmentError) {
    name = file.name
    self.file = file.source
    self.bytes = bytes
    builtIn = ThemeFile.builtIn.first { $0.path == file.name }?.bytes
    let path = Self.original(of: file.name, in: request)
    original = try Disk.status(of: path) == nil ? nil : Disk.read(path)
  }

  /// Copies a file of the built-in theme into a project and keeps the original beside it.
  ///
  /// - Throws: ``EnvironmentError`` where the project has a file of that name.
  public static func copy(_ file: ThemeFile, to request: BuildRequest) throws(EnvironmentError) {
    let shown = "\(request.templates)/\(file.path)"
    let path = request.location(of: shown)
    guard try Disk.status(of: path) == nil else {
      throw EnvironmentError(shown, "exists", help: "findings theme diff shows what it changes")
    }
    try Disk.createWithFolders(path, file.bytes)
    try keep(file, in: request)
  }

  /// Keeps the present file of the built-in theme as the original of the project's.
  ///
  /// - Throws: ``EnvironmentError`` where it cannot be written.
  public static func keep(_ file: ThemeFile, in request: BuildRequest) throws(EnvironmentError) {
    let path = original(of: file.path, in: request)
    if let end = path.lastIndex(of: "/") { try Disk.makeFolders(String(path[..<end])) }
    try Disk.put(path, file.bytes)
  }

  private static func original(of name: String, in request: BuildRequest) -> String {
    request.location(of: "\(request.templates)/\(originals)/\(name)")
  }
}
