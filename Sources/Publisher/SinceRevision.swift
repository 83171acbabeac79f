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
  let now = try await checkSite(request)
  let before = try await atRevision(
    revision, of: request, help: "name a commit that git knows"
  ) { former throws(EnvironmentError) in
    try await checkSite(former)
  }
  return (now, ChangedDiagnostics(now, since: before))
}
