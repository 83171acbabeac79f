/// What a build for the preview came to.
public enum PreviewOutcome: Sendable {
  /// A site, and what there is to say about it in the terminal format; often nothing.
  case site(PreviewSite, diagnostics: String)
  /// Errors stand, in the terminal format: the last good site stays, with them on top.
  case errors(String)
}

/// A built site as the preview serves it.
public enum PreviewSite: Sendable {
  /// The bytes of every file by its path in the output folder.
  case files([String: [UInt8]])
  /// The output folder of a build.
  case folder(String)
}

/// What to watch and where to serve.
public struct PreviewConfiguration: Sendable {
  /// The folders and files whose changes start a build.
  public var watched: [String]
  /// The path of the site below the host, such as `/register/`.
  public var basePath: String
  /// The port to listen on; 0 lets the system choose.
  public var port: UInt16
  /// How many ports after the first are tried where it is taken.
  public var spareRange: UInt16
  /// How often the watched files are looked at.
  public var interval: Duration

  /// Watches `watched` and serves below `basePath` on loopback.
  public init(
    watched: [String], basePath: String = "/", port: UInt16 = 8080, spareRange: UInt16 = 20,
    interval: Duration = .milliseconds(250)
  ) {
    self.watched = watched
    let parts = basePath.split(separator: "/").joined(separator: "/")
    self.basePath = parts.isEmpty ? "/" : "/\(parts)/"
    self.port = port
    self.spareRange = spareRange
    self.interval = interval
  }
}
