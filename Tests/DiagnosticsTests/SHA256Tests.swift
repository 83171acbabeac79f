import Testing

@testable import Diagnostics

/// That digests are those of the standard, whether the processor computes them by itself or not.
struct SHA256Tests {
  /// Source: FIPS 180-4's examples, as published by NIST for SHA-256.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `digests are those of the standard`(message: String, digest: String) {
    for asksProcessor in [true, false] {
      let found = SHA256(of: Array(message.utf8), asksProcessor: asksProcessor)
      #expect(found.hexadecimal == digest)
    }
  }

  @Test(arguments: [true, false])
  func `a million letters are digested as the standard has it`(asksProcessor: Bool) {
    let letters = Array(repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256(of: letters, asksProcessor: asksProcessor).hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `a text is digested as its bytes are, wherever it lies`() {
    for length in 0..<130 {
      let text =
        String(repeating: "é", count: length / 2) + String(repeating: "a", count: length % 2)
      #expect(SHA256(of: text) == SHA256(of: Array(text.utf8)))
      #expect(SHA256(of: "«\(text)»".dropFirst().description) == SHA256(of: Array("\(text)»".utf8)))
    }
  }

  @Test func `the first digits of a digest are those that it begins with`() {
    let digest = SHA256(of: "abc")
    for count in 0...64 {
      #expect(digest.hexadecimal(first: count) == digest.hexadecimal.prefix(count))
    }
    #expect(SHA256(hexadecimal: digest.hexadecimal) == digest)
  }

  @Test func `a digest can stand in the frame of an asynchronous function`() {
    // The runtime gives frames at multiples of 16 bytes; what needs more there overwrites its neighbour.
    #expect(MemoryLayout<SHA256>.alignment <= 16)
  }

  @Test func `pieces are summed as the whole, wherever it is cut`() {
    let message = (0..<200).map { UInt8($0) }
    for first in 0...message.count {
      for second in [first, (first + 200) / 2] {
        var sum = SHA256.Sum()
        for piece in [0..<first, first..<second, second..<200] { sum.add(Array(message[piece])) }
        #expect(sum.digest == SHA256(of: message) && sum.count == 200)
      }
    }
  }

  @Test(arguments: [true, false])
  func `messages of every length around a block are padded`(asksProcessor: Bool) {
    // The digest of the digests of 0, 1, … 129 bytes "a", made with another implementation.
    let digests = (0..<130).map { length in
      let letters = Array(repeating: UInt8(ascii: "a"), count: length)
      return SHA256(of: letters, asksProcessor: asksProcessor).hexadecimal
    }
    #expect(
      SHA256(of: Array(digests.joined().utf8)).hexadecimal
        == "c665ed20ef30f158e90c7e921d8182bc0943c4b087a82f64a18d417bcdfadce7")
  }
}
