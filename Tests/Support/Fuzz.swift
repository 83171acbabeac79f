import Foundation

/// Random numbers that are the same in every run.
///
/// Source: Sebastiano Vigna, SplitMix64.
public struct Seeded: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed.
  public init(state: UInt64) {
    self.state = state
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Inputs made at random, for a number of rounds or for a time.
///
/// A usual run has the same few rounds each time. `FINDINGS_FUZZ_SECONDS` asks for as many as there is time
/// for, from `FINDINGS_FUZZ_SEED` or a seed of its own, which is printed before the first.
public enum Fuzz {
  /// Runs `round` with a generator of its own, again and again.
  ///
  /// - Parameters:
  ///   - name: what is printed beside the seed.
  ///   - usual: how many rounds a usual run has.
  ///   - part: which of the parts this is that run beside each other, counted from 0; each has rounds
  ///     of its own.
  ///   - environment: where the time and the seed are looked up.
  ///   - round: makes an input and tries it.
  public static func rounds(
    _ name: String, usual: Int, part: Int = 0,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    _ round: (inout Seeded) async throws -> Void
  ) async rethrows {
    let seconds = environment["FINDINGS_FUZZ_SECONDS"].flatMap { Double($0) }
    let seed =
      environment["FINDINGS_FUZZ_SEED"].flatMap { UInt64($0) }
      ?? (seconds == nil ? 1 : UInt64.random(in: 0...UInt64(UInt32.max)))
    let end = seconds.map { ContinuousClock.now + .seconds($0) }
    if end != nil { print("fuzz \(name): FINDINGS_FUZZ_SEED=\(seed)") }
    // Parts that are asked for by time would meet rounds of one another if they began so near.
    let first = end == nil ? UInt64(part * usual) : UInt64(part) << 32
    var count = 0
    while end.map({ ContinuousClock.now < $0 }) ?? (count < usual) {
      var generator = Seeded(state: seed &+ first &+ UInt64(count))
      try await round(&generator)
      count += 1
    }
    if end != nil { print("fuzz \(name): \(count) rounds") }
  }

  /// A text put together from pieces, now and then with a byte that is none of them.
  public static func text(
    of pieces: [String], upTo count: Int, using generator: inout Seeded
  ) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...count, using: &generator) {
      if Int.random(in: 0..<40, using: &generator) == 0 {
        text.append(UInt8.random(in: 0...255, using: &generator))
      } else if let piece = pieces.randomElement(using: &generator) {
        text += piece.utf8
      }
    }
    return text
  }

  /// Bytes with a few changes: parts left out, doubled, moved, or replaced by pieces.
  public static func changed(
    _ bytes: [UInt8], with pieces: [String], using generator: inout Seeded
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<6, using: &generator) {
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0..<60, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1:
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(contentsOf: bytes[start..<end], at: place)
      case 2:
        let times = 1 << Int.random(in: 0..<10, using: &generator)
        let part = Fuzz.text(of: pieces, upTo: 2, using: &generator)
        bytes.insert(contentsOf: repeatElement(part, count: times).joined(), at: start)
      default:
        bytes.replaceSubrange(start..<end, with: text(of: pieces, upTo: 8, using: &generator))
      }
    }
    return bytes
  }
}
