import CommonMark
import HTML
import Inspections
import Templates

/// What a report rests on: samples, surveys and indicators, each with a place of its own on the page,
/// and which judgements rest on which samples.
struct ReportEvidence: Sendable {
  let trail: [TrailRow]
  let samples: [EvidenceEntry<Sample>]
  let surveys: [EvidenceEntry<Survey>]
  /// Charts of what the body does not show itself.
  let charts: [HTMLFragment]
  let indicators: [EvidenceEntry<Indicator>]

  var isEmpty: Bool { samples.isEmpty && surveys.isEmpty && indicators.isEmpty }

  static let view = View<ReportEvidence>(
    "ReportEvidence", "What a report rests on.",
    [
      .list("trail", "Judgements with the samples they rest on.", TrailRow.view) { $0.trail },
      .list("samples", "What was looked at.", EvidenceViews.sample) { $0.samples },
      .list("surveys", "The surveys, or the questions of one.", EvidenceViews.survey) {
        $0.surveys
      },
      .list("indicators", "Measured figures.", EvidenceViews.indicator) { $0.indicators },
      .html("charts", "Charts of what the body does not show itself; may be empty.") { evidence in
        var buffer = HTMLBuffer()
        for chart in evidence.charts { buffer.fragment(chart) }
        return buffer.fragment()
      },
    ])

  /// Gathers the evidence; a chart that the body shows is not drawn again, but questions on one scale
  /// are always drawn together, so that they can be compared.
  init(of report: Report, site: SiteContext) {
    let charts = ReportCharts(report: report, site: site)
    let shown = EmbeddedEvidence(in: report, register: site.register)
    var anchors = EvidenceAnchors(taken: report.header.body.anchors)
    var drawn: [HTMLFragment] = []
    trail = TrailRow.all(of: report, site: site)
    samples = report.samples.map { sample in
      if !shown.names.contains(sample.id.value.name),
        let chart = charts.distribution(of: sample, title: report.wording(sample.title)),
        chart.total > 0
      {
        drawn.append(chart.html())
      }
      return EvidenceEntry(
        item: sample, anchor: anchors.anchor(sample.id.value.name), report: report, site: site)
    }
    surveys = report.surveys.map { survey in
      EvidenceEntry(
        item: survey, anchor: anchors.anchor(survey.id.value.name), report: report, site: site)
    }
    drawn += Self.surveyCharts(of: report, charts, shown)
    indicators = report.indicators.map { indicator in
      if !shown.names.contains(indicator.id.value.name) {
        drawn.append(charts.indicator(indicator, title: report.wording(indicator.title)).html())
      }
      return EvidenceEntry(
        item: indicator, anchor: anchors.anchor(indicator.id.value.name), report: report,
        site: site)
    }
    self.charts = drawn
  }

  /// Questions on one scale with a neutral answer as one chart where there are several; others alone.
  private static func surveyCharts(
    of report: Report, _ charts: ReportCharts, _ shown: EmbeddedEvidence
  ) -> [HTMLFragment] {
    charts.surveysByScale.flatMap { group -> [HTMLFragment] in
      if group.surveys.count > 1,
        let chart = charts.opinions(
          group.surveys,
          title: Wording(
            "\(NumberWords.capitalised(NumberWords.words(group.surveys.count))) questions side by side"
          ))
      {
        return [chart.html()]
      }
      return group.surveys.filter { !shown.names.contains($0.id.value.name) }
        .compactMap { charts.answers(to: $0, title: report.wording($0.title)) }
    }
  }
}

/// The places of samples, surveys and indicators on the page: a name is given once, so that every id
/// stays unique where a sample and a survey share one or a heading of the body has it.
struct EvidenceAnchors {
  private var taken: Set<String>

  init(taken: Set<String>) {
    self.taken = taken
  }

  /// The id of a place; empty where it is taken.
  mutating func anchor(_ name: String) -> String {
    let anchor = "evidence-\(name)"
    return taken.insert(anchor).inserted ? anchor : ""
  }
}

/// The samples, surveys and indicators of a report that its body shows itself.
struct EmbeddedEvidence {
  let names: Set<String>

  init(in report: Report, register: Register) {
    var names: Set<String> = []
    let scope = ReferenceScope(report)
    for reference in report.header.body.references where reference.kind == .blockEmbed {
      guard case .resolved(.embed(let embed)) = resolve(reference, in: scope, register: register)
      else { continue }
      switch embed {
      case .sampleChart(report.id, let name): names.insert(name.name)
      case .surveyChart(report.id, let name): names.insert(name.name)
      case .indicator(report.id, let name): names.insert(name.name)
      default: break
      }
    }
    self.names = names
  }
}

/// A judgement with the samples it rests on.
struct TrailRow: Sendable {
  let judgement: ReportJudgementRow
  let samples: [TrailSample]

  static let view = View<TrailRow>(
    "TrailRow", "A judgement with the samples it rests on.",
    [
      .record("judgement", "The judgement.", ReportJudgementRow.view) { $0.judgement },
      .list("samples", "The samples, with their figures.", TrailSample.view) { $0.samples },
    ])

  static func all(of report: Report, site: SiteContext) -> [TrailRow] {
    report.judgements.filter { !$0.samples.isEmpty }.map { judgement in
      let found = JudgementInReport(judgement, in: report, of: site.register)
      return TrailRow(
        judgement: ReportJudgementRow(
          subject: JudgedSubject(judgement, in: report, site: site),
          grade: GradeMark.html(judgement, in: found.framework), found: found, site: site,
          place: JudgementPlace(judgement.paragraph?.value, judgement.heading?.value, in: report),
          isSection: false, isPart: false, note: .empty),
        samples: judgement.samples.map { TrailSample(of: $0.value, in: report, site: site) })
    }
  }
}

/// A sample that a judgement rests on.
struct TrailSample: Sendable {
  let title: Wording
  /// The link to its figures; nil where the report has no such sample.
  let link: String?
  /// How many there are, and how many got each grade; may be empty.
  let figures: HTMLFragment

  init(of id: SampleID, in report: Report, site: SiteContext) {
    guard let sample = report.samples.first(where: { $0.id.value == id }) else {
      (title, link, figures) = (Wording(id.name), nil, .empty)
      return
    }
    let size = EvidenceViews.sizeWords(sample.size?.value)
    let chart = ReportCharts(report: report, site: site).distribution(of: sample, title: "")
    var buffer = HTMLBuffer()
    buffer.words(size)
    if !size.isEmpty, chart != nil { buffer.markup(": ") }
    if let chart { buffer.fragment(chart.marked) }
    title = report.wording(sample.title)
    link = site.addresses.link(.evidence(report.id, id.name))
    figures = buffer.fragment()
  }

  static let view = View<TrailSample>(
    "TrailSample", "A sample that a judgement rests on.",
    [
      .text("title", "What was looked at.") { $0.title.text },
      .language { $0.title.language },
      .address("link", "Its figures; absent where the report has none.") { $0.link },
      .html("figures", "How many there are, and how many got each grade; may be empty.") {
        $0.figures
      },
    ])
}
