import Diagnostics
import Testing

struct ByteOrderTests {
  private let texts = [
    "", "\0", "a", "a\0", "ab", "b", "B", "é", "e\u{301}", "\u{FFFF}", "\u{10000}", "a/b", "a-b",
    String(repeating: "long ", count: 9), String(repeating: "long ", count: 9) + "\u{E9}",
  ]

  @Test func `texts are in the order of their bytes, whatever is equal to the eye`() {
    for left in texts {
      for right in texts {
        #expect(
          left.precedesByBytes(right) == left.utf8.lexicographicallyPrecedes(right.utf8),
          "\(left.debugDescription) and \(right.debugDescription)")
      }
    }
  }
}
