import HTML

extension Program {
  /// A record that has been entered, with its place in the list it is from.
  private struct Frame {
    var record: ViewRecord
    var position = 0
    var count = 1
  }

  /// The records entered so far below the page's own, and what is kept of the page's values.
  private struct Frames {
    var inner: [Frame] = []
    /// The page's values that were asked for, for its records stand for much and are used all over
    /// it; then what names with dots lead to from there.
    private(set) var kept: [ViewValue]
    private var isKept: [Bool]
    private let record: ViewRecord
    private let slotCount: Int

    init(page record: ViewRecord, beside others: [ViewValue], paths: Int) {
      self.record = record
      slotCount = record.count + others.count
      kept = Array(repeating: .none, count: slotCount + paths)
      isKept = Array(repeating: false, count: slotCount + paths)
      for (place, value) in zip(record.count..., others) {
        kept[place] = value
        isKept[place] = true
      }
      inner.reserveCapacity(8)
    }

    @inline(__always)
    subscript(frame: Int) -> Frame {
      get { inner[frame - 1] }
      _modify { yield &inner[frame - 1] }
    }

    /// Where in ``kept`` a value of the page stands, which is asked for if it was not before.
    @inline(__always)
    mutating func place(of slot: Slot, _ paths: [[Int]]) -> Int {
      let place = slot.path < 0 ? slot.index : slotCount + slot.path
      if !isKept[place] { keep(slot, at: place, paths) }
      return place
    }

    @inline(never)
    private mutating func keep(_ slot: Slot, at place: Int, _ paths: [[Int]]) {
      if !isKept[slot.index] {
        kept[slot.index] = record.value(of: slot.index)
        isKept[slot.index] = true
      }
      guard slot.path >= 0 else { return }
      kept[place] = Program.follow(paths[slot.path], from: kept[slot.index])
      isKept[place] = true
    }
  }

  /// The value of the innermost record that a section has tested last.
  private struct Tested {
    var slot = -1
    var value = ViewValue.none
  }

  private static func follow(_ path: [Int], from start: ViewValue) -> ViewValue {
    guard case .record(let first) = start, let step = path.first else { return .none }
    var value = first.value(of: step)
    for index in path.dropFirst() {
      guard case .record(let record) = value else { return .none }
      value = record.value(of: index)
    }
    return value
  }

  /// Runs the program over `record`; false where it stopped because the output reached `end` bytes.
  ///
  /// The slots behind those of the record have the values of `others`.
  func render(
    _ record: ViewRecord, beside others: [ViewValue], into buffer: inout HTMLBuffer, end: Int
  ) -> Bool {
    precondition(
      record.count + others.count == slotCount, "a record was filled for another view")
    var frames = Frames(page: record, beside: others, paths: paths.count)
    run(0..<instructions.count, record, &frames, &buffer, end)
    return buffer.count <= end
  }

  /// Does something with the value of a slot where `record` is the innermost one.
  ///
  /// What is kept is lent and not copied, for most of what a page is made of is asked for this way.
  @inline(__always)
  private func withValue<Output>(
    of slot: Slot, _ record: ViewRecord, _ frames: inout Frames, _ tested: Tested,
    _ body: (ViewValue) -> Output
  ) -> Output {
    if slot.frame == 0 {
      let place = frames.place(of: slot, paths)
      return body(frames.kept[place])
    }
    if slot.frame == frames.inner.count, slot.index == tested.slot {
      return slot.path < 0
        ? body(tested.value) : body(Self.follow(paths[slot.path], from: tested.value))
    }
    let owner = slot.frame == frames.inner.count ? record : frames[slot.frame].record
    let value = owner.value(of: slot.index)
    return slot.path < 0 ? body(value) : body(Self.follow(paths[slot.path], from: value))
  }

