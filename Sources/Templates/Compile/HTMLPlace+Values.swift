import HTML

/// How a value is written into the page.
enum Escape: Sendable {
  /// Text between elements.
  case words
  /// Text in a title, in another element that takes text alone, or in a quoted attribute.
  case text
  /// A whole address.
  case address
  /// Text or an address as one part of an address.
  case addressPart
  /// HTML or JSON as the generator made it.
  case markup
}

/// Why a value may not stand where it does.
struct Refusal {
  /// The headline behind the value's name.
  let message: String
  /// What is allowed there.
  let note: String
  /// The one thing to do.
  let help: String
}

/// What a place says to a value.
enum Admission {
  case write(Escape)
  case refuse(Refusal)
}

extension HTMLPlace {
  /// Attributes that hold an address.
  static let addressAttributes = [
    "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href",
    "icon", "longdesc", "manifest", "ping", "poster", "profile", "src", "usemap", "xlink:href",
  ]
  /// Attributes that hold a list of addresses.
  static let addressListAttributes = ["imagesrcset", "srcset"]

  /// What writing a value of `type` here needs, or why it may not stand here.
  func admits(_ type: FieldType) -> Admission {
    switch region {
    case .content: admitsBetweenElements(type)
    case .value(let quote) where quote != 0: admitsInAttribute(type)
    case .beforeValue, .value:
      .refuse(
        Refusal(
          message: "stands in an attribute without quotes",
          note: "without quotes a space in the value would start another attribute",
          help: "put double quotes round the value"))
    case .rawText: admitsInRawText(type)
    case .opening, .tagName, .tag, .attributeName, .afterName, .declaration, .comment:
      .refuse(
        Refusal(
          message: "stands \(words)",
          note: "values stand between elements and in quoted attributes",
          help: "move it, or write a section with the words in it"))
    }
  }

  private func admitsBetweenElements(_ type: FieldType) -> Admission {
    switch type {
    case .html: .write(.markup)
    case .json:
      .refuse(
        Refusal(
          message: "stands \(words)", note: "JSON stands in a script element of a JSON type",
          help: "write '<script type=\"application/ld+json\">' around it"))
    case .text, .address, .number, .flag, .record, .list: .write(takesElements ? .words : .text)
    }
  }

  private func admitsInRawText(_ type: FieldType) -> Admission {
    if Self.titleElements.contains(where: { element.elementsEqual($0.utf8) }) {
      switch type {
      case .text, .address, .number, .flag, .record, .list: return .write(.text)
      case .html, .json: return .refuse(markupRefusal)
      }
    }
    if holdsJSON, element.elementsEqual("script".utf8) {
      if case .json = type { return .write(.markup) }
      return .refuse(
        Refusal(
          message: "stands in JSON", note: "a script element of a JSON type takes JSON only",
          help: "use a name of type JSON"))
    }
    return .refuse(
      Refusal(
        message: "stands \(words)", note: "nothing makes a value safe in scripts and styles",
        help: "put it into a 'data-' attribute and read it from there"))
  }

  private var markupRefusal: Refusal {
    Refusal(
      message: "is HTML and stands \(words)", note: "HTML stands between elements only",
      help: "use a name of type text")
  }

  private func admitsInAttribute(_ type: FieldType) -> Admission {
    let isNumber = if case .number = type { true } else { false }
    let isAddress = if case .address = type { true } else { false }
    switch type {
    case .html, .json: return .refuse(markupRefusal)
    case .text, .address, .number, .flag, .record, .list: break
    }
    if isNumber, !isCode { return .write(.text) }
    if holdsStyle || isCode {
      return .refuse(
        Refusal(
          message: "stands \(words)", note: "nothing makes a text safe in scripts and styles",
          help: holdsStyle
            ? "use a number, or a class" : "put it into a 'data-' attribute and read it from there")
      )
    }
    if hasForbiddenScheme {
      return .refuse(
        Refusal(
          message: "stands in an address that runs code",
          note: "schemes are \(HTMLBuffer.allowedSchemes.joined(separator: ", "))",
          help: "link to a page instead"))
    }
    if !holdsAddress { return .write(isAddress ? .address : .text) }
    if isAddress { return .write(addressPart == .query ? .addressPart : .address) }
    guard addressPart == .start || holdsAddressList else { return .write(.addressPart) }
    return .refuse(
      Refusal(
        message: "is text and starts an address", note: "an address starts with an address",
        help: "use a name of type address, or write the start of the address before it"))
  }

  private func isOne(of names: [String]) -> Bool {
    names.contains { attribute.elementsEqual($0.utf8) }
  }

  private var holdsAddressList: Bool { isOne(of: Self.addressListAttributes) }
  private var holdsAddress: Bool {
    isOne(of: Self.addressAttributes) || holdsAddressList || isRedirection
  }
  /// Whether this is the address of a `<meta http-equiv="refresh" content="0; url=…">`.
  private var isRedirection: Bool {
    isOne(of: ["content"]) && value.firstRange(of: Array("url=".utf8), from: 0) != nil
  }
  /// Whether the template itself wrote a scheme that is not allowed, like `javascript:`, which
  /// would run what follows it whatever its escapes.
  var hasForbiddenScheme: Bool {
    guard holdsAddress else { return false }
    var start = 0
    if isRedirection, let found = value.firstRange(of: Array("url=".utf8), from: 0) {
      start = found + 4
    }
    let written = value[start...].filter { $0 > 0x20 }
    return !HTMLBuffer.isSafe(String(decoding: written, as: UTF8.self))
  }
  private var holdsStyle: Bool { isOne(of: ["style"]) }
  /// Attributes that hold a script or a page, and those whose name the template leaves open.
  private var isCode: Bool {
    attribute.isEmpty || attribute.starts(with: "on".utf8) || isOne(of: ["srcdoc"])
  }

  /// Notes that a value was written here.
  mutating func passValue() {
    switch region {
    case .value:
      value.append(0)
      addressPart = max(addressPart, .path)
    case .opening:
      region = .content
    case .comment: region = .comment(dashes: 0)
    case .rawText: region = .rawText(matched: 0)
    case .content, .tagName, .tag, .attributeName, .afterName, .beforeValue, .declaration: break
    }
  }
}
