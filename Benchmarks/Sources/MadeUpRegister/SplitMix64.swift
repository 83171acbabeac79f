/// The splitmix64 generator: the same seed gives the same register on every machine.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// A generator that starts from a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// A generator for one part of a register, so that parts can be made in any order.
  init(seed: UInt64, stream: Int) {
    var parent = SplitMix64(seed: seed &+ UInt64(stream) &* 0xD134_2543_DE82_EF95)
    state = parent.next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of `range`; the bias of the remainder is far below what a bench could see.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// One of `choices`, which must not be empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[number(in: 0...choices.count - 1)]
  }

  /// `count` different elements of `choices`, in their order.
  mutating func pick<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
    var left = count
    var chosen: [Choice] = []
    for (index, choice) in choices.enumerated() where left > 0 {
      if number(in: 1...choices.count - index) <= left {
        chosen.append(choice)
        left -= 1
      }
    }
    return chosen
  }
}
