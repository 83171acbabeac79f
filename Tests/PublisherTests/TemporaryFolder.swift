import Foundation
import Publisher

/// A folder of one test, removed when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let name = "findings-test-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path.hasSuffix("/") ? String(url.path.dropLast()) : url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  subscript(_ name: String) -> String { "\(path)/\(name)" }

  func add(_ name: String, _ text: String = "") throws {
    let folder = (self[name] as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: self[name]))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self[name], withDestinationPath: target)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: self[name]).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file and link below a folder, sorted, hidden ones too.
  func files(in name: String) throws -> [String] {
    let enumerator = FileManager.default.enumerator(atPath: self[name])
    var files: [String] = []
    while let path = enumerator?.nextObject() as? String {
      let kind = try Disk.ownStatus(of: "\(self[name])/\(path)")?.kind
      if kind != .folder { files.append(path) }
    }
    return files.sorted()
  }

  /// Every name directly in the folder, sorted, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
