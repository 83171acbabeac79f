import Diagnostics

/// Finds the bytes of inline elements inside their block, in order.
///
/// The inline positions of cmark 0.30.2 are wrong after a hard break, a code span with a line end
/// and in links across lines; those of blocks are right.
struct SourceSearch {
  private let block: Range<Int>
  private var cursor: Int
  private var budget: Int

  /// Starts at the beginning of a block's bytes.
  init(_ block: Range<Int>) {
    self.block = block
    cursor = block.lowerBound
    budget = block.count * 4 + 1_000
  }

  /// The next place of `text` in the block where `fits` accepts the byte before it, or nil.
  ///
  /// Complexity: linear in the distance, and in the block for all calls together: a search that
  /// finds nothing uses up some of a budget.
  mutating func next(
    _ text: some Collection<UInt8>, in source: [UInt8], where fits: (UInt8) -> Bool = { _ in true }
  ) -> Range<Int>? {
    guard let sought = Self.rareByte(of: text) else { return nil }
    let count = text.count
    let end = block.upperBound - count + 1
    var place = cursor
    while place < end, budget > 0 {
      let range = place + sought.offset..<end + sought.offset
      guard let found = source.firstPlace(of: sought.byte, in: range) else {
        budget -= end - place
        return nil
      }
      let start = found - sought.offset
      budget -= start + 1 - place
      guard budget >= 0 else { return nil }
      if fits(start > 0 ? source[start - 1] : 0), isMatch(text, at: start, in: source) {
        cursor = start + count
        return start..<start + count
      }
      place = start + 1
    }
    return nil
  }

  /// A byte of a text by which it is looked for: the first that is no letter, for letters are most of
  /// what it stands in.
  private static func rareByte(
    of text: some Collection<UInt8>
  ) -> (byte: UInt8, offset: Int)? {
    var offset = 0
    for byte in text {
      if !byte.isLetter { return (byte, offset) }
      offset += 1
    }
    return text.first.map { ($0, 0) }
  }

  private mutating func isMatch(
    _ text: some Collection<UInt8>, at place: Int, in source: [UInt8]
  ) -> Bool {
    var index = place
    for byte in text {
      guard source[index] == byte else { return false }
      index += 1
      budget -= 1
    }
    // What was found is passed over and so not counted.
    budget += text.count
    return true
  }

  /// All of the block.
  var wholeBlock: Range<Int> { block }
}
