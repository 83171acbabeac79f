/// Does work on a project as it was at a revision, which git lays out in a folder of its own meanwhile.
///
/// `revision` is whatever git takes for a commit, like `origin/main`; the work gets the request for the
/// project as it was. `help` is what is to be done where there is no such revision.
///
/// - Throws: ``EnvironmentError`` where git is missing, knows no such revision, or the project is in no
///   repository; and what the work throws.
func atRevision<Value: Sendable>(
  _ revision: String, of request: BuildRequest, help: String,
  _ work: (BuildRequest) async throws(EnvironmentError) -> Value
) async throws(EnvironmentError) -> Value {
  for path in [request.content, request.templates] where path.hasPrefix("/") {
    throw EnvironmentError(
      path, "need not be in the repository", help: "name it by a path within the project")
  }
  let place = try Disk.makeTemporaryFolder()
  defer { try? Disk.removeTree(place) }
  let repository = try Repository(holding: request.root)
  let tree = "\(place)/tree"
  try repository.lay(out: revision, at: tree, help: help)
  defer { repository.forget(tree) }
  var former = request
  former.root = repository.path.isEmpty ? tree : "\(tree)/\(repository.path)"
  do throws(EnvironmentError) {
    return try await work(former)
  } catch {
    // The folder of the revision is nobody's to look into.
    guard error.path.hasPrefix("\(former.root)/") else { throw error }
    throw EnvironmentError(
      String(error.path.dropFirst(former.root.utf8.count + 1)), "\(error.reason) at '\(revision)'",
      help: help)
  }
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
      throw EnvironmentError("git", "is not installed", help: "install it, or name no revision")
    }
    self.git = git
    let project = try Disk.realPath(project)
    var parts = project.split(separator: "/")[...]
    while try Disk.status(of: "/\(parts.joined(separator: "/"))/.git") == nil {
      guard parts.popLast() != nil else {
        throw EnvironmentError(
          project, "is in no git repository", help: "name no revision, or begin one with git init")
      }
    }
    root = "/" + parts.joined(separator: "/")
    path = String(project.dropFirst(root.count).drop { $0 == "/" })
  }

  /// Writes the files of a revision to a folder that is not there yet.
  func lay(
    out revision: String, at folder: String, help: String
  ) throws(EnvironmentError) {
    let arguments = ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, revision]
    switch try run(arguments) {
    case .success: return
    case .failure(let words):
      throw EnvironmentError(
        revision, "cannot be laid out by git: \(words)", help: help)
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
