/// An address in a style sheet or a script that leads to another asset of the theme.
struct AssetReference: Equatable {
  /// The bytes of the address, without quotes.
  let range: Range<Int>
  /// The address as it is written.
  let address: String

  /// What an asset refers to: `url()` and `@import` of style sheets, and of scripts what stands
  /// behind `import` and `from` and in `new URL(…, import.meta.url)`; addresses with a scheme or a
  /// fragment only are none, and neither are those by which a script leads out of the assets.
  ///
  /// Complexity: O(n).
  static func all(in bytes: [UInt8], ofAsset path: String) -> [AssetReference] {
    if path.hasSuffix(".css") {
      return AssetReader(bytes, comments: ["/*": "*/"]).styleReferences()
    }
    guard path.hasSuffix(".js") || path.hasSuffix(".mjs") else { return [] }
    return AssetReader(bytes, comments: ["/*": "*/", "//": "\n"]).scriptReferences()
      .filter { $0.target(from: path) != nil }
  }

  /// Whether the address leads somewhere within the site rather than to another one, or to a place
  /// in the same file.
  var isRelative: Bool {
    guard let first = address.utf8.first, first != UInt8(ascii: "#") else { return false }
    if address.hasPrefix("//") { return false }
    let start = address.prefix { !"/?#".contains($0) }
    return !start.contains(":")
  }

  /// The address without its query and fragment.
  var file: Substring { address.prefix { $0 != "?" && $0 != "#" } }

  /// The path below `assets/` that the address leads to from the asset `path`; nil where it leads
  /// out of there.
  func target(from path: String) -> String? {
    guard !address.hasPrefix("/") else { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in file.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default:
        // An encoded `/` is a part of a name, which no file has.
        let name = Addresses.decoded(part) ?? String(part)
        parts.append(name.contains("/") ? String(part) : name)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Reads a style sheet or a script: what is comment, what is text in quotes, what is between.
private struct AssetReader {
  let bytes: [UInt8]
  /// How comments start and end.
  let comments: [(start: [UInt8], end: [UInt8])]
  var found: [AssetReference] = []
  var index = 0
  /// The word that was read last, and whether only spaces and an open bracket have come since.
  var word: Range<Int>?

  init(_ bytes: [UInt8], comments: KeyValuePairs<String, String>) {
    self.bytes = bytes
    self.comments = comments.map { (Array($0.key.utf8), Array($0.value.utf8)) }
  }

  consuming func styleReferences() -> [AssetReference] {
    read { reader, text, word in
      if word == "url" || word == "@import" { reader.keep(text) }
    } bracket: { reader, word in
      if word == "url" { reader.readBareAddress() }
    }
    return found
  }

  consuming func scriptReferences() -> [AssetReference] {
    read { reader, text, word in
      let isModule =
        word == "import" || word == "from" || word == "url" && reader.isFromThisFile()
      if isModule, reader.bytes[text].first == UInt8(ascii: ".") { reader.keep(text) }
    } bracket: { _, _ in
    }
    return found
  }

  /// Walks through the file; tells of each text in quotes and each open bracket with the word
  /// before it, in small letters.
  private mutating func read(
    quoted: (inout AssetReader, Range<Int>, String?) -> Void,
    bracket: (inout AssetReader, String?) -> Void
  ) {
    while index < bytes.count {
      let byte = bytes[index]
      if let comment = comments.first(where: { starts(with: $0.start) }) {
        skip(pastNext: comment.end, from: index + comment.start.count)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
      {
        let text = readQuoted(byte)
        quoted(&self, text, lastWord)
        word = nil
      } else if byte == UInt8(ascii: "(") {
        index += 1
        bracket(&self, lastWord)
      } else if byte.isWordByte {
        let start = index
        while index < bytes.count, bytes[index].isWordByte { index += 1 }
        word = start..<index
      } else {
        if byte > 0x20 { word = nil }
        index += 1
      }
    }
  }

  private var lastWord: String? {
    word.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
  }

  private func starts(with marker: [UInt8]) -> Bool {
    bytes[index...].starts(with: marker)
  }

  private mutating func skip(pastNext marker: [UInt8], from start: Int) {
    index = start
    while index < bytes.count, !starts(with: marker) { index += 1 }
    index = min(bytes.count, index + marker.count)
  }

  /// Whether what follows says that an address counts from this script.
  private func isFromThisFile() -> Bool {
    bytes[index...].lazy.filter { $0 > 0x20 }.starts(with: ",import.meta.url".utf8)
  }

  /// The bytes between two quotes; ends behind the second one, or with the line where it is left out.
  private mutating func readQuoted(_ quote: UInt8) -> Range<Int> {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\n"), quote != UInt8(ascii: "`") { break }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(index, bytes.count)
    index = min(bytes.count, index + 1)
    return start..<end
  }

  /// An address behind `url(` that stands without quotes.
  private mutating func readBareAddress() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'")
    else { return }
    let start = index
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")") { index += 1 }
    keep(start..<index)
    word = nil
  }

  private mutating func keep(_ range: Range<Int>) {
    let reference = AssetReference(
      range: range, address: String(decoding: bytes[range], as: UTF8.self))
    if reference.isRelative { found.append(reference) }
  }
}

extension UInt8 {
  /// Letters, digits and what names in style sheets and scripts have beside them.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "@"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }
}
