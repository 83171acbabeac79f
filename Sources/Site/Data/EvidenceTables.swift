import CommonMark
import Inspections

extension DataTable {
  static let samples = DataTable(
    "samples", "Samples", "Things that inspectors looked at, with their number.",
    Evidence<Sample>.columns([
      DataColumn("size", "How many.") { $0.entry.size },
      DataColumn("paragraph", "The numbered paragraph that says so.") { $0.entry.paragraph },
      DataColumn("also_printed", "Other sizes that the original prints.") {
        $0.entry.alsoPrinted.map { String($0.size.value) }
      },
    ]),
    ofReports: { source in
      Evidence.all(in: source.reports, \.samples) { ($0.id.value.name, $0.title) }
    })

  static let sampleGrades = DataTable(
    "sample-grades", "Grades within samples", "How many of a sample got one grade.",
    Counted.columns("sample", of: "samples", "grade", "The grade."),
    ofReports: { source in
      Counted.all(in: source.reports, \.samples) { sample in
        (sample.grades?.value ?? []).map {
          (sample.id.value.name, $0.value.grade.name, $0.value.count)
        }
      }
    })

  static let surveys = DataTable(
    "surveys", "Surveys", "A survey, or one question of it.",
    Evidence<Survey>.columns([
      DataColumn("question", "What was asked.") { $0.entry.question },
      DataColumn("base", "How many were asked or answered.") { $0.entry.base },
      DataColumn("scale", "The scale of the answers.") { $0.entry.scale },
      DataColumn("results", "What came of it in words, where no figures survive.") {
        $0.entry.results
      },
      DataColumn("paragraph", "The numbered paragraph that reports it.") { $0.entry.paragraph },
      DataColumn("also_printed", "Other bases that the original prints.") {
        $0.entry.alsoPrinted.map { String($0.size.value) }
      },
    ]),
    ofReports: { source in
      Evidence.all(in: source.reports, \.surveys) { ($0.id.value.name, $0.title) }
    })

  static let surveyAnswers = DataTable(
    "survey-answers", "Answers to surveys", "How many gave one answer.",
    Counted.columns("survey", of: "surveys", "answer", "The answer on the survey's scale."),
    ofReports: { source in
      Counted.all(in: source.reports, \.surveys) { survey in
        (survey.responses?.value ?? []).map {
          (survey.id.value.name, $0.value.answer.name, $0.value.count)
        }
      }
    })

  static let indicators = DataTable(
    "indicators", "Indicators", "A measured figure with its target.",
    Evidence<Indicator>.columns([
      DataColumn("unit", "The unit of the value and the target.") { $0.entry.unit },
      DataColumn("value", "The figure.") { $0.entry.value },
      DataColumn("target", "What it should be.") { $0.entry.target },
      DataColumn("better", "Which direction is better.") { $0.entry.better },
      DataColumn("period", "The time it was measured over.") { $0.entry.period },
      DataColumn("paragraph", "The numbered paragraph that gives it.") { $0.entry.paragraph },
    ]),
    ofReports: { source in
      Evidence.all(in: source.reports, \.indicators) { ($0.id.value.name, $0.title) }
    })

  static let indicatorComparators = DataTable(
    "indicator-comparators", "Comparators of indicators",
    "The figure of another area, or of a whole, beside an indicator.", comparatorColumns,
    ofReports: { source in
      source.reports.flatMap { report in
        report.indicators.flatMap { indicator in
          indicator.comparators.enumerated().map { index, comparator in
            Compared(
              indicator: "\(report.id)/\(indicator.id.value)", place: index + 1,
              comparator: comparator)
          }
        }
      }
    })

  private static let comparatorColumns: [DataColumn<Compared>] = [
    DataColumn("id", "The indicator's id, `/`, and the comparator's place.") {
      RowID("\($0.indicator)/\($0.place)")
    },
    DataColumn("indicator", "The indicator.", of: "indicators") { RowID($0.indicator) },
    DataColumn("area", "The area, where it is one of the register's.") { $0.comparator.area },
    DataColumn("title", "What it is called, where it is not.") { $0.comparator.title },
    DataColumn("value", "Its figure.") { $0.comparator.value },
  ]

  /// A figure of another area, or of a whole, beside an indicator.
  private struct Compared: Sendable {
    let indicator: String
    let place: Int
    let comparator: Indicator.Comparator
  }
}

