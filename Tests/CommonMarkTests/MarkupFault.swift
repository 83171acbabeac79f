/// What is wrong with HTML that should be well formed.
enum MarkupFault: Equatable {
  case unclosed(String)
  case unexpectedEnd(String)
  case strayByte(UInt8)
  case brokenTag
  case nestedLink
  case repeatedID(String)
  case mark

  private static let void: Set<String> = ["br", "hr", "img"]

  /// The first fault in `html`: tags must balance, links not nest, ids not repeat, and neither bare
  /// angle brackets nor the renderer's own marks be left.
  static func first(in html: [UInt8]) -> MarkupFault? {
    var open: [String] = []
    var ids: Set<String> = []
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: ">") || byte == 0 { return .strayByte(byte) }
      if byte == 0xEF, index + 2 < html.count, html[index + 1] == 0xB7,
        (0x90...0x95).contains(html[index + 2])
      {
        return .mark
      }
      guard byte == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard let end = tagEnd(html, from: index) else { return .brokenTag }
      let tag = String(decoding: html[index + 1..<end], as: UTF8.self)
      index = end + 1
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return .unexpectedEnd(tag) }
        continue
      }
      let name = String(tag.prefix { $0 != " " })
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
        return .brokenTag
      }
      if let id = id(of: tag), !ids.insert(id).inserted { return .repeatedID(id) }
      if name == "a", open.contains("a") { return .nestedLink }
      if !void.contains(name) { open.append(name) }
    }
    return open.last.map { .unclosed($0) }
  }

  /// The `>` that ends a tag, past its quoted values.
  private static func tagEnd(_ html: [UInt8], from start: Int) -> Int? {
    var isQuoted = false
    for index in start + 1..<max(start + 1, html.count) {
      if html[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, html[index] == UInt8(ascii: "<") { return nil }
      if !isQuoted, html[index] == UInt8(ascii: ">") { return index }
    }
    return nil
  }

  private static func id(of tag: String) -> String? {
    guard let start = tag.firstRange(of: " id=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}
