internal import Diagnostics

/// Builds nodes from the events of one YAML text and goes on after a mistake where it can.
///
/// What cannot be read is left out: a mapping that breaks off inside another value disappears as a
/// whole, so that its missing fields are not reported as well; a list keeps its complete entries.
struct TreeReader: ~Copyable {
  var diagnostics: [Diagnostic] = []
  /// False when something was left out because it could not be read.
  private(set) var isComplete = true

  /// The `:` at which reading ended, for a bracket stands straight behind it.
  var spaceDue: Int?

  let file: SourceFile
  let spaced: [Int]
  let bytes: [UInt8]
  let range: Range<Int>
  private var events: EventStream
  /// The byte of the mistake that stopped the reading, until it goes on elsewhere.
  var stopPlace: Int?
  private var stopped: Bool { stopPlace != nil }
  private var anchors: [String: (node: Node, size: Int)] = [:]
  /// The anchors that texts without quotation marks begin with, as long as nothing repeats them.
  private var wordsAsAnchors: [String: [AnchorAsWord]] = [:]
  /// The anchors of the values that are being read, outermost first.
  private var openAnchors: [String] = []
  private var aliasedCount = 0
  /// How many nodes have been made, to know the size of what an anchor names.
  private var nodeCount = 0
  /// Where the last scalar, alias or bracket ended: the end of a block collection.
  private var lastEnd: Int
  /// The line after the last text that was taken for a comment; what is wrong there follows from it.
  private var lineAfterDropped: Int?
  /// The line of the last name that was left out.
  private var lineOfLeftOut: Int?

  init(_ bytes: [UInt8], _ range: Range<Int>, file: SourceFile, spacedAfter spaced: [Int]) {
    self.bytes = bytes
    self.range = range
    self.file = file
    self.spaced = spaced
    events = EventStream(bytes, range, spacedAfter: spaced)
    lastEnd = range.lowerBound
  }

  /// The value of the whole text, or nil when there is none.
  mutating func root() -> Node? {
    var fields = FieldList()
    var start: Int?
    var other: Node?
    for _ in 0..<Limits.syntaxErrors {
      var canResume = true
      if let event = nextContent() {
        if case .mappingStart(let isBlock) = event.kind {
          report(tagOf: event)
          start = start ?? contentStart(event)
          canResume = isBlock
          _ = readFields(into: &fields, isBlock: isBlock, depth: 1)
        } else {
          canResume = false
          other = value(event, depth: 0)
        }
        if !stopped { expectEnd() }
      }
      guard let place = stopPlace else { break }
      isComplete = false
      guard spaceDue == nil, canResume, aliasedCount <= Limits.aliasedValues,
        nodeCount <= Limits.fields,
        let next = fieldLine(after: place)
      else {
        break
      }
      events = EventStream(bytes, next..<range.upperBound, spacedAfter: spaced)
      stopPlace = nil
    }
    diagnostics += AnchorAsWord.diagnostics(wordsAsAnchors.values.flatMap(\.self), bytes, file)
    guard let start else { return other }
    return Node(.mapping(fields.pairs), span: Span(file, start..<max(start, lastEnd)))
  }

  // MARK: - Values

