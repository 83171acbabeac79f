/// Something the machine would not let the tool do: a file that cannot be read, a full disk, a
/// folder that another build holds.
///
/// What authors did wrong is never one of these; that is a diagnostic.
public struct EnvironmentError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The exit code of a run that ends with such an error: `EX_IOERR`, input or output.
  ///
  /// Source: `sysexits.h`.
  public static let exitCode: Int32 = 74

  /// The file or folder concerned, as the user knows it.
  public let path: String
  /// What is the matter with it, in words that follow the path.
  public let reason: String
  /// What the user can do about it, if there is one thing to do.
  public let help: String?

  /// Names a path and what is the matter with it.
  public init(_ path: String, _ reason: String, help: String? = nil) {
    self.path = path
    self.reason = reason
    self.help = help
  }

  /// The path, the reason and, on a line of its own, the help.
  public var description: String {
    let sentence = "'\(path)' \(reason)"
    return help.map { "\(sentence)\n  = help: \($0)" } ?? sentence
  }

  /// The same error under the path that the user knows.
  public func shown(as path: String) -> EnvironmentError {
    EnvironmentError(path, reason, help: help)
  }
}
