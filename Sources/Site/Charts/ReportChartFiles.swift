import Inspections

/// The figures of each chart of a report as a file beside the report, in the words of the chart.
enum ReportChartFile {
  /// What the chart is of.
  enum Kind: String {
    case sample, survey, indicator
    /// Several questions on one scale.
    case answers
  }

  static func path(_ kind: Kind, _ name: String, of report: Report) -> String {
    Addresses.path(of: .report(report.id, anchor: nil)) + "figures/\(kind.rawValue)-\(name).csv"
  }
}

extension ReportCharts {
  /// The address of a chart's file; nil where the site publishes no data.
  func file(_ kind: ReportChartFile.Kind, _ name: String) -> String? {
    site.publishes(.data)
      ? site.addresses.link(ReportChartFile.path(kind, name, of: report)) : nil
  }

  /// The surveys that have figures, those on one scale together.
  var surveysByScale: [(scale: AnswerScaleID?, surveys: [Survey])] {
    var groups: [(scale: AnswerScaleID?, surveys: [Survey])] = []
    for survey in report.surveys where survey.responses != nil {
      let scale = survey.scale?.value
      if let index = groups.firstIndex(where: { $0.scale == scale && scale != nil }) {
        groups[index].surveys.append(survey)
      } else {
        groups.append((scale, [survey]))
      }
    }
    return groups
  }

  /// The files of all charts that the report or a text that embeds them may show.
  fileprivate var files: [PlannedFile] {
    let samples = report.samples.compactMap { sample in
      distribution(of: sample, title: "").map {
        (ReportChartFile.Kind.sample, sample.id.value.name, $0)
      }
    }
    let surveys = report.surveys.compactMap { survey in
      distribution(of: survey, title: "").map {
        (ReportChartFile.Kind.survey, survey.id.value.name, $0)
      }
    }
    return (samples + surveys).map { kind, name, chart in
      file(kind, name, [chart.partName.text, "Number"]) {
        chart.parts.map { [.text($0.title.text), .integer($0.count)] }
      }
    } + answerFiles + indicatorFiles
  }

  private var answerFiles: [PlannedFile] {
    surveysByScale.compactMap { scale, surveys in
      guard surveys.count > 1, let scale, let chart = opinions(surveys, title: "") else {
        return nil
      }
      return file(.answers, scale.name, ["Question"] + chart.answers.map(\.title)) {
        chart.questions.map { [.text($0.title.text)] + $0.counts.map(DataValue.integer) }
      }
    }
  }

  private var indicatorFiles: [PlannedFile] {
    report.indicators.map { indicator in
      let chart = self.indicator(indicator, title: "")
      let target = chart.target.map { [IndicatorChart.Row(title: "Target", value: $0)] } ?? []
      return file(.indicator, indicator.id.value.name, ["Whose", "Figure, \(chart.unit)"]) {
        (chart.rows + target).map { row in
          [.text(row.title.text), row.value.map(DataValue.number) ?? .unknown]
        }
      }
    }
  }

  private func file(
    _ kind: ReportChartFile.Kind, _ name: String, _ heads: [String],
    rows: @escaping @Sendable () -> [[DataValue]]
  ) -> PlannedFile {
    PlannedFile(path: ReportChartFile.path(kind, name, of: report)) { put in
      SpreadsheetCSV.write(heads, rows: rows(), to: put)
    }
  }
}

/// The files beside reports with the figures of their charts.
public func chartFiles(_ site: SiteContext) -> [PlannedFile] {
  guard site.publishes(.data) else { return [] }
  return site.register.reports.records.flatMap { ReportCharts(report: $0, site: site).files }
}
