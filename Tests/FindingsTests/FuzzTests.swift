import Diagnostics
import Publisher
import TestSupport
import Testing

/// Whole sites with changes made at random: whatever is in a file, there is something to say about it.
@Suite(.serialized) struct FuzzTests {
  private static let pieces =
    BodyPieces.all + [
      "---\n", "title: ", "published: ", "unknown", "2008-13", "2008-W03", "area: north-shore\n",
      "  - {", "}", "[", "&a ", "*a", "!t ", "|\n", ">\n", "judgements:\n", "recommendations:\n",
      "id: 1", "grade: good", "due: within 3 months", "status: withdrawn\n", "form: digest\n",
      "aliases: [/a/, /A/]\n", "\u{202E}", "&#0;", "&#xFFFE;", "&#xFDD0;", "999999999999999999999",
      "-1", "0", "rec:1", "share:14/29", "term:lens", "(../areas/coast.md#x)", "#", "{{", "}}",
      "{{#",
      "{{/", "{{> ", "{{$", "\u{2028}", "🏴‍☠️", "a\u{301}",
    ]

  @Test func `a site with changed records is built or told what is wrong`() async throws {
    try await tryChanges(below: "content", usual: 25)
  }

  @Test func `a site with changed templates is built or told what is wrong`() async throws {
    try await tryChanges(below: "templates", usual: 10)
  }

  private func tryChanges(below folder: String, usual: Int) async throws {
    let project = try folder == "content" ? Project.golden("everything") : Project.shipped()
    let files = try project.folder.contents(of: folder).sorted { $0.key < $1.key }
      .filter {
        $0.key.hasSuffix(".md") || $0.key.hasSuffix(".yml") || $0.key.hasSuffix(".mustache")
      }
    try await Fuzz.rounds("files of \(folder)", usual: usual) { generator in
      var chosen: [(String, [UInt8])] = []
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        guard let file = files.randomElement(using: &generator) else { continue }
        chosen.append((file.key, file.value))
        try project.folder.write(
          "\(folder)/\(file.key)",
          Fuzz.changed(file.value, with: Self.pieces, using: &generator))
      }
      let (built, diagnostics) = try await renderSite(project.request())
      for format in DiagnosticFormat.allCases { _ = project.text(diagnostics, as: format) }
      for bytes in (built ?? [:]).values where bytes.first == UInt8(ascii: "<") {
        #expect(String(validating: bytes, as: UTF8.self) != nil)
      }
      #expect(built != nil || diagnostics.contains { $0.level == .error })
      for (name, bytes) in chosen { try project.folder.write("\(folder)/\(name)", bytes) }
    }
  }
}
