import CommonMark
import HTML
import Inspections
import Testing

@testable import Site

@Suite struct ChartTests {
  static let scale: [Wording] = ["Good", "Fair", "Poor"]

  func distribution(_ counts: [Int]) -> DistributionChart {
    DistributionChart(
      title: "Reports", base: "", partName: "Grade",
      parts: zip(Self.scale, counts).enumerated().map { place, part in
        .init(title: part.0, count: part.1, pattern: .place(place, of: 3))
      })
  }

  @Test(arguments: [[0, 0, 1], [1, 7, 25], [33, 33, 34], [1, 0, 999], [0, 5, 0]])
  func `the segments of a distribution lie side by side and fill the bar`(_ counts: [Int]) {
    var end = 0.0
    let segments = distribution(counts).segments
    for segment in segments {
      #expect(abs(segment.start - end) < 1e-9)
      end = segment.start + segment.width
    }
    #expect(abs(end - 100) < 1e-9)
    #expect(segments.count == counts.count { $0 > 0 })
  }

  @Test func `a grade that nobody got has no segment, but a place in key and table`() {
    let html = distribution([0, 7, 25]).html().string
    #expect(!html.contains("<rect class=\"pattern-5\" x="))
    #expect(html.contains("Good <b>0</b>"))
    #expect(html.contains("<th scope=\"row\">Good</th><td class=\"number\">0</td>"))
    #expect(html.contains("aria-label=\"Good: 0, Fair: 7, Poor: 25\""))
  }

  @Test func `a chart of nothing has no bar and divides by nothing`() {
    let html = distribution([0, 0, 0]).html().string
    #expect(!html.contains("role=\"img\""))
    #expect(!html.contains("nan"))
    #expect(html.contains("<td class=\"number\">–</td>"))
  }

  @Test func `each step of a scale has a pattern of its own`() {
    #expect((0..<5).map { ChartPattern.place($0, of: 5) } == [5, 4, 3, 2, 1].map { .ramp($0) })
    #expect((0..<4).map { ChartPattern.place($0, of: 4) } == [5, 4, 2, 1].map { .ramp($0) })
    #expect(Set((0..<3).map { ChartPattern.place($0, of: 3) }).count == 3)
    #expect(ChartPattern.place(0, of: 1) == .ramp(5))
  }

  @Test func `positions have at most two decimals and no zeros at their end`() {
    #expect(
      [0, 100, 12.5, 3.0303, 99.999, -4.25].map(ChartFigures.percent)
        == ["0%", "100%", "12.5%", "3.03%", "100%", "-4.25%"])
    #expect(ChartFigures.percent(0.05) == "0.05%")
    #expect(ChartFigures.share(25, of: 33) == "75.8%")
  }

  func opinions(_ rows: [[Int]]) -> OpinionsChart {
    OpinionsChart(
      title: "Replies", base: "",
      answers: [
        .init(title: "Agree", isApart: false), .init(title: "Neither", isApart: false),
        .init(title: "Disagree", isApart: false), .init(title: "No answer", isApart: true),
      ], neutral: 1,
      questions: rows.map { .init(title: "Question", counts: $0, anchor: "") })
  }

  @Test(arguments: [
    [[15, 4, 2, 0]], [[5, 10, 4, 1], [0, 0, 20, 0]], [[0, 0, 0, 9]], [[0, 0, 0, 0]],
  ])
  func `bars of answers stay within the drawing, around one middle`(_ rows: [[Int]]) {
    let chart = opinions(rows)
    let geometry = chart.geometry
    for question in chart.questions {
      let segments = chart.segments(of: question, in: geometry)
      #expect(segments.allSatisfy { $0.start > -1e-9 && $0.start + $0.width < 100 + 1e-9 })
      if let neutral = segments.first(where: { $0.answer == 1 }) {
        #expect(abs(neutral.start + neutral.width / 2 - geometry.middle) < 1e-9)
      }
      let apart = segments.filter { $0.answer == 3 }
      let others = segments.filter { $0.answer != 3 }
      #expect(apart.allSatisfy { gap in others.allSatisfy { $0.start + $0.width < gap.start } })
    }
  }

  @Test func `one line with a name runs behind all questions, and numbers stand in the bars`() {
    let html = opinions([[5, 10, 4, 1], [1, 2, 3, 0]]).html().string
    let lines = html.split(separator: "<line class=\"axis\"").dropFirst().map {
      $0.prefix { $0 != "/" }
    }
    #expect(lines.count == 3)
    #expect(Set(lines.map { $0.prefix { $0 != "y" } }).count == 1)
    #expect(html.contains(">Neither</text>"))
    for number in [5, 10, 4] { #expect(html.contains(" y=\"1.62em\">\(number)</text>")) }
    #expect(html.contains("aria-label=\"Agree: 5, Neither: 10, Disagree: 4, No answer: 1\""))
    #expect(html.contains("class=\"pattern-none\""))
  }

  func indicator(_ value: Double?, target: Double?, others: [Double] = []) -> IndicatorChart {
    IndicatorChart(
      title: "Complaints", about: "", paragraph: nil, unit: "per cent",
      value: .init(title: "North", value: value),
      target: target, comparators: others.map { .init(title: "Nation", value: $0) })
  }

  @Test(arguments: [(26.0, 65.0, [34.0]), (0, 0, []), (-5, 10, [-20]), (1e6, 1, [])])
  func `figures of an indicator stand within the plot, on their side of zero`(
    _ value: Double, _ target: Double, _ others: [Double]
  ) {
    let chart = indicator(value, target: target, others: others)
    for figure in [value, target] + others {
      #expect((0.0...82.0).contains(chart.position(of: figure)))
      #expect((chart.position(of: figure) < chart.position(of: 0)) == (figure < 0))
    }
  }

  @Test func `an indicator says by how much each figure misses its target`() {
    let html = indicator(26, target: 65, others: [70]).html().string
    #expect(html.contains("<td class=\"number\">39 below</td>"))
    #expect(html.contains("<td class=\"number\">5 above</td>"))
    for (name, figure) in [("Target", "65%"), ("North", "26%"), ("Nation", "70%")] {
      #expect(html.contains("<li><span>\(name)</span>"))
      #expect(html.contains("aria-label=\"\(figure)\""))
    }
  }

  @Test func `a figure that is not known is said and not drawn`() {
    let html = indicator(nil, target: nil).html().string
    #expect(!html.contains("class=\"value\""))
    #expect(!html.contains("class=\"target\""))
    #expect(html.contains("not known"))
  }
}

