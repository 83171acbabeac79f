import Diagnostics
public import HTML
public import Inspections

/// Draws what a body embeds: recommendations, charts, tables, indicators, timelines.
public struct EmbedRenderer: Sendable {
  private let site: SiteContext

  /// A renderer for one site.
  public init(site: SiteContext) {
    self.site = site
  }

  /// The embedded record as blocks of its own; `caption` is what the author wrote as alternative
  /// text, and `scope` tells a recommendation of the same report from one of another.
  ///
  /// In a text of another language it stands in the site's, as anywhere else, and what it has of records
  /// says theirs.
  public func html(_ embed: Embed, caption: String, in scope: ReferenceScope) -> HTMLFragment {
    let drawn = drawn(embed, Wording(caption, in: site.language(of: scope)), in: scope)
    let language = site.ownLanguage(in: scope)
    guard !drawn.isEmpty, !language.isEmpty else { return drawn }
    var buffer = HTMLBuffer(capacity: drawn.bytes.count + 32)
    buffer.markup("<div")
    buffer.language(language)
    buffer.markup(">")
    buffer.fragment(drawn)
    buffer.markup("</div>\n")
    return buffer.fragment()
  }

  private func drawn(
    _ embed: Embed, _ caption: Wording, in scope: ReferenceScope
  ) -> HTMLFragment {
    let register = site.register
    switch embed {
    case .recommendation(let id, let number):
      guard let report = register.reports[id] else { return .empty }
      return recommendation(number, of: report, isOwn: scope.report == id)
    case .sampleChart(let id, let name):
      return sample(id, name, caption).map { $0.html() } ?? .empty
    case .sampleTable(let id, let name):
      return sample(id, name, caption).map { $0.tableHTML() } ?? .empty
    case .surveyChart(let id, let name):
      guard let (report, survey) = survey(id, name) else { return .empty }
      return ReportCharts(report: report, site: site).answers(to: survey, title: caption) ?? .empty
    case .surveyTable(let id, let name):
      guard let (report, survey) = survey(id, name) else { return .empty }
      return ReportCharts(report: report, site: site).distribution(of: survey, title: caption)?
        .tableHTML() ?? .empty
    case .indicator(let id, let name):
      guard let report = register.reports[id],
        let indicator = report.indicators.first(where: { $0.id.value == name })
      else { return .empty }
      return ReportCharts(report: report, site: site).indicator(indicator, title: caption).html()
    case .timeline(let id):
      guard let area = register.areas[id] else { return .empty }
      var buffer = HTMLBuffer()
      buffer.fragment(link(to: .area(id, anchor: nil), words: caption))
      buffer.fragment(AreaTimeline(site: site).drawing(of: area))
      return buffer.fragment()
    }
  }

  /// The page that shows the embedded record, for places where a block cannot stand.
  public func target(of embed: Embed) -> Target {
    switch embed {
    case .recommendation(let report, let number): .recommendation(report, number)
    case .sampleChart(let report, let name), .sampleTable(let report, let name):
      .evidence(report, name.name)
    case .surveyChart(let report, let name), .surveyTable(let report, let name):
      .evidence(report, name.name)
    case .indicator(let report, let name): .evidence(report, name.name)
    case .timeline(let area): .area(area, anchor: nil)
    }
  }

  /// What the embedded record is called, for a link whose author gave it no words.
  func name(of embed: Embed) -> Wording {
    let register = site.register
    switch embed {
    case .recommendation(let id, let number):
      return Wording(
        RecommendationWords.name(
          number, in: register.reports[id].flatMap { register.framework(of: $0) }))
    case .sampleChart(let id, let name), .sampleTable(let id, let name):
      let sample = register.reports[id]?.samples.first { $0.id.value == name }
      return wording(sample?.title, of: id) ?? Wording(name.name)
    case .surveyChart(let id, let name), .surveyTable(let id, let name):
      return wording(survey(id, name)?.1.title, of: id) ?? Wording(name.name)
    case .indicator(let id, let name):
      let indicator = register.reports[id]?.indicators.first { $0.id.value == name }
      return wording(indicator?.title, of: id) ?? Wording(name.name)
    case .timeline(let id):
      return register.areas[id].map { $0.wording($0.title.value) } ?? Wording(id.name)
    }
  }

  private func wording(_ title: InlineText?, of report: ReportID) -> Wording? {
    guard let title, let report = site.register.reports[report] else { return nil }
    return report.wording(title)
  }

  private func sample(_ id: ReportID, _ name: SampleID, _ caption: Wording) -> DistributionChart? {
    guard let report = site.register.reports[id],
      let sample = report.samples.first(where: { $0.id.value == name })
    else { return nil }
    return ReportCharts(report: report, site: site).distribution(of: sample, title: caption)
  }

  private func survey(_ id: ReportID, _ name: SurveyID) -> (Report, Survey)? {
    guard let report = site.register.reports[id],
      let survey = report.surveys.first(where: { $0.id.value == name })
    else { return nil }
    return (report, survey)
  }

  private func recommendation(
    _ number: PrintedNumber, of report: Report, isOwn: Bool
  ) -> HTMLFragment {
    let asked = site.histories[report]
    guard let followed = asked.first(where: { $0.recommendation.number.value == number }) else {
      return .empty
    }
    let found = followed.recommendation
    let name = NumberWords.capitalised(
      RecommendationWords.name(number, in: site.register.framework(of: report)))
    var buffer = HTMLBuffer()
    buffer.markup("<aside class=\"recommendation\" aria-label=\"")
    buffer.text(name)
    buffer.markup("\"><p class=\"kind\"><a href=\"")
    buffer.text(site.addresses.link(.recommendation(report.id, number)))
    buffer.markup("\">")
    buffer.text(name)
    buffer.markup("</a>")
    if !isOwn {
      buffer.markup(" of <a href=\"")
      buffer.text(site.addresses.link(.report(report.id, anchor: nil)))
      buffer.markup("\"")
      buffer.language(report.titleLanguage)
      buffer.markup(">")
      buffer.words(report.title.value.plain)
      buffer.markup("</a>")
    }
    if !found.to.isEmpty {
      buffer.markup(", to ")
      buffer.words(RecommendationWords.addressees(of: found, in: site.register))
    }
    buffer.markup("</p><p class=\"wording\">")
    buffer.fragment(site.text(found.text.value, in: ReferenceScope(report)))
    buffer.markup("</p><p>")
    buffer.fragment(StatusMark.html(of: followed))
    buffer.markup(" <span class=\"worked-out\">")
    buffer.words(StatusWords.reason(followed, in: site.register))
    buffer.markup("</span>")
    if let due = StatusWords.due(beside: followed, in: site.register) {
      buffer.markup("; <span class=\"standing\">")
      buffer.words(due)
      buffer.markup("</span>")
    }
    buffer.markup("</p></aside>\n")
    return buffer.fragment()
  }

  private func link(to target: Target, words: Wording) -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.markup("<p>")
    buffer.openLink(site.addresses.link(target))
    buffer.words(words)
    buffer.markup("</a></p>\n")
    return buffer.fragment()
  }
}
