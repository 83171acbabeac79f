public import Diagnostics

/// What a change of the records brought: what is said now, held against what was said before.
public struct ChangedDiagnostics: Sendable {
  /// What is said now and was not before.
  public let new: [Diagnostic]
  /// What was said before and is not now; its places are those of the former files.
  public let fixed: [Diagnostic]
  /// How many are said as before.
  public let standing: Int

  /// Tells apart what is new, fixed and standing.
  ///
  /// Two are the same when check, file and words are, wherever in the file they stand; of several alike, as
  /// many stand as there were.
  ///
  /// Complexity: O(n).
  public init(_ now: [Diagnostic], since before: [Diagnostic]) {
    var former = Dictionary(grouping: before, by: Identity.init)
    new = now.filter { former[Identity($0)]?.popLast() == nil }
    fixed = former.values.flatMap { $0 }.sorted()
    standing = now.count - new.count
  }

  private struct Identity: Hashable {
    let check: Check
    let path: String
    let message: String
    let level: Level

    init(_ diagnostic: Diagnostic) {
      check = diagnostic.check
      path = diagnostic.primary.span.file.path
      message = diagnostic.message
      level = diagnostic.level
    }
  }
}

/// Checks a site as it is and as it was at a revision, which git lays out in a folder of its own meanwhile.
///
/// Both are checked for the same moment, by the checks of this program.
///
/// - Parameters:
///   - request: the site as it is.
///   - revision: whatever git takes for a commit, like `origin/main`.
/// - Returns: what is said now, and what of that the change brought.
/// - Throws: ``EnvironmentError`` where git is missing, knows no such revision, or the project is in no
///   repository.
public func checkSite(
  _ request: BuildRequest, since revision: String
) async throws(EnvironmentError) -> (now: [Diagnostic], change: ChangedDiagnostics) {
  for path in [request.content, request.templates] where path.hasPrefix("/") {
    throw EnvironmentError(
      path, "need not be in the repository", help: "name it by a path within the project")
  }
  let now = try await checkSite(request)
  let place = try Disk.makeTemporaryFolder()
  defer { try? Disk.removeTree(place) }
  let repository = try Repository(holding: request.root)
  let tree = "\(place)/tree"
  try repository.lay(out: revision, at: tree)
  defer { repository.forget(tree) }
  var former = request
  former.root = repository.path.isEmpty ? tree : "\(tree)/\(repository.path)"
  return (now, ChangedDiagnostics(now, since: try await checkSite(former)))
}

/// The repository that a project lies in.
private struct Repository {
  /// Its folder.
  let root: String
  /// The project's folder in it; empty where that is the repository's own.
  let path: String
  private let git: HelperProgram

  init(holding project: String) throws(EnvironmentError) {
    guard let git = HelperProgram.find("git", on: HelperProgram.searchPath) else {
      throw EnvironmentError("git", "is not installed", help: "install it, or leave out --since")
    }
    self.git = git
    let project = try Disk.realPath(project)
    var parts = project.split(separator: "/")[...]
    while try Disk.status(of: "/\(parts.joined(separator: "/"))/.git") == nil {
      guard parts.popLast() != nil else {
        throw EnvironmentError(
          project, "is in no git repository", help: "leave out --since, or begin one with git init")
      }
    }
    root = "/" + parts.joined(separator: "/")
    path = String(project.dropFirst(root.count).drop { $0 == "/" })
  }

  /// Writes the files of a revision to a folder that is not there yet.
  func lay(out revision: String, at folder: String) throws(EnvironmentError) {
    let arguments = ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, revision]
    switch try run(arguments) {
    case .success: return
    case .failure(let words):
      throw EnvironmentError(
        revision, "cannot be laid out by git: \(words)", help: "name a commit that git knows")
    case .timeout: throw EnvironmentError(revision, "was not laid out by git in time")
    }
  }

  /// Lets git forget a folder of a revision.
  func forget(_ folder: String) {
    _ = try? run(["worktree", "remove", "--force", folder])
  }

  /// Runs git, also where the repository is another user's, as in a container, and without its hooks.
  private func run(_ arguments: [String]) throws(EnvironmentError) -> HelperProgram.Ending {
    let settings = ["-c", "safe.directory=*", "-c", "core.hooksPath=/dev/null"]
    return try git.run(["-C", root] + settings + arguments, limit: .seconds(300))
  }
}
