#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How many processors this machine has at work now, at least one: the default number of workers.
public var availableWorkers: Int {
  max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

/// The results of `transform` for every element, in the order of the elements.
///
/// The work is spread over chunks that at most `workers` tasks take one after another; one worker
/// runs in the caller's task. The number of workers never shows in the result. `transform` may
/// block its thread, for no task waits for another.
///
/// Complexity: O(n) calls and one task for each chunk, of which there are O(workers × log n).
public func parallelMap<Element: Sendable, Output: Sendable>(
  _ elements: [Element], workers: Int = availableWorkers,
  _ transform: @escaping @Sendable (Element) -> Output
) async -> [Output] {
  await parallelChunks(elements, workers: workers) { chunk in chunk.map(transform) }
}

/// The result or the failure of `transform` for every element, in the order of the elements.
///
/// A failure stops nothing: every other element is still worked on, and every failure is kept.
/// ``Swift/Array/allSuccesses()`` turns the results into values or into all the failures.
public func parallelResults<Element: Sendable, Output: Sendable, Failure: Error>(
  _ elements: [Element], workers: Int = availableWorkers,
  _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
) async -> [Result<Output, Failure>] {
  await parallelMap(elements, workers: workers) { element in
    do throws(Failure) {
      return .success(try transform(element))
    } catch {
      return .failure(error)
    }
  }
}

/// The joined results of `transform` for chunks of neighbouring elements, in order.
///
/// For work that can share something within a chunk, such as a buffer. How the elements are cut
/// into chunks depends on the number of workers, so what is shared must not show in the results.
public func parallelChunks<Element: Sendable, Output: Sendable>(
  _ elements: [Element], workers: Int = availableWorkers,
  _ transform: @escaping @Sendable (ArraySlice<Element>) -> [Output]
) async -> [Output] {
  let chunks = chunks(of: elements.count, workers: workers)
  guard workers > 1, chunks.count > 1 else { return transform(elements[...]) }
  return await withTaskGroup(of: (Int, [Output]).self) { group in
    var results = [[Output]](repeating: [], count: chunks.count)
    var started = 0
    while started < min(workers, chunks.count) {
      group.addTask { [started] in (started, transform(elements[chunks[started]])) }
      started += 1
    }
    for await (index, outputs) in group {
      results[index] = outputs
      guard started < chunks.count else { continue }
      group.addTask { [started] in (started, transform(elements[chunks[started]])) }
      started += 1
    }
    return Array(results.joined())
  }
}

/// Every failure of a parallel piece of work, in the order of its elements; never empty.
public struct Failures<Failure: Error>: Error {
  /// The failures, at least one.
  public let all: [Failure]
}

extension Array {
  /// The values of all the results, or all their failures.
  public func allSuccesses<Value, Failure>() throws(Failures<Failure>) -> [Value]
  where Element == Result<Value, Failure> {
    var values: [Value] = []
    var failures: [Failure] = []
    values.reserveCapacity(count)
    for result in self {
      switch result {
      case .success(let value): values.append(value)
      case .failure(let failure): failures.append(failure)
      }
    }
    guard failures.isEmpty else { throw Failures(all: failures) }
    return values
  }
}

/// Which part of what is left a worker takes: one in as many as all workers take in this number of
/// turns.
private let turnsLeft = 4

/// Neighbouring elements for workers to take one chunk after another.
///
/// The chunks get smaller towards the end, down to one element, so that no worker is left with a
/// long chunk when the others are done, however unequal the elements are.
/// Source: Polychronopoulos and Kuck, Guided Self-Scheduling, IEEE Transactions on Computers, 1987.
private func chunks(of count: Int, workers: Int) -> [Range<Int>] {
  var chunks: [Range<Int>] = []
  var start = 0
  while start < count {
    let length = max(1, (count - start) / (max(1, workers) * turnsLeft))
    chunks.append(start..<start + length)
    start += length
  }
  return chunks
}
