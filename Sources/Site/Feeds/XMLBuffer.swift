/// Growing bytes of an XML document: the one door through which text reaches feeds and the map of
/// the site.
struct XMLBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  /// A document that begins with the XML declaration.
  init() { markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") }

  /// Appends markup that stands in the program.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends text, right between tags and in quoted attributes.
  ///
  /// Characters that XML 1.0 cannot carry at all become U+FFFD. Source: XML 1.0, section 2.2.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup("&amp;")
      case "<": markup("&lt;")
      case ">": markup("&gt;")
      case "\"": markup("&quot;")
      case "'": markup("&#39;")
      case "\t", "\n", "\r": bytes.append(UInt8(scalar.value))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": markup("\u{FFFD}")
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Appends an element with nothing but text in it.
  mutating func element(_ open: StaticString, _ text: String, _ close: StaticString) {
    markup(open)
    self.text(text)
    markup(close)
  }
}
