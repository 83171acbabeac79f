/// A length of calendar time as rules and timescales give it, like `3 weeks`.
public struct Duration: Sendable, Hashable {
  /// What it is counted in.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case day, week, month, year
  }

  /// How many of the unit.
  public let count: Int
  /// What it is counted in.
  public let unit: Unit

  /// A length of time.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `21 days`, `1 week`, `3 months`; nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let count = Self.count(words[0]), count >= 0,
      let unit = Unit(rawValue: String(words[1].last == "s" ? words[1].dropLast() : words[1]))
    else { return nil }
    self.init(count, unit)
  }

  /// The days of a duration in days or weeks; 0 for months and years.
  var days: Int {
    switch unit {
    case .day: count
    case .week: 7 * count
    case .month, .year: 0
    }
  }

  /// The months of a duration in months or years; 0 for days and weeks.
  var months: Int {
    switch unit {
    case .day, .week: 0
    case .month: count
    case .year: 12 * count
    }
  }

  func shift(_ day: Day) -> Day { day.adding(months: months).adding(days: days) }

  private static func count(_ word: Substring) -> Int? {
    Int(word) ?? numberWords.firstIndex(of: String(word)).map { $0 + 1 }
  }

  private static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
}

extension Duration: CustomStringConvertible {
  /// English, like `3 months`.
  public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}

/// By when a recommendation asks for action.
public enum Due: Sendable, Hashable {
  /// At once: due when the report is published.
  case immediately
  /// Within a time from the report's publication.
  case within(Duration)
  /// By a stated date.
  case by(PartialDate)

  /// Reads `immediately`, `within 3 months` or a date; nil for anything else.
  public init?(_ text: String) {
    if text == "immediately" {
      self = .immediately
    } else if text.hasPrefix("within "), let duration = Duration(String(text.dropFirst(7))) {
      self = .within(duration)
    } else if let date = PartialDate(text) {
      self = .by(date)
    } else {
      return nil
    }
  }
}

extension Due: CustomStringConvertible {
  /// As it is written in front matter: `immediately`, `within 3 months` or a date.
  public var description: String {
    switch self {
    case .immediately: "immediately"
    case .within(let duration): "within \(duration)"
    case .by(let date): "\(date)"
    }
  }
}
