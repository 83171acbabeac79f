import CommonMark
import Diagnostics
import FrontMatter

/// The reading of one file's front matter: where it stands, and what there is to say about it.
struct Decoding {
  /// What a record's header takes from outside its front matter.
  struct Context {
    let id: String
    let file: SourceFile
    let frontMatter: Span
    let body: RenderedBody
    let source: [UInt8]
  }

  /// Whose front matter this is.
  let context: Context
  /// How text fields are rendered.
  let options: RenderOptions
  /// The open references of every text field read so far.
  var references: [Reference] = []
  /// What has been found so far.
  var diagnostics: [Diagnostic] = []
  /// The mapping being read.
  private(set) var mapping: Node
  private var description: RecordDescription
  private var depth = 0
  /// The fields that misspelt keys of the mapping most likely mean.
  private var misspelt: Set<String> = []

  init(_ mapping: Node, of context: Context, options: RenderOptions) {
    self.mapping = mapping
    self.context = context
    self.options = options
    description = RecordDescription(name: "", documentation: "", fields: [])
  }

  /// The bytes of the mapping being read.
  var span: Span { mapping.span }

  /// Reads `node` as a mapping with the fields of `schema`.
  mutating func record<Value>(_ schema: RecordSchema<Value>, from node: Node) -> Value? {
    guard case .mapping(let pairs) = node.content else {
      diagnostics.append(.wrongType(node, expected: .record(schema.description)))
      return nil
    }
    let outer = (mapping, description, misspelt)
    (mapping, description, misspelt) = (node, schema.description, [])
    depth += 1
    defer {
      (mapping, description, misspelt) = outer
      depth -= 1
    }
    let unknownPlaces = pairs.indices.filter { !schema.description.hasField(pairs[$0].key) }
    let given = unknownPlaces.isEmpty ? [] : Set(pairs.map(\.key))
    for place in unknownPlaces {
      let free = schema.description.fields.map(\.key)
        .filter { !given.contains($0) && !misspelt.contains($0) }
      let nearest = NearMiss.of(pairs[place].key, among: free)
      diagnostics.append(
        .unknownField(pairs[place], in: schema.description, nearest: nearest, among: free))
      if let nearest { misspelt.insert(nearest) }
    }
    return schema.build(&self)
  }

  /// The value of a field, or nil where it is absent or wrong.
  mutating func optional<Value>(_ field: Field<Value>) -> Located<Value>? {
    guard let pair = pair(field.key), let value = field.type.decode(pair.value, &self) else {
      return nil
    }
    return Located(value, at: pair.value.span, key: pair.keySpan)
  }

  /// The value of a field that may be unknown; a wrong one, which is reported, counts as unknown.
  mutating func known<Value>(_ field: Field<Known<Value>>) -> Located<Known<Value>>? {
    if let value = optional(field) { return value }
    return pair(field.key).map { Located(.unknown, at: $0.value.span, key: $0.keySpan) }
  }

  /// The value of a field that must be there; says so where it is absent and no misspelt key, which
  /// is reported by itself, stands in its place.
  mutating func required<Value>(_ field: Field<Value>) -> Located<Value>? {
    guard has(field) else {
      guard !misspelt.contains(field.key) else { return nil }
      let place = depth == 1 ? context.frontMatter : mapping.firstKeySpan
      diagnostics.append(.missingField(field.description, at: place, of: description))
      return nil
    }
    return optional(field)
  }

  /// The value of a field, or a default where it is absent or wrong.
  mutating func value<Value>(_ field: Field<Value>, default usual: Value) -> Value {
    optional(field)?.value ?? usual
  }

  /// Whether the author wrote the field at all.
  func has<Value>(_ field: Field<Value>) -> Bool {
    guard case .mapping(let pairs) = mapping.content else { return false }
    return pairs.contains { $0.key == field.key }
  }

  private func pair(_ key: String) -> Node.Pair? {
    guard case .mapping(let pairs) = mapping.content else { return nil }
    return pairs.first { $0.key == key }
  }
}
