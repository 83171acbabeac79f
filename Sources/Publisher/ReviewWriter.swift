import Diagnostics
import Inspections
import Site

/// Goes once through a finished page, copies it, and rewrites what a copy for reviewers has otherwise.
struct ReviewWriter {
  private let bytes: [UInt8]
  private let path: String
  private let copy: ReviewCopy
  private var output: [UInt8] = []
  private var index = 0
  /// Whether the link that is open leads to something that is not released.
  private var isInUnreleasedLink = false
  /// How many drawings are open: no mark of text can stand in one.
  private var drawings = 0

  init(_ page: [UInt8], path: String, copy: ReviewCopy) {
    bytes = page
    self.path = path
    self.copy = copy
    output.reserveCapacity(page.count + 1_024)
  }

  mutating func write() -> [UInt8] {
    while let start = bytes.firstPlace(of: UInt8(ascii: "<"), in: index..<bytes.count) {
      output += bytes[index..<start]
      index = start
      if starts(with: "<!--") {
        copyThrough("-->")
      } else if starts(with: "</") {
        closeTag()
      } else if index + 1 < bytes.count, bytes[index + 1].isLetter {
        openTag()
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output + bytes[index...]
  }

  private mutating func closeTag() {
    let name = tagName(from: index + 2)
    if name == "a", isInUnreleasedLink {
      if drawings == 0 { output += Array(ReviewWords.mark(copy.shows).utf8) }
      isInUnreleasedLink = false
    }
    if name == "svg" { drawings = max(0, drawings - 1) }
    copyThrough(">")
  }

  private mutating func openTag() {
    let name = tagName(from: index + 1)
    let end = index + 1 + name.utf8.count
    output += bytes[index..<end]
    index = end
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { attribute(of: name) }
    if index < bytes.count { output.append(bytes[index]) }
    index = min(bytes.count, index + 1)
    switch name {
    case "head" where copy.shows != .none:
      output += Array("\n<meta name=\"robots\" content=\"noindex, nofollow\">".utf8)
    case "body" where copy.shows != .none:
      output += Array(copy.banner(ofPage: path).utf8)
    case "svg": drawings += 1
    case "script", "style", "title", "textarea": copyUntil("</\(name)")
    default: break
    }
  }

  /// Copies one attribute with the space before it, or one byte of anything else in a tag.
  private mutating func attribute(of tag: String) {
    let start = index
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    let nameStart = index
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    guard index > nameStart, index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      if index == start { index += 1 }
      output += bytes[start..<min(index, bytes.count)]
      return
    }
    index += 1
    let value = attributeValue()
    guard !(copy.isRelative && (name == "integrity" || name == "crossorigin")) else { return }
    output += bytes[start..<value.lowerBound]
    let text = String(decoding: bytes[value], as: UTF8.self)
    if tag == "a", name == "href", text.hasPrefix(copy.basePath) {
      isInUnreleasedLink = copy.isUnreleased(
        text.dropFirst(copy.basePath.count).prefix { $0 != "#" && $0 != "?" })
    }
    let link = Self.links.contains(name) ? copy.relative(text, from: path) : nil
    output += link.map { Array($0.utf8) } ?? Array(bytes[value])
    output += bytes[value.upperBound..<index]
  }

  /// The attributes that hold one address.
  private static let links: Set = ["href", "src", "action", "poster", "data-index", "xlink:href"]

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
  }

  /// The bytes of a value, without quotes; ends behind it.
  private mutating func attributeValue() -> Range<Int> {
    guard index < bytes.count else { return index..<index }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") {
        index += 1
      }
      return start..<index
    }
    let start = index + 1
    let end = bytes.firstPlace(of: quote, in: start..<bytes.count) ?? bytes.count
    index = min(bytes.count, end + 1)
    return start..<end
  }

  private func tagName(from start: Int) -> String {
    var end = start
    while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  private func starts(with text: StaticString) -> Bool {
    bytes[index...].starts(with: "\(text)".utf8)
  }

  private mutating func copyThrough(_ end: String) {
    copyUntil(end)
    let next = min(bytes.count, index + end.utf8.count)
    output += bytes[index..<next]
    index = next
  }

  private mutating func copyUntil(_ end: String) {
    let start = index
    let first = end.utf8.first ?? 0
    while let place = bytes.firstPlace(of: first, in: index..<bytes.count) {
      index = place
      if bytes[place...].prefix(end.utf8.count).elementsEqual(
        end.utf8, by: { $0 | 0x20 == $1 | 0x20 })
      {
        output += bytes[start..<index]
        return
      }
      index += 1
    }
    index = bytes.count
    output += bytes[start..<index]
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
