import HTML

extension Program {
  /// A record that has been entered, with its place in the list it is from.
  private struct Frame {
    var record: ViewRecord
    var position = 0
    var count = 1
  }

  /// The records entered so far, the page's own first, and what is kept of the page's values.
  private struct Frames {
    var inner: [Frame] = []
    /// The page's values that were asked for; its records stand for much and are used all over it.
    private var page: [ViewValue?]
    /// The same for what names with dots lead to from there.
    private var followed: [ViewValue?]
    private let record: ViewRecord

    init(page record: ViewRecord, paths: Int) {
      self.record = record
      page = Array(repeating: nil, count: record.count)
      followed = Array(repeating: nil, count: paths)
      inner.reserveCapacity(8)
    }

    @inline(__always)
    subscript(frame: Int) -> Frame {
      get { inner[frame - 1] }
      _modify { yield &inner[frame - 1] }
    }

    /// A value of the page's own record.
    mutating func pageValue(of slot: Slot, _ paths: [[Int]]) -> ViewValue {
      guard slot.path >= 0 else { return pageValue(of: slot.index) }
      if let value = followed[slot.path] { return value }
      let value = follow(paths[slot.path], from: pageValue(of: slot.index))
      followed[slot.path] = value
      return value
    }

    private mutating func pageValue(of slot: Int) -> ViewValue {
      if let value = page[slot] { return value }
      let value = record.value(of: slot)
      page[slot] = value
      return value
    }
  }

  /// The value of the innermost record that a section has tested last.
  private struct Tested {
    var slot = -1
    var value = ViewValue.none
  }

  private static func follow(_ path: [Int], from start: ViewValue) -> ViewValue {
    var value = start
    for index in path {
      guard case .record(let record) = value else { return .none }
      value = record.value(of: index)
    }
    return value
  }

  /// Runs the program over `record`; false where it stopped because the output reached `end` bytes.
  func render(_ record: ViewRecord, into buffer: inout HTMLBuffer, end: Int) -> Bool {
    precondition(record.count == slotCount, "a record was filled for another view")
    var frames = Frames(page: record, paths: paths.count)
    run(0..<instructions.count, record, &frames, &buffer, end)
    return buffer.count <= end
  }

  /// The value of a slot where `record` is the innermost one.
  @inline(__always)
  private func value(
    of slot: Slot, _ record: ViewRecord, _ frames: inout Frames, _ tested: Tested
  ) -> ViewValue {
    if slot.frame == 0 { return frames.pageValue(of: slot, paths) }
    let value: ViewValue
    if slot.frame < frames.inner.count {
      value = frames[slot.frame].record.value(of: slot.index)
    } else if slot.index == tested.slot {
      value = tested.value
    } else {
      value = record.value(of: slot.index)
    }
    return slot.path < 0 ? value : Self.follow(paths[slot.path], from: value)
  }

  /// The value that a section tests; its own steps mostly ask for it again.
  @inline(__always)
  private func testedValue(
    of slot: Slot, _ record: ViewRecord, _ frames: inout Frames, _ tested: inout Tested
  ) -> ViewValue {
    guard slot.frame > 0, slot.frame == frames.inner.count, slot.index != tested.slot else {
      return value(of: slot, record, &frames, tested)
    }
    tested = Tested(slot: slot.index, value: record.value(of: slot.index))
    return slot.path < 0 ? tested.value : Self.follow(paths[slot.path], from: tested.value)
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
        Self.write(value(of: slot, record, &frames, tested), escape, into: &buffer)
      case .position(let frame):
        buffer.number(frames[frame].position + 1)
      case .present(let slot, let end):
        if !Self.isPresent(testedValue(of: slot, record, &frames, &tested)) { index = end }
      case .absent(let slot, let end):
        if Self.isPresent(testedValue(of: slot, record, &frames, &tested)) { index = end }
      case .loop(let name, let frame, let isInverted, let end):
        if Self.holds(name, frames[frame]) == isInverted { index = end }
      case .enter(let slot, let end):
        if case .record(let inner) = value(of: slot, record, &frames, tested) {
          frames.inner.append(Frame(record: inner))
          run(index..<end, inner, &frames, &buffer, limit)
          frames.inner.removeLast()
        }
        index = end
      case .each(let slot, let end):
        if case .list(let records) = value(of: slot, record, &frames, tested), !records.isEmpty {
          runEach(records, index..<end, &frames, &buffer, limit)
        }
        index = end
      }
    }
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
