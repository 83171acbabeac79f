import Diagnostics
public import Inspections

/// The permanent addresses of a site: what each record's page is called, with and without its host.
///
/// Source: the content format, section 6. Ids are limited to characters that need no encoding, so the
/// path of a record is both its path in the output folder and that in a link; the names of files and
/// aliases hold anything, and ``encoded(_:)`` makes an address of them.
public struct Addresses: Sendable {
  /// The whole address of the home page, ending in `/`.
  public let baseURL: String
  /// The path of the home page, starting and ending in `/`.
  public let basePath: String
  /// The pages of terms and of press coverage, where these are divided and so not on the first page.
  private var pages: [RecordKey: String] = [:]

  /// Addresses below `baseURL`, an absolute http or https address that ends in `/`.
  public init(baseURL: String) {
    self.baseURL = baseURL
    let afterScheme = baseURL.range(of: "://").map { baseURL[$0.upperBound...] } ?? baseURL[...]
    basePath = afterScheme.firstIndex(of: "/").map { String(afterScheme[$0...]) } ?? "/"
  }

  /// The same with the pages on which terms and press coverage stand.
  func with(_ pages: [RecordKey: String]) -> Addresses {
    var addresses = self
    addresses.pages = pages
    return addresses
  }

  /// A record's page, or a place on it, from the root of the site, as this site divides its lists.
  public func place(of target: Target) -> String {
    let key: RecordKey? =
      switch target {
      case .term(let id): RecordKey(.glossary, id.name)
      case .coverage(let id): RecordKey(.coverage, id.name)
      case .report, .recommendation, .area, .organisation, .framework, .aspect, .page, .response,
        .evidence, .download:
        nil
      }
    guard let key, let page = pages[key] else { return Self.path(of: target) }
    return "\(page)#\(key.id)"
  }

  /// The link to a place of the site given from its root, like `areas/kent/`.
  public func link(_ path: String) -> String { basePath + path }

  /// The whole address of a place of the site given from its root, like `areas/kent/`.
  public func absolute(_ path: String) -> String { baseURL + path }

  /// The link to a record's page, or to a place on it.
  public func link(_ target: Target) -> String {
    var address = basePath
    switch target {
    case .term, .coverage: address += place(of: target)
    case .report, .recommendation, .area, .organisation, .framework, .aspect, .page, .response,
      .evidence, .download:
      Self.append(target, to: &address)
    }
    return address
  }

  /// A path in the output folder as it stands in a link: all but letters, digits and `-._~!*'()/` is
  /// percent-encoded.
  ///
  /// Source: RFC 3986, section 2; what stays is what `encodeURIComponent` of browsers leaves.
  public static func encoded(_ path: String) -> String {
    guard !path.utf8.allSatisfy(isPlain) else { return path }
    var address = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += byte < 0x10 ? "%0" : "%"
        address += String(byte, radix: 16, uppercase: true)
      }
    }
    return address
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "!"), UInt8(ascii: "'")...UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// The file in the output folder of a page, like `areas/kent/index.html`.
  public static func file(of path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  /// The record that a path of the site belongs to, like area `kent` for `areas/kent/feed.xml`.
  public static func record(at path: String) -> RecordKey? {
    let parts = path.utf8.split(
      separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let collection = Collection(rawValue: String(Substring(parts[0])))
    else { return nil }
    return RecordKey(collection, String(Substring(parts[1])))
  }

  /// A record's page, or a place on it, from the root of the site.
  public static func path(of target: Target) -> String {
    var path = ""
    append(target, to: &path)
    return path
  }

  private static func append(_ target: Target, to path: inout String) {
    switch target {
    case .report(let id, let anchor): append("reports/", id.name, anchor, to: &path)
    case .recommendation(let report, let number):
      append("reports/", report.name, nil, to: &path)
      path += "recommendations/"
      path += number.description
      path += "/"
    case .area(let id, let anchor): append("areas/", id.name, anchor, to: &path)
    case .organisation(let id, let anchor): append("organisations/", id.name, anchor, to: &path)
    case .framework(let id, let anchor): append("frameworks/", id.name, anchor, to: &path)
    case .aspect(let framework, let aspect):
      append("frameworks/", framework.name, nil, to: &path)
      append("aspects/", aspect.name, nil, to: &path)
    case .term(let id): path += "glossary/#\(id)"
    case .page(let id, let anchor): append("pages/", id.name, anchor, to: &path)
    case .response(let id, let anchor): append("responses/", id.name, anchor, to: &path)
    case .coverage(let id): path += "coverage/#\(id)"
    case .evidence(let report, let name): path += "reports/\(report)/#evidence-\(name)"
    case .download(let file, let anchor):
      path += "files/" + encoded(file)
      if let anchor { path += "#" + anchor }
    }
  }

  private static func append(
    _ folder: String, _ name: String, _ anchor: String?, to path: inout String
  ) {
    // Room for all that may follow, so that the text grows once.
    path.reserveCapacity(
      path.utf8.count + folder.utf8.count + name.utf8.count + (anchor?.utf8.count ?? 20) + 2)
    path += folder
    path += name
    path += "/"
    guard let anchor else { return }
    path += "#"
    path += anchor
  }
}

extension Addresses {
  /// A name in an address as a server reads it; nil where what a `%` encodes is no text.
  public static func decoded(_ name: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = name.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = Substring(rest.prefix(2))
      guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension String {
  /// The first place where `text` stands.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
