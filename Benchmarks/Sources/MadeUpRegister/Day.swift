/// A day of the Gregorian calendar, counted from 1 January 1970.
struct Day: Comparable {
  /// Days since 1 January 1970.
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month from 1 and day from 1.
  var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400
    return (
      month < 10 ? year : year + 1, month < 10 ? month + 3 : month - 9,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// The day as ISO 8601, like `2009-02-15`.
  var text: String {
    monthText + "-" + Self.twoDigits(civil.day)
  }

  /// The month as ISO 8601, like `2009-02`.
  var monthText: String {
    "\(civil.year)-" + Self.twoDigits(civil.month)
  }

  /// The same day some months later, or that month's 28th where it may not have such a day.
  func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let count = year * 12 + month - 1 + months
    return Day(year: count / 12, month: count % 12 + 1, day: min(day, 28))
  }

  static func + (day: Day, days: Int) -> Day {
    Day(number: day.number + days)
  }

  static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }
}
