import Foundation

/// A folder of one test, removed when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "findings-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path.hasSuffix("/") ? String(url.path.dropLast()) : url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  subscript(_ name: String) -> String { "\(path)/\(name)" }

  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: self[name]).map(Array.init)
  }

  func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    let folder = URL(filePath: self[name]).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: self[name]))
  }

  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self[name]) }

  /// Copies a folder from elsewhere; its files are made in the order given by `shuffle`.
  func copy(
    _ source: String, to name: String, shuffle: ([String]) -> [String] = { $0 }
  ) throws {
    for path in shuffle(try Self.files(below: source)) {
      let bytes = try Data(contentsOf: URL(filePath: "\(source)/\(path)"))
      try write("\(name)/\(path)", bytes)
    }
  }

  /// The bytes of every file below a folder by its path, hidden ones too.
  func contents(of name: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for path in try Self.files(below: self[name]) { contents[path] = bytes("\(name)/\(path)") }
    return contents
  }

  /// The files below a folder, sorted, hidden ones too.
  static func files(below folder: String) throws -> [String] {
    guard let enumerator = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    while let path = enumerator.nextObject() as? String {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder),
        !isFolder.boolValue
      {
        files.append(path)
      }
    }
    return files.sorted()
  }
}
