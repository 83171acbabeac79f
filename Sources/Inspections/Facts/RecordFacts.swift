import Bytes
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
  /// The facts, in the order of the bytes of their names; no name twice.
  public let all: [Fact]

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

  /// Orders facts; of those with one name the first keeps it, and the others get a number.
  ///
  /// Complexity: O(n log n).
  public init(_ found: [Fact]) {
    var ordered = found.sortedByBytes(\.name)
    var (count, isRenamed) = (1, false)
    for place in ordered.indices.dropFirst() {
      let name = ordered[place].name
      // The first of a name stands as many places before as have had it.
      count = name.hasSameBytes(as: ordered[place - count].name) ? count + 1 : 1
      guard count > 1 else { continue }
      ordered[place] = Fact(name: "\(name)~\(count)", value: ordered[place].value)
      isRenamed = true
    }
    all = isRenamed ? ordered.sortedByBytes(\.name) : ordered
  }

  /// Orders facts whose names are known to be in the order of their bytes.
  private init(ordered: [Fact]) {
    all = ordered
  }

  /// The same names with what becomes of their values.
  public func mapValues(_ change: (String) -> String) -> RecordFacts {
    RecordFacts(ordered: all.map { Fact(name: $0.name, value: change($0.value)) })
  }

  /// The value of a fact; nil where the record does not say it.
  ///
  /// Complexity: O(log n).
  public subscript(name: String) -> String? {
    var (start, end) = (0, all.count)
    while start < end {
      let middle = (start + end) / 2
      if all[middle].name.precedesByBytes(name) { start = middle + 1 } else { end = middle }
    }
    guard start < all.count, all[start].name.hasSameBytes(as: name) else { return nil }
    return all[start].value
  }

  /// The facts as the text that their fingerprint is of: a line each, the name, a tab and the value.
  public var canonicalText: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(all.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 2 })
    for fact in all {
      text += fact.name.utf8
      text.append(UInt8(ascii: "\t"))
      text += fact.value.utf8
      text.append(UInt8(ascii: "\n"))
    }
    return text
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
    reading.add(frontMatter, at: "")
    return RecordFacts(reading.facts + bodyFacts(of: body))
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
    reading.add(written, at: "")
    places = Dictionary(zip(reading.facts.map(\.name), reading.spans)) { first, _ in first }
  }
  for paragraph in header.body.paragraphs { places["para-\(paragraph.number)"] = paragraph.span }
  for heading in header.body.headings { places["heading.\(heading.id)"] = heading.span }
  return places
}

/// The facts of front matter.
private struct FieldFacts {
  let visibleRoles: Set<String>
  /// What was found.
  private(set) var facts: [RecordFacts.Fact] = []
  /// Where each of it stands.
  private(set) var spans: [Span] = []

  /// Fields that are no facts of the record.
  private static let leftOut: Set<String> = ["aliases", "waivers", "source", "contents"]

  init(visibleRoles: Set<String>) {
    self.visibleRoles = visibleRoles
  }

  mutating func add(_ node: Node, at path: String) {
    switch node.content {
    case .scalar(let text, _): add(text, at: path, node.span)
    case .mapping(let pairs): add(pairs, at: path)
    case .sequence(let entries):
      let texts = entries.compactMap(\.text)
      if texts.count == entries.count, !entries.isEmpty {
        add(texts.joined(separator: "; "), at: path, node.span)
      } else {
        for (index, entry) in entries.enumerated() {
          add(entry, at: Self.path(path, Self.name(of: entry) ?? String(index + 1)))
        }
      }
    }
  }

  private mutating func add(_ text: String, at path: String, _ span: Span) {
    facts.append(RecordFacts.Fact(name: path, value: spaced(text)))
    spans.append(span)
  }

