import Diagnostics
import Inspections

/// What an embedded record shows, as lines of plain text: a wording, or figures with their labels.
struct EmbedText {
  let site: SiteContext

  /// The lines below the name; none where the name says it all.
  func lines(of embed: Embed) -> [String] {
    let register = site.register
    switch embed {
    case .recommendation(let id, let number):
      let asked = register.reports[id]?.recommendations.first { $0.number.value == number }
      return asked.map { ["  \($0.text.value.plain)"] } ?? []
    case .sampleChart(let id, let name), .sampleTable(let id, let name):
      guard let text = evidence(of: id) else { return [] }
      return text.report.samples.first { $0.id.value == name }.map(text.figures) ?? []
    case .surveyChart(let id, let name), .surveyTable(let id, let name):
      guard let text = evidence(of: id) else { return [] }
      return text.report.surveys.first { $0.id.value == name }.map(text.figures) ?? []
    case .indicator(let id, let name):
      guard let text = evidence(of: id) else { return [] }
      return text.report.indicators.first { $0.id.value == name }.map(text.figures) ?? []
    case .timeline(let id):
      let address = site.addresses.absolute(Addresses.path(of: .area(id, anchor: nil)))
      return ["  The history is at \(address)"]
    }
  }

  private func evidence(of report: ReportID) -> EvidenceText? {
    site.register.reports[report].map { EvidenceText(report: $0, site: site) }
  }
}

/// The figures that a report rests on, as lines of plain text.
struct EvidenceText {
  let report: Report
  let site: SiteContext

  private var charts: ReportCharts { ReportCharts(report: report, site: site) }

  /// Everything: what was looked at, what people were asked, what was measured.
  var lines: [String] {
    let samples: [String] = report.samples.flatMap(lines(of:))
    let surveys: [String] = report.surveys.flatMap(lines(of:))
    let indicators: [String] = report.indicators.flatMap { indicator in
      [indicator.title.plain] + figures(of: indicator) + remark(indicator.note)
    }
    return samples + surveys + indicators
  }

  private func lines(of sample: Sample) -> [String] {
    let splits = sample.splits.map { "  \($0.title.plain): \(EvidenceViews.words($0))" }
    return [sample.title.plain] + figures(of: sample) + splits + others(sample.alsoPrinted)
      + remark(sample.note)
  }

  private func lines(of survey: Survey) -> [String] {
    let question = survey.question.map { ["  \($0.plain)"] } ?? []
    return [survey.title.plain] + question + figures(of: survey) + others(survey.alsoPrinted)
      + remark(survey.note)
  }

  /// How many there are, and how many got each grade.
  func figures(of sample: Sample) -> [String] {
    guard let chart = charts.distribution(of: sample, title: "") else {
      let size = size(sample.size?.value, at: sample.paragraph?.value)
      return size.isEmpty ? ["  no figures held"] : size
    }
    return ["  \(chart.base)"] + chart.parts.map { "  \($0.title): \($0.count)" }
  }

  /// How many answered, and what.
  func figures(of survey: Survey) -> [String] {
    let results = survey.results.map { ["  \($0.plain)"] } ?? []
    guard let chart = charts.distribution(of: survey, title: "") else {
      return size(survey.base?.value, at: survey.paragraph?.value) + results
    }
    return ["  \(chart.base)"] + chart.parts.map { "  \($0.title): \($0.count)" } + results
  }

  /// The figure, those it is compared with, and the target.
  func figures(of indicator: Indicator) -> [String] {
    let chart = charts.indicator(indicator, title: "")
    let base = [chart.unit.text, chart.base].filter { !$0.isEmpty }.joined(separator: "; ")
    return ["  \(base)"] + chart.figures.map { "  \($0.title): \($0.figure)" }
  }

  private func size(_ size: Known<Int>?, at paragraph: PrintedNumber?) -> [String] {
    let place = paragraph.map { "paragraph \($0)" }
    let count: String? =
      switch size {
      case .known(let size): "\(size) in all"
      case .unknown: "how many is not known"
      case nil: nil
      }
    let words = [count, place].compactMap(\.self)
    return words.isEmpty ? [] : ["  \(words.joined(separator: ", "))"]
  }

  private func others(_ printed: [AlsoPrinted]) -> [String] {
    printed.map { other in
      let place = other.paragraph.map { ", paragraph \($0.value)" } ?? ""
      let note = other.note.map { ". \($0.plain)" } ?? ""
      return "  also printed: \(other.size.value)\(place)\(note)"
    }
  }

  private func remark(_ note: InlineText?) -> [String] { note.map { ["  \($0.plain)"] } ?? [] }
}
