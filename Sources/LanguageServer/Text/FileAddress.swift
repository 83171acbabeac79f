import Publisher
import Site

/// Where a project is, to turn the addresses of an editor into paths of messages and back.
struct ProjectPlace: Sendable {
  /// The project's folder, whole.
  let root: String
  /// The same with links followed, for editors that do.
  private let realRoot: String

  init(root: String) {
    let real = (try? Disk.realPath(root)) ?? root
    let given = root.hasPrefix("/") ? root : real
    self.root = given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
    realRoot = real
  }

  /// The path of a file relative to the project; nil where the address is none of a file in it.
  func path(of address: String) -> String? {
    guard let location = Self.location(of: address) else { return nil }
    for root in [root, realRoot] where location.hasPrefix(root + "/") {
      return String(location.dropFirst(root.count + 1)).precomposed
    }
    return nil
  }

  /// The address of a file given by the path of messages.
  func address(of path: String) -> String {
    let location = path.hasPrefix("/") ? path : "\(root)/\(path)"
    return "file://" + Addresses.encoded(location)
  }

  /// Where a file is whose address an editor gives; nil for what is no file of this machine.
  static func location(of address: String) -> String? {
    let prefix = "file://"
    guard address.lowercased().hasPrefix(prefix) else { return nil }
    let rest = address.dropFirst(prefix.count)
    guard let slash = rest.firstIndex(of: "/"), ["", "localhost"].contains(rest[..<slash])
    else { return nil }
    guard let path = Addresses.decoded(rest[slash...]), !path.utf8.contains(0) else { return nil }
    return path
  }
}
