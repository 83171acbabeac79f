import Bytes

internal import CYAML
internal import Diagnostics

/// One step through a YAML text: what begins, ends or stands at a place.
struct YAMLEvent {
  /// What libyaml met.
  enum Kind {
    case scalar(String, ScalarStyle)
    case alias(String)
    case sequenceStart(isBlock: Bool)
    case sequenceEnd
    case mappingStart(isBlock: Bool)
    case mappingEnd
    case documentStart
    case documentEnd
    case streamEnd
  }

  /// How a scalar is written.
  enum ScalarStyle {
    case plain, quoted, block
  }

  let kind: Kind
  /// Bytes of the whole file; anchors and tags are included, and block scalars and collections run
  /// on to the next token.
  let range: Range<Int>
  let anchor: String?
  let hasTag: Bool

  /// Where its value itself begins, after its anchor and tag.
  func contentStart(in bytes: [UInt8], limit: Int) -> Int {
    var start = range.lowerBound
    guard anchor != nil || hasTag else { return start }
    var properties = (anchor == nil ? 0 : 1) + (hasTag ? 1 : 0)
    while start < limit {
      if isBlank(bytes[start]) {
        start += 1
      } else if bytes[start] == UInt8(ascii: "#") {
        start = endOfLine(bytes, start, limit: limit)
      } else if properties > 0 {
        start = bytes[start..<limit].firstIndex(where: isBlank) ?? limit
        properties -= 1
      } else {
        break
      }
      if properties == 0, start >= range.upperBound { return range.upperBound }
    }
    return start
  }
}

/// Where and why libyaml stopped.
struct YAMLProblem {
  /// libyaml's own words, the key to ours.
  let words: String
  /// What libyaml was doing, in its own words; empty when it does not say.
  let context: String
  /// The byte of the whole file it stopped at.
  let offset: Int
  /// The byte of the whole file where what it was doing began.
  let contextOffset: Int
}

/// The events of one stretch of YAML; owns libyaml's parser and a copy of the bytes it reads.
///
/// libyaml's marks count characters, not bytes (measured on 0.2.5: the index after `é` grows by
/// one), so texts that are not ASCII carry a table back to bytes.
@safe struct EventStream: ~Copyable {
  /// Why the stream stopped, once ``next()`` has returned nil.
  private(set) var problem: YAMLProblem?

  // On the heap because libyaml keeps a pointer from the parser to itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let base: Int
  /// The byte offset of each character, and the end; nil where characters are bytes.
  private let byteOffsets: [UInt32]?

  /// Starts to read `range` of `bytes`, which must be UTF-8 there, as if a space stood behind each of
  /// `colons`.
  init(_ bytes: [UInt8], _ range: Range<Int>, spacedAfter colons: [Int] = []) {
    base = range.lowerBound
    let places = colons.filter(range.contains).sorted()
    let isASCII = bytes.firstPlace(in: range, marks: \.marksBeyondASCII) == nil
    byteOffsets =
      isASCII && places.isEmpty ? nil : Self.characterTable(bytes[range], spacedAfter: places)
    unsafe input = .allocate(capacity: range.count + places.count)
    var (next, from) = (0, range.lowerBound)
    for colon in places {
      for byte in bytes[from...colon] + [UInt8(ascii: " ")] {
        unsafe input.initializeElement(at: next, to: byte)
        next += 1
      }
      from = colon + 1
    }
    _ = unsafe input[next...].initialize(from: bytes[from..<range.upperBound])
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml found no memory for a parser")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event, or nil once the text has proved not to be YAML.
  mutating func next() -> YAMLEvent? {
    var event = unsafe yaml_event_t()
    repeat {
      guard problem == nil, unsafe yaml_parser_parse(parser, &event) == 1 else {
        problem = problem ?? currentProblem()
        return nil
      }
    } while unsafe event.type == YAML_STREAM_START_EVENT
    defer { unsafe yaml_event_delete(&event) }
    return unsafe Self.translate(
      event, range: offset(event.start_mark)..<offset(event.end_mark))
  }

  private static func translate(_ event: yaml_event_t, range: Range<Int>) -> YAMLEvent {
    var anchor: String?
    var hasTag = false
    let kind: YAMLEvent.Kind
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      anchor = unsafe name(scalar.anchor)
      hasTag = unsafe scalar.tag != nil
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = unsafe .scalar(text, style(scalar.style))
    case YAML_ALIAS_EVENT:
      kind = unsafe .alias(name(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      anchor = unsafe name(sequence.anchor)
      hasTag = unsafe sequence.tag != nil
      kind = unsafe .sequenceStart(isBlock: sequence.style == YAML_BLOCK_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      anchor = unsafe name(mapping.anchor)
      hasTag = unsafe mapping.tag != nil
      kind = unsafe .mappingStart(isBlock: mapping.style == YAML_BLOCK_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    default: kind = .streamEnd
    }
    return YAMLEvent(kind: kind, range: range, anchor: anchor, hasTag: hasTag)
  }

  private static func name(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let bytes = unsafe bytes else { return nil }
    return unsafe String(cString: bytes)
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLEvent.ScalarStyle {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .quoted
    }
  }

  private func currentProblem() -> YAMLProblem {
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    // A reader error has no mark; it counts bytes by itself.
    let isReaderError = unsafe parser.pointee.error == YAML_READER_ERROR
    let place = unsafe offset(parser.pointee.problem_mark)
    let readerPlace = unsafe base + Int(parser.pointee.problem_offset)
    return YAMLProblem(
      words: words ?? "", context: context ?? "", offset: isReaderError ? readerPlace : place,
      contextOffset: unsafe self.offset(parser.pointee.context_mark))
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    let index = Int(mark.index)
    guard let byteOffsets else { return base + index }
    return base + Int(byteOffsets[min(index, byteOffsets.count - 1)])
  }

  /// A space that was put in has the place of what stands behind it.
  private static func characterTable(
    _ bytes: ArraySlice<UInt8>, spacedAfter colons: [Int]
  ) -> [UInt32] {
    var offsets: [UInt32] = []
    offsets.reserveCapacity(bytes.count + colons.count + 1)
    var spaced = colons[...]
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      offsets.append(UInt32(clamping: offset))
      if spaced.first == bytes.startIndex + offset {
        offsets.append(UInt32(clamping: offset + 1))
        spaced.removeFirst()
      }
    }
    offsets.append(UInt32(clamping: bytes.count))
    return offsets
  }
}
