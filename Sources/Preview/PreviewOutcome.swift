public import Diagnostics

/// What a build for the preview came to.
public enum PreviewOutcome: Sendable {
  /// The bytes of every file of a site by its path in the output folder, and what there is to say about
  /// it in the terminal format; often nothing.
  case site([String: [UInt8]], diagnostics: String)
  /// Errors stand, in the terminal format: the last good site stays, with them on top.
  case errors(String)
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
  /// How long a browser may take over a request, or over the next part of an answer.
  public var patience: Duration

  /// Watches `watched` and serves below `basePath` on loopback.
  public init(
    watched: [String], basePath: String = "/", port: UInt16 = 8080, spareRange: UInt16 = 20,
    interval: Duration = .milliseconds(250), patience: Duration = .seconds(Limits.patienceSeconds)
  ) {
    self.watched = watched
    let parts = basePath.split(separator: "/").joined(separator: "/")
    self.basePath = parts.isEmpty ? "/" : "/\(parts)/"
    self.port = port
    self.spareRange = spareRange
    self.interval = interval
    self.patience = patience
  }
}
