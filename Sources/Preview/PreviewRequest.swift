import Site

/// What the preview needs to know of a request.
struct PreviewRequest: Sendable {
  /// The method in capitals.
  let method: String
  /// The path as it was sent, encoded.
  let path: String
  /// What follows the question mark, encoded.
  let query: String
  /// The header fields by their names in small letters.
  let fields: [String: String]
  /// Whether the connection may serve for another request: the browser means to go on, and no body
  /// follows that nobody reads.
  let keepsConnection: Bool

  /// Takes the head of a request apart, without the empty line at its end; nil for what is none.
  ///
  /// Complexity: O(n).
  ///
  /// Source: RFC 9112, sections 3 to 6; RFC 9110, section 7.2 for a host that is named twice.
  init?(head: [UInt8]) {
    var lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }[...]
    let words = lines.removeFirst().split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, !words[0].isEmpty, !words[1].isEmpty,
      words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0"
    else { return nil }
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return nil }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
      guard let earlier = fields[name] else {
        fields[name] = value
        continue
      }
      guard name != "host", name != "content-length" else { return nil }
      fields[name] = "\(earlier), \(value)"
    }
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    method = words[0]
    path = String(target[0])
    query = target.count > 1 ? String(target[1]) : ""
    let wishes = (fields["connection"] ?? "").lowercased()
    let hasBody = fields["content-length"].map { $0 != "0" } ?? (fields["transfer-encoding"] != nil)
    keepsConnection =
      !hasBody && (words[2] == "HTTP/1.1" ? wishes != "close" : wishes == "keep-alive")
    self.fields = fields
  }
}

extension PreviewRequest {
  /// The value of a parameter of the query, decoded once; nil where it is not there or is no text.
  func parameter(_ name: String) -> String? {
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, pair[0] == name else { continue }
      return Addresses.decoded(pair[1])
    }
    return nil
  }
}

extension String {
  /// The text without the blanks at both ends.
  fileprivate var trimmed: String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
