import Foundation
import TestSupport
import Testing

@testable import Publisher

/// The file for bodies that are not held in memory.
struct BodyScratchTests {
  @Test func `what comes after the first bytes is given back as it was`() throws {
    let folder = try TemporaryFolder()
    let scratch = try #require(BodyScratch(in: folder.path, after: 5))
    #expect(scratch.keep(Array("first".utf8)) == nil)
    let second = try #require(scratch.keep(Array("second".utf8)))
    let third = try #require(scratch.keep(Array("third and last".utf8)))
    #expect(scratch.bytes(in: third..<third + 5) == Array("third".utf8))
    #expect(scratch.bytes(in: second..<second + 6) == Array("second".utf8))
    let pieces = try #require(scratch.keep(Array("in ".utf8), [], Array("pieces".utf8)))
    #expect(scratch.bytes(in: pieces..<pieces + 9) == Array("in pieces".utf8))
    try scratch.checkReading()
  }

  @Test func `the file has no name, and there is none where nothing can be made`() throws {
    let folder = try TemporaryFolder()
    let scratch = try #require(BodyScratch(in: folder.path, after: 0))
    #expect(scratch.keep([1, 2, 3]) == 0)
    #expect(try folder.names() == [])
    #expect(BodyScratch(in: folder["missing"], after: 0) == nil)
  }

  @Test func `a body that cannot be read back stops the build`() throws {
    let folder = try TemporaryFolder()
    let scratch = try #require(BodyScratch(in: folder.path, after: 0))
    #expect(scratch.keep([1, 2, 3]) == 0)
    #expect(scratch.bytes(in: 1..<9) == [])
    #expect(throws: EnvironmentError.self) { try scratch.checkReading() }
  }

  @Test func `every worker's bodies have places of their own`() async throws {
    let folder = try TemporaryFolder()
    let scratch = try #require(BodyScratch(in: folder.path, after: 0))
    let bodies = (0..<500).map { number in [UInt8](repeating: UInt8(number % 251), count: number) }
    let places = await parallelMap(bodies, workers: 4) { scratch.keep($0) }
    for (body, place) in zip(bodies, places) {
      let start = try #require(place)
      #expect(scratch.bytes(in: start..<start + body.count) == body)
    }
  }
}
