public import Inspections

/// Dates in English, as the pages write them.
public enum DateWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  /// What dates of each month begin with, like `15 February `, so that a date is put together in one step.
  private static let starts = months.map { month in (1...31).map { "\($0) \(month) " } }
  /// The years in which nearly all dates lie, and the first of them.
  private static let (firstYear, years) = (1900, (1900...2099).map { String($0) })

  /// The name of a month, counted from 1.
  static func month(_ number: Int) -> String { months[number - 1] }

  /// A date at its precision: `2008`, `February 2008`, `the week of 12 January 2009`, `15 February 2008`.
  public static func words(_ date: PartialDate) -> String {
    if date.isShifted { return words(date.latest) }
    let first = date.earliest.components
    switch date.precision {
    case .year: return year(first.year)
    case .month: return months[first.month - 1] + " " + year(first.year)
    case .week: return "the week of " + words(date.earliest)
    case .day: return words(date.earliest)
    }
  }

  /// A day: `15 February 2008`.
  public static func words(_ day: Day) -> String {
    let date = day.components
    return starts[date.month - 1][date.day - 1] + year(date.year)
  }

  /// The same behind a word: `by 15 February 2008`.
  private static func words(_ day: Day, behind lead: String) -> String {
    let date = day.components
    var words = lead
    words.reserveCapacity(lead.utf8.count + longest)
    words += starts[date.month - 1][date.day - 1]
    words += year(date.year)
    return words
  }

  /// The bytes of the longest day.
  private static let longest = "15 September 2008".utf8.count

  private static func year(_ number: Int) -> String {
    let place = number - firstYear
    return years.indices.contains(place) ? years[place] : String(number)
  }

  /// An interval with what both ends share said once: `1–2 February 2010`, `June and July 2007`,
  /// `8 September to 1 December 2008`.
  public static func words(_ interval: DateInterval) -> String {
    let start = interval.start
    let end = interval.end
    guard start != end else { return words(start) }
    let first = start.earliest.components
    let last = end.earliest.components
    switch (start.precision, end.precision) {
    case (.day, .day) where first.year == last.year && first.month == last.month:
      return "\(first.day)–\(last.day) \(months[last.month - 1]) \(last.year)"
    case (.day, .day) where first.year == last.year:
      return "\(first.day) \(months[first.month - 1]) to \(words(end))"
    case (.month, .month) where first.year == last.year:
      let joint = last.month == first.month + 1 ? "and" : "to"
      return "\(months[first.month - 1]) \(joint) \(words(end))"
    default:
      return "\(words(start)) to \(words(end))"
    }
  }

  /// Behind what was done then, as a label: `published 10 February 2010`, `published in the week of 12 January 2009`.
  static func label(_ done: String, _ time: DateInterval) -> String {
    let isWeek = time.start.precision == .week && !time.start.isShifted
    return done + (isWeek ? " in " : " ") + words(time)
  }

  /// The same for a date.
  static func label(_ done: String, _ date: PartialDate) -> String {
    label(done, DateInterval(date))
  }

  /// The last day a date may mean, said as a limit: `by 15 February 2008`, `by the end of June 2009`.
  public static func limit(_ date: PartialDate) -> String {
    if date.precision == .day || date.isShifted { return words(date.latest, behind: "by ") }
    return "by the end of " + words(date)
  }

  /// The same where it begins a line: `By 15 February 2008`.
  static func limitAsStart(_ date: PartialDate) -> String {
    if date.precision == .day || date.isShifted { return words(date.latest, behind: "By ") }
    return "By the end of " + words(date)
  }
}
