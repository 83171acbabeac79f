import Diagnostics
import Inspections

extension DataTable {
  static let recommendations = DataTable(
    "recommendations", "Recommendations",
    "One numbered action that a report asks for, with where it stands.", recommendationColumns,
    ofReports: { source in
      source.reports.flatMap { source.histories[$0] }
    })

  private static let recommendationColumns: [DataColumn<RecommendationHistory>] = [
    DataColumn("id", "The report's id, `/`, and the number.") {
      RowID("\($0.report.id)/\($0.recommendation.number.value)")
    },
    DataColumn("report", "The report.") { $0.report.id },
    DataColumn("number", "Its number in the report.") { $0.recommendation.number },
    DataColumn("text", "The wording.") { $0.recommendation.text },
    DataColumn("framework", "The framework the report was made under.") { $0.report.framework },
    DataColumn("areas", "The areas it is about.") { $0.report.areas },
    DataColumn(
      "aspects", "The aspects it serves.",
      title: { $2.framework(of: $0.report)?.aspect(ID($1))?.title }
    ) { $0.recommendation.aspects },
    DataColumn("from", "The labels of the judgements that it comes from.") {
      $0.recommendation.from
    }
    .only { $0.reports.records.contains { $0.recommendations.contains { !$0.from.isEmpty } } },
    DataColumn("to", "The organisations that must act.") { $0.recommendation.to },
    DataColumn(
      "priority", "How urgent it is.",
      title: { history, id, register in
        register.framework(of: history.report)?.priorities.first { $0.id.value.name == id }?.title
      }
    ) { $0.recommendation.priority },
    DataColumn("owner", "Whose task it is in the body that must act.") { $0.recommendation.owner },
    DataColumn("cause", "What it comes from.") { $0.recommendation.cause },
    DataColumn("paragraph", "The numbered paragraph it stands in or follows.") {
      $0.recommendation.paragraph
    },
    DataColumn("asked_within", "The time that the report sets, as it says.") {
      asked(in: $0.recommendation)
    },
    DataColumn("due", "When it is due; worked out from the report or the answer to it.") {
      $0.due?.date
    },
    DataColumn(
      "due_basis",
      "How that date follows: the report names it, says at once, gives a time, or the body "
        + "promised it."
    ) { $0.due.map { DueBasis($0.basis) } },
    DataColumn(
      "answer_due",
      "By when the framework wants an answer to the report, by its rule `answer-within`; worked out."
    ) { $0.answerDue?.date }
    .only { $0.frameworks.records.contains { $0.rules.contains(where: \.setsAnswers) } },
    DataColumn(
      "status",
      "Where it stands: past its date and not closed by any document held, not known (its area "
        + "ended and no successor is known), open, or closed; worked out. It says no more than "
        + "that: what was done of it is for the next columns."
    ) { $0.status.kind },
    DataColumn(
      "progress",
      "What the last visit that judged it concluded, on the scale of its framework; nothing where "
        + "what was concluded last differs between the bodies it was asked of (see `addressees`).",
      title: { history, id, register in
        let visit = history.sharedConclusion?.visit
        return ReportWords.progress(ID(id), in: visit.flatMap(register.framework))
      }
    ) { $0.sharedConclusion?.progress?.judgement },
    DataColumn("progress_visit", "That visit.") { $0.sharedConclusion?.visit.id },
    DataColumn(
      "progress_date",
      "The date of that visit: the end of the fieldwork, else the publication of its report, else its cover."
    ) { $0.sharedConclusion?.visit.date },
    DataColumn("closed_as", "Why it was closed.") { $0.status.closing?.reason },
    DataColumn("closed_by", "The visit that closed it.") { $0.status.closing?.visit },
    DataColumn("published", "When the report was published.") { $0.report.published },
    .address("Its page.") { .recommendation($0.report.id, $0.recommendation.number.value) },
  ]

  /// The time that is set, by which a date is told from a length.
  private static func asked(in recommendation: Recommendation) -> Known<String>? {
    switch recommendation.due?.value {
    case .known(.by(let date)): .known("by \(date)")
    case .known(let due): .known("\(due)")
    case .unknown: .unknown
    case nil: nil
    }
  }

  /// How a due date follows, in the words of the data.
  private enum DueBasis: String, DataChoice {
    case stated, immediately, within, promised

    init(_ basis: DueDate.Basis) {
      self =
        switch basis {
        case .stated: .stated
        case .immediately: .immediately
        case .within: .within
        case .promised: .promised
        }
    }
  }

  static let progress = DataTable(
    "progress", "Progress on recommendations", "What one visit concluded on one recommendation.",
    progressColumns,
    ofReports: { source in source.reports.flatMap { Looked.all(of: $0, in: source.register) } })

