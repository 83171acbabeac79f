/// A value of front matter or of a data file.
indirect enum Fact {
  case text(String)
  case number(Int)
  case flag
  case list([Fact])
  case record([(name: String, value: Fact)])

  /// A record without the entries that hold nothing; nil where none is left.
  static func record(_ entries: KeyValuePairs<String, Fact?>) -> Fact? {
    let held = entries.compactMap { name, value in value.map { (name: name, value: $0) } }
    return held.isEmpty ? nil : .record(held)
  }

  /// A text; nil where it is empty.
  static func words(_ text: String?) -> Fact? {
    text.flatMap { $0.isEmpty ? nil : .text($0) }
  }

  /// A list; nil where it is empty.
  static func items(_ items: [Fact]) -> Fact? { items.isEmpty ? nil : .list(items) }

  /// The value as JSON for a data file, in UTF-8.
  var json: [UInt8] {
    var bytes: [UInt8] = []
    write(in: .json, to: &bytes)
    return bytes
  }

  /// The value as front matter, in UTF-8: TOML, of which Hugo reads more in a second than of JSON,
  /// and far more than of YAML.
  var frontMatter: [UInt8] {
    guard case .record(let entries) = self else { return [] }
    var bytes = Array("+++\n".utf8)
    for entry in entries {
      bytes += "\(entry.name) = ".utf8
      entry.value.write(in: .toml, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes + "+++\n".utf8
  }

  private enum Notation {
    case json, toml
  }

  private func write(in notation: Notation, to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.quote(text, to: &bytes)
    case .number(let number): bytes += "\(number)".utf8
    case .flag: bytes += "true".utf8
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (position, item) in items.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(in: notation, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .record(let entries):
      bytes.append(UInt8(ascii: "{"))
      for (position, entry) in entries.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        switch notation {
        case .json:
          Self.quote(entry.name, to: &bytes)
          bytes.append(UInt8(ascii: ":"))
        case .toml:
          bytes += entry.name.utf8
          bytes.append(UInt8(ascii: "="))
        }
        entry.value.write(in: notation, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// A string as both notations write it.
  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
