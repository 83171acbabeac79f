import FlyingFox
import FlyingSocks

/// The body of an answer that goes on for as long as the page listens.
struct EventBody: AsyncBufferedSequence {
  typealias Element = UInt8
  let events: AsyncStream<LiveState.Event>

  func makeAsyncIterator() -> Iterator {
    Iterator(events: events.makeAsyncIterator())
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<LiveState.Event>.Iterator
    private var pending: ArraySlice<UInt8> = []

    init(events: AsyncStream<LiveState.Event>.Iterator) {
      self.events = events
    }

    mutating func next() async throws -> UInt8? {
      try await nextBuffer(suggested: 1)?.first
    }

    /// At most `count` bytes of the next event; waits for one, and ends when there are no more.
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if pending.isEmpty {
        guard let event = await events.next() else { return nil }
        switch event {
        case .state(let snapshot): pending = LivePage.event(snapshot)[...]
        case .beat: pending = Array(": still here\n\n".utf8)[...]
        }
      }
      defer { pending = pending.dropFirst(count) }
      return Array(pending.prefix(count))
    }
  }
}
