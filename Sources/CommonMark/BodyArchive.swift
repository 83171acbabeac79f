import HTML

/// Where the bytes of bodies lie until a check or a page asks for them, so that a large register does
/// not hold them all.
///
/// ```swift
/// let body = renderBody(bytes, range: range, in: file, options: options).value
/// let kept = body.archived(in: archive)  // the same body; its bytes are the archive's
/// ```
public protocol BodyArchive: Sendable {
  /// Takes bytes, one piece behind the other, and says where they begin; nil where they had better stay where
  /// they are.
  func keep(_ pieces: [UInt8]...) -> Int?

  /// The bytes at a place where ``keep(_:)`` put them.
  func bytes(in place: Range<Int>) -> [UInt8]
}

/// The bytes of one body: its HTML and its plain text.
enum BodyBytes: Sendable {
  case held(html: HTMLFragment, text: [UInt8])
  case archived(in: any BodyArchive, html: Range<Int>, text: Range<Int>)

  /// The HTML; read back where it is in an archive.
  var html: HTMLFragment {
    switch self {
    case .held(let html, _): html
    case .archived(let archive, let html, _): HTMLFragment(trusted: archive.bytes(in: html))
    }
  }

  /// The plain text; read back where it is in an archive.
  var text: [UInt8] {
    switch self {
    case .held(_, let text): text
    case .archived(let archive, _, let text): archive.bytes(in: text)
    }
  }

  /// The number of bytes of HTML.
  var htmlCount: Int {
    switch self {
    case .held(let html, _): html.bytes.count
    case .archived(_, let html, _): html.count
    }
  }

  /// Whether there is any plain text.
  var hasText: Bool {
    switch self {
    case .held(_, let text): !text.isEmpty
    case .archived(_, _, let text): !text.isEmpty
    }
  }

  /// The same in an archive, if that takes them.
  func archived(in archive: any BodyArchive) -> BodyBytes {
    switch self {
    case .archived: return self
    case .held(let html, let text):
      guard let start = archive.keep(html.bytes, text) else { return self }
      let end = start + html.bytes.count
      return .archived(in: archive, html: start..<end, text: end..<end + text.count)
    }
  }
}
