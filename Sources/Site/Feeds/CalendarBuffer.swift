/// Growing bytes of an iCalendar file: lines end in CR and LF and are folded at 75 octets.
///
/// Source: RFC 5545, sections 3.1 and 3.3.11.
struct CalendarBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  /// The most octets that a line may have, its end left out.
  static let lineLimit = 75

  /// Appends a property whose value needs no escapes.
  mutating func line(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// Appends a property with a text.
  mutating func text(_ name: String, _ text: String) { fold("\(name):\(Self.escaped(text))") }

  /// Appends a property with a list of texts.
  mutating func texts(_ name: String, _ texts: [String]) {
    fold("\(name):\(texts.map(Self.escaped).joined(separator: ","))")
  }

  /// A text with its backslashes, semicolons, commas and line ends escaped; other controls become
  /// spaces.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{7F}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Breaks before the character that would pass the limit; a following line starts with a space.
  private mutating func fold(_ line: String) {
    var room = Self.lineLimit
    for scalar in line.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if octets.count > room {
        bytes.append(contentsOf: "\r\n ".utf8)
        room = Self.lineLimit - 1
      }
      bytes.append(contentsOf: octets)
      room -= octets.count
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }
}
