/// Words in lower case, looked up by hash so that no string is made from the text.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  /// Keeps the words of a text, which blanks and line endings part.
  init(_ words: String) {
    hashes = Set(words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Self.hash($0) })
  }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// FNV-1a over the bytes, ASCII capitals lowered.
  ///
  /// Source: Fowler, Noll and Vo, the 64-bit FNV-1a hash.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}
