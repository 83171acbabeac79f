public import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A template or an asset of a theme.
public struct ThemeFile: Sendable, Hashable {
  /// Its path in the theme, like `partials/masthead.mustache` or `assets/findings.css`.
  public let path: String
  /// Every byte of it.
  public let bytes: [UInt8]
  /// The file as messages show it.
  public let source: SourceFile

  /// A file with its bytes, of the built-in theme unless it says otherwise.
  public init(path: String, bytes: [UInt8], source: SourceFile? = nil) {
    self.path = path
    self.bytes = bytes
    self.source = source ?? SourceFile(path: Self.shownPath(of: path))
  }

  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// A file whose bytes are given in base 64; none where that is not base 64.
  init(path: String, base64: String) {
    self.init(path: path, bytes: Data(base64Encoded: base64).map(Array.init) ?? [])
  }

  /// A path of the built-in theme as messages show it.
  public static func shownPath(of path: String) -> String { "built-in/\(path)" }

  /// The theme that is built into the program, ordered by path.
  public static var builtIn: [ThemeFile] { BuiltInTheme.files }
}

extension SourceFile {
  /// Whether it is a file of the built-in theme, which lies in no project.
  public var isBuiltIn: Bool { path.hasPrefix(ThemeFile.shownPath(of: "")) }
}

extension [ThemeFile] {
  /// The files below `assets/`, by their path there.
  public var assets: [ThemeFile] {
    filter { $0.path.hasPrefix("assets/") }
      .map {
        ThemeFile(
          path: String($0.path.dropFirst("assets/".count)), bytes: $0.bytes, source: $0.source)
      }
  }
}