  /// The value of an event; `column` is that of its key in a mapping without brackets.
  private mutating func value(_ event: YAMLEvent, depth: Int, column: Int? = nil) -> Node? {
    report(tagOf: event)
    let before = nodeCount
    let start = contentStart(event)
    if let anchor = event.anchor { openAnchors.append(anchor) }
    defer { if event.anchor != nil { openAnchors.removeLast() } }
    let content: Node.Content?
    switch event.kind {
    case .scalar(let text, let style):
      lastEnd =
        style == .block ? trimmedEnd(start..<event.range.upperBound) : event.range.upperBound
      let meant = seen(text, start..<max(start, lastEnd))
      if style == .plain, column != nil, reportDash(at: start) { return nil }
      let isDropped = style == .plain && reportDropped(after: text, column: column)
      let word = isDropped ? nil : AnchorAsWord(event, style, value: start..<lastEnd)
      if let word, let anchor = event.anchor { wordsAsAnchors[anchor, default: []].append(word) }
      if meant.isEmpty, isDropped || word != nil || !text.isEmpty { return nil }
      content = .scalar(meant, quoted: style != .plain)
    case .alias(let name):
      lastEnd = event.range.upperBound
      return aliased(name, event.range)
    case .sequenceStart(let isBlock):
      let items = isTooDeep(depth, event) ? [] : readItems(depth: depth + 1)
      content = stopped && !isBlock ? nil : .sequence(items)
    case .mappingStart(let isBlock):
      var fields = FieldList()
      let isWhole =
        isTooDeep(depth, event) || readFields(into: &fields, isBlock: isBlock, depth: depth + 1)
      content = stopped || !isWhole ? nil : .mapping(fields.pairs)
    case .sequenceEnd, .mappingEnd, .documentStart, .documentEnd, .streamEnd:
      content = nil
    }
    guard let content else { return nil }
    nodeCount += 1
    if nodeCount == Limits.fields + 1 {
      stopPlace = start
      diagnostics.append(.tooManyFields(at: Span(file, start..<max(start, lastEnd))))
    }
    let node = Node(content, span: Span(file, start..<max(start, lastEnd)))
    if let anchor = event.anchor, !stopped { anchors[anchor] = (node, nodeCount - before) }
    return node
  }

  /// A name or value without what nobody sees; reports that, and what does not belong in a text.
  private mutating func seen(_ text: String, _ range: Range<Int>) -> String {
    let controls = ControlCharacters.diagnostics(of: text, at: Span(file, range))
    let meant = HiddenCharacters.removed(from: text, in: bytes, range, file: file)
    // Nothing is added for most texts, of which there are many.
    if !controls.isEmpty { diagnostics += controls }
    if !meant.diagnostics.isEmpty { diagnostics += meant.diagnostics }
    return meant.value
  }

  /// Reports text after a plain value that YAML takes for a comment; whether it was the whole value.
  private mutating func reportDropped(after text: String, column: Int?) -> Bool {
    guard
      let dropped = DroppedText(
        bytes, after: lastEnd, limit: range.upperBound, value: text, column: column)
    else { return false }
    diagnostics.append(dropped.diagnostic(bytes, file: file))
    lineAfterDropped = nextLine(bytes, dropped.range.lowerBound, limit: range.upperBound)
    return text.isEmpty
  }

  private mutating func readItems(depth: Int) -> [Node] {
    var items: [Node] = []
    while let event = next() {
      if case .sequenceEnd = event.kind {
        if !event.range.isEmpty { lastEnd = event.range.upperBound }
        break
      }
      if let item = value(event, depth: depth) { items.append(item) }
      if stopped { return items }
    }
    if let last = items.last, isCutShort(last) { items.removeLast() }
    return items
  }

  /// Reads the fields of a mapping; false where a slip in it makes them others than were meant.
  private mutating func readFields(
    into fields: inout FieldList, isBlock: Bool, depth: Int
  ) -> Bool {
    var isWhole = true
    var slips: BraceSlips?
    defer { if let slips { diagnostics += slips.diagnostics(bytes, file) } }
    while let event = next() {
      if case .mappingEnd = event.kind {
        if !event.range.isEmpty { lastEnd = event.range.upperBound }
        slips?.endCut(bytes, file)
        return isWhole
      }
      var isDashed = false
      if isBlock, case .scalar(_, .plain) = event.kind {
        isDashed = reportDash(at: event.range.lowerBound)
        if isDashed { isWhole = false }
      }
      let start = event.range.lowerBound
      if isBlock, stopForBracket(onLineOf: start) { return false }
      let key = readKey(event, depth: depth)
      let column = isBlock ? start - startOfLine(bytes, start, limit: range.lowerBound) : nil
      guard !stopped else { return isWhole }
      var value: Node?
      if let valueEvent = next() {
        if !isBlock, let key, isBare(key.span, before: valueEvent) {
          slips = slips ?? BraceSlips()
          slips?.add(key.span.range, after: fields.plainValue, bytes, file)
          (isWhole, isComplete) = (false, false)
          continue
        }
        slips?.endCut(bytes, file)
        value = self.value(valueEvent, depth: depth, column: column)
      }
      guard let key, !isDashed else { continue }
      if let first = fields.span(of: key.text) {
        diagnostics.append(.duplicateKey(key.text, at: key.span, first: first))
      } else if let value {
        fields.append(Node.Pair(key: key.text, keySpan: key.span, value: value))
      } else {
        isComplete = false
        fields.leaveOut(key.text, key.span)
      }
      if stopped { return isWhole }
    }
    if let last = fields.pairs.last, isCutShort(last.value) { fields.leaveOutLast() }
    return isWhole
  }

