import Foundation
import TestSupport
import Testing

/// The helper that holds output to files, itself held to its rules.
struct SnapshotTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "findings-snapshots-\(UUID().uuidString)")

  private func compare(_ text: String, _ environment: [String: String] = [:]) -> String? {
    Snapshot.difference(
      Array(text.utf8), from: "Expected/a.txt", beside: folder.appending(path: "T.swift").path(),
      environment: environment)
  }

  @Test func `a difference fails, recording fails once, and CI never records`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try #require(compare("a\nb\n")).contains("does not exist"))
    #expect(compare("a\nb\n", ["UPDATE_SNAPSHOTS": "1", "CI": "true"]) != nil)
    #expect(try #require(compare("a\nb\n")).contains("does not exist"), "nothing was written")
    #expect(try #require(compare("a\nb\n", ["UPDATE_SNAPSHOTS": "1"])).contains("recorded"))
    #expect(compare("a\nb\n", ["UPDATE_SNAPSHOTS": "1"]) == nil)
    #expect(compare("a\nb\n") == nil)
    #expect(try #require(compare("a\nc\n")).contains("differs at line 2"))
    #expect(try #require(compare("a\nb\nc")).contains("3 lines") == false)
  }
}
