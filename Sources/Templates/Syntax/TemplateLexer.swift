import Diagnostics

/// Takes a template apart into tags and text; a tag that is not well formed is reported and left out.
///
/// Complexity: O(n).
struct TemplateLexer {
  private let source: SourceText
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  private var position = 0
  private var textStart = 0
  private var tokens: [Token] = []
  private var diagnostics: [Diagnostic] = []
  private var tagCount = 0
  /// Where each closing delimiter was last found, so that many openings cost one search.
  private var found: [[UInt8]: Int] = [:]

  /// The tags and texts of `source` in order.
  static func tokens(of source: SourceText) -> Diagnosed<[Token]> {
    var lexer = TemplateLexer(source: source)
    lexer.run()
    return Diagnosed(lexer.tokens, lexer.diagnostics)
  }

  private init(source: SourceText) {
    self.source = source
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      textStart = 3
    }
  }

  private mutating func run() {
    while let start = source.bytes.firstRange(of: opening, from: position) {
      guard tagCount < Limits.tags else {
        diagnostics.append(.tooManyTags(Span(source.file, start..<start + opening.count)))
        break
      }
      tagCount += 1
      readTag(at: start)
    }
    endText(at: source.bytes.count)
  }

  /// Reads the tag that opens at `start` and moves behind it.
  private mutating func readTag(at start: Int) {
    let content = start + opening.count
    let sigil = content < source.bytes.count ? source.bytes[content] : 0
    let kind = Self.kind(of: sigil)
    var end = closing
    if sigil == UInt8(ascii: "{") { end.insert(UInt8(ascii: "}"), at: 0) }
    if sigil == UInt8(ascii: "=") { end.insert(UInt8(ascii: "="), at: 0) }
    let inner = kind == .variable ? content : content + 1
    guard let close = closeOffset(end, from: inner), !isInterrupted(kind, inner..<close) else {
      position = content
      let lineEnd = source.lines.range(ofLine: source.lines.line(at: start), in: source.bytes)
      diagnostics.append(
        .unclosedTag(
          Span(source.file, start..<max(content, lineEnd.upperBound)),
          closing: String(decoding: end, as: UTF8.self)))
      return
    }
    endText(at: start)
    position = close + end.count
    textStart = position
    finish(kind, range: start..<position, content: inner..<close)
  }

  /// Whether another tag opens before this one closes, which a comment may hold and no other tag.
  private func isInterrupted(_ kind: Tag.Kind, _ content: Range<Int>) -> Bool {
    guard kind != .comment, kind != .delimiters else { return false }
    return source.bytes[content].firstRange(of: opening, from: content.lowerBound) != nil
  }

  private mutating func closeOffset(_ end: [UInt8], from offset: Int) -> Int? {
    if let known = found[end], known >= offset { return known == .max ? nil : known }
    let close = source.bytes.firstRange(of: end, from: offset)
    found[end] = close ?? .max
    return close
  }

  private mutating func endText(at end: Int) {
    if textStart < end { tokens.append(.text(textStart..<end)) }
    textStart = end
  }

  /// Looks into the tag between its delimiters.
  private mutating func finish(_ kind: Tag.Kind, range: Range<Int>, content: Range<Int>) {
    var name = source.bytes.trimmed(content)
    var isDynamic = false
    switch kind {
    case .comment:
      name = content.lowerBound..<content.lowerBound
    case .delimiters:
      changeDelimiters(range, content)
      name = content.lowerBound..<content.lowerBound
    case .partial, .parent:
      if !name.isEmpty, source.bytes[name.lowerBound] == UInt8(ascii: "*") {
        isDynamic = true
        name = source.bytes.trimmed(name.lowerBound + 1..<name.upperBound)
      }
      check(name, in: range)
    case .variable, .rawVariable, .section, .inverted, .close, .block:
      check(name, in: range)
    }
    tokens.append(.tag(Tag(kind: kind, range: range, name: name, isDynamic: isDynamic)))
  }

  private mutating func check(_ name: Range<Int>, in tag: Range<Int>) {
    if name.isEmpty {
      diagnostics.append(.namelessTag(Span(source.file, tag)))
    } else if source.bytes[name].contains(where: \.isTemplateSpace) {
      diagnostics.append(
        .spacedName(Span(source.file, name), name: source.text(in: name)))
    }
  }

  private mutating func changeDelimiters(_ range: Range<Int>, _ content: Range<Int>) {
    let parts = source.bytes[content].split(whereSeparator: \.isTemplateSpace)
    guard parts.count == 2, !source.bytes[content].contains(UInt8(ascii: "=")) else {
      return diagnostics.append(
        .badDelimiters(Span(source.file, range), text: source.text(in: range)))
    }
    opening = Array(parts[0])
    closing = Array(parts[1])
    found = [:]
  }

  private static func kind(of sigil: UInt8) -> Tag.Kind {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .rawVariable
    default: .variable
    }
  }
}
