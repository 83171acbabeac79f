/// What the destination of a link or an image is.
enum Address: Equatable {
  /// On the web, in the mail, or a place in this body: written as it stands.
  case ordinary
  /// A record by its scheme, or a relative address with an empty one: left to the register.
  case reference(scheme: String, target: String)
  /// A note of this body, by its label; a note of another report is a reference.
  case note(String)
  /// No place at all: the language of the words that the link holds, as a tag.
  case language(String)
  /// Something a browser would run or read from the reader's own disk.
  case dangerous
  /// On another host, by a scheme that links do not have here; nil where it begins with `//` and
  /// takes whatever scheme the page has.
  case unlisted(scheme: String?)

  /// Whether it is one that links do not have.
  var isRefused: Bool {
    switch self {
    case .dangerous, .unlisted: true
    case .ordinary, .reference, .note, .language: false
    }
  }

  /// Sorts a destination by its scheme, of which `listed` are those that the site adds; O(n).
  init(_ address: ArraySlice<UInt8>, listed: Set<String>) {
    // A browser drops such bytes before it looks for the scheme, and so must this.
    let bytes =
      address.first(where: { $0 <= 0x20 }) == nil ? address : address.filter { $0 > 0x20 }[...]
    guard let first = bytes.first, first != UInt8(ascii: "#") else {
      self = bytes.isEmpty ? .reference(scheme: "", target: "") : .ordinary
      return
    }
    guard let scheme = Self.scheme(of: bytes) else {
      let isHost = bytes.starts(with: "//".utf8)
      self =
        isHost ? .unlisted(scheme: nil) : .reference(scheme: "", target: Self.decoded(address))
      return
    }
    let rest = bytes.dropFirst(scheme.utf8.count + 1)
    let hasHost = rest.starts(with: "//".utf8)
    switch scheme {
    case "http", "https", "mailto", "tel":
      self = .ordinary
    // What a browser runs, or reads as a page of the site.
    case "javascript", "vbscript", "data", "blob", "filesystem", "view-source", "livescript":
      self = .dangerous
    case _ where listed.contains(scheme):
      self = .ordinary
    case "file" where hasHost:
      self = .dangerous
    case "note" where !rest.contains(UInt8(ascii: "#")):
      self = .note(Self.decoded(rest))
    case "lang":
      self = .language(Self.decoded(rest))
    default:
      // The rest of the destination as written, spaces included.
      let colon = address.firstIndex(of: UInt8(ascii: ":")) ?? address.startIndex
      let target = Self.decoded(address[(colon + 1)...])
      self =
        hasHost ? .unlisted(scheme: scheme) : .reference(scheme: scheme, target: target)
    }
  }

  /// Whether a site may add a scheme to those of its links: one in lower case that neither runs nor
  /// means something here.
  static func mayBeListed(_ scheme: String) -> Bool {
    let address = Array("\(scheme)://a".utf8)[...]
    return Address(address, listed: []) == .unlisted(scheme: scheme)
  }

  /// The scheme in lower case, or nil where there is none.
  private static func scheme(of bytes: ArraySlice<UInt8>) -> String? {
    guard let first = bytes.first, first.isLetter,
      let colon = bytes.prefix(32).firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let name = bytes[..<colon]
    let isScheme = name.allSatisfy { byte in
      byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    guard isScheme else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// The text with `%41` as `A`; what is not UTF-8 becomes U+FFFD.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    if byte.isDigit { return byte - UInt8(ascii: "0") }
    let lower = byte | 0x20
    guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") else { return nil }
    return lower - UInt8(ascii: "a") + 10
  }
}
