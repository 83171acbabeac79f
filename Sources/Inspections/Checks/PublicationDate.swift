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
      after publication, and corrections stand with the oldest first; a report with a `withdrawal` has \
      `status: withdrawn`.

      A `release` that lies ahead keeps a report out of the site whatever its status says; with \
      `status: published` or `withdrawn` that is an error, for the two cannot both be meant. In a \
      draft it does nothing, which is a notice. No report is published after its release. One that waits \
      need not say when it is `published`: that is the day of its release, where the site is. `published: \
      unknown` would be wrong as soon as it appears, which is a warning. "In the future" is what lies \
      after today in the site's `time_zone`, and where that is not set, after today everywhere.

      An inspection or a visit whose text is held also says when inspectors were at work, if only \
      with `fieldwork: unknown`; leaving the field out is a warning. A report from the desk, for which \
      nobody went anywhere, has none, and says with `dated` of when it is.

      Example: `status: published` with `published: unknown` in a digest.
      """)

  /// What to do about a release that does not fit the status; it has none of the report's own words.
  public static func adviceOnRelease(in diagnostic: Diagnostic) -> String? {
    diagnostic.check == check && diagnostic.subject == .field("release") ? diagnostic.help : nil
  }

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    var found = release(of: report, context)
    if report.stands, let withdrawal = report.withdrawal {
      found.append(.stillStanding(report, withdrawal))
    }
    guard report.status == .published || report.status == .withdrawn else { return found }
    let isHeld = report.holdsText
    if isHeld, let published = report.published, case .unknown = published.value {
      found.append(.unknownPublication(published))
    }
    if let published = report.published, case .known(let date) = published.value,
      date.earliest > context.now.latestDay
    {
      found.append(.publishedInFuture(date, at: published.span, today: context.now.day))
    }
    if isHeld, report.fieldwork == nil, report.dated == nil, report.inspects || report.followsUp {
      found.append(.noFieldwork(report))
    }
    return found + order(of: report)
  }

  /// Holds a release against the status and the date of publication.
  static func release(of report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let release = report.release else { return [] }
    var found: [Diagnostic] = []
    switch report.status {
    case .published where release.value > context.now.instant:
      found.append(.embargoed(release, "published", help: "write 'status: scheduled'"))
    case .withdrawn where release.value > context.now.instant:
      found.append(.embargoed(release, "withdrawn", help: "take the release out, or correct it"))
    case .draft: found.append(.draftWithRelease(release))
    case .scheduled where report.published?.value == .unknown:
      let day = Report.day(of: release.value, in: context.register.site.timeZone)
      found.append(.releasedWithoutDate(report, release, on: day))
    case .published, .withdrawn, .scheduled: break
    }
    let day = Moment(.instant(release.value), in: context.register.site.timeZone).latestDay
    if let published = report.published, case .known(let date) = published.value,
      date.earliest > day
    {
      found.append(.publishedAfterRelease(date, at: published.span, release))
    }
    return found
  }

  private static func order(of report: Report) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let published = report.published?.whereKnown() {
      for change in report.changes where change.date.value.isCertainlyBefore(published.value) {
        found.append(.beforePublication(change.date, "a correction", published, key: "changes"))
      }
      if let date = report.withdrawal?.date, date.value.isCertainlyBefore(published.value) {
        found.append(.beforePublication(date, "the withdrawal", published, key: "withdrawal"))
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

  fileprivate static func embargoed(
    _ release: Located<Instant>, _ status: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, "'\(release.value)' is in the future, and the report is \(status)",
      at: Label(release.span, "not released"),
      notes: ["until then nothing of the report is part of the site"], help: help,
      subject: .field("release"))
  }

  fileprivate static func draftWithRelease(_ release: Located<Instant>) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, level: .notice,
      "'\(release.value)' releases nothing, for the report is a draft", at: Label(release.span),
      help: "write 'status: scheduled' once it is ready", subject: .field("release"))
  }

  fileprivate static func releasedWithoutDate(
    _ report: Report, _ release: Located<Instant>, on day: Day
  ) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, level: .warning,
      "'\(report.id)' will appear without a date of publication",
      at: Label(report.published?.span ?? release.span),
      help: "take 'published: unknown' out, for \(day), the day of its release",
      subject: .field("published"))
  }

  fileprivate static func stillStanding(_ report: Report, _ withdrawal: Withdrawal) -> Diagnostic {
    Diagnostic(
      PublicationDate.check,
      "'\(report.id)' has a withdrawal, and its status is \(report.status.rawValue)",
      at: Label(withdrawal.date.span, "withdrawn here"),
      help: "write 'status: withdrawn', or take the withdrawal out", subject: .field("status"))
  }

  fileprivate static func publishedAfterRelease(
    _ date: PartialDate, at span: Span, _ release: Located<Instant>
  ) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, "'\(date)' is after the release, when readers can see the report",
      at: Label(span), secondary: [Label(release.span, "released here")],
      help: "correct one of the two", subject: .field("published"))
  }

  fileprivate static func noFieldwork(_ report: Report) -> Diagnostic {
    Diagnostic(
      PublicationDate.check, level: .warning,
      "'\(report.id)' does not say when inspectors were at work",
      at: Label(report.header.frontMatter, "no 'fieldwork'"),
      help:
        "add 'fieldwork:' with two dates or with 'unknown', or 'dated:' where nobody went there",
      subject: .field("fieldwork"))
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
