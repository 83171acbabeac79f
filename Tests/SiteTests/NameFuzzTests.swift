import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

/// Names and addresses by the thousand: no input may end the process, and what is promised of an
/// address is so.
struct NameFuzzTests {
  /// How many names a seed gives; more where `FINDINGS_FUZZ_NAMES` asks for a long run.
  private var count: Int {
    ProcessInfo.processInfo.environment["FINDINGS_FUZZ_NAMES"].flatMap { Int($0) } ?? 250
  }

  @Test(arguments: 0..<8)
  func `a former address is a path of the site or refused`(seed: UInt64) {
    var generator = NameGenerator(seed: seed)
    for _ in 0..<count {
      let address = generator.address()
      guard let path = try? AliasPage.path(of: address) else { continue }
      #expect(OutputPath.problem(of: Addresses.file(of: path)) == nil)
      let encoded = Addresses.encoded(path)
      #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"&\"<>#?".utf8.contains($0) })
      #expect((try? AliasPage.path(of: "/" + encoded)) == path)
    }
  }

  @Test(arguments: 0..<8)
  func `assets of any names have names of their own in templates`(seed: UInt64) {
    var generator = NameGenerator(seed: seed)
    for _ in 0..<(count / 10) {
      let files = (0..<10).map { _ in
        ThemeFile(
          path: generator.name(), bytes: [],
          source: SourceFile(path: "templates/assets/\(generator.next(1_000_000))"))
      }
      let named = AssetsView.named(files)
      #expect(named.value.count + named.diagnostics.count == files.count)
      #expect(ThemeNames(assets: named.value).pages.count == PageKind.all.count)
      #expect(publishedAssets(named.value).value.files.count == named.value.count)
    }
  }

  @Test(arguments: 0..<8)
  func `paths without a problem are files beside one another`(seed: UInt64) {
    var generator = NameGenerator(seed: seed)
    for _ in 0..<(count / 10) {
      let paths = (0..<10).map { _ in generator.address() }
      guard OutputPath.problems(among: paths).isEmpty else { continue }
      let folded = paths.map { $0.lowercased().precomposedStringWithCanonicalMapping }
      #expect(Set(folded).count == paths.count)
      for path in folded { #expect(!folded.contains { $0.hasPrefix(path + "/") }) }
    }
  }
}
