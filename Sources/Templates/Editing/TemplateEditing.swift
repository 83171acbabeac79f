import Diagnostics

/// The names of the tags around a place of a template, for editors: what may be typed there.
public struct TemplatePlace: Sendable {
  /// What a tag at the place does with its name.
  public enum Purpose: Sendable, Hashable {
    /// It shows or enters a value.
    case value
    /// It puts another template in.
    case template
    /// It fills or offers a block.
    case block
    /// It ends the section, block or parent of this name.
    case ending(String)
  }

  /// What the tag does.
  public let purpose: Purpose
  /// The bytes of the name, whole or half typed.
  public let name: Range<Int>
  /// The sections that are open at the place, from the outside in; nil for one that shows what stands in it
  /// where a value is absent.
  let sections: [TemplateName?]
}

extension TemplatePlace {
  /// The tag around a byte of a template, closed or not; nil where there is none.
  ///
  /// Complexity: O(bytes before the place).
  public init?(_ bytes: [UInt8], at offset: Int) {
    let line = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard
      let opening = (line..<offset).last(where: {
        $0 + 1 < offset && bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 1] == UInt8(ascii: "{")
      })
    else { return nil }
    var start = opening + 2
    guard !bytes[start..<offset].contains(UInt8(ascii: "}")) else { return nil }
    var sigil: UInt8?
    if start < offset, Self.sigils.contains(bytes[start]) {
      sigil = bytes[start]
      start += 1
    }
    while start < offset, bytes[start].isTemplateSpace { start += 1 }
    guard !bytes[start..<offset].contains(where: \.isTemplateSpace) else { return nil }
    var end = offset
    while end < bytes.count, !bytes[end].isTemplateSpace, bytes[end] != UInt8(ascii: "}"),
      bytes[end] != UInt8(ascii: "{")
    { end += 1 }
    let open = Self.open(in: bytes[..<opening])
    name = start..<end
    sections = open.filter(\.isSection).map { $0.isInverted ? nil : $0.name }
    switch sigil {
    case UInt8(ascii: ">"), UInt8(ascii: "<"): purpose = .template
    case UInt8(ascii: "$"): purpose = .block
    case UInt8(ascii: "/"):
      guard let last = open.last else { return nil }
      purpose = .ending(last.name.text)
    case UInt8(ascii: "!"), UInt8(ascii: "="): return nil
    default: purpose = .value
    }
  }

  private static let sigils = Array("#^/>!<$={&".utf8)

  private struct Open {
    let name: TemplateName
    let isSection: Bool
    let isInverted: Bool
  }

  /// The tags that are open at the end of some bytes.
  private static func open(in bytes: ArraySlice<UInt8>) -> [Open] {
    let source = SourceText(file: SourceFile(path: ""), bytes: Array(bytes))
    var open: [Open] = []
    for case .tag(let tag) in TemplateLexer.tokens(of: source).value {
      let name = TemplateName(text: source.text(in: tag.name), range: tag.name)
      switch tag.kind {
      case .section, .inverted:
        open.append(Open(name: name, isSection: true, isInverted: tag.kind == .inverted))
      case .parent, .block: open.append(Open(name: name, isSection: false, isInverted: false))
      case .close:
        if let place = open.lastIndex(where: { $0.name.text == name.text }) {
          open.removeSubrange(place...)
        }
      case .variable, .rawVariable, .comment, .partial, .delimiters: break
      }
    }
    return open
  }
}

/// The names that templates may use at a place, looked up as compiling does.
public struct TemplateOffers: Sendable {
  private let templates: [String: Template]
  private let pages: [PageTemplate]

  /// Reads templates, whole or not.
  ///
  /// Complexity: O(size of the templates).
  public init(_ sources: [TemplateSource], pages: [PageTemplate]) {
    let parsed = sources.map { TemplateParser.template($0.name, $0.text).value }
    templates = Dictionary(parsed.map { ($0.name, $0) }) { first, _ in first }
    self.pages = pages
  }

  /// The names of all templates, in order.
  public var names: [String] { templates.keys.sorted { $0.precedesByBytes($1) } }

