import Synchronization

/// Adds up how long a piece of work took wherever it was done; workers share it.
public final class WorkClock: Sendable {
  private let nanoseconds = Atomic<Int64>(0)

  /// Starts at zero.
  public init() {}

  /// Adds the time that one piece took.
  func add(_ duration: Swift.Duration) {
    let (seconds, attoseconds) = duration.components
    nanoseconds.add(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, ordering: .relaxed)
  }

  /// The time of all pieces so far, by all workers together.
  public var total: Swift.Duration { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }
}
