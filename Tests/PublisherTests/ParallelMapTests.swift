import Publisher
import Testing

struct ParallelMapTests {
  @Test(arguments: [0, 1, 2, 3, 8])
  func `results come in the order of their elements`(workers: Int) async {
    let elements = Array(0..<10_000)
    let results = await parallelMap(elements, workers: workers) { element in
      // Unequal work, so that chunks end out of order.
      (0..<(element % 97)).reduce(element) { total, number in total &+ number &- number }
    }
    #expect(results == elements)
  }

  @Test(arguments: [0, 1, 2, 31, 32, 33])
  func `any number of elements is worked on once`(count: Int) async {
    let results = await parallelMap(Array(0..<count), workers: 2) { $0 * 2 }
    #expect(results == (0..<count).map { $0 * 2 })
  }

  struct Odd: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [1, 2])
  func `every failure is kept, in order`(workers: Int) async {
    let results = await parallelResults(Array(0..<1_000), workers: workers) {
      number throws(Odd) in
      if number % 2 == 1 { throw Odd(number: number) }
      return number
    }
    do throws(Failures<Odd>) {
      _ = try results.allSuccesses()
      Issue.record("there are failures")
    } catch {
      #expect(error.all.map(\.number) == Array(stride(from: 1, to: 1_000, by: 2)))
    }
  }

  @Test func `without failures the values are handed on`() async throws {
    let results = await parallelResults([1, 2, 3]) { number throws(Odd) in number + 1 }
    #expect(try results.allSuccesses() == [2, 3, 4])
  }

  @Test func `chunks are neighbours and in order`() async {
    let sums = await parallelChunks(Array(0..<1_000), workers: 2) { chunk in
      var running = 0
      return chunk.map { number in
        running += 1
        return (number, running)
      }
    }
    #expect(sums.map(\.0) == Array(0..<1_000))
    #expect(sums.first?.1 == 1)
  }

  @Test func `a map within a map ends`() async {
    let results = await parallelMap(Array(0..<64), workers: 8) { $0 }
    let nested = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<8 { group.addTask { await parallelMap(results, workers: 8) { $0 + 1 } } }
      return await group.reduce(into: [[Int]]()) { $0.append($1) }
    }
    #expect(nested == Array(repeating: Array(1...64), count: 8))
  }
}