  /// The names of the blocks that a template has, and those that it puts in.
  public func blocks(of template: String) -> [String] {
    guard let template = templates[template] else { return [] }
    var visited: Set<String> = []
    return templates.blocks(of: template, visited: &visited).sorted { $0.precedesByBytes($1) }
  }

  /// The fields that may be named at a place of a template, the innermost first; of a template that several
  /// pages put in, those of each.
  ///
  /// Behind a dot, those of the record before it, each with its whole name.
  ///
  /// Complexity: O(size of the templates that pages unfold to), as far as they lead to the template.
  public func fields(
    at place: TemplatePlace, typed: String, in template: String
  ) -> [ViewShape.Field] {
    var fields: [ViewShape.Field] = []
    var seen: Set<String> = []
    let steps = typed.split(separator: ".", omittingEmptySubsequences: false).dropLast()
    for scopes in entrances(to: template) {
      var inner = scopes
      for section in place.sections { inner.enter(section) }
      for field in inner.fields(behind: steps) where seen.insert(field.name).inserted {
        fields.append(field)
      }
      guard inner.isInList, steps.isEmpty else { continue }
      for name in Scopes.loopNames where seen.insert(name).inserted {
        fields.append(.init(name, .flag, "Where in the list the item stands."))
      }
    }
    return fields
  }

  /// What is in reach wherever a template begins: once for each page that it is of or is put in by.
  private func entrances(to name: String) -> [Scopes] {
    pages.compactMap { page -> [Scopes]? in
      let scopes = Scopes(page.shape)
      if page.name == name { return [scopes] }
      guard let start = templates[page.name] else { return nil }
      var reach: Set<String> = []
      templates.reach(of: start, into: &reach)
      guard reach.contains(name) else { return nil }
      var search = EntranceSearch(templates: templates, sought: name)
      search.look(in: start.nodes, scopes)
      return search.found
    }.flatMap(\.self)
  }
}

/// The search for the places at which templates put another in.
private struct EntranceSearch {
  let templates: [String: Template]
  let sought: String
  var found: [Scopes] = []
  private var path: [String] = []
  private var steps = 0

  init(templates: [String: Template], sought: String) {
    self.templates = templates
    self.sought = sought
  }

  mutating func look(in nodes: [TemplateNode], _ scopes: Scopes) {
    for node in nodes {
      steps += 1
      guard steps < Limits.unfoldedSteps, path.count < Limits.tagDepth else { return }
      switch node {
      case .lineStart, .text, .variable: break
      case .section(let section):
        var inner = scopes
        inner.enter(section.isInverted ? nil : section.name)
        look(in: section.nodes, inner)
      case .block(let block): look(in: block.nodes, scopes)
      case .partial(let inclusion): follow(inclusion.name.text, scopes)
      case .parent(let inclusion, let blocks, _):
        for block in blocks { look(in: block.nodes, scopes) }
        follow(inclusion.name.text, scopes)
      }
    }
  }

  private mutating func follow(_ name: String, _ scopes: Scopes) {
    if name == sought { return found.append(scopes) }
    guard let template = templates[name], !path.contains(name) else { return }
    path.append(name)
    look(in: template.nodes, scopes)
    path.removeLast()
  }
}

extension Scopes {
  /// The fields in reach, or those of the record that some names with dots between them lead to.
  fileprivate func fields(behind steps: ArraySlice<Substring>) -> [ViewShape.Field] {
    guard let first = steps.first else { return views.flatMap(\.fields) }
    var shape = views.first { view in view.fields.contains { $0.name == first } }
    for step in steps {
      guard let field = shape?.fields.first(where: { $0.name == step }),
        case .record(let inner) = field.type
      else { return [] }
      shape = inner
    }
    let lead = steps.joined(separator: ".")
    return (shape?.fields ?? []).map { .init("\(lead).\($0.name)", $0.type, $0.documentation) }
  }

  /// Steps into a section as compiling does; a name that is not known, or none, opens nothing.
  fileprivate mutating func enter(_ section: TemplateName?) {
    guard let section, case .value(let place, let type) = resolve(section) else { return }
    switch type {
    case .record(let shape): enter(shape, isItem: false)
    case .list(let shape): enter(shape, isItem: true)
    case .text, .html, .json, .address, .number, .flag: enter(place, type)
    }
  }
}
