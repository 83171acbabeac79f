import Foundation

/// Expected output kept as files beside the tests.
///
/// `UPDATE_SNAPSHOTS=1 swift test` writes the files anew; a run that records fails, so that no one
/// takes it for a passed one, and with `CI` set it refuses to record.
public enum Snapshot {
  /// Compares output with an expected file.
  ///
  /// - Parameters:
  ///   - actual: the bytes a test made.
  ///   - path: the expected file, relative to the folder of the test's source file.
  ///   - source: the test's source file.
  ///   - environment: where `UPDATE_SNAPSHOTS` and `CI` are looked up.
  /// - Returns: nil when they are the same to the byte, else what to tell.
  public static func difference(
    _ actual: [UInt8], from path: String, beside source: String = #filePath,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    let file = URL(filePath: source).deletingLastPathComponent().appending(path: path)
    let expected = try? [UInt8](Data(contentsOf: file))
    guard actual != expected else { return nil }
    guard environment["UPDATE_SNAPSHOTS"] == "1" else {
      return "\(path) \(describe(actual, expected)); UPDATE_SNAPSHOTS=1 swift test records it"
    }
    guard environment["CI"] == nil else { return "\(path) differs, and CI does not record" }
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual).write(to: file)
      return "\(path) recorded; read it, then run the tests again"
    } catch {
      return "\(path) could not be recorded: \(error)"
    }
  }

  private static func describe(_ actual: [UInt8], _ expected: [UInt8]?) -> String {
    guard let expected else { return "does not exist" }
    let actualLines = lines(actual)
    let expectedLines = lines(expected)
    for (index, pair) in zip(actualLines, expectedLines).enumerated() where pair.0 != pair.1 {
      return "differs at line \(index + 1):\n  expected: \(pair.1)\n  actual:   \(pair.0)\n"
    }
    return "has \(expectedLines.count) lines and the output \(actualLines.count)"
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
