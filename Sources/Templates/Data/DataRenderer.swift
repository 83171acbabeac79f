public import Diagnostics

/// Renders any Mustache template with JSON data, as the specification says.
///
/// Unknown names render as nothing; names of partials may come from the data. `partials` holds the
/// templates that may be put in, by name. Nothing is known of HTML here: `{{name}}` escapes `&`,
/// `<`, `>` and `"`, and nothing else. Tags that are not balanced are reported, and so is what goes
/// deeper than ``Limits/unfoldedDepth`` sections and templates or beyond `limit` bytes; the bytes are then not to be used.
public func renderTemplate(
  _ template: SourceText, data: JSONValue, partials: [String: SourceText] = [:],
  limit: Int = Limits.pageBytes
) -> Diagnosed<[UInt8]> {
  var renderer = DataRenderer(data: data, partials: partials, limit: limit)
  renderer.render(template)
  return Diagnosed(renderer.output, renderer.diagnostics)
}

/// Walks templates with a stack of JSON values.
struct DataRenderer {

  private typealias Setting = PageCompiler.Setting

  /// A value that has been entered, with its place in its list.
  private struct Entry {
    let value: JSONValue
    var position: Int?
    var isLast = false
  }

  private(set) var output: [UInt8] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let partials: [String: SourceText]
  private let limit: Int
  private var read: [String: Template] = [:]
  private var stack: [Entry]
  private var depth = 0
  private var steps = 0
  private var isStopped = false

  init(data: JSONValue, partials: [String: SourceText], limit: Int) {
    self.partials = partials
    self.limit = limit
    stack = [Entry(value: data)]
  }

  /// Renders the outermost template.
  mutating func render(_ source: SourceText) {
    let parsed = TemplateParser.template("", source)
    diagnostics += parsed.diagnostics
    render(parsed.value.nodes[...], in: Setting(template: parsed.value, trail: []))
  }

  private mutating func render(_ nodes: ArraySlice<TemplateNode>, in setting: Setting) {
    let bytes = setting.template.source.bytes
    for node in nodes where !isStopped {
      switch node {
      case .lineStart(let range): output += setting.margin.applied(to: bytes[range])
      case .text(let range): output += bytes[range]
      case .variable(let name, let isRaw): write(text(of: look(up: name)), isRaw: isRaw)
      case .section(let section): render(section, in: setting)
      case .partial(let inclusion): include(inclusion, fillings: [:], in: setting)
      case .parent(let inclusion, let blocks, _):
        let own = blocks.map {
          ($0.name.text, Filling(block: $0, template: setting.template, trail: []))
        }
        let fillings = Dictionary(own) { first, _ in first }
          .merging(setting.fillings) { _, outer in outer }
        include(inclusion, fillings: fillings, in: setting)
      case .block(let block): render(block, in: setting)
      }
      steps += 1
      if output.count > limit || steps > Limits.dataSteps, !isStopped {
        isStopped = true
        let file = setting.template.source.file
        diagnostics.append(
          .pageTooLarge(file, page: file.path, limit: limit))
      }
    }
  }

  // MARK: Other templates

  private mutating func include(
    _ inclusion: TemplateInclusion, fillings: [String: Filling], in setting: Setting
  ) {
    let name = inclusion.isDynamic ? text(of: look(up: inclusion.name)) : inclusion.name.text
    guard let template = template(name), goDeeper(inclusion.name, in: setting) else { return }
    render(
      template.nodes[...],
      in: Setting(
        template: template,
        margin: setting.margin.entering(inclusion, in: setting.template.source.bytes),
        fillings: fillings, trail: []))
    depth -= 1
  }

  private mutating func template(_ name: String) -> Template? {
    if let known = read[name] { return known }
    guard let source = partials[name] else { return nil }
    let parsed = TemplateParser.template(name, source)
    diagnostics += parsed.diagnostics
    read[name] = parsed.value
    return parsed.value
  }

  private mutating func render(_ block: TemplateBlock, in setting: Setting) {
    guard goDeeper(block.name, in: setting) else { return }
    defer { depth -= 1 }
    guard let filling = setting.fillings[block.name.text] else {
      return render(block.nodes[...], in: setting)
    }
    let margin = setting.margin.filling(block, in: setting.template.source.bytes, with: filling)
    let needsLine = filling.needsLine(in: block)
    if needsLine { output += margin.added }
    render(
      filling.nodes(for: block),
      in: Setting(
        template: filling.template, margin: margin, fillings: setting.fillings, trail: []))
    if needsLine { output.append(UInt8(ascii: "\n")) }
  }

  private mutating func goDeeper(_ name: TemplateName, in setting: Setting) -> Bool {
    guard depth < Limits.unfoldedDepth else {
      isStopped = true
      diagnostics.append(
        .nestedTooDeep(
          setting.template.span(name.range), name: name.text, limit: Limits.unfoldedDepth))
      return false
    }
    depth += 1
    return true
  }

  // MARK: Values

  private mutating func render(_ section: TemplateSection, in setting: Setting) {
    guard goDeeper(section.name, in: setting) else { return }
    defer { depth -= 1 }
    let value = look(up: section.name)
    guard !section.isInverted else {
      if Self.isEmpty(value) { render(section.nodes[...], in: setting) }
      return
    }
    if case .array(let items) = value {
      for (position, item) in items.enumerated() where !isStopped {
        stack.append(
          Entry(value: item, position: position, isLast: position == items.count - 1))
        render(section.nodes[...], in: setting)
        stack.removeLast()
      }
    } else if !Self.isEmpty(value) {
      stack.append(Entry(value: value))
      render(section.nodes[...], in: setting)
      stack.removeLast()
    }
  }

  private func look(up name: TemplateName) -> JSONValue {
    guard let first = name.parts.first else { return stack.last?.value ?? .null }
    for entry in stack.reversed() {
      guard case .object(let object) = entry.value, var value = object[first] else { continue }
      for part in name.parts.dropFirst() {
        guard case .object(let inner) = value, let next = inner[part] else { return .null }
        value = next
      }
      return value
    }
    return place(name.text)
  }

  /// What `-first`, `-last` and `-index` say of the innermost list.
  private func place(_ name: String) -> JSONValue {
    guard let entry = stack.last(where: { $0.position != nil }), let position = entry.position
    else { return .null }
    return switch name {
    case "-first": .bool(position == 0)
    case "-last": .bool(entry.isLast)
    case "-index": .number(String(position + 1))
    default: .null
    }
  }

  private static func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .bool(let bool): !bool
    case .array(let items): items.isEmpty
    case .string(let string): string.isEmpty
    case .number, .object: false
    }
  }

  private func text(of value: JSONValue) -> String {
    switch value {
    case .null, .array, .object: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): number
    case .string(let string): string
    }
  }

  private mutating func write(_ text: String, isRaw: Bool) {
    guard !isRaw else { return output += text.utf8 }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
  }
}