extension DataTable {
  static let consultationReturns = DataTable(
    "consultation-returns", "Returns to consultations",
    "How many returns to one consultation came in one way, or from one kind of sender.",
    returnColumns, only: \.hasConsultations,
    ofReports: { source in source.reports.flatMap(Returned.all) })

  private static let returnColumns: [DataColumn<Returned>] = [
    DataColumn("id", "The report's id, `/`, what the returns are counted by, `/`, and a place.") {
      RowID("\($0.report.id)/\($0.by.rawValue)/\($0.place)")
    },
    DataColumn("report", "The report on the consultation.") { $0.report.id },
    DataColumn(
      "by",
      "What returns are counted by: the way they came (`responses`) or who sent them "
        + "(`respondents`)."
    ) { $0.by },
    DataColumn("name", "The way, or who sent them, in the report's words.") { $0.count.name },
    DataColumn("count", "How many.") { $0.count.count },
    .address("The report's page.") { .report($0.report.id, anchor: nil) },
  ]

  /// Returns to a consultation that have something in common.
  private struct Returned: Sendable {
    /// What they have in common, by the key in the content format.
    enum Basis: String, DataChoice { case responses, respondents }

    let report: Report
    let by: Basis
    let place: Int
    let count: Count

    static func all(of report: Report) -> [Returned] {
      func returned(_ counts: [Located<Count>], by basis: Basis) -> [Returned] {
        counts.enumerated().map {
          Returned(report: report, by: basis, place: $0 + 1, count: $1.value)
        }
      }
      guard let consultation = report.consultation else { return [] }
      return returned(consultation.responses, by: .responses)
        + returned(consultation.respondents, by: .respondents)
    }
  }
}

extension Register {
  /// Whether any report tells how a consultation was held.
  var hasConsultations: Bool { reports.records.contains { $0.consultation != nil } }
}

/// A sample, survey or indicator of a report.
private struct Evidence<Entry: Sendable>: Sendable {
  let report: Report
  let entry: Entry
  /// Its name in the report.
  let name: String
  let title: InlineText

  /// The columns that all evidence has, with those of its own kind between.
  static func columns(_ own: [DataColumn<Evidence>]) -> [DataColumn<Evidence>] {
    let first: [DataColumn<Evidence>] = [
      DataColumn("id", "The report's id, `/`, and the name in the report.") {
        RowID("\($0.report.id)/\($0.name)")
      },
      DataColumn("report", "The report.") { $0.report.id },
      DataColumn("title", "What it is called.") { $0.title },
    ]
    return first + own
      + [.address("The figures' address.") { .evidence($0.report.id, $0.name) }]
  }

  /// The evidence of a kind in some reports, by what each entry is called.
  static func all(
    in reports: [Report], _ entries: (Report) -> [Entry],
    called names: (Entry) -> (name: String, title: InlineText)
  ) -> [Evidence] {
    reports.flatMap { report in
      entries(report).map { entry in
        let (name, title) = names(entry)
        return Evidence(report: report, entry: entry, name: name, title: title)
      }
    }
  }
}

/// How many of a sample or a survey got or gave one thing.
private struct Counted: Sendable {
  /// The id of the sample or survey.
  let owner: String
  let name: String
  let count: Int

  static func columns(
    _ owner: String, of table: String, _ name: String, _ meaning: String
  ) -> [DataColumn<Counted>] {
    [
      DataColumn("id", "The \(owner)'s id, `/`, and the \(name).") {
        RowID("\($0.owner)/\($0.name)")
      },
      DataColumn(owner, "The \(owner).", of: table) { RowID($0.owner) },
      DataColumn(name, meaning) { RowID($0.name) },
      DataColumn("count", "How many.") { $0.count },
    ]
  }

  /// The counts of all entries of a kind, each with the name of its entry.
  static func all<Entry>(
    in reports: [Report], _ entries: (Report) -> [Entry],
    _ counts: (Entry) -> [(owner: String, name: String, count: Int)]
  ) -> [Counted] {
    reports.flatMap { report in
      entries(report).flatMap(counts).map {
        Counted(owner: "\(report.id)/\($0.owner)", name: $0.name, count: $0.count)
      }
    }
  }
}
