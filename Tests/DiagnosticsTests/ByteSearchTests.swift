import Bytes
import Diagnostics
import Testing

@Suite struct ByteSearchTests {
  private static let allBytes = (0...255).map { UInt8($0) }

  @Test(arguments: [0x00...0x1F, 0x0A...0x0A, 0x30...0x5D, 0x7F...0x7F, 0x00...0x7F])
  func `a range of ASCII is found wherever its bytes stand among eight`(
    _ sought: ClosedRange<UInt8>
  ) {
    for byte in Self.allBytes {
      for place in 0..<19 {
        var text = [UInt8](repeating: 0xC3, count: 19)
        text[place] = byte
        let expected = sought.contains(byte) ? place : nil
        #expect(text.firstPlace(in: 0..<19, marks: { $0.marks(of: sought) }) == expected)
      }
    }
  }

  @Test func `the bytes beside what is sought do not hide or feign it`() {
    for left in Self.allBytes {
      for right in Self.allBytes {
        let text = [left, right] + [UInt8](repeating: UInt8(ascii: "x"), count: 7)
        #expect(
          text.firstPlace(in: 0..<9, marks: { $0.marks(of: 0x41...0x5A) })
            == text.firstIndex { (0x41...0x5A).contains($0) })
        #expect(
          text.firstPlace(in: 0..<9, marks: \.marksBeyondASCII) == text.firstIndex { $0 >= 0x80 })
      }
    }
  }

  @Test func `a byte is found between neighbours that fit, and never at an end of the text`() {
    let text = Array("=a=\" b=c =\"x=\"=".utf8)
    let sought = UInt8(ascii: "=")
    func place(in range: Range<Int>) -> Int? {
      text.firstPlace(
        of: sought, in: range,
        between: { before, after in before != UInt8(ascii: " ") && after == UInt8(ascii: "\"") })
    }
    #expect(place(in: text.indices) == 2)
    #expect(place(in: 3..<text.count) == 12)
    #expect(place(in: 3..<12) == nil)
    #expect(place(in: 13..<text.count) == nil)
    #expect([sought].firstPlace(of: sought, in: 0..<1, between: { _, _ in true }) == nil)
    #expect([UInt8]().firstPlace(of: sought, in: 0..<0, between: { _, _ in true }) == nil)
  }

  @Test func `some bytes are held where they all stand in the range, one after the other`() {
    let text = Array("aab aabaac".utf8)
    func holds(_ sought: String, in range: Range<Int>? = nil) -> Bool {
      text.holds(Array(sought.utf8), in: range ?? text.indices)
    }
    #expect(holds("aaba") && holds("aac") && holds("") && holds("aab aabaac"))
    #expect(!holds("aacb") && !holds("aab aabaac "))
    #expect(holds("aac", in: 7..<10) && !holds("aac", in: 7..<9) && !holds("aac", in: 8..<10))
    #expect(holds("aab", in: 1..<7) && !holds("aab", in: 1..<6))
    #expect(holds("", in: 4..<4) && !holds("a", in: 4..<4))
  }

  @Test func `a byte is held by a text of any length where it stands in it`() {
    for length in [0, 1, 15, 16, 40] {
      let text = String(repeating: "a", count: length)
      #expect(text.holds(UInt8(ascii: "a")) == (length > 0))
      #expect(!text.holds(UInt8(ascii: "#")))
      #expect("\(text)#".holds(UInt8(ascii: "#")) && "\(text)é".holds(0xC3))
    }
  }

  @Test func `nothing is found outside the range`() {
    let text = Array("Aaaaaaaaaaaaaaaaaaaa|".utf8)
    let last = text.count - 1
    #expect(text.firstPlace(in: 1..<last, marks: { $0.marks(of: 0x41...0x5A) }) == nil)
    #expect(text.firstPlace(of: UInt8(ascii: "|"), in: 0..<last) == nil)
    #expect(text.firstPlace(of: UInt8(ascii: "|"), in: 3..<last + 1) == last)
    #expect(text.firstPlace(of: UInt8(ascii: "a"), in: 5..<last) == 5)
    #expect(text.firstPlace(of: UInt8(ascii: "a"), in: 4..<4) == nil)
    #expect([UInt8]().firstPlace(of: 0, in: 0..<0) == nil)
    #expect([UInt8]().firstPlace(in: 0..<0, marks: \.marksBeyondASCII) == nil)
  }
}