  private mutating func add(_ pairs: [Node.Pair], at path: String) {
    for pair in pairs where !path.isEmpty || !Self.leftOut.contains(pair.key) {
      let key = Self.several(of: pair.key)
      let inner = path.isEmpty ? key : Self.path(path, key)
      if pair.key == "people", case .sequence(let people) = pair.value.content {
        add(Node(.sequence(people.filter(isShown)), span: pair.value.span), at: inner)
      } else {
        add(pair.value, at: inner)
      }
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

  /// The path of what is called by a name below another, made at once.
  private static func path(_ outer: String, _ name: String) -> String {
    var path = ""
    path.reserveCapacity(outer.utf8.count + 1 + name.utf8.count)
    path += outer
    path += "."
    path += name
    return path
  }

  /// Whether the site shows people of a role.
  private func isShown(_ person: Node) -> Bool {
    guard case .mapping(let pairs) = person.content, let role = pairs.text(of: "role") else {
      return false
    }
    return visibleRoles.contains(role)
  }

  /// What tells an entry of a list from the others; nil where nothing does.
  private static func name(of entry: Node) -> String? {
    guard case .mapping(let pairs) = entry.content else { return nil }
    if let several = pairs.first(where: { $0.key == "aspects" }),
      case .sequence(let aspects) = several.value.content,
      !pairs.contains(where: { $0.key == "id" })
    {
      return aspects.compactMap(\.text).joined(separator: " ")
    }
    let words =
      pairs.text(of: "id")
      ?? pairs.text(of: "recommendation").map { number in
        [number, pairs.text(of: "report"), pairs.text(of: "to")].compactMap(\.self)
          .joined(separator: " ")
      }
      ?? ["aspect", "subject", "rule", "role", "title", "date", "organisation", "report"]
      .lazy.compactMap(pairs.text(of:)).first
    return words.map(spaced)
  }
}

/// The facts of a body: each numbered paragraph, each heading, and what stands below it beside these.
private func bodyFacts(of body: RenderedBody) -> [RecordFacts.Fact] {
  guard !body.isEmpty else { return [] }
  let text = body.text
  var figures: [PrintedNumber?: String] = [:]
  figures.reserveCapacity(min(body.references.count, body.paragraphs.count + 1))
  for link in body.references where !link.scheme.isEmpty {
    figures[link.paragraph, default: ""].append(figure: link)
  }
  var facts = body.paragraphs.map { paragraph in
    RecordFacts.Fact(
      name: "para-\(paragraph.number)",
      value: spaced(
        text[paragraph.place.clamped(to: text.indices)], before: figures[paragraph.number] ?? ""))
  }
  facts += body.headings.map { RecordFacts.Fact(name: "heading.\($0.id)", value: spaced($0.text)) }
  facts += textsBesideParagraphs(of: body, text)
  if let others = figures[nil] {
    facts.append(RecordFacts.Fact(name: "text.figures", value: spaced(others)))
  }
  return facts
}

/// What stands in no numbered paragraph, by the heading that it stands below.
private func textsBesideParagraphs(
  of body: RenderedBody, _ text: [UInt8]
) -> [RecordFacts.Fact] {
  var facts: [RecordFacts.Fact] = []
  var headings = body.headings[...]
  var (name, words) = ("text.start", "")
  func close() {
    if !words.isEmpty { facts.append(RecordFacts.Fact(name: name, value: words)) }
    words = ""
  }
  var start = 0
  let places =
    body.paragraphs.map { $0.place.clamped(to: text.indices) } + [text.count..<text.count]
  for place in places where place.lowerBound >= start {
    let beside = text[start..<place.lowerBound]
    start = place.upperBound
    // Between most paragraphs is nothing but the end of a line.
    guard beside.contains(where: { $0 != UInt8(ascii: "\n") }) else { continue }
    for line in beside.split(separator: UInt8(ascii: "\n")) {
      let line = spaced(line)
      if let heading = headings.first, spaced(heading.text) == line {
        close()
        headings.removeFirst()
        name = "text.\(heading.id)"
      } else if !line.isEmpty {
        words += words.isEmpty ? line : " " + line
      }
    }
  }
  close()
  return facts
}

extension String {
  /// Adds what a link leads to, as it was typed.
  fileprivate mutating func append(figure link: Reference) {
    self += " ["
    self += link.scheme
    self += ":"
    self += link.target
    self += "]"
  }
}

/// A text with single spaces, and none at its ends.
private func spaced(_ text: String) -> String {
  var text = text
  return text.withUTF8 { unsafe spaced($0) }
}

/// The same of a text as bytes, and behind it an `end` as it is.
private func spaced(_ text: ArraySlice<UInt8>, before end: String = "") -> String {
  unsafe text.withUnsafeBufferPointer { unsafe spaced($0, before: end) }
}

/// The same of bytes where they lie: all words of a register go through here.
private func spaced(_ text: UnsafeBufferPointer<UInt8>, before end: String = "") -> String {
  unsafe String(unsafeUninitializedCapacity: text.count + end.utf8.count) { words in
    var count = unsafe writeSpaced(text, to: UnsafeMutableRawBufferPointer(words))
    for byte in end.utf8 {
      unsafe words[count] = byte
      count += 1
    }
    return count
  }
}

/// Writes a text with single spaces, and none at its ends, to where there is room for all of it; says
/// how many bytes that were.
private func writeSpaced(
  _ text: UnsafeBufferPointer<UInt8>, to words: UnsafeMutableRawBufferPointer
) -> Int {
  let raw = UnsafeRawBufferPointer(text)
  var (index, count) = (0, 0)
  // As if a space stood before it, so that it does not begin with one.
  var followsSpace = true
  while index < raw.count {
    if index + 8 <= raw.count {
      let bits = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if EightBytes(UInt64(littleEndian: bits)).isSpaced(after: followsSpace) {
        unsafe words.storeBytes(of: bits, toByteOffset: count, as: UInt64.self)
        index += 8
        count += 8
        followsSpace = unsafe words[count - 1] == 0x20
        continue
      }
    }
    let byte = unsafe raw[index]
    let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
    if !isBlank || !followsSpace {
      unsafe words[count] = isBlank ? 0x20 : byte
      count += 1
    }
    followsSpace = isBlank
    index += 1
  }
  return followsSpace && count > 0 ? count - 1 : count
}

extension EightBytes {
  /// Whether single spaces are all that parts words here, and in front of these bytes.
  fileprivate func isSpaced(after followsSpace: Bool) -> Bool {
    let spaces = marks(of: 0x20...0x20)
    return spaces & (spaces << 8 | (followsSpace ? 0x80 : 0)) == 0 && marks(of: 0x09...0x0D) == 0
  }
}
