public import Diagnostics

/// Visits to what was never inspected, and answers by whoever asked.
public enum WrongParty {
  /// The check `wrong-party`.
  public static let check = Check(
    "wrong-party", .references, .warning,
    summary: "Nobody inspects itself, follows up elsewhere, or answers its own report.",
    explanation: """
      A report that follows another up is on one of its areas, on one that came before or after such \
      an area, or on one that it is part of or that is part of it. Where it names an area that has \
      nothing to do with these, what was concluded would be told of the wrong place. A report is \
      answered by a body that it concerns: an answer by who published the report has the wrong \
      `organisation` or the wrong `report`. And nobody inspects itself: where the one body that published \
      an inspection also ran the area at the time, one of the two names is another's.

      Where it is so all the same, waive the check with the reason.

      Example: a visit with `area: st-annes` that follows a report on `riverside`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    ofItself(report, in: context.register) + elsewhere(report, context)
  }

  private static func ofItself(_ report: Report, in register: Register) -> [Diagnostic] {
    guard report.kind.value == .inspection, report.publishers.count == 1 else { return [] }
    let publisher = report.publishers[0]
    return report.areas.compactMap { name in
      guard let area = register.areas[name.value] else { return nil }
      let isItsOwn =
        report.time.map { area.body(on: $0.end.latest) == publisher.value }
        ?? area.bodies.allSatisfy { $0.value == publisher.value }
      return isItsOwn && !area.bodies.isEmpty ? .ofItself(publisher, name) : nil
    }
  }

  private static func elsewhere(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let visit = report.visit, !report.areas.isEmpty else { return [] }
    let register = context.register
    let followed = visit.follows.compactMap { register.reports[$0.value] }
    let inspected = Set(followed.flatMap { $0.areas.map(\.value) })
    // What a report on no area found may be followed up anywhere.
    guard followed.count == visit.follows.count, followed.allSatisfy({ !$0.areas.isEmpty }) else {
      return []
    }
    var known: Set<AreaID>?
    return report.areas.compactMap { area in
      guard register.areas.contains(area.value), !inspected.contains(area.value) else {
        return nil
      }
      let connected = known ?? register.areas(connectedWith: inspected)
      known = connected
      return connected.contains(area.value) ? nil : .elsewhere(area, follows: visit.follows)
    }
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.responses.records.compactMap { response in
      let body = response.organisation
      guard let report = context.register.reports[response.report.value],
        report.publishers.names(body.value),
        !report.recommendations.contains(where: { $0.to.names(body.value) })
      else { return nil }
      return .answersItself(body, report)
    }
  }
}

extension Register {
  /// Areas, all that came before and after them, and what these are part of or have as parts.
  ///
  /// Complexity: O(n) in the areas of the register.
  func areas(connectedWith start: Set<AreaID>) -> Set<AreaID> {
    var found = start
    var waiting = Array(start)
    while let area = waiting.popLast() {
      for relatives in [lineage.successors(of: area), lineage.predecessors(of: area)] {
        guard case .known(let ids) = relatives else { continue }
        for id in ids where found.insert(id).inserted { waiting.append(id) }
      }
    }
    let line = found
    for area in areas.records {
      let above = wholes(of: area)
      if !above.isDisjoint(with: line) { found.insert(area.id) }
      if line.contains(area.id) { found.formUnion(above) }
    }
    return found
  }

  /// What an area is part of, and what that is part of, and so on.
  private func wholes(of area: Area) -> Set<AreaID> {
    var above: Set<AreaID> = []
    var next = area.parent.known()
    while let id = next, above.insert(id).inserted { next = areas[id]?.parent.known() }
    return above
  }
}

extension Diagnostic {
  fileprivate static func elsewhere(
    _ area: Located<AreaID>, follows: [Located<ReportID>]
  ) -> Diagnostic {
    Diagnostic(
      WrongParty.check, "'\(area.value)' is no area of what is followed up",
      at: Label(area.span), secondary: follows.map { Label($0.span, "follows this") },
      help: "correct the area, or the report that 'follows' names", subject: .field("area"))
  }

  fileprivate static func ofItself(
    _ publisher: Located<OrganisationID>, _ area: Located<AreaID>
  ) -> Diagnostic {
    Diagnostic(
      WrongParty.check,
      "'\(publisher.value)' published this inspection of an area that it ran itself",
      at: Label(publisher.span, "publishes"), secondary: [Label(area.span, "runs this")],
      help: "name who inspected, or correct 'organisation' in area '\(area.value)'",
      subject: .field("publisher"))
  }

  fileprivate static func answersItself(
    _ body: Located<OrganisationID>, _ report: Report
  ) -> Diagnostic {
    Diagnostic(
      WrongParty.check, "'\(body.value)' published the report that it is said to answer",
      at: Label(body.span), help: "name the body that answers, or the report that it answers",
      subject: .field("organisation"))
  }
}
