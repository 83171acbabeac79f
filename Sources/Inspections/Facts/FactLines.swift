import Bytes
import Diagnostics

/// Facts as they are found, written one behind the other as they will be read, so that no text is made
/// of any.
///
/// ```swift
/// var lines = FactLines()
/// lines.begin("note".utf8)
/// lines.append("The  wicks ")
/// lines.append(asTyped: " [rec:1]")
/// lines.end()   // the line "note", a tab, "The wicks [rec:1]"
/// ```
struct FactLines {
  /// A line for each fact: its name, a tab and its value.
  private(set) var bytes: [UInt8] = []
  /// Where each fact stands.
  private(set) var places: [RecordFacts.Place] = []
  /// Where the fact that is being written starts, and where its tab stands.
  private var (start, tab) = (0, 0)
  /// Whether the next blank of its value is left out.
  private var followsSpace = true

  /// Makes room for more bytes.
  mutating func reserve(for count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Begins a fact, whose value follows.
  mutating func begin(_ name: some Sequence<UInt8>) { begin("", name) }

  /// Begins a fact whose name has two parts.
  mutating func begin(_ kind: String, _ name: some Sequence<UInt8>) {
    start = bytes.count
    bytes += kind.utf8
    bytes += name
    tab = bytes.count
    bytes.append(UInt8(ascii: "\t"))
    followsSpace = true
  }

  /// Goes on with its value, with single spaces.
  mutating func append(_ text: String) { bytes.append(text, spacedAfter: &followsSpace) }

  /// Goes on with its value, with single spaces.
  mutating func append(_ text: ArraySlice<UInt8>) {
    bytes.append(text, spacedAfter: &followsSpace)
  }

  /// Goes on with its value as it was typed, behind what has no space at its end.
  mutating func append(asTyped text: String) {
    trim()
    bytes += text.utf8
  }

  /// Ends the value, which has no space at its end.
  mutating func end() {
    trim()
    places.append(RecordFacts.Place(start: start, tab: tab, end: bytes.count))
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func trim() {
    if followsSpace, bytes.count > tab + 1 { bytes.removeLast() }
    followsSpace = false
  }

  /// Puts the facts in the order of their names; of those with one name the first keeps it, and the others
  /// get a number.
  ///
  /// Complexity: O(n log n).
  mutating func order() {
    sort()
    var (count, isRenamed) = (1, false)
    for index in places.indices.dropFirst() {
      // The first of a name stands as many places before as have had it.
      let (name, first) = (places[index].name, places[index - count].name)
      let isSame = name.count == first.count && bytes[name].elementsEqual(bytes[first])
      count = isSame ? count + 1 : 1
      guard isSame else { continue }
      rename(index, "\(String(decoding: bytes[name], as: UTF8.self))~\(count)")
      isRenamed = true
    }
    if isRenamed { sort() }
  }

  private mutating func sort() {
    places = bytes.order(ofKeys: places.map(\.name)).map { places[$0] }
  }

  private mutating func rename(_ index: Int, _ name: String) {
    let value = bytes[places[index].value]
    begin(name.utf8)
    bytes += value
    places[index] = RecordFacts.Place(start: start, tab: tab, end: bytes.count)
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension [UInt8] {
  /// Appends a text with single spaces, and none at its ends.
  mutating func append(spaced text: String) {
    let start = count
    var followsSpace = true
    append(text, spacedAfter: &followsSpace)
    if followsSpace, count > start { removeLast() }
  }

  /// Appends a text with single spaces, as a part of one that is written piece by piece.
  ///
  /// `followsSpace` says whether a space stands before the part, or nothing, and then whether one ends
  /// it.
  fileprivate mutating func append(_ text: String, spacedAfter followsSpace: inout Bool) {
    var text = text
    text.withUTF8 { unsafe append($0, spacedAfter: &followsSpace) }
  }

  /// The same of a text as bytes.
  fileprivate mutating func append(
    _ text: ArraySlice<UInt8>, spacedAfter followsSpace: inout Bool
  ) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0, spacedAfter: &followsSpace) }
  }

  /// The same of bytes where they lie: all words of a register go through here, and nearly all go over as
  /// they are, in few pieces.
  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, spacedAfter followsSpace: inout Bool
  ) {
    let raw = UnsafeRawBufferPointer(text)
    var (runStart, index) = (0, 0)
    while index < text.count {
      if index + 8 <= text.count {
        let bits = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if EightBytes(UInt64(littleEndian: bits)).hasSingleSpaces(after: followsSpace) {
          index += 8
          followsSpace = unsafe text[index - 1] == 0x20
          continue
        }
      }
      let byte = unsafe text[index]
      if byte.partsWords, byte != 0x20 || followsSpace {
        unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        if !followsSpace { append(0x20) }
        runStart = index + 1
      }
      followsSpace = byte.partsWords
      index += 1
    }
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }
}

extension UInt8 {
  /// Whether it stands between words, where a fact has a space.
  var partsWords: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
