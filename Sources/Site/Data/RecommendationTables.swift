import Inspections

extension DataTable {
  static let recommendations = DataTable(
    name: "recommendations", title: "Recommendations",
    summary: "One numbered action that a report asks for, with where it stands.",
    columns: [
      DataColumn("id", .id, "The report's id, `/`, and the number.", required: true),
      DataColumn("report", .id, "The report.", required: true, of: "reports"),
      DataColumn("number", .integer, "Its number in the report.", required: true),
      DataColumn("text", .text, "The wording.", required: true),
      DataColumn("framework", .id, "The framework the report was made under.", titles: .framework),
      DataColumn("areas", .ids, "The areas it is about.", titles: .area),
      DataColumn("aspects", .ids, "The aspects it serves.", titles: .aspect(of: "id")),
      DataColumn("to", .ids, "The organisations that must act.", titles: .organisation),
      DataColumn("paragraph", .integer, "The numbered paragraph it stands in or follows."),
      DataColumn("asked_within", .text, "The time that the report sets, as it says."),
      DataColumn("due", .date, "When it is due; worked out from the report or the answer to it."),
      DataColumn(
        "due_basis", .choice(["stated", "immediately", "within", "promised"]),
        "How that date follows: the report names it, says at once, gives a time, or the body "
          + "promised it."),
      DataColumn(
        "status", .choice(RecommendationStatus.Kind.allCases.map(\.rawValue)),
        "Where it stands: past its date and not closed by any document held, not known (its area "
          + "ended and no successor is known), open, or closed; worked out. It says no more than "
          + "that: what was done of it is for the next columns.", required: true),
      DataColumn(
        "progress", .id,
        "What the last visit that judged it concluded, on the scale of its framework.",
        titles: .progress(of: "progress_visit")),
      DataColumn("progress_visit", .id, "That visit.", of: "reports"),
      DataColumn("progress_date", .date, "When that visit was."),
      DataColumn(
        "closed_as", .choice(Closure.Reason.allCases.map(\.rawValue)), "Why it was closed."),
      DataColumn("closed_by", .id, "The visit that closed it.", of: "reports"),
      DataColumn("published", .date, "When the report was published."),
      DataColumn("address", .address, "Its page.", required: true),
    ]
  ) { site in
    site.register.reports.records.flatMap { report in
      histories(of: report, register: site.register, on: site.now.day).map { row(of: $0, site) }
    }
  }

  private static func row(
    of history: RecommendationHistory, _ site: SiteContext
  ) -> [DataValue] {
    let (recommendation, report) = (history.recommendation, history.report)
    let number = recommendation.number.value
    let last = history.lastConclusion
    var closing: (reason: String?, visit: String?)
    if case .closed(let reason, let visit) = history.status {
      closing = (reason.rawValue, visit.name)
    }
    return [
      .text("\(report.id)/\(number)"), .text(report.id.name), .integer(number),
      .text(recommendation.text.value.plain), DataValue(report.framework),
      DataValue(report.areas.map(\.value)), DataValue(recommendation.aspects.map(\.value)),
      DataValue(recommendation.to.map(\.value)), DataValue(recommendation.paragraph?.value),
      asked(recommendation.due), DataValue(history.due?.date.description),
      DataValue(history.due.map { basis($0.basis) }), .text(history.status.kind.rawValue),
      DataValue(last?.progress?.judgement.value.name), DataValue(last?.visit.id.name),
      DataValue(last?.visit.date?.description), DataValue(closing.reason), DataValue(closing.visit),
      DataValue(report.published),
      .text(site.addresses.absolute(Addresses.path(of: .recommendation(report.id, number)))),
    ]
  }

  private static func asked(_ due: Located<Known<Due>>?) -> DataValue {
    switch due?.value {
    case .known(.immediately): .text("immediately")
    case .known(.within(let duration)): .text("within \(duration)")
    case .known(.by(let date)): .text("by \(date)")
    case .unknown: .unknown
    case nil: .absent
    }
  }

