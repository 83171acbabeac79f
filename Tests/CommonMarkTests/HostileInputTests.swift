import CommonMark
import Diagnostics
import Foundation
import HTML
import TestSupport
import Testing

/// Input that nobody types: it must be answered in linear time, and with well-formed HTML.
@Suite struct `Hostile input` {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "> ", count: 50_000) + "a", String(repeating: "- ", count: 50_000) + "a",
      String(repeating: "- ", count: 20_000) + "a" + String(repeating: "\n", count: 50_000),
      String(repeating: "[", count: 100_000), String(repeating: "![[]()", count: 50_000),
      String(repeating: "[a](para:1) ", count: 50_000), String(repeating: "[^", count: 50_000),
      String(repeating: "a[^x] ", count: 20_000) + "\n\n[^x]: b\n",
      (0..<5_000).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined(),
      String(repeating: "|a", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000),
      String(repeating: "|a", count: 1_000) + "\n" + String(repeating: "|-", count: 1_000) + "\n"
        + String(repeating: "|b\n", count: 10_000),
      String(repeating: "word ", count: 200_000),
      (0..<300).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
      String(repeating: "<b>", count: 50_000), String(repeating: "[x](lang:yyyy) ", count: 20_000),
    ])
  func `size is not a danger`(markdown: String) throws {
    try expectWellFormed(markdown)
  }

  @Test func `what is too deep or too wide is said`() {
    for markdown in [
      String(repeating: "> ", count: 200) + "a",
      (0..<200).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
      String(repeating: "|a", count: 1_001) + "\n" + String(repeating: "|-", count: 1_001),
      String(repeating: "![", count: 1_001), String(repeating: "[a](b) ", count: 10_001),
      String(repeating: "a[^x] ", count: 10_000) + "\n\n[^x]: b\n",
    ] {
      #expect(body(markdown).diagnostics.map(\.check.name) == ["body-limits"])
    }
  }

  @Test func `whatever the bytes, the HTML is well formed`() async throws {
    try await Fuzz.rounds("bodies", usual: 2_000) { generator in
      let body = Fuzz.text(of: BodyPieces.all, upTo: 60, using: &generator)
      try expectWellFormed(String(decoding: body, as: UTF8.self))
    }
  }

  /// Renders in every way and checks tags, ids, places and the marks that must not be left.
  private func expectWellFormed(_ markdown: String) throws {
    let bytes = Array(markdown.utf8)
    // An author's own stay where nothing was put into the text for cmark.
    let holdsMarks = markdown.unicodeScalars.contains { (0xFDD0...0xFDD5).contains($0.value) }
    func isAllowed(_ fault: MarkupFault) -> Bool { fault == .mark && holdsMarks }
    for options in [
      RenderOptions(smart: true), RenderOptions(paragraphs: .none),
    ] {
      let result = renderBody(
        bytes, range: 0..<bytes.count, in: SourceFile(path: "a.md"), options: options)
      for html in [result.value.html, result.value.withPlainLinks] {
        if let fault = MarkupFault.first(in: html.bytes), !isAllowed(fault) {
          Issue.record("\(fault) in \(markdown.debugDescription.prefix(2_000))")
        }
      }
      var open = 0
      for reference in result.value.references {
        #expect(open <= reference.open && reference.open <= reference.close)
        #expect(reference.close <= result.value.html.bytes.count)
        open = reference.open
      }
      for diagnostic in result.diagnostics {
        #expect(diagnostic.primary.span.end <= bytes.count)
      }
    }
  }
}