@Suite struct EvidenceFigureTests {
  func chart(_ fields: String) throws -> (Report, ReportCharts) {
    let site = reportSite(ReportSamples.report(fields))
    let report = try site.north()
    return (report, ReportCharts(report: report, site: site))
  }

  @Test(arguments: [
    ("size: 3, ", "3 in all"), ("size: 4, ", "4 in all as printed, 3 by adding up"),
    ("size: unknown, ", "how many in all is not known; these add up to 3"), ("", "3 in all"),
  ])
  func `the base says what was printed and what the parts add up to`(_ size: String, _ base: String)
    throws
  {
    let (report, charts) = try chart(
      "samples: [{id: files, title: Files, \(size)grades: {poor: 2, good: 1}}]")
    let drawn = try #require(charts.distribution(of: report.samples[0], title: "Files"))
    #expect(drawn.base == base)
    #expect(drawn.parts.map(\.count) == [1, 0, 2])
  }

  @Test func `answers without a neutral one are parts of a whole`() throws {
    let (report, charts) = try chart(
      "surveys: [{id: q, title: How often, base: 3, scale: frequency, responses: {often: 3, never: 0}}]"
    )
    #expect(charts.opinions(report.surveys, title: "") == nil)
    let html = try #require(charts.answers(to: report.surveys[0], title: "How often")).string
    #expect(html.contains("class=\"chart distribution\""))
    #expect(html.contains("3 answers"))
  }

  @Test func `answers of no scale keep the order they are written in`() throws {
    let (report, charts) = try chart(
      "surveys: [{id: q, title: Replies, responses: {yes: 1, no: 2}}]")
    let drawn = try #require(charts.distribution(of: report.surveys[0], title: ""))
    #expect(drawn.parts.map(\.title) == ["yes", "no"])
  }

  @Test func `answers around a neutral one diverge`() throws {
    let (report, charts) = try chart(
      "surveys: [{id: q, title: Replies, base: 6, scale: agreement, responses: {agree: 3, neither: 2, disagree: 1, none: 0}}]"
    )
    let drawn = try #require(charts.opinions(report.surveys, title: "Replies"))
    #expect(abs(drawn.geometry.middle - 100 * 4.0 / 6) < 1e-9)
  }

  @Test func `the figures of a chart stand beside the report as a file`() throws {
    let site = reportSite(
      ReportSamples.report(
        """
        samples: [{id: files, title: Files, size: 3, grades: {poor: 2, good: 1}}]
        surveys: [{id: q, title: Replies, scale: agreement, responses: {agree: 3, neither: 2}}, \
        {id: p, title: More, scale: agreement, responses: {disagree: 4}}]
        """))
    let report = try site.north()
    let folder = "reports/\(report.id)/figures/"
    let charts = ReportCharts(report: report, site: site)
    let drawn = try #require(charts.opinions(report.surveys, title: "Replies"))
    #expect(drawn.file == "\(site.addresses.basePath)\(folder)answers-agreement.csv")
    #expect(
      drawn.html().string.contains(
        "download>These figures as CSV<span class=\"unseen\">: Replies</span></a>"))
    let files = chartFiles(site)
    #expect(
      files.map(\.path)
        == [
          "sample-files", "survey-q", "survey-p", "answers-agreement",
        ].map { "\(folder)\($0).csv" })
    let rows = files.map { String(decoding: $0.bytes(), as: UTF8.self).split(separator: "\r\n") }
    #expect(rows[0].contains("Poor,2") && rows[0].contains("Good,1"))
    #expect(rows[3].dropFirst().map { $0.prefix { $0 != "," } } == ["Replies", "More"])
  }
}
