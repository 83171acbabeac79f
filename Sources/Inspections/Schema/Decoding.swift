import CommonMark
import Diagnostics
import FrontMatter

/// The reading of one file's front matter: where it stands, and what there is to say about it.
///
/// A record reads itself: its `init` names every field once, with key, type, need and meaning, and
/// takes the value.
///
/// ```swift
/// init?(_ fields: inout Decoding) {
///   let name = fields.required("name", Values.text, "The name.")
///   address = fields.optional("address", Values.address, "Where it can be read.")
///   guard let name else { return nil }
///   self.name = name
/// }
/// ```
///
/// The same `init` is run once without a file to learn what the fields are: then nothing is there,
/// and each field that is asked for is noted (see ``RecordSchema``). So every field has to be read
/// before the first `return`, which also lets all mistakes of a mapping come out in one run.
struct Decoding {
  /// What a record's header takes from outside its front matter.
  struct Context {
    let id: String
    let file: SourceFile
    let frontMatter: Span
    let body: RenderedBody
    let source: [UInt8]
    /// Whether all of the front matter could be read.
    var isWhole = true
    /// The links of words that are withheld; see ``WithheldText``.
    var withheldLinks: [Reference] = []
    /// The fields that the site adds to records of this collection.
    var extraFields: [ExtraField] = []
    /// Where the site's days begin; nil where it does not say.
    var zone: SiteTimeZone?
  }

  /// Whose front matter this is.
  let context: Context
  /// How text fields are rendered.
  let options: RenderOptions
  /// Every text field read so far, in the order of the schema.
  private(set) var texts: [FieldText] = []
  /// Every id of another record read so far, in the order of the schema.
  private(set) var references: [FieldReference] = []
  /// Whether entries of a list or a mapping, or all of one, were left out because of what is wrong with them,
  /// so that something else may name what was meant.
  var hasLostParts = false
  /// What has been found so far.
  var diagnostics: [Diagnostic] = []
  /// Where the mapping being read stands; nil for the record itself.
  private(set) var path: FieldPath?
  /// The mapping being read.
  private var mapping: Node
  /// The fields that it has; none where it is no mapping.
  private var pairs: [Node.Pair]
  private var description: RecordDescription
  /// The key whose value is being read.
  private var key = ""
  /// The fields that misspelt keys of the mapping most likely mean.
  private var misspelt: Set<String> = []
  /// The fields asked for so far, where a schema is being described and there is nothing to read.
  private var declared: [FieldDescription]?

  init(_ mapping: Node, of context: Context, options: RenderOptions) {
    self.mapping = mapping
    pairs = if case .mapping(let pairs) = mapping.content { pairs } else { [] }
    self.context = context
    self.options = options
    description = RecordDescription(name: "", documentation: "", fields: [])
  }

  /// The fields that `read` asks for, in its order.
  static func fields<Value>(askedForBy read: (inout Decoding) -> Value?) -> [FieldDescription] {
    let file = SourceFile(path: "")
    let nowhere = Span(startOf: file)
    var describing = Decoding(
      Node(.mapping([]), span: nowhere),
      of: Context(id: "", file: file, frontMatter: nowhere, body: .empty, source: []),
      options: RenderOptions())
    describing.declared = []
    _ = read(&describing)
    return describing.declared ?? []
  }

  /// The bytes of the mapping being read.
  var span: Span { mapping.span }

  /// Reads `node` as a mapping with the fields of `schema`, and of `extended` where that has more.
  mutating func record<Value>(
    _ schema: RecordSchema<Value>, extended: RecordDescription? = nil, from node: Node
  ) -> Value? {
    let shape = extended ?? schema.description
    guard case .mapping(let pairs) = node.content else {
      diagnostics.append(.wrongType(node, expected: .record(shape)))
      return nil
    }
    let outer = (mapping, self.pairs, description, misspelt, path, key)
    if !key.isEmpty { path = FieldPath(key, entry: schema.entryName(pairs), in: path) }
    (mapping, self.pairs, description, misspelt) = (node, pairs, shape, [])
    defer { (mapping, self.pairs, description, misspelt, path, key) = outer }
    let unknownPlaces = pairs.indices.filter { !shape.hasField(pairs[$0].key) }
    let given = unknownPlaces.isEmpty ? [] : Set(pairs.map(\.key))
    var free = unknownPlaces.isEmpty ? [] : shape.fields.map(\.key)
    free.removeAll(where: given.contains)
    for place in unknownPlaces {
      let nearest = NearMiss.of(pairs[place].key, among: free)
      diagnostics.append(
        .unknownField(pairs[place], in: shape, nearest: nearest, among: free))
      if let nearest {
        misspelt.insert(nearest)
        if shape.field(nearest)?.type.hasParts == true { hasLostParts = true }
        free.removeAll { $0 == nearest }
      }
    }
    return schema.read(&self)
  }

