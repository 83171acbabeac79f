#if os(Linux)
  import Dispatch
  import Publisher
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// The system's `read`, beside a function of that name.
  private func readBytes(
    _ descriptor: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    unsafe read(descriptor, bytes, count)
  }

  /// Linux's notices of changes in folders, one watch a folder.
  ///
  /// Source: inotify(7).
  final class Inotify: NoticeSource {
    private static let wanted =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ATTRIB
    /// How many links to folders are followed one behind the other, for they may lead in a circle.
    private static let linkLimit = 2
    private static let bufferSize = 64 << 10

    private let source: Mutex<any DispatchSourceRead>

    /// Hears of what changes below folders, and in what these lie in, for a folder may come later; nil where
    /// the system has no more watches, or others change files there.
    init?(_ watched: [String], hear: @escaping @Sendable (String) -> Void) {
      guard !watched.contains(where: Disk.isRemote) else { return nil }
      let descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
      source.setCancelHandler { close(descriptor) }
      let isWatching = Self.watch(watched, with: descriptor)
      source.setEventHandler {
        let names = Self.read(descriptor)
        if names.hasFolder { _ = Self.watch(watched, with: descriptor) }
        for name in names.all { hear(name) }
      }
      source.resume()
      if !isWatching { source.cancel() }
      self.source = Mutex(source)
      guard isWatching else { return nil }
    }

    func end() {
      source.withLock { $0.cancel() }
    }

    /// Watches every folder, those that are watched already as before; false where there are too many.
    private static func watch(_ watched: [String], with descriptor: CInt) -> Bool {
      watched.allSatisfy { path in
        let parent = path.lastIndex(of: "/").map {
          $0 == path.startIndex ? "/" : String(path[..<$0])
        }
        return add(parent ?? ".", descriptor) && walk(path, links: 0, descriptor)
      }
    }

    private static func walk(_ folder: String, links: Int, _ descriptor: CInt) -> Bool {
      guard add(folder, descriptor) else { return false }
      for entry in (try? Disk.entries(of: folder)) ?? [] where !ProjectFiles.isIgnored(entry.name) {
        let path = "\(folder)/\(entry.name)"
        switch entry.kind {
        case .folder:
          guard walk(path, links: links, descriptor) else { return false }
        case .link:
          guard links < linkLimit, (try? Disk.status(of: path))?.kind == .folder else { continue }
          guard walk(path, links: links + 1, descriptor) else { return false }
        case .file, .other: continue
        }
      }
      return true
    }

    /// Whether a folder is watched now, or is none.
    private static func add(_ folder: String, _ descriptor: CInt) -> Bool {
      let mask = UInt32(wanted) | UInt32(IN_ONLYDIR)
      return unsafe inotify_add_watch(descriptor, folder, mask) >= 0 || errno != ENOSPC
    }

    /// The names that the system tells of, and whether folders are among them that may need a watch.
    private static func read(_ descriptor: CInt) -> (all: [String], hasFolder: Bool) {
      var names: [String] = []
      var hasFolder = false
      var buffer = [UInt8](repeating: 0, count: bufferSize)
      let head = MemoryLayout<inotify_event>.size
      while true {
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
          unsafe readBytes(descriptor, bytes.baseAddress, bytes.count)
        }
        guard count > 0 else { return (names, hasFolder) }
        var place = 0
        while place + head <= count {
          let (mask, length) = unsafe buffer.withUnsafeBytes { bytes in
            unsafe (
              bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self),
              Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
            )
          }
          let name = buffer[(place + head)..<min(place + head + length, count)].prefix { $0 != 0 }
          // What became of the folder itself has no name.
          names.append(name.isEmpty ? "folder" : String(decoding: name, as: UTF8.self))
          let others = UInt32(IN_Q_OVERFLOW) | UInt32(IN_ISDIR)
          if mask & others != 0 { hasFolder = true }
          place += head + length
        }
      }
    }
  }
#endif
