/// The SHA-256 digest of some bytes.
///
/// Ours, for the names and integrity values of assets need this one function, and the library that
/// has it for all systems would double the time of a build; `scripts/check-links` holds every digest
/// of a finished site against another implementation.
/// Source: FIPS 180-4, Secure Hash Standard, sections 4.1.2, 5.1.1 and 6.2.
struct SHA256 {
  /// The 32 bytes of the digest.
  let bytes: [UInt8]

  /// Computes the digest.
  ///
  /// Complexity: O(n).
  init(of message: [UInt8]) {
    var padded = message + [0x80]
    padded.append(contentsOf: repeatElement(0, count: (120 - padded.count % 64) % 64))
    padded.append(contentsOf: UInt64(message.count * 8).bigEndianBytes)
    var state = Self.start
    for start in stride(from: 0, to: padded.count, by: 64) {
      Self.absorb(padded[start..<start + 64], into: &state)
    }
    bytes = state.flatMap(\.bigEndianBytes)
  }

  /// The digest in hexadecimal digits.
  var hexadecimal: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Works one block of 64 bytes into the state.
  private static func absorb(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var schedule = stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
      block[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for step in 16..<64 {
      let two = schedule[step - 2]
      let fifteen = schedule[step - 15]
      let low = fifteen.turned(7) ^ fifteen.turned(18) ^ fifteen >> 3
      let high = two.turned(17) ^ two.turned(19) ^ two >> 10
      schedule.append(schedule[step - 16] &+ low &+ schedule[step - 7] &+ high)
    }
    var word = state
    for step in 0..<64 {
      let high = word[4].turned(6) ^ word[4].turned(11) ^ word[4].turned(25)
      let choice = word[4] & word[5] ^ ~word[4] & word[6]
      let first = word[7] &+ high &+ choice &+ constants[step] &+ schedule[step]
      let low = word[0].turned(2) ^ word[0].turned(13) ^ word[0].turned(22)
      let majority = word[0] & word[1] ^ word[0] & word[2] ^ word[1] & word[2]
      word = [
        first &+ low &+ majority, word[0], word[1], word[2], word[3] &+ first, word[4], word[5],
        word[6],
      ]
    }
    for index in state.indices { state[index] &+= word[index] }
  }

  /// The first 64 prime numbers.
  private static let primes: [Int] = {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < 64 {
      if !primes.contains(where: { candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()

  /// The first 32 bits of the fractions of the square roots of the first eight primes.
  private static let start = primes.prefix(8).map { prime in
    Double(prime).squareRoot().fractionBits
  }

  /// The first 32 bits of the fractions of the cube roots of the primes.
  private static let constants = primes.map { prime in cubeRoot(of: prime).fractionBits }

  /// The cube root to the last bit but one or two, which is far more than 32 bits of its fraction need.
  private static func cubeRoot(of number: Int) -> Double {
    let number = Double(number)
    var root = number.squareRoot()
    for _ in 0..<32 { root = (2 * root + number / (root * root)) / 3 }
    return root
  }
}

extension UInt32 {
  /// The bits turned round to the right.
  fileprivate func turned(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}

extension Double {
  /// The first 32 bits behind the point.
  fileprivate var fractionBits: UInt32 {
    UInt32((self - rounded(.down)) * 4_294_967_296)
  }
}

extension FixedWidthInteger {
  fileprivate var bigEndianBytes: [UInt8] {
    stride(from: bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
  }
}
