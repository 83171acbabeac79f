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
    return decoded(rest[slash...].utf8)
  }

  /// A path whose percent signs stand for bytes; nil where they do not, or the bytes are no UTF-8.
  private static func decoded(_ path: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = path[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16), value != 0
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