  private static func basis(_ basis: DueDate.Basis) -> String {
    switch basis {
    case .stated: "stated"
    case .immediately: "immediately"
    case .within: "within"
    case .promised: "promised"
    }
  }

  static let progress = DataTable(
    name: "progress", title: "Progress on recommendations",
    summary: "What one visit concluded on one recommendation.",
    columns: [
      DataColumn("id", .id, "The visit's id, `/`, and the number.", required: true),
      DataColumn("visit", .id, "The visit's report.", required: true, of: "reports"),
      DataColumn("recommendation", .id, "The recommendation's id.", required: true),
      DataColumn("number", .integer, "Its number in the report that is followed.", required: true),
      DataColumn(
        "outcome", .choice(["judged", "not-assessed"]), "Whether the visit judged it.",
        required: true),
      DataColumn(
        "judgement", .id, "The conclusion on the framework's progress scale.",
        titles: .progress(of: "id")),
      DataColumn("finding", .text, "What was found, in the register's words."),
      DataColumn("further_action", .text, "What more is asked for."),
      DataColumn("paragraph", .integer, "The numbered paragraph that says so."),
      DataColumn("published", .date, "When the visit's report was published."),
      DataColumn("address", .address, "The paragraph's or the report's address.", required: true),
    ]
  ) { site in
    site.register.reports.records.flatMap { visit in progressRows(of: visit, in: site) }
  }

  private static func progressRows(of visit: Report, in site: SiteContext) -> [[DataValue]] {
    guard let follow = visit.visit else { return [] }
    func row(_ number: Int, _ progress: Progress?) -> [DataValue] {
      [
        .text("\(visit.id)/\(number)"), .text(visit.id.name),
        .text("\(follow.follows.value)/\(number)"), .integer(number),
        .text(progress == nil ? "not-assessed" : "judged"),
        DataValue(progress?.judgement.value.name), DataValue(progress?.finding?.plain),
        DataValue(progress?.furtherAction?.plain), DataValue(progress?.paragraph?.value),
        DataValue(visit.published),
        .text(address(of: visit, paragraph: progress?.paragraph?.value, in: site)),
      ]
    }
    return (follow.progress.known() ?? []).map { row($0.recommendation.value, $0) }
      + follow.notAssessed.map { row($0.value, nil) }
  }

  static let responses = DataTable(
    name: "responses", title: "Answers to recommendations",
    summary:
      "What an inspected body answered to one recommendation; not an inspectorate's judgement.",
    columns: [
      DataColumn(
        "id", .id, "The response's id, `/`, and the recommendation's number.", required: true),
      DataColumn("response", .id, "The response.", required: true),
      DataColumn("report", .id, "The report that is answered.", required: true, of: "reports"),
      DataColumn("recommendation", .id, "The recommendation's id.", required: true),
      DataColumn("organisation", .id, "Who answers.", required: true, titles: .organisation),
      DataColumn(
        "stance", .choice(Response.Item.Stance.allCases.map(\.rawValue)),
        "Whether the body accepts it.", required: true),
      DataColumn("actions", .texts, "What it will do."),
      DataColumn("target", .text, "What it means to reach."),
      DataColumn("due", .date, "By when, as the body says."),
      DataColumn("published", .date, "When the answer was published."),
      DataColumn("address", .address, "The answer's page.", required: true),
    ]
  ) { site in
    site.register.responses.records.flatMap { response in
      var names = UniqueNames()
      return response.items.map { item in
        let number = item.recommendation.value
        return [
          .text("\(response.id)/\(names.unique(String(number)))"), .text(response.id.name),
          .text(response.report.value.name), .text("\(response.report.value)/\(number)"),
          .text(response.organisation.value.name), .text(item.stance.rawValue),
          DataValue(item.actions.map(\.plain)), DataValue(item.target?.plain), DataValue(item.due),
          DataValue(response.published),
          .text(
            site.addresses.absolute(Addresses.path(of: .response(response.id, anchor: nil)))),
        ]
      }
    }
  }
}