  /// Whether a field between braces has no `:` behind its name.
  private func isBare(_ key: Span, before value: YAMLEvent) -> Bool {
    guard case .scalar("", .plain) = value.kind, value.range.isEmpty, value.anchor == nil else {
      return false
    }
    let next = bytes[key.end..<range.upperBound].first { !isBlank($0) }
    return next == UInt8(ascii: ",") || next == UInt8(ascii: "}")
  }

  /// Reports an entry of a list whose `-` has no space behind it, which YAML takes for a word.
  private mutating func reportDash(at place: Int) -> Bool {
    guard lacksSpaceAfterDash(bytes, place, limit: range.upperBound) else { return false }
    diagnostics.append(.dashWithoutSpace(bytes, place, limit: range.upperBound, file))
    let _: Node? = leaveOut(upTo: place)
    return true
  }

  /// Whether the text broke off on the last line of a value that seemed complete, as in `a: b: c`.
  private func isCutShort(_ node: Node) -> Bool {
    guard let place = stopPlace else { return false }
    let offset = min(place, events.problem?.offset ?? place)
    return node.span.end > startOfLine(bytes, min(offset, range.upperBound), limit: 0)
  }

  /// The text and place of a key, or nil when it cannot be one.
  private mutating func readKey(_ event: YAMLEvent, depth: Int) -> (text: String, span: Span)? {
    report(tagOf: event)
    let start = contentStart(event)
    switch event.kind {
    case .scalar(let text, let style):
      let span = Span(file, start..<max(start, event.range.upperBound))
      lastEnd = event.range.upperBound
      let meant = seen(text, span.range)
      if text == "<<", style == .plain {
        return refuse(.mergeKey(at: span))
      }
      if let anchor = event.anchor {
        anchors[anchor] = (Node(.scalar(text, quoted: style != .plain), span: span), 1)
      }
      if HiddenCharacters.movesColumn(text, in: bytes, span.range) {
        return leaveOut(upTo: event.range.upperBound)
      }
      return meant.isEmpty ? refuse(.emptyKey(at: span)) : (meant, span)
    case .alias(let name):
      return refuse(.aliasKey(name, at: Span(file, event.range)))
    case .sequenceStart, .mappingStart, .sequenceEnd, .mappingEnd, .documentStart, .documentEnd,
      .streamEnd:
      _ = value(event, depth: depth)
      guard !stopped else { return nil }
      return refuse(.collectionKey(at: Span(file, start..<max(start, lastEnd))))
    }
  }

  /// What an anchor names, with the place where it is written out.
  private mutating func aliased(_ name: String, _ range: Range<Int>) -> Node? {
    guard let anchored = anchors[name] else {
      if openAnchors.contains(name) {
        return refuse(.aliasInsideAnchor(name, at: Span(file, range)))
      }
      return refuse(.unknownAnchor(name, known: suggestedAnchors, at: Span(file, range)))
    }
    wordsAsAnchors[name] = nil
    aliasedCount += anchored.size
    guard aliasedCount <= Limits.aliasedValues else {
      stopPlace = range.lowerBound
      return refuse(.tooManyAliases(name, at: Span(file, range), limit: Limits.aliasedValues))
    }
    nodeCount += anchored.size
    return anchored.node
  }

