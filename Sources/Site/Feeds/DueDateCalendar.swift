import Diagnostics
import Inspections

/// A calendar of the days by which recommendations are due and reports are to be answered: an event
/// for each report and date.
///
/// An event stands on the last day that its date may mean, for only then has it passed in every
/// reading. Its `PRIORITY` is the place of the most urgent priority of its recommendations in their
/// framework's order; the standard has nine. Source: RFC 5545.
struct DueDateCalendar: Sendable {
  /// What it is the calendar of, as calendar programs name it.
  let title: String
  /// The reports whose due dates it has.
  let reports: [Report]
  let site: SiteContext

  private var register: Register { site.register }

  /// The calendar of an area's page.
  static func path(following page: String) -> String { "\(page)due-dates.ics" }

  /// Whether `reports` get a calendar of their own: it would have an event.
  static func isMade(for reports: [Report], in site: SiteContext) -> Bool {
    site.publishes(.feeds)
      && reports.contains { report in
        answerDue(to: report, in: site.register) != nil
          || site.histories[report].contains { dueDate(of: $0) != nil }
      }
  }

  /// When something is due; nil where nobody waits for it, for its report was withdrawn.
  private static func dueDate(of history: RecommendationHistory) -> PartialDate? {
    history.report.stands ? history.due?.date : nil
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
    if let due = answerDue(to: report, in: register) {
      calendar.event(answerEvent(due, to: report), in: site)
    }
    var groups: [PartialDate: [RecommendationHistory]] = [:]
    for history in site.histories[report] {
      if let due = Self.dueDate(of: history) { groups[due, default: []].append(history) }
    }
    let sorted = groups.sorted {
      ($0.key.latest, $0.key.description) < ($1.key.latest, $1.key.description)
    }
    for (date, histories) in sorted {
      calendar.event(event(histories, due: date, of: report), in: site)
    }
  }

  private func event(
    _ histories: [RecommendationHistory], due date: PartialDate, of report: Report
  ) -> CalendarEvent {
    let framework = register.framework(of: report)
    let term = framework?.recommendationTerm ?? .recommendation
    let numbers = histories.map { $0.recommendation.number.value.description }
    let words = histories.map { history in
      let recommendation = history.recommendation
      let details = AskedWords.details(of: recommendation, in: report, of: register)
      let status = StatusWords.line(history, in: register)
      return "\(recommendation.number.value.marker) \(recommendation.text.value.plain) "
        + "(\((details + [status]).joined(separator: "; ")))"
    }
    let order = framework?.priorities ?? []
    let places = order.indices.filter { place in
      histories.contains { $0.recommendation.priority?.value == order[place].id.value }
    }
    var bodies: [String] = []
    for body in histories.flatMap(\.recommendation.to) {
      let name = RecommendationWords.name(of: body.value, in: register)
      if !bodies.contains(name) { bodies.append(name) }
    }
    return CalendarEvent(
      name: "due", date: date, report: report,
      summary: "Due \(DateWords.limit(date)): \(numbers.count == 1 ? term.one : term.many) "
        + "\(NumberWords.list(numbers)), \(report.title.value.plain)",
      description: words.joined(separator: "\n"),
      categories: places.map { order[$0].title } + bodies,
      priority: places.first.map { min($0 + 1, 9) })
  }

  /// By when a report is to be answered, and what answers are held.
  private func answerEvent(_ due: AnswerDue, to report: Report) -> CalendarEvent {
    let answers = register.answers(to: report)
    let held = answers.map { response in
      let when = response.published.known().map { ", \(DateWords.words($0))" } ?? ""
      return "\(response.title.value.plain)\(when)"
    }
    let bodies = AskedWords.addressees(of: report).map {
      RecommendationWords.name(of: $0, in: register)
    }
    return CalendarEvent(
      name: "answer-due", date: due.date, report: report,
      summary: "\(DueWords.answer(due, on: site.now.day)): \(report.title.value.plain)",
      description: "Worked out: \(DueWords.workedOut(due)).\n"
        + (held.isEmpty
          ? "No answer is held." : "Answers held: \(held.joined(separator: "; "))."),
      categories: bodies, priority: nil)
  }
}

/// An event of the calendar, on the last day that its date may mean.
struct CalendarEvent: Sendable {
  /// What tells it from others of its report and date.
  let name: String
  let date: PartialDate
  let report: Report
  let summary: String
  let description: String
  let categories: [String]
  /// From 1, the most urgent, to 9; nil where nothing says how urgent it is.
  let priority: Int?
}

extension CalendarBuffer {
  /// Appends an event.
  fileprivate mutating func event(_ event: CalendarEvent, in site: SiteContext) {
    let date = event.date
    let stamp = (event.report.published.known()?.earliest ?? date.earliest).compact
    line("BEGIN", "VEVENT")
    line("UID", "\(event.name)-\(date)-\(event.report.id)@\(site.addresses.host)")
    line("DTSTAMP", "\(stamp)T000000Z")
    line("DTSTART;VALUE=DATE", date.latest.compact)
    line("DTEND;VALUE=DATE", date.latest.adding(days: 1).compact)
    text("SUMMARY", event.summary)
    text("DESCRIPTION", event.description)
    if !event.categories.isEmpty { texts("CATEGORIES", event.categories) }
    if let priority = event.priority { line("PRIORITY", "\(priority)") }
    line("URL", site.addresses.absolute(Addresses.path(of: .report(event.report.id, anchor: nil))))
    line("TRANSP", "TRANSPARENT")
    line("END", "VEVENT")
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
