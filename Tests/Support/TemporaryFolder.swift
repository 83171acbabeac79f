import Foundation

/// A folder of one test, removed when the test is over.
public final class TemporaryFolder: Sendable {
  /// Its path, without a slash at the end.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "findings-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path.hasSuffix("/") ? String(url.path.dropLast()) : url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  public subscript(_ name: String) -> String { "\(path)/\(name)" }

  /// The bytes of a file; nil where there is none.
  public func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: self[name]).map(Array.init)
  }

  /// The text of a file; nil where there is none.
  public func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file and the folders that it stands in.
  public func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    let folder = URL(filePath: self[name]).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: self[name]))
  }

  /// Writes a file of text and the folders that it stands in.
  public func write(_ name: String, _ text: String = "") throws { try write(name, text.utf8) }

  /// Makes a symbolic link.
  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self[name], withDestinationPath: target)
  }

  /// Removes a file or a folder.
  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: self[name])
  }

  /// Copies a folder from elsewhere; its files are made in the order given by `shuffle`.
  public func copy(
    _ source: String, to name: String, shuffle: ([String]) -> [String] = { $0 }
  ) throws {
    for path in shuffle(try Self.files(below: source)) {
      let bytes = try Data(contentsOf: URL(filePath: "\(source)/\(path)"))
      try write("\(name)/\(path)", bytes)
    }
  }

  /// The bytes of every file below a folder by its path, hidden ones too.
  public func contents(of name: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for path in try files(in: name) { contents[path] = bytes("\(name)/\(path)") }
    return contents
  }

  /// Every name directly in the folder, sorted, hidden ones too.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Every file and link below a folder in it, sorted, hidden ones too.
  public func files(in name: String) throws -> [String] { try Self.files(below: self[name]) }

  /// Every file and link below a folder, sorted, hidden ones too.
  public static func files(below folder: String) throws -> [String] {
    guard let enumerator = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    while let path = enumerator.nextObject() as? String {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      if attributes[.type] as? FileAttributeType != .typeDirectory { files.append(path) }
    }
    return files.sorted()
  }
}
