/// JSON laid out for a reader: what fits into a line stands on one, all else a member a line.
///
/// Members keep their order and scalars their spelling, so that nothing but white space is lost.
/// Reads what the program wrote; of text that is no JSON it makes something, and ends.
struct JSONLayout {
  private enum Node {
    case scalar(String)
    case list([Node])
    case object([(key: String, value: Node)])
  }

  private static let width = 220
  private let bytes: [UInt8]
  private var position = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The text of one value, laid out, without a line break at its end.
  static func indented(_ text: String) -> String {
    var layout = JSONLayout(text)
    var lines: [String] = []
    write(layout.node(), opening: "", closing: "", depth: 0, to: &lines)
    return lines.joined(separator: "\n")
  }

  /// The white space outside of strings.
  static func space(in text: String) -> [UInt8] {
    var layout = JSONLayout(text)
    var found: [UInt8] = []
    while let byte = layout.peek {
      if byte == UInt8(ascii: "\"") {
        _ = layout.string()
      } else {
        if isSpace(byte) { found.append(byte) }
        layout.position += 1
      }
    }
    return found
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func next() -> UInt8? {
    while let byte = peek, Self.isSpace(byte) || byte == UInt8(ascii: ",") { position += 1 }
    return peek
  }

  private mutating func node() -> Node {
    switch next() {
    case UInt8(ascii: "{"):
      position += 1
      var members: [(key: String, value: Node)] = []
      while let byte = next(), byte != UInt8(ascii: "}") {
        let key = byte == UInt8(ascii: "\"") ? string() : word()
        if next() == UInt8(ascii: ":") { position += 1 }
        members.append((key, node()))
      }
      position += 1
      return .object(members)
    case UInt8(ascii: "["):
      position += 1
      var items: [Node] = []
      while let byte = next(), byte != UInt8(ascii: "]") { items.append(node()) }
      position += 1
      return .list(items)
    case UInt8(ascii: "\""): return .scalar(string())
    case .some, .none: return .scalar(word())
    }
  }

  /// A string as it is spelt, with its quotes.
  private mutating func string() -> String {
    let start = position
    position += 1
    while let byte = peek, byte != UInt8(ascii: "\"") {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position + 1, bytes.count)
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A number or a name, of a byte at least, so that reading goes on.
  private mutating func word() -> String {
    let start = position
    repeat { position += 1 } while peek.map { !Array(",:]} \n".utf8).contains($0) } ?? false
    position = min(position, bytes.count)
    return String(decoding: bytes[min(start, position)..<position], as: UTF8.self)
  }

  private static func flat(_ node: Node) -> String {
    switch node {
    case .scalar(let text): text
    case .list(let items): "[" + items.map(flat).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key): \(flat($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private static func write(
    _ node: Node, opening: String, closing: String, depth: Int, to lines: inout [String]
  ) {
    let margin = String(repeating: "  ", count: depth)
    let line = margin + opening + flat(node) + closing
    if line.utf8.count <= width {
      lines.append(line)
      return
    }
    func comma(_ index: Int, of count: Int) -> String { index + 1 < count ? "," : "" }
    switch node {
    case .scalar: lines.append(line)
    case .list(let items):
      lines.append("\(margin)\(opening)[")
      for (index, item) in items.enumerated() {
        write(
          item, opening: "", closing: comma(index, of: items.count), depth: depth + 1, to: &lines)
      }
      lines.append("\(margin)]\(closing)")
    case .object(let members):
      lines.append("\(margin)\(opening){")
      for (index, member) in members.enumerated() {
        write(
          member.value, opening: "\(member.key): ", closing: comma(index, of: members.count),
          depth: depth + 1, to: &lines)
      }
      lines.append("\(margin)}\(closing)")
    }
  }
}
