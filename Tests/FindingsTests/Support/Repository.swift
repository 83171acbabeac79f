import Foundation
import Inspections

/// Where the tests find what they test.
enum Repository {
  /// The folder of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The golden sites.
  static let sites = "\(root)/Tests/Sites"

  /// The moment all tests build for.
  static let now = Instant(day: Day(number: 20_780))

  /// The program itself, which is built beside the bundle of the tests.
  static let program: String? = {
    let bundles =
      [CommandLine.arguments.first].compactMap(\.self) + Bundle.allBundles.map(\.bundlePath)
    return bundles.filter { $0.contains(".xctest") }
      .map { bundle in
        let end = bundle.range(of: ".xctest")?.upperBound ?? bundle.endIndex
        return URL(filePath: String(bundle[..<end])).deletingLastPathComponent()
          .appending(path: "findings").path
      }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The names in a folder of golden sites, sorted.
  static func cases(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(sites)/\(folder)")
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
}
