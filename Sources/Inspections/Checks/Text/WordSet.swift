/// Words and names without regard to capitals, looked up by hash so that no string is made from the
/// text.
///
/// A table of four times as many places as words or more, probed one place after another; a `Set`
/// would hash each hash again. Two words of one hash would be taken for each other; with 64 bits that
/// is no risk worth a comparison.
struct WordSet: Sendable {
  /// Hashes at their places; 0 is an empty place.
  private let places: [UInt64]

  /// Keeps the words of a text, which blanks and line endings part.
  init(_ words: String) {
    self.init(hashes: words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Self.hash($0) })
  }

  /// Keeps what has these hashes, such as names of several words.
  init(hashes: [UInt64]) {
    var count = 16
    while count < 4 * hashes.count { count *= 2 }
    var places = [UInt64](repeating: 0, count: count)
    for hash in hashes {
      var place = Int(truncatingIfNeeded: hash) & (count - 1)
      while places[place] != 0, places[place] != hash { place = (place + 1) & (count - 1) }
      places[place] = hash
    }
    self.places = places
  }

  func contains(_ hash: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      if places[place] == hash { return true }
      place = (place + 1) & (places.count - 1)
    }
    return false
  }

  /// FNV-1a over the bytes, ASCII capitals lowered, with the high half folded into the low bits.
  ///
  /// Source: Fowler, Noll and Vo, the 64-bit FNV-1a hash.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
    }
    return hash ^ (hash >> 32)
  }
}
