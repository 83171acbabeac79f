/// An instant to the second, in UTC.
public struct Instant: Sendable, Hashable, Comparable {
  /// The day in UTC.
  public let day: Day
  /// Seconds since its midnight.
  public let second: Int

  /// A time of day in UTC.
  public init(day: Day, second: Int = 0) {
    self.day = day
    self.second = second
  }

  /// The instant some seconds after 1970-01-01T00:00:00Z.
  public init(secondsSince1970 seconds: Int) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    self.init(day: Day(number: days), second: seconds - days * 86_400)
  }

  /// Reads `2026-12-01T09:30:00Z`; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 20, text.hasSuffix("Z"),
      let date = PartialDate(String(text.prefix(10))),
      date.precision == .day
    else { return nil }
    let time = text.dropFirst(10).dropLast()
    let parts = time.dropFirst().split(separator: ":").map { Int($0) }
    guard time.first == "T", parts.count == 3, let hour = parts[0], let minute = parts[1],
      let second = parts[2], (0..<24).contains(hour), (0..<60).contains(minute),
      (0..<60).contains(second)
    else { return nil }
    self.init(day: date.earliest, second: hour * 3600 + minute * 60 + second)
  }

  /// An earlier instant is less.
  public static func < (left: Instant, right: Instant) -> Bool {
    (left.day.number, left.second) < (right.day.number, right.second)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC.
  public var description: String {
    "\(day)T\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2)):"
      + "\(padded(second % 60, to: 2))Z"
  }
}
