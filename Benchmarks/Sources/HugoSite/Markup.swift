/// An element of HTML that findings made, to take facts from: it is regular, so little is read.
struct Element {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [Element] = []
  /// The text right inside, with its entities resolved.
  fileprivate(set) var text = ""

  /// The first element of this name and class inside, at any depth.
  func first(_ name: String, _ marker: String? = nil) -> Element? {
    for child in children {
      if child.name == name, marker.map({ child.has($0) }) ?? true { return child }
      if let found = child.first(name, marker) { return found }
    }
    return nil
  }

  /// Every element of this name inside, at any depth.
  func all(_ name: String) -> [Element] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// Whether the element is of a class.
  func has(_ marker: String) -> Bool {
    attributes["class"]?.split(separator: " ").contains { $0 == marker } ?? false
  }

  /// An attribute without the sign of per cent behind it.
  func plain(_ name: String) -> String? {
    attributes[name].map { $0.hasSuffix("%") ? String($0.dropLast()) : $0 }
  }

  /// The tree of a fragment, below an element without a name.
  init(parsing html: [UInt8]) {
    var reader = MarkupReader(rest: html[...])
    self = reader.element(named: "", attributes: [:])
  }

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }
}

private struct MarkupReader {
  var rest: ArraySlice<UInt8>

  /// Reads up to the end tag of the element whose start tag was read.
  mutating func element(named name: String, attributes: [String: String]) -> Element {
    var element = Element(name: name, attributes: attributes)
    while !rest.isEmpty {
      element.text += resolved(take(until: UInt8(ascii: "<")))
      guard !rest.isEmpty else { break }
      rest.removeFirst()
      let tag = take(until: UInt8(ascii: ">"))
      rest = rest.dropFirst()
      if tag.hasPrefix("/") { return element }
      let isEmpty = tag.hasSuffix("/") || tag == "br"
      let (name, attributes) = Self.parts(of: isEmpty && tag != "br" ? tag.dropLast() : tag[...])
      element.children.append(
        isEmpty
          ? Element(name: name, attributes: attributes)
          : self.element(named: name, attributes: attributes))
    }
    return element
  }

  private mutating func take(until end: UInt8) -> String {
    let taken = rest.prefix { $0 != end }
    rest = rest[taken.endIndex...]
    return String(decoding: taken, as: UTF8.self)
  }

  private static func parts(of tag: Substring) -> (name: String, attributes: [String: String]) {
    var attributes: [String: String] = [:]
    var rest = tag.drop { $0 != " " }
    let name = String(tag.prefix { $0 != " " })
    while let equals = rest.firstIndex(of: "=") {
      let value = rest[rest.index(equals, offsetBy: 2)...].prefix { $0 != "\"" }
      let key = rest[..<equals].drop { $0 == " " }
      attributes[key.split(separator: " ").last.map(String.init) ?? ""] = resolved(String(value))
      rest = rest[value.endIndex...].dropFirst()
    }
    return (name, attributes)
  }

  private func resolved(_ text: String) -> String { Self.resolved(text) }

  private static func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var text = text
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text
  }
}
