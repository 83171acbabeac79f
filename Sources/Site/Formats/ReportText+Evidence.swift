import Inspections

// What a report rests on and what was answered to it, as lines of text.
extension ReportText {
  /// Samples, surveys and indicators with the figures that the page draws.
  static func evidence(of report: Report, site: SiteContext) -> [String] {
    let charts = ReportCharts(report: report, site: site)
    return report.samples.map { sample in
      line(
        sample,
        [EvidenceViews.sizeWords(sample.size?.value)]
          + [charts.distribution(of: sample, title: "")?.words ?? ""]
          + sample.splits.map { "\($0.title.plain): \(EvidenceViews.words($0))" }
          + alsoPrinted(sample.alsoPrinted))
    }
      + report.surveys.map { survey in
        line(
          survey,
          [
            survey.question?.plain ?? "", EvidenceViews.sizeWords(survey.base?.value),
            charts.distribution(of: survey, title: "")?.words ?? "", survey.results?.plain ?? "",
          ] + alsoPrinted(survey.alsoPrinted))
      }
      + report.indicators.map { indicator in
        line(indicator, [charts.indicator(indicator, title: "").words], in: indicator.unit)
      }
  }

  /// `Case files read: 30; 5 Good, 25 Poor (paragraph 12)`, and what is remarked on it.
  private static func line(
    _ item: some PrintedEvidence, _ words: [String], in unit: String? = nil
  ) -> String {
    let name = item.title.plain + (unit.map { ", \($0)" } ?? "")
    let said = (words + [item.note?.plain ?? ""]).filter { !$0.isEmpty }
    let place = item.paragraph.map { " (paragraph \($0.value))" } ?? ""
    return "\(name): \(said.isEmpty ? "no figures held" : said.joined(separator: "; "))\(place)"
  }

  private static func alsoPrinted(_ others: [AlsoPrinted]) -> [String] {
    others.map { other in
      let place = other.paragraph.map { ", paragraph \($0.value)" } ?? ""
      let note = other.note.map { ". \($0.plain)" } ?? ""
      return "also printed: \(other.size.value)\(place)\(note)"
    }
  }

  /// Who answered and where the answer stands, which is a document of its own.
  static func answers(to report: Report, site: SiteContext) -> [String] {
    let ids = site.register.links.responses[report.id] ?? []
    return ids.compactMap { site.register.responses[$0] }.map { response in
      let author = RecommendationWords.name(of: response.organisation.value, in: site.register)
      let published = response.published.known().map(DateWords.words(_:)) ?? "date not known"
      let address = site.addresses.absolute(Addresses.path(of: .response(response.id, anchor: nil)))
      return "\(author), \(published): \(response.title.value.plain), \(address)"
    }
  }
}
