import CommonMark
public import Diagnostics
import FrontMatter

/// What a record says to its readers, fact by fact, whatever its file looks like.
///
/// Two files that differ in quotes, order of keys, comments, line breaks or lists of one say the same. Left
/// out is what is no fact of the record: aliases, waivers, where facts come from, people whom the site does
/// not show, and whatever is withheld.
///
/// ```swift
/// let facts = written.facts(visibleRoles: site.visibleRoles)
/// facts["judgements.safeguarding.grade"]   // "inadequate"
/// facts["para-47"]                         // the words of the paragraph
/// ```
public struct RecordFacts: Sendable, Hashable {
  /// The facts as the text that their fingerprint is of: a line each, the name, a tab and the value, in
  /// the order of the bytes of their names; no name twice.
  public let canonicalText: [UInt8]
  /// Where each fact stands in it, in the same order.
  public let places: [Place]

  /// One fact.
  public struct Fact: Sendable, Hashable {
    /// Where it stands: a dotted path of the front matter, `para-` with a paragraph's number, `heading.`
    /// or `text.` with a heading's id.
    public let name: String
    /// What it says, with single spaces.
    public let value: String

    /// Couples a name with what is said.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Where a fact stands in a text.
  public struct Place: Sendable, Hashable {
    let start: Int
    let tab: Int
    let end: Int

    /// The bytes of its name.
    public var name: Range<Int> { start..<tab }
    /// The bytes of its value.
    public var value: Range<Int> { tab + 1..<end }
  }

  /// Orders facts; of those with one name the first keeps it, and the others get a number.
  ///
  /// Complexity: O(n log n).
  public init(_ found: [Fact]) {
    var lines = FactLines()
    for fact in found {
      lines.begin(fact.name.utf8)
      lines.append(asTyped: fact.value)
      lines.end()
    }
    self.init(lines)
  }

  /// Orders facts as they were found.
  fileprivate init(_ lines: consuming FactLines) {
    lines.order()
    var (text, places) = ([UInt8](), [Place]())
    text.reserveCapacity(lines.bytes.count)
    places.reserveCapacity(lines.places.count)
    for place in lines.places {
      let shift = text.count - place.start
      text += lines.bytes[place.start...place.end]
      places.append(
        Place(start: place.start + shift, tab: place.tab + shift, end: place.end + shift))
    }
    canonicalText = text
    self.places = places
  }

  /// The facts, in the order of the bytes of their names.
  public var all: [Fact] {
    places.map { Fact(name: text(in: $0.name), value: text(in: $0.value)) }
  }

  /// The value of a fact; nil where the record does not say it.
  ///
  /// Complexity: O(log n).
  public subscript(name: String) -> String? {
    var (start, end) = (0, places.count)
    while start < end {
      let middle = (start + end) / 2
      if canonicalText[places[middle].name].lexicographicallyPrecedes(name.utf8) {
        start = middle + 1
      } else {
        end = middle
      }
    }
    guard start < places.count, canonicalText[places[start].name].elementsEqual(name.utf8) else {
      return nil
    }
    return text(in: places[start].value)
  }

  private func text(in range: Range<Int>) -> String {
    String(decoding: canonicalText[range], as: UTF8.self)
  }
}

/// A record's file as it was read, with what its register withholds left out.
public struct WrittenFacts {
  let frontMatter: Node
  let body: RenderedBody

  /// What it says to readers who see the people of these roles.
  ///
  /// Complexity: O(n log n) in the file.
  public func facts(visibleRoles: [String]) -> RecordFacts {
    var reading = FieldFacts(visibleRoles: Set(visibleRoles))
    reading.add(frontMatter)
    var lines = reading.lines
    lines.add(body)
    return RecordFacts(lines)
  }
}

/// Where the facts of a record stand in its file, by their names.
///
/// Complexity: O(n) in the file.
public func factPlaces(
  of bytes: [UInt8], in header: RecordHeader, visibleRoles: [String]
) -> [String: Span] {
  var places: [String: Span] = [:]
  if let written = readDocument(bytes, file: header.file).value.frontMatter {
    var reading = FieldFacts(visibleRoles: Set(visibleRoles))
    reading.add(written)
    let names = reading.lines.places.map {
      String(decoding: reading.lines.bytes[$0.name], as: UTF8.self)
    }
    places = Dictionary(zip(names, reading.spans)) { first, _ in first }
  }
  for paragraph in header.body.paragraphs { places["para-\(paragraph.number)"] = paragraph.span }
  for heading in header.body.headings { places["heading.\(heading.id)"] = heading.span }
  return places
}

/// The facts of front matter.
private struct FieldFacts {
  let visibleRoles: Set<String>
  /// What was found.
  private(set) var lines = FactLines()
  /// Where each of it stands.
  private(set) var spans: [Span] = []
  /// The path of what is being read.
  private var path: [UInt8] = []

  /// Fields that are no facts of the record.
  private static let leftOut: Set<String> = ["aliases", "waivers", "source", "contents"]

  init(visibleRoles: Set<String>) {
    self.visibleRoles = visibleRoles
  }

  mutating func add(_ node: Node) {
    switch node.content {
    case .scalar(let text, _): add(CollectionOfOne(text), node.span)
    case .mapping(let pairs): add(pairs)
    case .sequence(let entries):
      let texts = entries.compactMap(\.text)
      guard texts.count < entries.count || entries.isEmpty else { return add(texts, node.span) }
      for (index, entry) in entries.enumerated() {
        let outer = path.count
        appendName(of: entry, at: index)
        add(entry)
        path.removeLast(path.count - outer)
      }
    }
  }

