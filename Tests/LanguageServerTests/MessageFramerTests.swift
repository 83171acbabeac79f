import Testing

@testable import LanguageServer

/// The bytes of a client, taken apart into messages.
struct MessageFramerTests {
  private static func pieces(_ bytes: [UInt8]) -> [MessageFramer.Piece] {
    var framer = MessageFramer()
    return framer.add(bytes)
  }

  private static func message(_ text: String) -> MessageFramer.Piece { .message(Array(text.utf8)) }

  @Test func `a message is what its head says, whatever comes with it`() {
    let text =
      "Content-Length: 2\r\n\r\n{}content-type: x; charset=utf-8\r\nCONTENT-LENGTH:4\r\n\r\n\"é\""
    #expect(Self.pieces(Array(text.utf8)) == [Self.message("{}"), Self.message("\"é\"")])
  }

  @Test func `it does not matter how the bytes arrive`() {
    let text = "Content-Length: 5\r\n\r\n[1,2]Content-Length: 0\r\n\r\nContent-Length: 2\n\n{}"
    let bytes = Array(text.utf8)
    let expected = [Self.message("[1,2]"), Self.message(""), Self.message("{}")]
    #expect(Self.pieces(bytes) == expected)
    for cut in 1..<bytes.count {
      var framer = MessageFramer()
      #expect(framer.add(bytes[..<cut]) + framer.add(bytes[cut...]) == expected, "\(cut)")
    }
    var framer = MessageFramer()
    #expect(bytes.flatMap { framer.add([$0]) } == expected)
  }

  @Test(arguments: [
    ("nonsense\r\n\r\n", "'nonsense' in a head"),
    ("Content-Length: -1\r\n\r\n", "a length of '-1'"),
    ("Content-Length: 99999999999999999999999\r\n\r\n", "a length of '99999999999999999999999'"),
    ("Content-Length: 3 4\r\n\r\n", "a length of '3 4'"),
    ("Content-Type: x\r\n\r\n", "a head without Content-Length"),
    ("\0\u{1}\r\n\r\n", "'\0\u{1}' in a head"),
  ])
  func `what is no head is told once, and the next message is read`(text: String, fault: String) {
    let bytes = Array((text + "Content-Length: 2\r\n\r\n{}").utf8)
    #expect(Self.pieces(bytes) == [.fault(fault), Self.message("{}")])
  }

  @Test func `a message that is too long is passed over`() {
    let length = (64 << 20) + 1
    var framer = MessageFramer()
    #expect(
      framer.add(Array("Content-Length: \(length)\r\n\r\n".utf8)) == [
        .fault("a message of more than 67108864 bytes")
      ])
    for _ in 0..<64 { #expect(framer.add([UInt8](repeating: 0x7B, count: 1 << 20)) == []) }
    #expect(framer.add(Array("{Content-Length: 2\r\n\r\n{}".utf8)) == [Self.message("{}")])
  }

  @Test func `a line without an end is dropped as it comes`() {
    var framer = MessageFramer()
    var told: [MessageFramer.Piece] = []
    for _ in 0..<100 { told += framer.add([UInt8](repeating: 0x41, count: 5_000)) }
    #expect(told == [.fault("a head of more than 4096 bytes")])
    #expect(
      framer.add(Array("\r\n\r\nContent-Length: 2\r\n\r\n{}".utf8)) == [Self.message("{}")])
  }

  @Test func `a message of which a part is missing waits`() {
    #expect(Self.pieces(Array("Content-Length: 3\r\n\r\n{}".utf8)) == [])
  }
}
