import Diagnostics
import Inspections

/// A calendar of the days by which recommendations are due: an event for each report and date.
///
/// An event stands on the last day that its date may mean, for only then has it passed in every
/// reading. Source: RFC 5545.
struct DueDateCalendar: Sendable {
  /// What it is the calendar of, as calendar programs name it.
  let title: String
  /// The reports whose due dates it has.
  let reports: [Report]
  let site: SiteContext

  /// The calendar of an area's page.
  static func path(following page: String) -> String { "\(page)due-dates.ics" }

  /// Whether `reports` get a calendar of their own: something in them may have a due date.
  static func isMade(for reports: [Report], in site: SiteContext) -> Bool {
    site.publishes(.feeds) && reports.contains(where: \.asks)
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    var calendar = CalendarBuffer()
    calendar.line("BEGIN", "VCALENDAR")
    calendar.line("VERSION", "2.0")
    calendar.line("PRODID", "-//findings//due dates//EN")
    calendar.text("NAME", "Due dates – \(title)")
    calendar.text("X-WR-CALNAME", "Due dates – \(title)")
    for report in reports { write(report, to: &calendar) }
    calendar.line("END", "VCALENDAR")
    return calendar.bytes
  }

  private func write(_ report: Report, to calendar: inout CalendarBuffer) {
    var groups: [PartialDate: [RecommendationHistory]] = [:]
    for history in histories(of: report, register: site.register, on: site.now.day) {
      if let due = history.due { groups[due.date, default: []].append(history) }
    }
    let sorted = groups.sorted {
      ($0.key.latest, $0.key.description) < ($1.key.latest, $1.key.description)
    }
    for (date, histories) in sorted { write(histories, due: date, of: report, to: &calendar) }
  }

  private func write(
    _ histories: [RecommendationHistory], due date: PartialDate, of report: Report,
    to calendar: inout CalendarBuffer
  ) {
    let term = site.register.framework(of: report)?.recommendationTerm ?? .recommendation
    let numbers = histories.map { $0.recommendation.number.value.description }
    let stamp = (report.published.known()?.earliest ?? date.earliest).compact
    let title = report.title.value.plain
    calendar.line("BEGIN", "VEVENT")
    calendar.line("UID", "due-\(date)-\(report.id)@\(site.addresses.host)")
    calendar.line("DTSTAMP", "\(stamp)T000000Z")
    calendar.line("DTSTART;VALUE=DATE", date.latest.compact)
    calendar.line("DTEND;VALUE=DATE", date.latest.adding(days: 1).compact)
    calendar.text(
      "SUMMARY",
      "Due \(DateWords.limit(date)): \(numbers.count == 1 ? term.one : term.many) "
        + "\(NumberWords.list(numbers)), \(title)")
    calendar.text(
      "DESCRIPTION",
      histories.map {
        "\($0.recommendation.number.value.marker) \($0.recommendation.text.value.plain) "
          + "(\(site.today): \(StatusWords.line($0, in: site.register)))"
      }.joined(separator: "\n"))
    calendar.line(
      "URL", site.addresses.absolute(Addresses.path(of: .report(report.id, anchor: nil))))
    calendar.line("TRANSP", "TRANSPARENT")
    calendar.line("END", "VEVENT")
  }
}

extension Day {
  /// The day as iCalendar writes it: `20080215`.
  fileprivate var compact: String { description.filter { $0 != "-" } }
}

extension Addresses {
  /// The name of the host, without a port.
  var host: String {
    let rest = baseURL.drop { $0 != "/" }.drop { $0 == "/" }
    return String(rest.prefix { $0 != "/" && $0 != ":" })
  }
}
