import Diagnostics

#if canImport(Darwin)
  import Darwin
#endif

/// What is mounted where, as this process sees it.
///
/// Two folders of one file system can be two mounts, and one folder can be shown at two places; the
/// system's list is the only thing that tells. Mounts in another namespace, such as a container's, are on no
/// list of ours.
struct Mounts: Sendable {
  /// One line of the list.
  struct Mount: Sendable, Hashable {
    /// The file system, by a name that is the same for all its mounts.
    let device: String
    /// What of the file system is shown, as a path within it.
    let root: String
    /// Where it is shown.
    let point: String
  }

  /// Every mount, those on top of others after them.
  let all: [Mount]

  /// The list of the system, or nil where it does not tell.
  static func read() -> Mounts? {
    #if canImport(Darwin)
      var list: UnsafeMutablePointer<statfs>?
      let count = unsafe getmntinfo(&list, MNT_NOWAIT)
      guard count > 0, let list = unsafe list else { return nil }
      return Mounts(
        all: (0..<Int(count)).map { index in
          var name = unsafe list[index].f_mntonname
          let point = unsafe withUnsafeBytes(of: &name) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
          }
          // A file system is mounted once there.
          return Mount(device: point, root: "/", point: point)
        })
    #else
      return (try? Disk.read("/proc/self/mountinfo")).map(Mounts.init)
    #endif
  }

  /// Whether a folder, all links followed, is a mount itself.
  func isPoint(_ folder: String) -> Bool { all.contains { $0.point == folder } }

  /// Where something is mounted inside a folder, if anywhere.
  func point(inside folder: String) -> String? {
    all.first { $0.point.isInside(folder) }?.point
  }

  /// Where another mount shows a folder or a part of it, if anywhere.
  func point(showing folder: String) -> String? {
    guard
      let holder = all.filter({ folder.isInside($0.point) || folder == $0.point }).max(by: {
        $0.point.utf8.count < $1.point.utf8.count
      })
    else { return nil }
    let rest = folder.dropFirst(holder.point == "/" ? 0 : holder.point.count)
    let path = (holder.root == "/" ? "" : holder.root) + rest
    return all.first {
      $0.device == holder.device && ($0.root == path || $0.root.isInside(path))
    }?.point
  }
}

extension Mounts {
  /// Reads the list of Linux: a line for a mount, the fields parted by spaces, and in them what would
  /// part them written as `\040`.
  ///
  /// Source: proc_pid_mountinfo(5).
  init(_ bytes: [UInt8]) {
    all = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
      guard fields.count == 6 else { return nil }
      return Mount(
        device: Self.plain(fields[2]), root: Self.plain(fields[3]), point: Self.plain(fields[4]))
    }
  }

  private static func plain(_ field: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3).map { $0 &- UInt8(ascii: "0") }
      if byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ $0 < 8 }) {
        bytes.append(digits.reduce(0) { $0 &* 8 &+ $1 })
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Whether the path is somewhere below the folder; both without links and without a `/` at the end.
  fileprivate func isInside(_ folder: String) -> Bool {
    folder == "/" ? count > 1 && hasPrefix("/") : hasPrefix(folder + "/")
  }
}
