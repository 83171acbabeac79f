import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Does work that a person or the system may end: the work is cancelled, clears away what it has begun, and
/// the program then dies of the signal, as whoever sent it expects.
///
/// A second signal ends the program at once.
func endingInOrder<Value: Sendable>(
  _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let task = Task { try await work() }
  let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
    // The source takes notice only of a signal that the system does not act on.
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      signal(number, SIG_DFL)
      task.cancel()
      Task {
        _ = await task.result
        kill(getpid(), number)
      }
    }
    source.resume()
    return source
  }
  let result = await task.result
  // The signal that cancelled the work is about to arrive.
  while task.isCancelled { try await Task.sleep(for: .seconds(1)) }
  for source in sources { source.cancel() }
  return try result.get()
}
