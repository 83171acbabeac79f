public import Diagnostics

/// Dates of what follows a report that lie before it, or that have not come.
public enum DateOrder {
  /// The check `date-order`.
  public static let check = Check(
    "date-order", .dates, .error,
    summary: "What follows a report comes after it, and what has happened does not lie ahead.",
    explanation: """
      A report is published, then it is answered, and what it asks for falls due. A due date, the \
      report's own or one that a body names in its answer, and the publication of an answer before that \
      of the report have a wrong date or name the wrong report. An answer, a correction and a \
      withdrawal are told to readers as things that have happened, so their dates do not lie in the \
      future. Dates that are known to the month or the year count where no reading of them fits.

      Example: an answer of 2014-12-05 to a report of 2024-10-07.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let events =
      report.changes.map { (date: $0.date, what: "a correction", key: "changes") }
      + (report.withdrawal.map { [($0.date, "the withdrawal", "withdrawal.date")] } ?? [])
    return events.compactMap { date, what, key in
      ahead(date, what, on: context, subject: .field(key))
    } + tooEarly(report)
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.responses.records.flatMap { response -> [Diagnostic] in
      let answer = response.published?.whereKnown()
      let future = answer.flatMap {
        ahead($0, "the answer", on: context, subject: .field("published"))
      }
      let report = context.register.reports[response.report.value]
      guard let asked = report?.published?.whereKnown() else {
        return [future].compactMap(\.self)
      }
      let early = answer.flatMap { answer in
        answer.value.isCertainlyBefore(asked.value)
          ? Diagnostic.beforeReport(
            answer, "the answer", asked, help: "correct the date, or the report that it answers",
            subject: .field("published")) : nil
      }
      return [future, early].compactMap(\.self) + promises(in: response, beforeReport: asked)
    }
  }

  /// Dates by which a report asks for something that lie before its publication.
  private static func tooEarly(_ report: Report) -> [Diagnostic] {
    guard let published = report.published?.whereKnown() else { return [] }
    return report.recommendations.compactMap { recommendation in
      guard let due = recommendation.due, case .known(.by(let date)) = due.value,
        date.isCertainlyBefore(published.value)
      else { return nil }
      return .beforeReport(
        Located(date, at: due.span), "a due date", published, help: "correct one of the two dates",
        subject: .field("\(recommendation.path).due"))
    }
  }

  private static func promises(
    in response: Response, beforeReport published: Located<PartialDate>
  ) -> [Diagnostic] {
    response.items.compactMap { item in
      guard let due = item.due?.whereKnown(), due.value.isCertainlyBefore(published.value) else {
        return nil
      }
      return .beforeReport(
        due, "a due date", published, help: "correct one of the two dates",
        subject: .field("items.\(item.recommendation.value).due"))
    }
  }

  private static func ahead(
    _ date: Located<PartialDate>, _ what: String, on context: CheckContext,
    subject: Diagnostic.Subject
  ) -> Diagnostic? {
    date.value.earliest > context.now.latestDay
      ? .inFuture(date, what, today: context.now.day, subject: subject) : nil
  }
}

extension Diagnostic {
  fileprivate static func inFuture(
    _ date: Located<PartialDate>, _ what: String, today: Day, subject: Subject
  ) -> Diagnostic {
    Diagnostic(
      DateOrder.check, "'\(date.value)', the date of \(what), is in the future",
      at: Label(date.span), notes: ["the site is built for \(today)"],
      help: "correct the date, or record it when it has happened", subject: subject)
  }

  fileprivate static func beforeReport(
    _ date: Located<PartialDate>, _ what: String, _ published: Located<PartialDate>, help: String,
    subject: Subject
  ) -> Diagnostic {
    let name = what.hasPrefix("the ") ? "the date of \(what)" : what
    return Diagnostic(
      DateOrder.check, "'\(date.value)', \(name), is before the report",
      at: Label(date.span, "too early"),
      secondary: [Label(published.span, "published \(published.value)")], help: help,
      subject: subject)
  }
}