  /// Whether the author wrote the field at all.
  func has(_ key: String) -> Bool { place(of: key) != nil }

  /// Which of the fields has a key.
  private func place(of key: String) -> Int? { pairs.firstIndex { $0.key == key } }
}

extension Decoding {
  /// The value of a field, or nil where it is absent or wrong.
  mutating func optional<Value>(
    _ key: String, _ type: @autoclosure () -> ValueType<Value>, _ meaning: @autoclosure () -> String
  ) -> Located<Value>? {
    guard declared == nil else {
      declare(key, type().description, .optional, meaning())
      return nil
    }
    guard let place = place(of: key) else { return nil }
    self.key = key
    let node = pairs[place].value
    guard let value = type().decode(node, &self) else { return nil }
    return Located(value, at: node.span, key: pairs[place].keySpan)
  }

  /// The value of a field that must be there; says so where it is absent and no misspelt key, which
  /// is reported by itself, stands in its place.
  ///
  /// - Parameters:
  ///   - key: the key in YAML.
  ///   - type: what its value may be.
  ///   - isNeeded: whether it must be there in this record.
  ///   - condition: when it must, in words; nil for always.
  ///   - meaning: what it says.
  /// - Returns: the value, or nil where it is absent or wrong.
  mutating func required<Value>(
    _ key: String, _ type: @autoclosure () -> ValueType<Value>, if isNeeded: Bool = true,
    when condition: @autoclosure () -> String? = nil, _ meaning: @autoclosure () -> String
  ) -> Located<Value>? {
    guard declared == nil else {
      declare(key, type().description, condition().map { .conditional($0) } ?? .required, meaning())
      return nil
    }
    if isNeeded, !has(key), !misspelt.contains(key),
      let field = description.fields.first(where: { $0.key == key })
    {
      let place = path == nil ? context.frontMatter : mapping.firstKeySpan
      diagnostics.append(.missingField(field, at: place, of: description))
    }
    return optional(key, type(), meaning())
  }

  /// The value of a field, or a default where it is absent or wrong.
  mutating func value<Value>(
    _ key: String, _ type: @autoclosure () -> ValueType<Value>, default usual: Value,
    _ meaning: @autoclosure () -> String
  ) -> Value {
    optional(key, type(), meaning())?.value ?? usual
  }

  /// The values of a list; none where it is absent.
  mutating func list<Value>(
    _ key: String, of type: @autoclosure () -> ValueType<Value>,
    _ meaning: @autoclosure () -> String
  ) -> [Value] {
    optional(key, type().list, meaning())?.value ?? []
  }

  /// What a field for one and a field for several name, each once.
  static func together<Name: Hashable>(
    _ one: Located<Name>?, _ several: [Located<Name>]?
  ) -> [Located<Name>] {
    guard let several else { return one.map { [$0] } ?? [] }
    var seen: Set<Name> = []
    return ([one].compactMap(\.self) + several).filter { seen.insert($0.value).inserted }
  }

  /// The value of a field that may be unknown; a wrong one, which is reported, counts as unknown.
  mutating func known<Value>(
    _ key: String, _ type: @autoclosure () -> ValueType<Value>, _ meaning: @autoclosure () -> String
  ) -> Located<Known<Value>>? {
    if let value = optional(key, type().orUnknown, meaning()) { return value }
    return place(of: key).map {
      Located(.unknown, at: pairs[$0].value.span, key: pairs[$0].keySpan)
    }
  }

  private mutating func declare(
    _ key: String, _ type: TypeDescription, _ requirement: FieldDescription.Requirement,
    _ meaning: String
  ) {
    declared?.append(
      FieldDescription(
        key: key, type: type, requirement: requirement, documentation: meaning))
  }
}

extension Decoding {
  /// Keeps a text field that was read.
  mutating func keep(_ text: InlineText) {
    texts.append(FieldText(text: text, place: FieldPlace(key, in: path)))
  }

  /// Keeps the id of a record that was read.
  mutating func keep(_ name: String, of collection: Collection, at span: Span) {
    references.append(
      FieldReference(
        collection: collection, name: name, span: span, place: FieldPlace(key, in: path)))
  }
}
