import CBuildFacts
import Inspections
import Site

/// What this program is: its version, the commit it was built from, and the formats that it knows.
enum Release {
  /// The version by the rules of Semantic Versioning; tags are this with a `v` before it.
  static let version = "0.1.0"

  /// The commit; nil for a build that was not told, as those of a source tree are not.
  static var commit: String? {
    let commit = unsafe String(cString: build_commit())
    return commit.isEmpty ? nil : commit
  }

  /// What `findings --version` says, the version in the first line.
  static var words: String {
    """
    findings \(version)
    commit \(commit ?? "not recorded: built from a source tree")
    content format \(ContentFormat.newest.rawValue), data \(openDataVersion)
    """
  }
}
