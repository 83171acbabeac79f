import Diagnostics
import HTML
import Inspections
import Testing

@testable import Site

/// Five hundred histories, laid out: nothing meets, nothing is outside, nothing is missing.
struct TimelineLayoutTests {
  @Test(arguments: 0..<10)
  func `of generated histories no text meets another, and every event is drawn or counted`(
    batch: UInt64
  ) throws {
    for seed in (batch * 50)..<(batch * 50 + 50) {
      let history = GeneratedHistory(seed: seed)
      let site = site(history.files, on: "2026-11-23")
      let area = try #require(site.register.areas[AreaID("north")])
      let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
      guard let layout = AreaRows(of: overview, in: site).layout() else {
        #expect(overview.history.events.allSatisfy { $0.date == nil }, "\(seed)")
        continue
      }
      holdApart(layout, "\(seed)")
      holdInside(layout, "\(seed)")
      hold(layout, complete: history, "\(seed)")
    }
  }

  /// All rows with those that they open to.
  private func all(_ rows: [TimelineLayout.Row]) -> [TimelineLayout.Row] {
    rows.flatMap { [$0] + all($0.items) }
  }

  private func holdApart(_ layout: TimelineLayout, _ seed: String) {
    for line in 0...1 {
      let extents = layout.labels.filter { $0.line == line }.map(\.extent)
        .sorted { $0.lowerBound < $1.lowerBound }
      for (left, right) in zip(extents, extents.dropFirst()) {
        #expect(left.upperBound <= right.lowerBound, "labels of \(seed)")
      }
    }
    for row in all(layout.rows) {
      for lane in 0..<row.lanes {
        let extents = row.marks.filter { $0.lane == lane }.map(\.extent)
        for (left, right) in zip(extents, extents.dropFirst()) {
          #expect(left.upperBound < right.lowerBound, "marks of \(row.row.lead) in \(seed)")
        }
      }
    }
  }

  private func holdInside(_ layout: TimelineLayout, _ seed: String) {
    let plot = -0.001...(TimelineLayout.plotWidth + 0.001)
    let isInside = { (extent: ClosedRange<Double>) in
      plot.contains(extent.lowerBound) && plot.contains(extent.upperBound)
    }
    #expect(layout.labels.allSatisfy { isInside($0.extent) }, "labels of \(seed)")
    let today = layout.axis.endsToday ? "today" : "today is in here"
    #expect(layout.labels.last?.text == today, "labels of \(seed)")
    for row in all(layout.rows) {
      #expect(row.lanes <= TimelineLayout.mostLanes)
      #expect(row.marks.allSatisfy { isInside($0.extent) }, "\(row.row.lead) in \(seed)")
      for mark in row.marks {
        // A digit is at most 0.56 em wide, and a count has at most three of three quarters the size.
        let content = mark.marks.count > 1 ? 3 * 0.56 * 0.75 : mark.marks[0].shape.width
        #expect(content <= mark.width)
      }
      for stroke in row.strokes {
        #expect(0 <= stroke.from || stroke.kind == .band && stroke.isCut, "\(seed)")
        #expect(stroke.from <= stroke.to && stroke.to <= 100, "\(seed)")
      }
    }
  }

  private func hold(
    _ layout: TimelineLayout, complete history: GeneratedHistory, _ seed: String
  ) {
    let rows = layout.rows
    let report = rows.filter {
      ["Inspected", "Judged in other reports", "Other reports"].contains($0.row.lead)
    }
    let visit = rows.filter { ["Visited", "Followed up"].contains($0.row.lead) }
    func drawn(_ rows: [TimelineLayout.Row]) -> Int {
      rows.flatMap(\.marks).map(\.marks.count).reduce(0, +)
    }
    func said(_ rows: [TimelineLayout.Row]) -> Int {
      rows.map { count(before: " without a date", in: $0.row.rest) }.reduce(0, +)
    }
    #expect(drawn(report + visit) == history.dated, "\(seed)")
    #expect(said(report + visit) == history.undated, "\(seed)")
    #expect(drawn(visit) + said(visit) == history.visits, "\(seed)")
    let press = rows.filter { $0.row.lead == "Press coverage" }
    #expect(drawn(press) == history.accounts.dated, "\(seed)")
    #expect(said(press) == history.accounts.undated, "\(seed)")
    let asked = all(rows).filter { $0.row.lead.hasPrefix("Asked") }
    // The latest open to their items; of the others the row says how many there are.
    let counts = asked.map { row in
      row.items.isEmpty
        ? row.row.lead.split(separator: " ").last.flatMap { Int($0) } ?? 0 : row.items.count
    }
    #expect(counts.reduce(0, +) == history.asked, "\(seed)")
  }

  private func count(before words: String, in text: String) -> Int {
    guard let end = text.range(of: words)?.lowerBound else { return 0 }
    let word = text[..<end].split(separator: " ").last.map(String.init) ?? ""
    return (1...40).first { NumberWords.words($0) == word } ?? 0
  }

  @Test func `ten years with thirty recommendations fit a screen of 900 pixels`() throws {
    let aspects = (1...7).map { "{id: a\($0), title: Aspect \($0)}" }.joined(separator: ", ")
    var files = [
      "reports/north-2009.md": "",
      "frameworks/round.md": """
      title: The round of 2009
      inspectorate: ofsted
      grades: [{id: good, title: Good}, {id: fair, title: Fair}, {id: poor, title: Poor}]
      aspects: [\(aspects)]
      """,
    ]
    for year in 2009...2018 {
      let judged = (1...7).map { "{aspect: a\($0), grade: fair}" }.joined(separator: ", ")
      let items = (1...3).map { "{id: \($0), text: Do it., due: within \($0) months}" }
      files["reports/north-\(year).md"] = """
        title: Inspection of \(year)
        kind: inspection
        publisher: ofsted
        framework: round
        form: known-of
        area: north
        published: \(year)-06-15
        overall: good
        judgements: [\(judged)]
        recommendations: [\(items.joined(separator: ", "))]
        """
    }
    let site = site(files, on: "2019-01-01")
    let area = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    #expect(overview.recommendations.count == 30)
    let layout = try #require(AreaRows(of: overview, in: site).layout())
    // At 1280 pixels the drawing is 1120 wide, its text 14 high, a letter about half as wide.
    let letters = 1120 * TimelineLayout.wordsShare / 7
    let lines = layout.rows.map { row in
      (Double("\(row.row.lead) \(row.row.rest)".count) / letters).rounded(.up) * 1.35 + 0.3
    }
    let height = zip(layout.rows, lines).map { max($0.height, $1, 1.75) }.reduce(0, +)
    #expect((TimelineLayout.headHeight + height) * 14 < 900)
  }
}
