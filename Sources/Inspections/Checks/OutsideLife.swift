public import Diagnostics

/// Things that happen to what did not exist yet or any more.
public enum OutsideLife {
  /// The check `outside-life`.
  public static let check = Check(
    "outside-life", .dates, .error,
    summary: "An area is inspected while it exists, and what began ends later.",
    explanation: """
      Fieldwork lies between the beginning and the end of the area that was inspected. The date of \
      publication does not count: a report may come out after the area has gone. Dates that are \
      unknown, or too coarse to decide, prove nothing. An area, an organisation or a framework \
      cannot end before it begins. A body runs an area (`organisations:`) while both exist; to ask \
      something of a body in a report on an area that it ran at another time is a warning, as is a \
      report that was published by a body, or asks something of one, that had ended by then or had not \
      begun.

      An inspection or a thematic report is made under a framework that is in use: more than a year before \
      its beginning or after its end is a warning, for most likely another framework is meant. Within that \
      year rules are tried out, and rounds finished. Visits go on with the framework of what they follow up.

      A report on a consultation that comes out after the framework it is about has begun is a \
      warning: the framework's date is then a plan, or the report is late.

      Example: `fieldwork: 2008-10` in an area with `to: 2008-04`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let fieldwork = report.fieldwork, case .known(let dates) = fieldwork.value {
      for area in report.areas {
        guard let life = context.register.areas[area.value]?.life else { continue }
        let place = Located(dates, at: fieldwork.span)
        if let from = life.from.known(), dates.end.isCertainlyBefore(from) {
          found.append(.outsideLife(place, area, "before", "began", from, life.from?.span))
        }
        if let to = life.to.known(), dates.start.isCertainlyAfter(to) {
          found.append(.outsideLife(place, area, "after", "ended", to, life.to?.span))
        }
      }
    }
    return found + outsideFramework(report, context) + lateConsultation(report, context)
      + wrongBodies(report, context) + bodiesOutOfTime(report, context)
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    return register.areas.records.compactMap { reversed($0.life) }
      + register.organisations.records.compactMap { reversed($0.life) }
      + register.frameworks.records.compactMap { reversed($0.life) }
      + register.areas.records.flatMap { area in
        area.tenures.flatMap { outside($0, of: area, in: register) }
      }
  }

  private static func reversed<Subject>(_ life: Life<Subject>) -> Diagnostic? {
    guard let to = life.to, case .known(let end) = to.value, let from = life.from,
      case .known(let start) = from.value, end.isCertainlyBefore(start)
    else { return nil }
    return .endsBeforeBeginning(end, at: to.span, start, from.span)
  }

  /// Fieldwork, or a publication, long before the framework began; fieldwork long after it ended.
  private static func outsideFramework(
    _ report: Report, _ context: CheckContext
  ) -> [Diagnostic] {
    guard report.kind.value == .inspection || report.kind.value == .thematic,
      let reference = report.framework, let life = context.register.framework(of: report)?.life
    else { return [] }
    let fieldwork = report.fieldwork?.whereKnown()
    let dates = fieldwork ?? report.published?.whereKnown()?.map { DateInterval($0) }
    if let from = life.from.known(), let dates,
      dates.value.end.latest.adding(days: grace) < from.earliest
    {
      return [.outsideFramework(dates, "before", "began", from, reference)]
    }
    if let to = life.to.known(), let fieldwork,
      fieldwork.value.start.earliest > to.latest.adding(days: grace)
    {
      return [.outsideFramework(fieldwork, "after", "ended", to, reference)]
    }
    return []
  }

  /// Rules are tried out before they are in force, and a round is finished by those that it was begun with.
  private static let grace = 366

  private static func lateConsultation(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard report.kind.value == .consultation, let published = report.published,
      case .known(let date) = published.value, let reference = report.framework,
      let framework = context.register.framework(of: report),
      let from = framework.life.from.known(), date.isCertainlyAfter(from)
    else { return [] }
    return [.lateConsultation(date, at: published.span, framework.id, from, reference.span)]
  }
}

extension Diagnostic {
  fileprivate static func outsideLife(
    _ fieldwork: Located<DateInterval>, _ area: Located<AreaID>, _ relation: String,
    _ event: String,
    _ date: PartialDate, _ span: Span?
  ) -> Diagnostic {
    Diagnostic(
      OutsideLife.check,
      "'\(fieldwork.value)' is \(relation) area '\(area.value)' \(event), \(date)",
      at: Label(fieldwork.span, "fieldwork"),
      secondary: [Label(area.span, "the area")]
        + (span.map { [Label($0, "\(event) \(date)")] } ?? []),
      help: "correct the dates, or name the area that existed then", subject: .field("fieldwork"))
  }

  fileprivate static func outsideFramework(
    _ dates: Located<DateInterval>, _ relation: String, _ event: String, _ date: PartialDate,
    _ reference: Located<Known<FrameworkID>>
  ) -> Diagnostic {
    let id = reference.value.value?.name ?? ""
    return Diagnostic(
      OutsideLife.check, level: .warning,
      "'\(dates.value)' is more than a year \(relation) framework '\(id)' \(event), \(date)",
      at: Label(dates.span), secondary: [Label(reference.span, "the framework")],
      help: "name the framework that was in use then, or correct the dates",
      subject: .field("framework"))
  }

  static func endsBeforeBeginning(
    _ end: PartialDate, at span: Span, _ start: PartialDate, _ from: Span, _ path: String = "to"
  ) -> Diagnostic {
    Diagnostic(
      OutsideLife.check, "'\(end)' is before the beginning, \(start)", at: Label(span, "the end"),
      secondary: [Label(from, "the beginning")], help: "correct one of the two dates",
      subject: .field(path))
  }

  fileprivate static func lateConsultation(
    _ date: PartialDate, at span: Span, _ framework: FrameworkID, _ from: PartialDate,
    _ reference: Span
  ) -> Diagnostic {
    Diagnostic(
      OutsideLife.check, level: .warning,
      "'\(date)' is after the beginning of framework '\(framework)', \(from), which was consulted on",
      at: Label(span, "published"), secondary: [Label(reference, "begins \(from)")],
      help: "say in the framework that its date is a plan, and waive the check with the reason",
      subject: .field("published"))
  }
}
