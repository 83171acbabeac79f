public import Diagnostics

/// Published reports without the dates that publishing brings.
public enum PublicationDate {
  /// The check `publication-date`.
  public static let check = Check(
    "publication-date", .dates, .error,
    summary: "A published report has its dates, and they fit one another.",
    explanation: """
      Readers must be able to tell when the public could first read a report. A full text or a digest \
      with `status: published` therefore has a date of publication that is known, at any precision, \
      and not in the future; one that waits has `status: scheduled` and a `release`. A report that \
      the register only knows of may say `published: unknown`. Corrections and a withdrawal come \
      after publication, and corrections stand with the oldest first.

      An inspection or a visit whose text is held also says when inspectors were at work, if only \
      with `fieldwork: unknown`; leaving the field out is a warning.

      Example: `status: published` with `published: unknown` in a digest.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard report.status == .published || report.status == .withdrawn else { return [] }
    let isHeld = report.form != .knownOf
    var found: [Diagnostic] = []
    if isHeld, let published = report.published, case .unknown = published.value {
      found.append(.unknownPublication(published))
    }
    if let published = report.published, case .known(let date) = published.value,
      date.earliest > context.now.day
    {
      found.append(.publishedInFuture(date, at: published.span, today: context.now.day))
    }
    if isHeld, report.fieldwork == nil, report.inspects || report.followsUp {
      found.append(.noFieldwork(report))
    }
    return found + order(of: report)
  }

  private static func order(of report: Report) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let published = report.published, case .known(let date) = published.value {
      let place = Located(date, at: published.span)
      for change in report.changes where change.date.value.isCertainlyBefore(date) {
        found.append(.beforePublication(change.date, "a correction", place, key: "changes"))
      }
      if let withdrawal = report.withdrawal, withdrawal.date.isCertainlyBefore(date) {
        found.append(
          .beforePublication(
            Located(withdrawal.date, at: published.span), "the withdrawal", place,
            key: "withdrawal"))
      }
    }
    for (earlier, later) in zip(report.changes, report.changes.dropFirst())
    where later.date.value.isCertainlyBefore(earlier.date.value) {
      found.append(.changesOutOfOrder(later.date, after: earlier.date))
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func unknownPublication(_ published: Located<Known<PartialDate>>) -> Diagnostic
  {
    Diagnostic(
      PublicationDate.check, "'unknown' is no date for a published report whose text is held",
      at: Label(published.span), help: "give the year or the month, as far as it is known",
      subject: .field("published"))
  }

  fileprivate static func publishedInFuture(
    _ date: PartialDate, at span: Span, today: Day
  ) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, "'\(date)' is in the future, and the report is published",
      at: Label(span), notes: ["the site is built for \(today)"],
      help: "write 'status: scheduled' with a 'release', or correct the date",
      subject: .field("published"))
  }

  fileprivate static func noFieldwork(_ report: Report) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, level: .warning,
      "'\(report.id)' does not say when inspectors were at work",
      at: Label(report.header.frontMatter, "no 'fieldwork'"),
      help: "add 'fieldwork:' with two dates, or with 'unknown'", subject: .field("fieldwork"))
  }

  fileprivate static func beforePublication(
    _ date: Located<PartialDate>, _ what: String, _ published: Located<PartialDate>, key: String
  ) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, "'\(date.value)', the date of \(what), is before the publication",
      at: Label(date.span), secondary: [Label(published.span, "published \(published.value)")],
      help: "correct one of the two dates", subject: .field(key))
  }

  fileprivate static func changesOutOfOrder(
    _ later: Located<PartialDate>, after earlier: Located<PartialDate>
  ) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, "'\(later.value)' stands after a later correction",
      at: Label(later.span), secondary: [Label(earlier.span, "\(earlier.value) here")],
      help: "put the oldest correction first", subject: .field("changes"))
  }
}
