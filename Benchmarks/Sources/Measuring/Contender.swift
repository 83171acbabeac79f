/// Something to measure; it returns a number made from its result, so that no work is left out.
public struct Contender {
  /// What tables call it.
  public let name: String
  let work: () throws -> Int

  /// Names a piece of work.
  public init(_ name: String, work: @escaping () throws -> Int) {
    self.name = name
    self.work = work
  }
}

/// The times of contenders that took turns, so that a slow moment of the machine met all of them.
public struct Measurement {
  /// The contenders' names.
  public let names: [String]
  /// Seconds for one piece of work, by contender and then by round.
  public let seconds: [[Double]]

  /// Measures `contenders` in `rounds` rounds of about `slice` each.
  ///
  /// Each contender first runs for one slice, which warms it up and tells how often its work fits
  /// into one.
  public init(
    of contenders: [Contender], rounds: Int = 41, slice: Duration = .milliseconds(10)
  ) throws {
    names = contenders.map(\.name)
    let repeats = try contenders.map { try Self.repeats(of: $0, in: slice) }
    var seconds = contenders.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, contender) in contenders.enumerated() {
        let time = try Self.time(of: contender, repeats: repeats[index])
        seconds[index].append(time.inSeconds / Double(repeats[index]))
      }
    }
    self.seconds = seconds
  }

  /// The middle of a contender's times in seconds.
  public func median(of index: Int) -> Double {
    Self.median(seconds[index])
  }

  /// How many times as long `index` takes as `base`: the middle of the rounds' ratios.
  public func ratio(of index: Int, to base: Int) -> Double {
    Self.median(zip(seconds[index], seconds[base]).map { $0 / $1 })
  }

  private static func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }

  private static func repeats(of contender: Contender, in slice: Duration) throws -> Int {
    var count = 0
    var spent = Duration.zero
    while spent < slice {
      spent += try time(of: contender, repeats: 1)
      count += 1
    }
    return count
  }

  private static func time(of contender: Contender, repeats: Int) throws -> Duration {
    var sum = 0
    let time = try ContinuousClock().measure {
      for _ in 0..<repeats {
        sum &+= try contender.work()
      }
    }
    precondition(sum != 0, "the work of '\(contender.name)' has a result")
    return time
  }
}

extension Duration {
  /// The duration as seconds.
  public var inSeconds: Double {
    self / .seconds(1)
  }
}
