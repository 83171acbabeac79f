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

  /// Reads `2026-12-01T09:30Z`, `2026-12-01T10:30:00+01:00`; nil for anything else, and for a time without
  /// its zone.
  ///
  /// Source: RFC 3339, section 5.6, of which seconds may be left out here.
  public init?(_ text: String) {
    guard let stroke = text.firstIndex(of: "T"), let date = PartialDate(String(text[..<stroke])),
      date.precision == .day
    else { return nil }
    let rest = text[text.index(after: stroke)...]
    guard let zone = rest.firstIndex(where: { "Z+-".contains($0) }),
      let time = Self.seconds(rest[..<zone]), let offset = Self.offset(rest[zone...])
    else { return nil }
    self.init(secondsSince1970: date.earliest.number * 86_400 + time - offset)
  }

  /// Seconds since midnight of `09:30` or `09:30:00`.
  private static func seconds(_ time: Substring) -> Int? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], hour < 24, let minute = parts[1],
      minute < 60, let second = parts.count == 3 ? parts[2] : 0, second < 60
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// How far a zone is ahead of UTC, in seconds: `Z`, `+01:00`.
  private static func offset(_ zone: Substring) -> Int? {
    guard zone != "Z" else { return 0 }
    guard zone.utf8.count == 6, let seconds = seconds(zone.dropFirst()) else { return nil }
    return zone.first == "-" ? -seconds : seconds
  }

  /// A number of two digits.
  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.count == 2 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? Int(digits) : nil
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
