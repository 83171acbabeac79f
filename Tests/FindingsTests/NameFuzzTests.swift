import Diagnostics
import Foundation
import Publisher
import TestSupport
import Testing

/// Registers whose files and addresses are named at random: nothing ends the process, a build writes
/// what a check passes, and every link of what it writes leads to a file.
struct NameFuzzTests {
  /// How many registers a seed gives; more where `FINDINGS_FUZZ_REGISTERS` asks for a long run.
  private var count: Int {
    ProcessInfo.processInfo.environment["FINDINGS_FUZZ_REGISTERS"].flatMap { Int($0) } ?? 3
  }

  @Test(arguments: 0..<8)
  func `a check and a build agree on every name`(seed: UInt64) async throws {
    var generator = NameGenerator(seed: seed)
    for _ in 0..<count {
      let project = try Self.project(&generator)
      let checked = try await checkSite(project.request())
      let built = try await buildSite(project.request())
      #expect(built.diagnostics.sorted() == checked.sorted())
      #expect((built.written == nil) == isRefused(checked, strict: false))
      guard built.written != nil else { continue }
      let site = BuiltSite(files: try project.folder.contents(of: "public"))
      #expect(FileNameTests.lost(in: site) == [])
    }
  }

  /// A register with names of every kind; few of each, so that some have nothing wrong.
  private static func project(_ generator: inout NameGenerator) throws -> Project {
    let project = try FileNameTests.project([:])
    var links = ""
    for _ in 0..<generator.next(4) {
      let name = generator.name()
      try? project.folder.write("content/files/\(name)", "x")
      let address = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      links += "[the annex](\(generator.next(2) == 0 ? "file:" : "../files/")\(address))\n"
    }
    try project.folder.write("content/pages/p.md", "---\ntitle: P\n---\n\n\(links)")
    for _ in 0..<generator.next(3) {
      try? project.folder.write("templates/assets/\(generator.name())", "x")
    }
    let aliases = (0..<generator.next(4)).map { _ in "  - \(quoted(generator.address()))\n" }
    try project.folder.write(
      "content/areas/x.md",
      "---\ntitle: X\nkind: building\n\(aliases.isEmpty ? "" : "aliases:\n")\(aliases.joined())---\n"
    )
    if generator.next(4) == 0 {
      try? project.folder.write("content/areas/\(generator.name()).md", "---\ntitle: Y\n---\n")
    }
    return project
  }

  /// A text in quotes of YAML, which are those of JSON.
  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "x"
  }
}
