import Site

/// How a place in a file is opened in an editor: an address with `{file}`, `{line}` and `{column}` in it.
///
/// ```swift
/// EditorLink("vscode")?.address(of: "/register/content/site.yml", line: 3, column: 1)
/// // vscode://file/register/content/site.yml:3:1
/// ```
public struct EditorLink: Sendable, Hashable {
  /// The editors that are known by name, with the address that each takes.
  ///
  /// Source: the editors' documentation of their URL handlers.
  public static let known: [(name: String, template: String)] = [
    ("vscode", "vscode://file{file}:{line}:{column}"),
    ("cursor", "cursor://file{file}:{line}:{column}"),
    ("idea", "idea://open?file={file}&line={line}&column={column}"),
    ("zed", "zed://file{file}:{line}:{column}"),
    ("txmt", "txmt://open?url=file://{file}&line={line}&column={column}"),
  ]

  private let template: String

  /// A known editor, or a template of one's own; nil for an address that names no file or whose scheme a
  /// browser would carry out itself.
  public init?(_ name: String) {
    template = Self.known.first { $0.name == name }?.template ?? name
    guard let end = template.firstRange(of: "://"), template.contains("{file}") else { return nil }
    let scheme = template[..<end.lowerBound].lowercased()
    let isPlain = scheme.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
    guard isPlain, !scheme.isEmpty, !["javascript", "data", "vbscript"].contains(scheme) else {
      return nil
    }
  }

  /// The address of a place; `file` is an absolute path, line and column count from 1.
  public func address(of file: String, line: Int, column: Int) -> String {
    return template.replacing("{file}", with: Addresses.encoded(file)).replacing(
      "{line}", with: "\(line)"
    )
    .replacing("{column}", with: "\(column)")
  }
}
