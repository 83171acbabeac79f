/// Waits for changes in folders: told by the system where it tells, else by looking now and then.
struct ChangeWatcher {
  private enum Way {
    case told(SystemNotices)
    case looking(FileWatcher)
  }

  /// How long it must be still after a change in one file: editors write in several steps.
  private static let quietAfterOne: Duration = .milliseconds(8)
  /// How long after changes in several, for whoever changes many goes on for a while.
  private static let quietAfterMany: Duration = .milliseconds(60)
  /// How long is waited for that at most.
  private static let patience: Duration = .seconds(2)

  private var way: Way

  /// Takes what is there now as unchanged.
  init(_ configuration: PreviewConfiguration) {
    if !configuration.polls, let notices = SystemNotices(configuration.watched) {
      way = .told(notices)
    } else {
      way = .looking(FileWatcher(configuration.watched, interval: configuration.interval))
    }
  }

  /// Waits for the next change to be finished; false if the task was cancelled instead.
  ///
  /// Calls `idle` every ten seconds meanwhile.
  mutating func change(idle: @escaping @Sendable () async -> Void) async -> Bool {
    switch way {
    case .looking(var watcher):
      let isChanged = await watcher.change(idle: idle)
      way = .looking(watcher)
      return isChanged
    case .told(let notices):
      return await withTaskGroup(of: Void.self) { group in
        group.addTask {
          while (try? await Task.sleep(for: FileWatcher.beat)) != nil { await idle() }
        }
        defer { group.cancelAll() }
        guard await notices.wait() else { return false }
        await settle(notices)
        return !Task.isCancelled
      }
    }
  }

  /// Waits until nothing more is told of for a while.
  private func settle(_ notices: SystemNotices) async {
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    while clock.now < end {
      let before = notices.sofar
      let pause = before.isMany ? Self.quietAfterMany : Self.quietAfterOne
      guard (try? await clock.sleep(for: pause)) != nil else { return }
      if notices.sofar == before { break }
    }
    notices.begin()
  }
}
