import Foundation
import Testing

@testable import Site

/// Histories made up from seeds, written as pages that can be looked at.
///
/// Their dates are at random, so that visits come before what they follow: no site would be built of them, and
/// the drawing has to bear them all the same.
struct WrittenHistories {
  /// A folder, and behind it the seeds: `/tmp/histories 7 63`.
  private static let wish = ProcessInfo.processInfo.environment["WRITE_HISTORIES"]

  @Test(.enabled(if: Self.wish != nil, "for scripts/screenshots"))
  func `the page of an area is written for each seed`() throws {
    let words = try #require(Self.wish).split(separator: " ")
    let folder = URL(fileURLWithPath: String(try #require(words.first)), isDirectory: true)
    let sheet = try #require(ThemeFile.builtIn.first { $0.path == "assets/findings.css" })
    let style = "<style>\(String(decoding: sheet.bytes, as: UTF8.self))</style>"
    for seed in words.dropFirst() {
      let history = GeneratedHistory(seed: try #require(UInt64(seed)))
      let page = try site(history.files, on: "2026-11-23").rendered("areas/north/")
      let whole = page.replacing(/<link rel="stylesheet"[^>]*>/, with: style)
      try Data(whole.utf8).write(to: folder.appending(path: "\(seed).html"))
    }
  }
}
