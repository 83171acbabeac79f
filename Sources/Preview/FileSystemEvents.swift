#if canImport(CoreServices)
  import CoreServices
  import Dispatch
  import Publisher
  import Synchronization

  /// macOS's notices of changes below folders.
  ///
  /// Source: File System Events, Apple's documentation of CoreServices.
  final class FileSystemEvents: NoticeSource {
    /// Seconds for which the system gathers before it tells.
    private static let latency = 0.005

    private final class Listener: Sendable {
      let hear: @Sendable (String) -> Void

      init(hear: @escaping @Sendable (String) -> Void) {
        self.hear = hear
      }
    }

    private let stream: Mutex<FSEventStreamRef?>

    /// Hears of what changes below folders, which need not be there yet; nil where the system does not tell.
    init?(_ watched: [String], hear: @escaping @Sendable (String) -> Void) {
      stream = Mutex(nil)
      let listener = Listener(hear: hear)
      var context = unsafe FSEventStreamContext(
        version: 0, info: Unmanaged.passRetained(listener).toOpaque(), retain: nil,
        release: { info in
          if let info = unsafe info { unsafe Unmanaged<Listener>.fromOpaque(info).release() }
        }, copyDescription: nil)
      let paths = watched.map { (try? Disk.realPath($0)) ?? $0 } as CFArray
      let flags = UInt32(kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagUseCFTypes)
      let made = unsafe FSEventStreamCreate(
        nil,
        { _, info, _, paths, _, _ in
          guard let info = unsafe info else { return }
          let listener = unsafe Unmanaged<Listener>.fromOpaque(info).takeUnretainedValue()
          let paths = unsafe Unmanaged<CFArray>.fromOpaque(paths).takeUnretainedValue() as? [String]
          for path in paths ?? [] {
            listener.hear(path.split(separator: "/").last.map(String.init) ?? "folder")
          }
        }, &context, paths, FSEventStreamEventId(kFSEventStreamEventIdSinceNow), Self.latency, flags
      )
      guard let made = unsafe made else { return nil }
      unsafe FSEventStreamSetDispatchQueue(made, .global())
      guard unsafe FSEventStreamStart(made) else {
        unsafe FSEventStreamInvalidate(made)
        unsafe FSEventStreamRelease(made)
        return nil
      }
      unsafe stream.withLock { unsafe $0 = made }
    }

    func end() {
      unsafe stream.withLock { stream in
        guard let made = unsafe stream else { return }
        unsafe FSEventStreamStop(made)
        unsafe FSEventStreamInvalidate(made)
        unsafe FSEventStreamRelease(made)
        unsafe stream = nil
      }
    }
  }
#endif
