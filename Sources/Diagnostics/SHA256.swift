import CSHA256

/// The SHA-256 digest of some bytes.
///
/// Ours, for the names and integrity values of assets and the list of what a site publishes need this one
/// function, and the library that has it for all systems would double the time of a build;
/// `scripts/check-links` holds every digest of a finished site against another implementation.
///
/// ```swift
/// SHA256(of: "abc").hexadecimal(first: 8)   // "ba7816bf"
/// ```
/// Source: FIPS 180-4, Secure Hash Standard, sections 4.1.2, 5.1.1 and 6.2.
public struct SHA256: Sendable, Hashable {
  // The digest in four parts, the first bytes highest. Not the vector that it is computed in: that must lie
  // at multiples of 32 bytes, to which the frames of asynchronous functions do not keep.
  private let first, second, third, fourth: UInt64

  /// Computes the digest.
  ///
  /// Complexity: O(n).
  public init(of message: [UInt8]) {
    self.init(of: message, asksProcessor: true)
  }

  /// Computes the digest of a part of some bytes.
  ///
  /// Complexity: O(n).
  public init(of message: ArraySlice<UInt8>) {
    self = unsafe message.withUnsafeBytes { message in
      unsafe SHA256(message, in: Work(asksProcessor: true))
    }
  }

  /// Computes the digest of a text's UTF-8 where it lies.
  ///
  /// Complexity: O(n).
  public init(of text: String) {
    var text = text
    let digest = text.withUTF8 { text in
      unsafe SHA256(UnsafeRawBufferPointer(text), in: Work(asksProcessor: true))
    }
    self = digest
  }

  /// Computes it with the processor's own instructions, if it has them, or without.
  init(of message: [UInt8], asksProcessor: Bool) {
    self = unsafe message.withUnsafeBytes { message in
      unsafe SHA256(message, in: Work(asksProcessor: asksProcessor))
    }
  }

  /// Works all of a message into what has taken none yet.
  private init(_ message: UnsafeRawBufferPointer, in work: consuming Work) {
    let whole = message.count / 64 * 64
    unsafe work.absorb(message, through: whole)
    self = unsafe work.digest(
      closing: UnsafeRawBufferPointer(rebasing: message[whole...]), of: message.count)
  }

  /// Sums bytes that come in pieces.
  public struct Sum: Sendable {
    private var work: Work
    /// What fills no block yet.
    private var rest: [UInt8] = []
    /// How many bytes there were so far.
    public private(set) var count = 0

    /// Nothing so far.
    public init() {
      self.init(asksProcessor: true)
    }

    fileprivate init(asksProcessor: Bool) {
      work = Work(asksProcessor: asksProcessor)
    }

    /// Takes the next bytes.
    ///
    /// Complexity: O(n).
    public mutating func add(_ piece: [UInt8]) {
      count += piece.count
      let bytes = rest.isEmpty ? piece : rest + piece
      let whole = bytes.count / 64 * 64
      unsafe bytes.withUnsafeBytes { unsafe work.absorb($0, through: whole) }
      rest = Array(bytes[whole...])
    }

    /// The digest of all of them.
    public var digest: SHA256 {
      unsafe rest.withUnsafeBytes { unsafe work.digest(closing: $0, of: count) }
    }
  }

  private init(words: SIMD8<UInt32>) {
    func part(_ place: Int) -> UInt64 { UInt64(words[place]) << 32 | UInt64(words[place + 1]) }
    (first, second, third, fourth) = (part(0), part(2), part(4), part(6))
  }

  /// Reads a digest of 64 hexadecimal digits; nil where a text is none.
  public init?(hexadecimal text: String) {
    guard text.utf8.count == 64 else { return nil }
    var parts: [UInt64] = [0, 0, 0, 0]
    var place = 0
    for digit in text.utf8 {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      parts[place / 16] = parts[place / 16] << 4 | UInt64(value)
      place += 1
    }
    (first, second, third, fourth) = (parts[0], parts[1], parts[2], parts[3])
  }

