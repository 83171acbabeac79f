import Publisher
import Synchronization

/// What the system tells of changes below some folders: inotify on Linux, FSEvents on macOS.
///
/// Names that a project ignores are no changes. What is told is only that something changed; what it is, the
/// next look at the files shows.
final class SystemNotices: Sendable {
  /// What was told since the last change was taken up.
  private struct Told {
    var names: Set<String> = []
    var notices = 0
  }

  private let told = Mutex(Told())
  private let stream: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let source: Mutex<(any NoticeSource)?>

  /// Begins to listen; nil where the system does not tell of changes there, as on network mounts.
  init?(_ watched: [String]) {
    (stream, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    source = Mutex(nil)
    #if os(Linux)
      let begun = Inotify(watched) { [weak self] in self?.hear($0) }
    #elseif canImport(CoreServices)
      let begun = FileSystemEvents(watched) { [weak self] in self?.hear($0) }
    #endif
    guard let begun else { return nil }
    source.withLock { $0 = begun }
  }

  deinit {
    source.withLock { $0?.end() }
    signal.finish()
  }

  private func hear(_ name: String) {
    guard !ProjectFiles.isIgnored(name) else { return }
    told.withLock {
      $0.names.insert(name)
      $0.notices += 1
    }
    signal.yield()
  }

  /// Waits until something is told of; false where the task is cancelled.
  func wait() async -> Bool {
    if told.withLock({ $0.notices > 0 }) { return true }
    for await _ in stream where told.withLock({ $0.notices > 0 }) { return true }
    return false
  }

  /// How many notices there were, and whether they named several files.
  var sofar: (notices: Int, isMany: Bool) { told.withLock { ($0.notices, $0.names.count > 1) } }

  /// Takes up what was told.
  func begin() {
    told.withLock { $0 = Told() }
  }
}

/// Whatever tells of changes until it is ended.
protocol NoticeSource: Sendable {
  func end()
}
