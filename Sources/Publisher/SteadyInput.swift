import Diagnostics

/// Does a piece of work over the files of a project, and once more where they changed meanwhile.
///
/// Files are read one after another; while a branch is checked out or a folder copied, those read early and
/// those read late are of two states, and no state of the project looks like their sum. So all are looked at
/// again afterwards: names, lengths, times and identities.
///
/// - Returns: what the work came to over files that stayed as they were, and the file that changed when it
///   was done for the first time.
/// - Throws: ``EnvironmentError`` where the work fails over such files, and where they change again.
func overSteadyInput<Value: Sendable>(
  _ request: BuildRequest,
  _ work: (Diagnosed<ProjectFiles>) async throws(EnvironmentError) -> Value
) async throws(EnvironmentError) -> (value: Value, restart: String?) {
  var restart: String?
  while true {
    let before = try ProjectFiles.find(request)
    let result: Result<Value, EnvironmentError>
    do throws(EnvironmentError) {
      result = .success(try await work(before))
    } catch {
      result = .failure(error)
    }
    // A folder that is gone by now is a change, too.
    let after = try? ProjectFiles.find(request)
    guard let change = before.value.difference(from: after?.value, in: request) else {
      return (try result.get(), restart)
    }
    if let restart {
      throw EnvironmentError(
        change, "changed while the site was being built, as did '\(restart)' before",
        help: "build again when nothing writes to the project")
    }
    restart = change
  }
}

extension ProjectFiles {
  /// The files of the project that a build is of.
  static func find(
    _ request: BuildRequest
  ) throws(EnvironmentError) -> Diagnosed<ProjectFiles> {
    try find(root: request.root, content: request.content, templates: request.templates)
  }

  /// The first file that is not in both or not the same in both; O(n).
  fileprivate func difference(from other: ProjectFiles?, in request: BuildRequest) -> String? {
    guard let other else { return request.content }
    for (ours, theirs) in [(content, other.content), (templates, other.templates)]
    where ours != theirs {
      if let (left, right) = zip(ours, theirs).first(where: { $0 != $1 }) {
        return min(left.source, right.source).path
      }
      let longer = ours.count > theirs.count ? ours : theirs
      return longer.dropFirst(min(ours.count, theirs.count)).first?.source.path
    }
    return nil
  }
}
