import Inspections

extension DataTable {
  static let samples = DataTable(
    name: "samples", title: "Samples",
    summary: "Things that inspectors looked at, with their number.",
    columns: evidenceColumns + [
      DataColumn("size", .integer, "How many."),
      DataColumn("paragraph", .integer, "The numbered paragraph that says so."),
      DataColumn("also_printed", .texts, "Other sizes that the original prints."),
      DataColumn("address", .address, "The figures' address.", required: true),
    ]
  ) { site in
    site.register.reports.records.flatMap { report in
      report.samples.map { sample in
        start(sample.id.value.name, sample.title, of: report) + [
          DataValue(sample.size), DataValue(sample.paragraph?.value),
          DataValue(sample.alsoPrinted.map { String($0.size.value) }),
          place(sample.id.value.name, of: report, in: site),
        ]
      }
    }
  }

  static let sampleGrades = DataTable(
    name: "sample-grades", title: "Grades within samples",
    summary: "How many of a sample got one grade.",
    columns: countColumns("sample", of: "samples", "grade", "The grade.")
  ) { site in
    site.register.reports.records.flatMap { report in
      report.samples.flatMap { sample in
        (sample.grades?.value ?? []).map { entry in
          counted(sample.id.value.name, entry.value.grade.name, entry.value.count, of: report)
        }
      }
    }
  }

  static let surveys = DataTable(
    name: "surveys", title: "Surveys", summary: "A survey, or one question of it.",
    columns: evidenceColumns + [
      DataColumn("question", .text, "What was asked."),
      DataColumn("base", .integer, "How many were asked or answered."),
      DataColumn("scale", .id, "The scale of the answers.", titles: .answerScale),
      DataColumn("results", .text, "What came of it in words, where no figures survive."),
      DataColumn("paragraph", .integer, "The numbered paragraph that reports it."),
      DataColumn("also_printed", .texts, "Other bases that the original prints."),
      DataColumn("address", .address, "The figures' address.", required: true),
    ]
  ) { site in
    site.register.reports.records.flatMap { report in
      report.surveys.map { survey in
        start(survey.id.value.name, survey.title, of: report) + [
          DataValue(survey.question?.plain), DataValue(survey.base),
          DataValue(survey.scale?.value.name), DataValue(survey.results?.plain),
          DataValue(survey.paragraph?.value),
          DataValue(survey.alsoPrinted.map { String($0.size.value) }),
          place(survey.id.value.name, of: report, in: site),
        ]
      }
    }
  }

  static let surveyAnswers = DataTable(
    name: "survey-answers", title: "Answers to surveys", summary: "How many gave one answer.",
    columns: countColumns("survey", of: "surveys", "answer", "The answer on the survey's scale.")
  ) { site in
    site.register.reports.records.flatMap { report in
      report.surveys.flatMap { survey in
        (survey.responses?.value ?? []).map { entry in
          counted(survey.id.value.name, entry.value.answer.name, entry.value.count, of: report)
        }
      }
    }
  }

  static let indicators = DataTable(
    name: "indicators", title: "Indicators", summary: "A measured figure with its target.",
    columns: evidenceColumns + [
      DataColumn("unit", .text, "The unit of the value and the target.", required: true),
      DataColumn("value", .number, "The figure."),
      DataColumn("target", .number, "What it should be."),
      DataColumn(
        "better", .choice(Indicator.Better.allCases.map(\.rawValue)), "Which direction is better."),
      DataColumn("period", .interval, "The time it was measured over."),
      DataColumn("paragraph", .integer, "The numbered paragraph that gives it."),
      DataColumn("address", .address, "The figures' address.", required: true),
    ]
  ) { site in
    site.register.reports.records.flatMap { report in
      report.indicators.map { indicator in
        start(indicator.id.value.name, indicator.title, of: report) + [
          .text(indicator.unit), number(indicator.value.value), number(indicator.target?.value),
          DataValue(indicator.better?.rawValue), DataValue(indicator.period),
          DataValue(indicator.paragraph?.value),
          place(indicator.id.value.name, of: report, in: site),
        ]
      }
    }
  }

  static let indicatorComparators = DataTable(
    name: "indicator-comparators", title: "Comparators of indicators",
    summary: "The figure of another area, or of a whole, beside an indicator.",
    columns: [
      DataColumn("id", .id, "The indicator's id, `/`, and the comparator's place.", required: true),
      DataColumn("indicator", .id, "The indicator.", required: true, of: "indicators"),
      DataColumn("area", .id, "The area, where it is one of the register's.", of: "areas"),
      DataColumn("title", .text, "What it is called, where it is not."),
      DataColumn("value", .number, "Its figure.", required: true),
    ]
  ) { site in
    site.register.reports.records.flatMap { report in
      report.indicators.flatMap { indicator in
        indicator.comparators.enumerated().map { index, comparator in
          let id = "\(report.id)/\(indicator.id.value)"
          return [
            .text("\(id)/\(index + 1)"), .text(id), DataValue(comparator.area?.value.name),
            DataValue(comparator.title), .number(comparator.value.value),
          ]
        }
      }
    }
  }

  private static let evidenceColumns = [
    DataColumn("id", .id, "The report's id, `/`, and the name in the report.", required: true),
    DataColumn("report", .id, "The report.", required: true, of: "reports"),
    DataColumn("title", .text, "What it is called.", required: true),
  ]

  private static func countColumns(
    _ owner: String, of table: String, _ name: String, _ meaning: String
  ) -> [DataColumn] {
    [
      DataColumn("id", .id, "The \(owner)'s id, `/`, and the \(name).", required: true),
      DataColumn(owner, .id, "The \(owner).", required: true, of: table),
      DataColumn(name, .id, meaning, required: true),
      DataColumn("count", .integer, "How many.", required: true),
    ]
  }

  private static func start(_ name: String, _ title: InlineText, of report: Report) -> [DataValue] {
    [.text("\(report.id)/\(name)"), .text(report.id.name), .text(title.plain)]
  }

  private static func counted(
    _ owner: String, _ name: String, _ count: Int, of report: Report
  ) -> [DataValue] {
    let id = "\(report.id)/\(owner)"
    return [.text("\(id)/\(name)"), .text(id), .text(name), .integer(count)]
  }

  private static func place(_ name: String, of report: Report, in site: SiteContext) -> DataValue {
    .text(site.addresses.absolute(Addresses.path(of: .evidence(report.id, name))))
  }

  private static func number(_ number: Known<Double>?) -> DataValue {
    switch number {
    case .known(let number): .number(number)
    case .unknown: .unknown
    case nil: .absent
    }
  }
}

extension DataValue {
  /// A recorded number that may be missing or not known.
  init(_ fact: Located<Known<Int>>?) {
    switch fact?.value {
    case .known(let number): self = .integer(number)
    case .unknown: self = .unknown
    case nil: self = .absent
    }
  }
}
