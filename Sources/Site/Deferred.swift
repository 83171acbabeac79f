import Synchronization

/// A value that is worked out when it is first asked for, and once.
///
/// A page that somebody asks for in a preview needs little of what all pages together need; a build needs
/// everything, from several workers at a time. Who asks while another works it out waits for that.
///
/// ```swift
/// let followed = Deferred { RecommendationHistories(in: register, on: day) }
/// followed.value[report]  // followed here
/// ```
public final class Deferred<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  /// What there is, for those who come later; never taken back.
  private let made = AtomicLazyReference<Box>()
  private let work: Mutex<@Sendable () -> Value>

  /// Defers `work`, which must not ask for the value that it makes.
  public init(_ work: @escaping @Sendable () -> Value) {
    self.work = Mutex(work)
  }

  /// The value.
  ///
  /// Complexity: that of the work for who asks first, then O(1) without a lock.
  public var value: Value {
    if let box = made.load() { return box.value }
    return work.withLock { work in
      if let box = made.load() { return box.value }
      return made.storeIfNil(Box(work())).value
    }
  }
}
