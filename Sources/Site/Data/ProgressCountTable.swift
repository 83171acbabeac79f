import Inspections

extension DataTable {
  static let progressCounts = DataTable(
    "progress-counts", "Progress as counts",
    "How many recommendations got one conclusion at a visit of which the single conclusions are not known.",
    progressCountColumns, only: \.countsProgress,
    ofReports: { source in source.reports.flatMap(Counted.all) })

  private static let progressCountColumns: [DataColumn<Counted>] = [
    DataColumn("id", "The visit's id, `/`, and the conclusion's.") {
      RowID("\($0.visit.id)/\($0.conclusion)")
    },
    DataColumn("visit", "The visit's report.") { $0.visit.id },
    DataColumn(
      "judgement", "The conclusion on the framework's progress scale.",
      title: { ReportWords.progress(ID($1), in: $2.framework(of: $0.visit)) }
    ) { $0.conclusion },
    DataColumn("count", "How many got it.") { $0.count },
    DataColumn("published", "When the visit's report was published.") { $0.visit.published },
    .address("The visit's page.") { .report($0.visit.id, anchor: nil) },
  ]

  /// How many got a conclusion.
  private struct Counted: Sendable {
    let visit: Report
    let conclusion: ProgressGradeID
    let count: Int

    static func all(of visit: Report) -> [Counted] {
      (visit.visit?.progressCounts ?? []).map {
        Counted(visit: visit, conclusion: $0.value.grade, count: $0.value.count)
      }
    }
  }
}

extension Register {
  /// Whether any visit records its conclusions as counts.
  fileprivate var countsProgress: Bool {
    reports.records.contains { $0.visit?.progressCounts.isEmpty == false }
  }
}
