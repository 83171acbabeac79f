public import Diagnostics

/// What to watch, where to serve, and how editors are told of places.
public struct PreviewConfiguration: Sendable {
  /// The project's folder, from which the paths of messages count.
  public var root: String
  /// The folders and files whose changes make a new state.
  public var watched: [String]
  /// The path of the site below the host, such as `/register/`.
  public var basePath: String
  /// The address to listen on, as four numbers or an IPv6 address; nil for those that only this machine
  /// can reach.
  public var host: String?
  /// Names of this machine that requests may have, beside its own and its addresses.
  public var allowedNames: [String]
  /// The port to listen on; 0 lets the system choose.
  public var port: UInt16
  /// How many ports after the first are tried where it is taken.
  public var spareRange: UInt16
  /// How the places of diagnostics are opened; nil for no links.
  public var editor: EditorLink?
  /// Whether open pages turn to the page of the file that was saved.
  public var follows: Bool
  /// Whether files are looked at now and then even where the system tells of changes.
  public var polls: Bool
  /// How often the watched files are looked at where the system does not tell.
  public var interval: Duration
  /// How long a browser may take over a request, or over the next part of an answer.
  public var patience: Duration

  /// Watches `watched` and serves below `basePath` on loopback.
  public init(
    root: String = ".", watched: [String], basePath: String = "/", host: String? = nil,
    allowedNames: [String] = [], port: UInt16 = 8080, spareRange: UInt16 = 20,
    editor: EditorLink? = nil, follows: Bool = false, polls: Bool = false,
    interval: Duration = .milliseconds(250), patience: Duration = .seconds(Limits.patienceSeconds)
  ) {
    self.root = root
    self.watched = watched
    let parts = basePath.split(separator: "/").joined(separator: "/")
    self.basePath = parts.isEmpty ? "/" : "/\(parts)/"
    self.host = host
    self.allowedNames = allowedNames
    self.port = port
    self.spareRange = spareRange
    self.editor = editor
    self.follows = follows
    self.polls = polls
    self.interval = interval
    self.patience = patience
  }
}

extension PreviewConfiguration {
  /// Whether a text is an address to listen on.
  public static func isAddress(_ host: String) -> Bool { Listening.isAddress(host) }
}