  /// Adds the fact at the path, with these texts in a row.
  private mutating func add(_ texts: some Sequence<String>, _ span: Span) {
    lines.begin(path)
    for (index, text) in texts.enumerated() {
      if index > 0 { lines.append("; ") }
      lines.append(text)
    }
    lines.end()
    spans.append(span)
  }

  private mutating func add(_ pairs: [Node.Pair]) {
    let outer = path.count
    for pair in pairs where outer > 0 || !Self.leftOut.contains(pair.key) {
      if outer > 0 { path.append(UInt8(ascii: ".")) }
      path += Self.several(of: pair.key).utf8
      if pair.key == "people", case .sequence(let people) = pair.value.content {
        add(Node(.sequence(people.filter(isShown)), span: pair.value.span))
      } else {
        add(pair.value)
      }
      path.removeLast(path.count - outer)
    }
  }

  /// The field for several of what a field is for one; the field itself where there is none.
  private static func several(of key: String) -> String {
    switch key {
    case "publisher": "publishers"
    case "area": "areas"
    case "aspect": "aspects"
    default: key
    }
  }

  /// Whether the site shows people of a role.
  private func isShown(_ person: Node) -> Bool {
    guard case .mapping(let pairs) = person.content, let role = pairs.text(of: "role") else {
      return false
    }
    return visibleRoles.contains(role)
  }

  /// Goes on with the path by what tells an entry of a list from the others: its number where nothing
  /// else does.
  private mutating func appendName(of entry: Node, at index: Int) {
    path.append(UInt8(ascii: "."))
    guard case .mapping(let pairs) = entry.content else {
      path += String(index + 1).utf8
      return
    }
    if let several = pairs.first(where: { $0.key == "aspects" }),
      case .sequence(let aspects) = several.value.content,
      !pairs.contains(where: { $0.key == "id" })
    {
      path += aspects.compactMap(\.text).joined(separator: " ").utf8
    } else {
      path.append(spaced: Self.words(of: pairs) ?? String(index + 1))
    }
  }

  /// What an entry of a list is called by.
  private static func words(of pairs: [Node.Pair]) -> String? {
    pairs.text(of: "id")
      ?? pairs.text(of: "recommendation").map { number in
        [number, pairs.text(of: "report"), pairs.text(of: "to")].compactMap(\.self)
          .joined(separator: " ")
      }
      ?? ["aspect", "subject", "rule", "role", "title", "date", "organisation", "report"]
      .lazy.compactMap(pairs.text(of:)).first
  }
}

/// The facts of a body: each numbered paragraph, each heading, and what stands below it beside these.
extension FactLines {
  fileprivate mutating func add(_ body: RenderedBody) {
    guard !body.isEmpty else { return }
    let text = body.text
    reserve(for: text.count + 32 * (body.paragraphs.count + body.headings.count))
    let links = Dictionary(
      grouping: body.references.lazy.filter { !$0.scheme.isEmpty }, by: \.paragraph)
    for paragraph in body.paragraphs {
      begin("para-", paragraph.number.description.utf8)
      append(text[paragraph.place.clamped(to: text.indices)])
      for link in links[paragraph.number] ?? [] { append(figureOf: link) }
      end()
    }
    for heading in body.headings {
      begin("heading.", heading.id.utf8)
      append(heading.text)
      end()
    }
    addTexts(besideParagraphsOf: body, text)
    if let others = links[nil] {
      begin("text.figures".utf8)
      for link in others { append(" [\(link.scheme):\(link.target)]") }
      end()
    }
  }

  /// Goes on with what a link leads to, as it was typed.
  private mutating func append(figureOf link: Reference) {
    append(asTyped: " [")
    append(asTyped: link.scheme)
    append(asTyped: ":")
    append(asTyped: link.target)
    append(asTyped: "]")
  }

  /// Adds what stands in no numbered paragraph, by the heading that it stands below.
  private mutating func addTexts(besideParagraphsOf body: RenderedBody, _ text: [UInt8]) {
    var headings = body.headings[...]
    var (name, isOpen) = ("start", false)
    var start = 0
    let places =
      body.paragraphs.map { $0.place.clamped(to: text.indices) } + [text.count..<text.count]
    for place in places where place.lowerBound >= start {
      let beside = text[start..<place.lowerBound]
      start = place.upperBound
      // Between most paragraphs is nothing but the end of a line.
      guard beside.contains(where: { $0 != UInt8(ascii: "\n") }) else { continue }
      for line in beside.split(separator: UInt8(ascii: "\n")) {
        if let heading = headings.first, heading.isSaid(by: line) {
          if isOpen { end() }
          isOpen = false
          headings.removeFirst()
          name = heading.id
        } else if line.contains(where: { !$0.partsWords }) {
          if isOpen { append(" ") } else { begin("text.", name.utf8) }
          isOpen = true
          append(line)
        }
      }
    }
    if isOpen { end() }
  }
}

extension Heading {
  /// Whether a line of plain text is this heading.
  fileprivate func isSaid(by line: ArraySlice<UInt8>) -> Bool {
    if text.hasBytes(line) { return true }
    var (words, others) = ([UInt8](), [UInt8]())
    words.append(spaced: text)
    others.append(spaced: String(decoding: line, as: UTF8.self))
    return words == others
  }
}
