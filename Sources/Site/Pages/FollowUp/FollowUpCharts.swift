import HTML
import Inspections

/// The figures of how recommendations fare, drawn.
enum FollowUpCharts {
  /// The statuses in the order in which they are drawn: what is closed begins at zero.
  static let kinds: [RecommendationStatus.Kind] = [
    .closed, .open, .pastDate, .notKnown, .withdrawn,
  ]

  /// Where everything stands today, by the year of the report that asked.
  static func years(_ figures: FollowUpFigures, file: String?) -> HTMLFragment {
    let kinds = used(kinds, in: [figures.all])
    return SegmentsChart(
      title: "By the year of the report", base: "(\(FigureWords.yearOfReport))",
      rowName: "Year of the report", totalName: "In all", parts: kinds.map(part),
      rows: figures.years.map { year in
        SegmentsChart.Row(
          title: year.year.map { "\($0)" } ?? "Not known", counts: kinds.map { year.counts[$0] })
      }, file: file
    ).html()
  }

  /// What was open or past its date at the end of each year; what is not known is drawn beside it and not
  /// counted in.
  static func ends(_ figures: FollowUpFigures, file: String?) -> HTMLFragment {
    let counts = figures.ends.map(\.counts)
    let kinds = used(kinds.filter { $0 != .closed }, in: counts)
    guard !kinds.isEmpty else { return .empty }
    let undated = figures.undated
    let left =
      undated == 0
      ? "" : "; without \(NumberWords.words(undated)) asked in a year that is not known"
    return SegmentsChart(
      title: "At the end of each year", base: "(\(FigureWords.dayOfAsking)\(left))",
      rowName: "End of",
      totalName: "Open or past its date", parts: kinds.map(part),
      rows: spans(of: figures.ends).map { span in
        SegmentsChart.Row(
          title: title(of: span), counts: kinds.map { span.last.counts[$0] },
          stated: span.last.counts.unclosed)
      }, file: file
    ).html()
  }

  /// Years at the ends of which the same was so.
  private struct Span {
    var years: ClosedRange<Int>
    var last: FollowUpFigures.YearEnd
  }

  /// Years in which nothing changed are one row, for it is changes that are to be seen; today is a row of
  /// its own.
  private static func spans(of ends: [FollowUpFigures.YearEnd]) -> [Span] {
    var spans: [Span] = []
    for (place, end) in ends.enumerated() {
      let year = end.day.components.year
      if place < ends.count - 1, let span = spans.last, span.last.counts == end.counts {
        spans[spans.count - 1] = Span(years: span.years.lowerBound...year, last: end)
      } else {
        spans.append(Span(years: year...year, last: end))
      }
    }
    return spans
  }

  /// `2009`, `2010 to 2025`, `2026 so far`.
  private static func title(of span: Span) -> String {
    let last = span.years.upperBound
    guard span.last.isOver else { return "\(last) so far" }
    return span.years.count == 1 ? "\(last)" : "\(span.years.lowerBound) to \(last)"
  }

  /// How everything compares with the time that was set.
  static func timings(_ figures: FollowUpFigures, file: String?) -> HTMLFragment {
    SegmentsChart(
      title: "Against the time that was set", base: "", rowName: "What came of it",
      totalName: "Number", parts: [],
      rows: figures.timings.map { timing, count in
        SegmentsChart.Row(title: FigureWords.title(timing), counts: [count])
      }, file: file
    ).html()
  }

  private static func used(
    _ kinds: [RecommendationStatus.Kind], in counts: [StatusCounts]
  ) -> [RecommendationStatus.Kind] {
    kinds.filter { kind in counts.contains { $0[kind] > 0 } }
  }

  private static func part(_ kind: RecommendationStatus.Kind) -> SegmentsChart.Part {
    let pattern: ChartPattern =
      switch kind {
      case .closed: .ramp(5)
      case .open: .ramp(3)
      case .pastDate: .ramp(2)
      case .notKnown: .none
      case .withdrawn: .ramp(4)
      }
    return SegmentsChart.Part(title: Wording(StatusWords.title(kind)), pattern: pattern)
  }
}
