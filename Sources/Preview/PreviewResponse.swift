/// What the preview answers.
struct PreviewResponse: Sendable {
  /// The status and its phrase.
  enum Status: Int, Sendable {
    case ok = 200
    case partial = 206
    case found = 302
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case unsatisfiable = 416
    case misdirected = 421
    case tooLarge = 431
    case unavailable = 503

    /// The words that HTTP has for it.
    var phrase: String {
      switch self {
      case .ok: "OK"
      case .partial: "Partial Content"
      case .found: "Found"
      case .notModified: "Not Modified"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .unsatisfiable: "Range Not Satisfiable"
      case .misdirected: "Misdirected Request"
      case .tooLarge: "Request Header Fields Too Large"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  /// The bytes of the answer, or that the events of the live state follow.
  enum Body: Sendable {
    case bytes(ArraySlice<UInt8>)
    case events
  }

  let status: Status
  var headers: [String: String]
  let body: Body

  init(_ status: Status, type: String, _ body: Body, _ more: [String: String] = [:]) {
    self.status = status
    self.body = body
    headers = more
    headers["Content-Type"] = type
    // A browser asks each time whether what it has is still so.
    headers["Cache-Control"] = "private, no-cache"
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
  }

  /// A short answer in words.
  init(_ status: Status, _ words: String, _ more: [String: String] = [:]) {
    self.init(status, type: ContentType.text, .bytes(Array("\(words)\n".utf8)[...]), more)
  }

  /// Everything before the body, and how the connection goes on.
  ///
  /// The events have no length: they end with the connection.
  func head(keepsConnection: Bool) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)"]
    lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    if case .bytes(let bytes) = body, status != .notModified {
      lines.append("Content-Length: \(bytes.count)")
    }
    lines.append("Connection: \(keepsConnection ? "keep-alive" : "close")")
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}

extension PreviewResponse {
  /// The same answer as far as the browser asks for it: nothing where it has these bytes already, and
  /// no more than the part that it wants.
  ///
  /// More ranges than one in a request are answered with the whole, as HTTP allows.
  ///
  /// Source: RFC 9110, sections 13.1.2, 13.1.5 and 14.2.
  func answering(_ request: PreviewRequest, tag: String) -> PreviewResponse {
    guard status == .ok, case .bytes(let bytes) = body else { return self }
    var whole = self
    whole.headers["ETag"] = tag
    whole.headers["Accept-Ranges"] = "bytes"
    if let known = request.fields["if-none-match"], Self.names(known, tag) {
      return PreviewResponse(.notModified, like: whole, [])
    }
    guard request.method == "GET", request.fields["if-range"].map({ $0 == tag }) ?? true,
      let wanted = request.fields["range"].flatMap({ ByteRange($0) })
    else { return whole }
    guard let range = wanted.range(of: bytes.count) else {
      whole.headers["Content-Range"] = "bytes */\(bytes.count)"
      return PreviewResponse(.unsatisfiable, like: whole, [])
    }
    let last = range.upperBound - 1
    whole.headers["Content-Range"] = "bytes \(range.lowerBound)-\(last)/\(bytes.count)"
    let start = bytes.startIndex
    return PreviewResponse(
      .partial, like: whole, bytes[start + range.lowerBound..<start + range.upperBound])
  }

  private init(_ status: Status, like other: PreviewResponse, _ bytes: ArraySlice<UInt8>) {
    self.status = status
    headers = other.headers
    body = .bytes(bytes)
  }

  /// Whether a list of tags has one; a weak one counts.
  private static func names(_ list: String, _ tag: String) -> Bool {
    list.split(separator: ",").contains { entry in
      let entry = entry.drop { $0 == " " }
      let name = (entry.hasPrefix("W/") ? entry.dropFirst(2) : entry).prefix { $0 != " " }
      return name == tag || name == "*"
    }
  }
}

/// The part of a file that a `Range` header asks for.
enum ByteRange: Hashable {
  /// From a byte to another, or to the end.
  case from(Int, through: Int?)
  /// So many bytes at the end.
  case last(Int)

  /// Reads `bytes=0-99`, `bytes=100-` or `bytes=-100`; nil for anything else, which is then left aside.
  init?(_ header: String) {
    let parts = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "bytes" else { return nil }
    let ends = parts[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    func number(_ digits: Substring) -> Int? {
      digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
    switch (ends[0].isEmpty, ends[1].isEmpty) {
    case (true, false):
      guard let count = number(ends[1]) else { return nil }
      self = .last(count)
    case (false, true):
      guard let start = number(ends[0]) else { return nil }
      self = .from(start, through: nil)
    case (false, false):
      guard let start = number(ends[0]), let end = number(ends[1]), start <= end else { return nil }
      self = .from(start, through: end)
    case (true, true): return nil
    }
  }

  /// The offsets in a file of so many bytes, or nil where it has none of them.
  func range(of count: Int) -> Range<Int>? {
    switch self {
    case .from(let start, let end):
      guard start < count else { return nil }
      return start..<min(count, end.map { $0 < count ? $0 + 1 : count } ?? count)
    case .last(let length):
      guard length > 0, count > 0 else { return nil }
      return max(0, count - length)..<count
    }
  }
}
