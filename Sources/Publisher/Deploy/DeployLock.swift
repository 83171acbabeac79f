import Diagnostics
import Site
import Templates

/// What stands at a place while a publication is put there: which it is, and what may be of it already.
///
/// It goes when all is done. Where it is found, a deployment is under way or was cut off.
struct DeployLock: Sendable, Hashable {
  /// Its name in the root of the place.
  static let name = ".findings-deploy"

  /// The digest of the list of the publication.
  let publication: SHA256
  /// What tells this run from others; the same bytes are written by nobody else.
  let token: String
  /// The paths that are replaced, added or taken away.
  let paths: [String]
  /// Those of them that are taken away.
  let removed: [String]

  init(_ plan: DeployPlan, of publication: SHA256, token: String) {
    self.publication = publication
    self.token = token
    paths = plan.paths.sorted { $0.precedesByBytes($1) }
    removed = plan.removed
  }

  /// Reads one; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    let source = SourceText(file: SourceFile(path: Self.name), bytes: bytes)
    guard case .object(let members) = JSONValue.parse(source).value,
      case .string(let digest) = members["publication"],
      let publication = SHA256(hexadecimal: digest), case .string(let token) = members["token"]
    else { return nil }
    func texts(_ key: String) -> [String] {
      guard case .array(let values) = members[key] else { return [] }
      return values.compactMap { value in
        guard case .string(let text) = value else { return nil }
        return OutputPath.problem(of: text) == nil ? text : nil
      }
    }
    self.publication = publication
    self.token = token
    paths = texts("paths")
    removed = texts("removed")
  }

  /// The file.
  var bytes: [UInt8] {
    var json = JSONBuffer()
    json.object { lock in
      lock.member("publication", publication.hexadecimal)
      lock.member("token", token)
      lock.member("removed", removed)
      lock.member("paths", paths)
    }
    json.newLine()
    return json.bytes
  }
}
