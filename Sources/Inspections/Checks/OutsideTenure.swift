import Diagnostics

// Bodies that ran an area, held against their own lives, the area's, and what was asked of them.
extension OutsideLife {
  /// A body that ran an area before it began or after it ended, or when there was no such area.
  static func outside(
    _ tenure: Tenure, of area: Area, in register: Register
  ) -> [Diagnostic] {
    let path = "organisations.\(tenure.organisation.value)"
    if let from = tenure.from.known(), let to = tenure.to, let end = to.value.value,
      end.isCertainlyBefore(from)
    {
      return [.endsBeforeBeginning(end, at: to.span, from, tenure.from?.span ?? to.span, path)]
    }
    let body = register.organisations[tenure.organisation.value]?.life
    return [
      Existence("organisation '\(tenure.organisation.value)'", body?.from, body?.to),
      Existence("area '\(area.id)'", area.life.from, area.life.to),
    ].flatMap { life -> [Diagnostic] in
      var found: [Diagnostic] = []
      if let from = tenure.from, let date = from.value.value, let began = life.from.known(),
        date.isCertainlyBefore(began)
      {
        found.append(
          .outsideTenure(
            Located(date, at: from.span), "before", "\(life.name) began", began,
            life.from?.span, path))
      }
      if let to = tenure.to, let date = to.value.value, let ended = life.to.known(),
        date.isCertainlyAfter(ended)
      {
        found.append(
          .outsideTenure(
            Located(date, at: to.span), "after", "\(life.name) ended", ended,
            life.to?.span, path))
      }
      return found
    }
  }

  /// What is asked of a body that ran the report's areas at another time.
  static func wrongBodies(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let time = report.time else { return [] }
    let areas = report.areas.compactMap { context.register.areas[$0.value] }
    let tenures = areas.flatMap(\.tenures)
    guard !tenures.isEmpty else { return [] }
    return report.recommendations.flatMap { asked in
      asked.to.compactMap { body -> Diagnostic? in
        let own = tenures.filter { $0.organisation.value == body.value }
        guard !own.isEmpty, !areas.contains(where: { $0.organisation?.value == body.value }),
          own.allSatisfy({ $0.isOver(before: time.start) || $0.isYetToBegin(after: time.end) })
        else { return nil }
        return .askedOutsideTenure(body, time, own[0], "\(asked.path).to")
      }
    }
  }

  /// Who published a report, and whom it asks, though there was no such body at the time.
  static func bodiesOutOfTime(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let date = report.asked, let time = report.time else { return [] }
    let asked = report.recommendations.flatMap { asked in
      asked.to.map { (body: $0, path: "\(asked.path).to", doing: "asked of") }
    }
    let published = report.publishers.map {
      (body: $0, path: "publisher", doing: "published by")
    }
    return (published + asked).compactMap { body, path, doing in
      guard let life = context.register.organisations[body.value]?.life else { return nil }
      if let from = life.from, let began = from.value.value, date.isCertainlyBefore(began) {
        return .outOfTime(body, doing, date, "began", Located(began, at: from.span), path)
      }
      if let to = life.to, let ended = to.value.value, time.start.isCertainlyAfter(ended) {
        return .outOfTime(body, doing, time.start, "ended", Located(ended, at: to.span), path)
      }
      return nil
    }
  }

  /// When something existed, with its name in messages.
  private struct Existence {
    let name: String
    let from: Located<Known<PartialDate>>?
    let to: Located<Known<PartialDate>>?

    init(
      _ name: String, _ from: Located<Known<PartialDate>>?, _ to: Located<Known<PartialDate>>?
    ) {
      self.name = name
      self.from = from
      self.to = to
    }
  }
}

extension Diagnostic {
  fileprivate static func outsideTenure(
    _ date: Located<PartialDate>, _ relation: String, _ event: String, _ other: PartialDate,
    _ span: Span?, _ path: String
  ) -> Diagnostic {
    Diagnostic(
      OutsideLife.check, "'\(date.value)' is \(relation) \(event), \(other)",
      at: Label(date.span, "a body that ran the area"),
      secondary: span.map { [Label($0, "\(other)")] } ?? [],
      help: "correct one of the two dates", subject: .field(path))
  }

  fileprivate static func outOfTime(
    _ body: Located<OrganisationID>, _ doing: String, _ date: PartialDate, _ event: String,
    _ other: Located<PartialDate>, _ path: String
  ) -> Diagnostic {
    Diagnostic(
      OutsideLife.check, level: .warning,
      "'\(body.value)' \(event) \(other.value), and the report is of \(date)",
      at: Label(body.span, "\(doing) this body"),
      secondary: [Label(other.span, "\(event) \(other.value)")],
      help: "name the body that there was then, or correct the dates", subject: .field(path))
  }

  fileprivate static func askedOutsideTenure(
    _ body: Located<OrganisationID>, _ time: DateInterval, _ tenure: Tenure, _ path: String
  ) -> Diagnostic {
    Diagnostic(
      OutsideLife.check, level: .warning,
      "'\(body.value)' did not run the area at the time of the report, \(time)",
      at: Label(body.span, "asked"), secondary: [Label(tenure.organisation.span, "ran it")],
      help: "name the body that ran it then, or correct its dates in the area",
      subject: .field(path))
  }
}