  /// The anchors that may be meant by one that is not there, where there are few enough to look through.
  private var suggestedAnchors: [String] {
    anchors.count > Limits.shownOfOneKind ? [] : anchors.keys.sorted()
  }

  // MARK: - Events

  private mutating func next() -> YAMLEvent? {
    guard !stopped else { return nil }
    if let event = events.next() { return event }
    guard let problem = events.problem else { return nil }
    if stopForBracket(at: problem) { return nil }
    let syntax = SyntaxError(problem, bytes: bytes, range: range, file: file).diagnostic()
    stopPlace = syntax.primary.span.start
    let isConsequence = [problem.contextOffset, problem.offset].contains { place in
      let line = startOfLine(bytes, min(place, range.upperBound), limit: range.lowerBound)
      return (line == lineAfterDropped || line == lineOfLeftOut) && line < range.upperBound
    }
    if !isConsequence { diagnostics.append(syntax) }
    return nil
  }

  /// The first event of the document's value, or nil when there is none.
  private mutating func nextContent() -> YAMLEvent? {
    while let event = next() {
      switch event.kind {
      case .documentStart: continue
      case .scalar("", .plain) where event.anchor == nil && !event.hasTag: continue
      case .documentEnd, .streamEnd: return nil
      case .scalar, .alias, .sequenceStart, .sequenceEnd, .mappingStart, .mappingEnd: return event
      }
    }
    return nil
  }

  /// Reports a second document; the first alone is read.
  private mutating func expectEnd() {
    while let event = next() {
      switch event.kind {
      case .documentEnd: continue
      case .streamEnd: return
      case .documentStart, .scalar, .alias, .sequenceStart, .sequenceEnd, .mappingStart,
        .mappingEnd:
        isComplete = false
        let marker = event.range.lowerBound..<event.range.upperBound
        diagnostics.append(.secondDocument(at: Span(file, marker)))
        return
      }
    }
  }

  private mutating func isTooDeep(_ depth: Int, _ event: YAMLEvent) -> Bool {
    guard depth >= Limits.fieldDepth else { return false }
    let start = contentStart(event)
    stopPlace = start
    diagnostics.append(.tooDeep(at: Span(file, start..<start + 1), limit: Limits.fieldDepth))
    return true
  }

  private mutating func refuse<T>(_ diagnostic: Diagnostic) -> T? {
    isComplete = false
    diagnostics.append(diagnostic)
    return nil
  }

  /// Leaves out a name of whose line the mistake was told; what is wrong on the next line follows from it.
  private mutating func leaveOut<T>(upTo end: Int) -> T? {
    isComplete = false
    lineOfLeftOut = startOfLine(bytes, end, limit: range.lowerBound)
    lineAfterDropped = nextLine(bytes, end, limit: range.upperBound)
    return nil
  }

  private mutating func report(tagOf event: YAMLEvent) {
    guard event.hasTag else { return }
    let start = event.range.lowerBound
    let words = bytes[start..<contentStart(event)]
    guard let mark = words.firstIndex(of: UInt8(ascii: "!")) else { return }
    let end = words[mark...].firstIndex(where: isBlank) ?? words.endIndex
    let text = String(decoding: bytes[mark..<end], as: UTF8.self)
    diagnostics.append(.tag(text, at: Span(file, mark..<end)))
  }

  // MARK: - Places

  private func contentStart(_ event: YAMLEvent) -> Int {
    event.contentStart(in: bytes, limit: range.upperBound)
  }

  /// The end of a block scalar without the empty lines after it.
  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound + 1, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// The next line after `place` that looks like a field of the top level.
  private func fieldLine(after place: Int) -> Int? {
    var start = nextLine(bytes, place, limit: range.upperBound)
    while start < range.upperBound {
      if looksLikeField(bytes, start, limit: range.upperBound) { return start }
      start = nextLine(bytes, start, limit: range.upperBound)
    }
    return nil
  }
}