  /// Whether the value that a section tests is there; its own steps mostly ask for it again.
  @inline(__always)
  private func isPresent(
    _ slot: Slot, _ record: ViewRecord, _ frames: inout Frames, _ tested: inout Tested
  ) -> Bool {
    if slot.frame > 0, slot.frame == frames.inner.count, slot.index != tested.slot {
      tested = Tested(slot: slot.index, value: record.value(of: slot.index))
    }
    return withValue(of: slot, record, &frames, tested, Self.isPresent)
  }

  /// Runs the steps of `range`; sections run their own, as deep as the templates nest them.
  ///
  /// `record` is the innermost one of `frames`; a parameter is not retained for each of its values.
  private func run(
    _ range: Range<Int>, _ record: ViewRecord, _ frames: inout Frames, _ buffer: inout HTMLBuffer,
    _ limit: Int
  ) {
    var index = range.lowerBound
    var tested = Tested()
    while index < range.upperBound, buffer.count <= limit {
      let step = instructions[index]
      index += 1
      switch step {
      case .literal(let bytes):
        buffer.fragment(literals, in: bytes)
      case .value(let slot, let escape):
        withValue(of: slot, record, &frames, tested) { Self.write($0, escape, into: &buffer) }
      case .position(let frame):
        buffer.number(frames[frame].position + 1)
      case .present(let slot, let end):
        if !isPresent(slot, record, &frames, &tested) { index = end }
      case .absent(let slot, let end):
        if isPresent(slot, record, &frames, &tested) { index = end }
      case .loop(let name, let frame, let isInverted, let end):
        if Self.holds(name, frames[frame]) == isInverted { index = end }
      case .enter(let slot, let end):
        if let inner = withValue(of: slot, record, &frames, tested, Self.record) {
          frames.inner.append(Frame(record: inner))
          run(index..<end, inner, &frames, &buffer, limit)
          frames.inner.removeLast()
        }
        index = end
      case .each(let slot, let end):
        let records = withValue(of: slot, record, &frames, tested, Self.records)
        if !records.isEmpty { runEach(records, index..<end, &frames, &buffer, limit) }
        index = end
      }
    }
  }

  private static func record(_ value: ViewValue) -> ViewRecord? {
    if case .record(let record) = value { record } else { nil }
  }

  private static func records(_ value: ViewValue) -> [ViewRecord] {
    if case .list(let records) = value { records } else { [] }
  }

  private func runEach(
    _ records: [ViewRecord], _ body: Range<Int>, _ frames: inout Frames,
    _ buffer: inout HTMLBuffer, _ limit: Int
  ) {
    frames.inner.append(Frame(record: records[0], count: records.count))
    let depth = frames.inner.count
    for position in records.indices where buffer.count <= limit {
      let record = records[position]
      if position > 0 {
        frames[depth].record = record
        frames[depth].position = position
      }
      run(body, record, &frames, &buffer, limit)
    }
    frames.inner.removeLast()
  }

  private static func write(
    _ value: ViewValue, _ escape: Escape, into buffer: inout HTMLBuffer
  ) {
    switch value {
    case .none: break
    case .text(let string):
      switch escape {
      case .words: buffer.words(string)
      case .text: buffer.balancedText(string)
      case .address: buffer.address(string)
      case .addressPart: buffer.addressPart(string)
      case .markup: preconditionFailure("a text was filled in where the view declares HTML")
      }
    case .html(let fragment):
      guard case .markup = escape else {
        preconditionFailure("HTML was filled in where the view declares text")
      }
      buffer.fragment(fragment)
    case .number(let number): buffer.number(number)
    case .flag, .record, .list:
      preconditionFailure("a value was filled in that the view does not declare")
    }
  }

  private static func isPresent(_ value: ViewValue) -> Bool {
    switch value {
    case .none: false
    case .text(let string): !string.isEmpty
    case .html(let fragment): !fragment.isEmpty
    case .number, .record: true
    case .flag(let flag): flag
    case .list(let records): !records.isEmpty
    }
  }

  private static func holds(_ name: LoopName, _ frame: Frame) -> Bool {
    switch name {
    case .first: frame.position == 0
    case .last: frame.position == frame.count - 1
    case .index: true
    }
  }
}