  private static let progressColumns: [DataColumn<Looked>] = [
    DataColumn("id", "The visit's id, `/`, the number, and `/` and the body where there is one.") {
      RowID(
        (["\($0.visit.id)", "\($0.place)\($0.number)"] + $0.to.map(\.name))
          .joined(separator: "/"))
    },
    DataColumn("visit", "The visit's report.") { $0.visit.id },
    DataColumn("recommendation", "The recommendation's id.") {
      RowID("\($0.followed)/\($0.number)")
    },
    DataColumn("number", "Its number in the report that is followed.") { $0.number },
    DataColumn("to", "The bodies it is about; none where it is about all that were asked.") {
      $0.to
    },
    DataColumn("outcome", "Whether the visit judged it.") { $0.outcome },
    DataColumn(
      "judgement", "The conclusion on the framework's progress scale.",
      title: { ReportWords.progress(ID($1), in: $2.framework(of: $0.visit)) }
    ) { $0.progress?.judgement },
    DataColumn("evidence", "What it rests on.") { $0.progress?.evidence },
    DataColumn("date", "When it was reached, where that is not the visit's own date.") {
      $0.progress?.date
    },
    DataColumn("finding", "What was found, in the register's words.") { $0.progress?.finding },
    DataColumn("further_action", "What more is asked for.") { $0.progress?.furtherAction },
    DataColumn("paragraph", "The numbered paragraph that says so.") { $0.progress?.paragraph },
    DataColumn("published", "When the visit's report was published.") { $0.visit.published },
    .address("The paragraph's or the report's address.") {
      $0.visit.place(ofParagraph: $0.progress?.paragraph?.value)
    },
  ]

  /// What a visit says of one recommendation.
  private struct Looked: Sendable {
    enum Outcome: String, DataChoice {
      case judged
      case notAssessed = "not-assessed"
    }

    let visit: Report
    let followed: ReportID
    /// What tells two recommendations of one number apart, where several reports are followed.
    let place: String
    let number: PrintedNumber
    /// The conclusion; nil where the visit did not assess it.
    let progress: Progress?

    var to: [OrganisationID] { progress?.to.map(\.value) ?? [] }

    var outcome: Outcome { progress == nil ? .notAssessed : .judged }

    static func all(of visit: Report, in register: Register) -> [Looked] {
      guard let said = visit.visit else { return [] }
      func looked(_ number: PrintedNumber, _ progress: Progress?) -> Looked {
        let asking = register.subject(of: number, named: progress?.report?.value, in: visit)
        let followed = asking?.id ?? said.follows[0].value
        return Looked(
          visit: visit, followed: followed, place: said.follows.count > 1 ? "\(followed)/" : "",
          number: number, progress: progress)
      }
      return (said.progress.known() ?? []).map { looked($0.recommendation.value, $0) }
        + said.notAssessed.map { looked($0.value, nil) }
    }
  }

  static let responses = DataTable(
    "responses", "Answers to recommendations",
    "What an inspected body answered to one recommendation; not an inspectorate's judgement.",
    responseColumns
  ) { register, _ in
    register.responses.records.flatMap { response in
      var names = UniqueNames()
      return response.items.map { item in
        Answered(
          response: response, item: item, name: names.unique(item.recommendation.value.description))
      }
    }
  }

  private static let responseColumns: [DataColumn<Answered>] = [
    DataColumn("id", "The response's id, `/`, and the recommendation's number.") {
      RowID("\($0.response.id)/\($0.name)")
    },
    DataColumn("response", "The response.") { $0.response.id },
    DataColumn("report", "The report that is answered.") { $0.response.report },
    DataColumn("recommendation", "The recommendation's id.") {
      RowID("\($0.response.report.value)/\($0.item.recommendation.value)")
    },
    DataColumn("organisation", "Who answers.") { $0.response.organisation },
    DataColumn("stance", "Whether the body accepts it.") { $0.item.stance },
    DataColumn("actions", "What it will do.") { $0.item.actions },
    DataColumn("target", "What it means to reach.") { $0.item.target },
    DataColumn("due", "By when, as the body says.") { $0.item.due },
    DataColumn("published", "When the answer was published.") { $0.response.published },
    .address("The answer's page.") { .response($0.response.id, anchor: nil) },
  ]

  /// What a response says of one recommendation.
  private struct Answered: Sendable {
    let response: Response
    let item: Response.Item
    /// Its name in the response.
    let name: String
  }
}

extension RecommendationStatus {
  /// Why it was closed, where that is one reason, and by what visit; nil while it is not.
  var closing: (reason: Closure.Reason?, visit: ReportID)? {
    switch self {
    case .closed(let reason, let visit): (reason, visit)
    case .open, .pastDate, .notKnown, .withdrawn: nil
    }
  }
}
