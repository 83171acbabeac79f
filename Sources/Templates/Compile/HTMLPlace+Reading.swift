extension HTMLPlace {
  /// Elements whose content is text with character references and no elements.
  static let titleElements = ["title", "textarea"]
  /// Elements whose content is not markup at all.
  static let rawElements = ["script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"]

  /// Elements in which no HTML element may stand.
  static let bareElements = ["option", "svg", "math"]

  /// Reads one byte of the page.
  mutating func read(_ byte: UInt8) {
    switch region {
    case .content:
      if byte == UInt8(ascii: "<") { region = .opening([]) }
    case .opening(let before):
      readOpening(before, byte)
    case .tagName:
      readTag(byte) { place in place.element.append(byte.lowercasedASCII) }
    case .tag, .afterName:
      readBetweenAttributes(byte)
    case .attributeName:
      readAttributeName(byte)
    case .beforeValue, .value:
      readValue(byte)
    case .declaration:
      if byte == UInt8(ascii: ">") { region = .content }
    case .comment(let dashes):
      readComment(dashes, byte)
    case .rawText(let matched):
      readRawText(matched, byte)
    }
  }

  private mutating func readOpening(_ before: [UInt8], _ byte: UInt8) {
    if byte.isLetter {
      switch before {
      case [], [UInt8(ascii: "/")]:
        let takesElements = takesElements
        self = HTMLPlace(region: .tagName, element: [byte.lowercasedASCII])
        isClosingTag = !before.isEmpty
        self.takesElements = takesElements
        return
      default:
        region = .declaration
        return
      }
    }
    let so = before + [byte]
    switch so {
    case Array("/".utf8), Array("!".utf8), Array("!-".utf8): region = .opening(so)
    case Array("!--".utf8): region = .comment(dashes: 2)
    case Array("<".utf8): region = .opening([])
    case Array("?".utf8): region = .declaration
    default:
      let isMarkup = !before.isEmpty && byte != UInt8(ascii: ">")
      region = isMarkup ? .declaration : .content
    }
  }

  /// Reads a byte of a tag that may end it; any other byte is left to `otherwise`.
  private mutating func readTag(_ byte: UInt8, otherwise: (inout HTMLPlace) -> Void) {
    if byte == UInt8(ascii: ">") {
      endTag()
    } else if byte.isTemplateSpace || byte == UInt8(ascii: "/") || byte == 0x0C {
      region = .tag
    } else {
      otherwise(&self)
    }
  }

  private mutating func readBetweenAttributes(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      if region == .tag { attribute = [] }
      value = []
      addressPart = .start
      region = .beforeValue
      return
    }
    if region == .afterName, byte.isTemplateSpace { return }
    readTag(byte) { place in
      place.attribute = [byte.lowercasedASCII]
      place.region = .attributeName
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      value = []
      addressPart = .start
      region = .beforeValue
    } else if byte.isTemplateSpace {
      region = .afterName
    } else {
      readTag(byte) { place in place.attribute.append(byte.lowercasedASCII) }
    }
  }

  private mutating func readValue(_ byte: UInt8) {
    if region == .beforeValue {
      if byte.isTemplateSpace { return }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        region = .value(quote: byte)
        return
      }
      if byte == UInt8(ascii: ">") { return endTag() }
      region = .value(quote: 0)
    }
    guard case .value(let quote) = region else { return }
    if quote == 0, byte == UInt8(ascii: ">") {
      endValue()
      endTag()
    } else if byte == quote || quote == 0 && byte.isTemplateSpace {
      endValue()
    } else {
      value.append(byte.lowercasedASCII)
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
        addressPart = .query
      } else if !byte.isTemplateSpace {
        addressPart = max(addressPart, .path)
      }
    }
  }

  private mutating func endValue() {
    if element.elementsEqual("script".utf8), attribute.elementsEqual("type".utf8) {
      holdsJSON = ["application/ld+json", "application/json"].contains {
        value.elementsEqual($0.utf8)
      }
    }
    value = []
    region = .tag
  }

  private mutating func endTag() {
    if Self.bareElements.contains(where: { element.elementsEqual($0.utf8) }) {
      takesElements = isClosingTag
    }
    let isRaw = (Self.titleElements + Self.rawElements).contains { element.elementsEqual($0.utf8) }
    region = isRaw && !isClosingTag ? .rawText(matched: 0) : .content
  }

  private mutating func readComment(_ dashes: Int, _ byte: UInt8) {
    if byte == UInt8(ascii: ">"), dashes >= 2 {
      region = .content
    } else if byte == UInt8(ascii: "-") {
      region = .comment(dashes: dashes + 1)
    } else if byte != UInt8(ascii: "!") || dashes < 2 {
      region = .comment(dashes: 0)
    }
  }

  private mutating func readRawText(_ matched: Int, _ byte: UInt8) {
    let closing = Array("</".utf8) + element
    if matched == closing.count {
      isClosingTag = true
      region = .rawText(matched: 0)
      return readTag(byte) { place in place.isClosingTag = false }
    }
    if byte.lowercasedASCII == closing[matched] {
      region = .rawText(matched: matched + 1)
    } else {
      region = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
    }
  }
}
