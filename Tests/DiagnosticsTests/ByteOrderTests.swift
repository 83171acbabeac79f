import Diagnostics
import Testing

struct ByteOrderTests {
  private let texts = [
    "", "\0", "a", "a\0", "ab", "b", "B", "é", "e\u{301}", "\u{FFFF}", "\u{10000}", "a/b", "a-b",
    "eight by", "eight bytes and", "eight bytes", "eight b\0", "eight b", "eight by\0",
    String(repeating: "long ", count: 9), String(repeating: "long ", count: 9) + "\u{E9}",
  ]

  @Test func `texts are in the order of their bytes, whatever is equal to the eye`() {
    for left in texts {
      for right in texts {
        #expect(
          left.precedesByBytes(right) == left.utf8.lexicographicallyPrecedes(right.utf8),
          "\(left.debugDescription) and \(right.debugDescription)")
        #expect(left.hasBytes(Array(right.utf8)[...]) == left.utf8.elementsEqual(right.utf8))
      }
    }
  }

  @Test
  func `elements are in the order of the bytes of their keys, and stay in theirs where it is one`()
  {
    let elements = (texts + texts.reversed()).enumerated().map { (key: $1, place: $0) }
    let sorted = elements.sortedByBytes(\.key)
    #expect(sorted.count == elements.count)
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      #expect(!right.key.precedesByBytes(left.key))
      if left.key.hasSameBytes(as: right.key) { #expect(left.place < right.place) }
    }
  }
}