  /// The 32 bytes of the digest.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for part in [first, second, third, fourth] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: part >> UInt64(shift)))
      }
    }
    return bytes
  }

  /// The digest in hexadecimal digits.
  public var hexadecimal: String { hexadecimal(first: 64) }

  /// The first of its hexadecimal digits, of which there are 64.
  public func hexadecimal(first count: Int) -> String {
    unsafe String(unsafeUninitializedCapacity: count) { text in
      for place in 0..<count { unsafe text[place] = digit(at: place) }
      return count
    }
  }

  /// Appends the first of its hexadecimal digits to some bytes.
  public func appendHexadecimal(first count: Int, to bytes: inout [UInt8]) {
    for place in 0..<count { bytes.append(digit(at: place)) }
  }

  /// One of its hexadecimal digits.
  private func digit(at place: Int) -> UInt8 {
    let part = place < 32 ? place < 16 ? first : second : place < 48 ? third : fourth
    let digit = UInt8(truncatingIfNeeded: part >> UInt64(60 - place % 16 * 4) & 15)
    return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

  /// What is carried from one block of 64 bytes to the next.
  fileprivate struct Work: Sendable {
    private var state = SHA256.start
    private let asksProcessor: Bool

    init(asksProcessor: Bool) {
      self.asksProcessor = asksProcessor
    }

    /// Works the blocks before a place into the state, by the processor's own instructions where it has them,
    /// else with one schedule and without a check of bounds for each of the 200 words that a block reads:
    /// every byte of a site goes through here.
    mutating func absorb(_ bytes: UnsafeRawBufferPointer, through end: Int) {
      unsafe SHA256.constants.withUnsafeBufferPointer { constants in
        guard unsafe !absorbAtOnce(bytes, blocks: end / 64, constants) else { return }
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          for start in stride(from: 0, to: end, by: 64) {
            unsafe Self.fill(schedule, from: bytes, at: start)
            unsafe state &+= turned(by: schedule, constants)
          }
        }
      }
    }

    /// The digest of a message of `count` bytes, of which only the `rest` has not been worked in.
    consuming func digest(closing rest: UnsafeRawBufferPointer, of count: Int) -> SHA256 {
      // What is left, the mark and the length take one block, or two.
      let room = rest.count < 56 ? 64 : 128
      unsafe withUnsafeTemporaryAllocation(byteCount: room, alignment: 8) { end in
        unsafe end.initializeMemory(as: UInt8.self, repeating: 0)
        unsafe end.copyMemory(from: rest)
        unsafe end[rest.count] = 0x80
        unsafe end.storeBytes(
          of: UInt64(count * 8).bigEndian, toByteOffset: room - 8, as: UInt64.self)
        unsafe absorb(UnsafeRawBufferPointer(end), through: room)
      }
      return SHA256(words: state)
    }

    /// Whether the processor did it itself.
    private mutating func absorbAtOnce(
      _ bytes: UnsafeRawBufferPointer, blocks: Int, _ constants: UnsafeBufferPointer<UInt32>
    ) -> Bool {
      guard asksProcessor, let first = bytes.baseAddress else { return false }
      return unsafe withUnsafeMutablePointer(to: &state) { state in
        unsafe state.withMemoryRebound(to: UInt32.self, capacity: 8) { words in
          unsafe sha256_absorb(
            words, first.assumingMemoryBound(to: UInt8.self), blocks, constants.baseAddress) == 1
        }
      }
    }

    @inline(__always)
    private static func fill(
      _ schedule: UnsafeMutableBufferPointer<UInt32>, from bytes: UnsafeRawBufferPointer,
      at start: Int
    ) {
      for step in 0..<16 {
        unsafe schedule[step] = UInt32(
          bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ 4 &* step, as: UInt32.self))
      }
      for step in 16..<64 {
        let two = unsafe schedule[step &- 2]
        let fifteen = unsafe schedule[step &- 15]
        let low = fifteen.turned(7) ^ fifteen.turned(18) ^ fifteen &>> 3
        let high = two.turned(17) ^ two.turned(19) ^ two &>> 10
        unsafe schedule[step] = schedule[step &- 16] &+ low &+ schedule[step &- 7] &+ high
      }
    }

    @inline(__always)
    private func turned(
      by schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) -> SIMD8<UInt32> {
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for step in 0..<64 {
        let high = e.turned(6) ^ e.turned(11) ^ e.turned(25)
        let choice = g ^ e & (f ^ g)
        let first = unsafe h &+ high &+ choice &+ constants[step] &+ schedule[step]
        let low = a.turned(2) ^ a.turned(13) ^ a.turned(22)
        let majority = a & b | c & (a | b)
        (h, g, f, e) = (g, f, e, d &+ first)
        (d, c, b, a) = (c, b, a, first &+ low &+ majority)
      }
      return SIMD8(a, b, c, d, e, f, g, h)
    }
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
  private static let start = SIMD8(
    primes.prefix(8).map { Double($0).squareRoot().fractionBits })

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
  fileprivate func turned(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}

extension Double {
  /// The first 32 bits behind the point.
  fileprivate var fractionBits: UInt32 {
    UInt32((self - rounded(.down)) * 4_294_967_296)
  }
}
