/// Growing bytes of an iCalendar file: lines end in CR and LF and are folded at 75 octets.
///
/// Source: RFC 5545, sections 3.1 and 3.3.11.
public struct CalendarBuffer: Sendable {
  /// The file so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty file.
  public init() {}

  /// The most octets that a line may have, its end left out.
  static let lineLimit = 75

  /// Appends a property whose value needs no escapes.
  public mutating func line(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// Appends a property with a text.
  public mutating func text(_ name: String, _ text: String) {
    fold("\(name):\(Self.escaped(text))")
  }

  /// Appends a property with a list of texts.
  mutating func texts(_ name: String, _ texts: [String]) {
    fold("\(name):\(texts.map(Self.escaped).joined(separator: ","))")
  }

  /// A text with its backslashes, semicolons, commas and line ends escaped; other controls become
  /// spaces.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        result += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): result += "\\n".utf8
      case 0x00...0x1F, 0x7F: result.append(UInt8(ascii: " "))
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Breaks before the character that would pass the limit; a following line starts with a space.
  private mutating func fold(_ line: String) {
    var room = Self.lineLimit
    for octet in line.utf8 {
      let octets = Self.width(from: octet)
      if octets > room {
        bytes.append(contentsOf: "\r\n ".utf8)
        room = Self.lineLimit - 1
      }
      bytes.append(octet)
      room -= octets
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// How many octets the character has that begins with one; none for an octet inside a character.
  private static func width(from octet: UInt8) -> Int {
    switch octet {
    case 0x00..<0x80: 1
    case 0x80..<0xC0: 0
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }
}
