import Diagnostics
import CommonMark
import HTML
import Inspections
import Templates

/// An area's judgements on one scale: the latest on each aspect, and all of them over time.
struct JudgementGroup: Sendable {
  let series: JudgementSeries
  /// Whether reports under another framework came later.
  let isOlder: Bool
  let site: SiteContext

  /// More reports than this stand no longer side by side; the latest are shown.
  static let mostColumns = 8

  private var name: String { series.framework?.title.value.plain ?? "Framework not known" }

  static let view = View<JudgementGroup>(
    "JudgementGroup", "An area's judgements on one scale.",
    [
      .text("title", "The framework whose scale it is.") { $0.name },
      .address("link", "The framework's page; absent where it is not known.") { group in
        group.series.framework.map { group.site.addresses.link(.framework($0.id, anchor: nil)) }
      },
      .text("scale", "The grades of the scale, best first; empty where it is not known.") {
        $0.series.framework?.grades.map(\.title).joined(separator: ", ") ?? ""
      },
      .flag("is-older", "Whether reports on another scale came later.") { $0.isOlder },
      .list("judgements", "The latest judgement on each subject.", AreaJudgement.view) { group in
        group.overall
          + group.series.subjects.compactMap { subject in
            subject.latest.map {
              AreaJudgement(
                title: group.title(of: subject), link: group.link(to: subject),
                isGroup: subject.hasParts, found: $0, site: group.site)
            }
          }
      },
      .flag("has-history", "Whether several reports judged on this scale.") {
        $0.series.reports.count > 1
      },
      .list("reports", "The reports, earliest first.", RecordLink.view) { group in
        group.columns.map { group.column($0) }
      },
      .list("rows", "Every subject with its grade in each report.", GradeRow.view) { group in
        group.overallRow + group.series.subjects.map { group.row($0) }
      },
    ])

  private var columns: [Report] { series.reports.suffix(Self.mostColumns) }

  private func column(_ report: Report) -> RecordLink {
    RecordLink(
      title: ReportWords.time(of: report),
      link: site.addresses.link(.report(report.id, anchor: nil)),
      note: ReportWords.kind(report))
  }

  private var overall: [AreaJudgement] {
    guard let report = series.reports.last(where: { $0.overall != nil }) ?? series.reports.last
    else { return [] }
    return [
      AreaJudgement(
        title: "Overall", link: nil, isGroup: true, found: nil, overall: report, site: site)
    ]
  }

  private var overallRow: [GradeRow] {
    [
      GradeRow(
        title: "Overall", link: nil, isGroup: true,
        grades: columns.map { .init(mark: ReportWords.overallMark(of: $0, in: site.register)) })
    ]
  }

  private func row(_ subject: JudgementSeries.Subject) -> GradeRow {
    let found = Dictionary(subject.findings.map { ($0.report.id, $0.judgement) }) { first, _ in
      first
    }
    return GradeRow(
      title: title(of: subject), link: link(to: subject), isGroup: subject.hasParts,
      grades: columns.map { report in
        .init(
          mark: found[report.id].map {
            GradeMark.html($0.grade.value, in: series.framework)
          } ?? .empty)
      })
  }

  private func title(of subject: JudgementSeries.Subject) -> String {
    subject.aspect?.title ?? subject.other?.plain ?? ""
  }

  private func link(to subject: JudgementSeries.Subject) -> String? {
    guard let framework = series.framework, let aspect = subject.aspect else { return nil }
    return site.addresses.link(.aspect(framework.id, aspect.id.value))
  }
}

/// One judgement in a list, with its date and where the report says it.
struct AreaJudgement: Sendable {
  let title: String
  let link: String?
  let isGroup: Bool
  let found: JudgementSeries.JudgementInReport?
  /// The report whose overall grade it is, where it is no judgement on an aspect.
  var overall: Report?
  let site: SiteContext

  private var report: Report? { found?.report ?? overall }

  static let view = View<AreaJudgement>(
    "AreaJudgement", "One judgement in a list, with its date and where the report says it.",
    [
      .text("title", "What is judged.") { $0.title },
      .address("link", "The aspect's page; absent where it is no aspect.") { $0.link },
      .flag("is-group", "Whether judged aspects are part of it, or it is the whole.") {
        $0.isGroup
      },
      .html("grade", "The grade with its mark, or the words for having none.") { row in
        guard let report = row.report else { return .empty }
        return row.found.map {
          GradeMark.html($0.judgement.grade.value, in: row.site.register.framework(of: $0.report))
        } ?? ReportWords.overallMark(of: report, in: row.site.register)
      },
      .text("when", "The date of the report that says so.") { row in
        row.report.map(ReportWords.time(of:)) ?? ""
      },
      .address("report", "The report that says so.") { row in
        row.report.map { row.site.addresses.link(.report($0.id, anchor: nil)) }
      },
      .optionalText("paragraph", "The numbered paragraph that says so; absent where none is known.")
      {
        $0.found?.judgement.paragraph?.value.description
      },
      .address("paragraph-link", "The paragraph; absent where the register does not hold it.") {
        row in
        guard let found = row.found, let number = found.judgement.paragraph?.value,
          let anchor = found.report.paragraphAnchor(number)
        else { return nil }
        return row.site.addresses.link(.report(found.report.id, anchor: anchor))
      },
      .flag("is-joint", "Whether it is one verdict on several aspects.") {
        $0.found?.isJoint ?? false
      },
      .text("told-by", "Whose word it is where the report is not held; may be empty.") { row in
        row.report?.form == .knownOf ? "told by others; the report is not held" : ""
      },
    ])
}

/// A subject with its grade in each of several reports or areas.
struct GradeRow: Sendable {
  let title: String
  let link: String?
  let isGroup: Bool
  let grades: [GradeCell]

  static let view = View<GradeRow>(
    "GradeRow", "A subject with its grade in each of several reports or areas.",
    [
      .text("title", "What is judged.") { $0.title },
      .address("link", "The aspect's page; absent where it is no aspect.") { $0.link },
      .flag("is-group", "Whether judged aspects are part of it, or it is the whole.") {
        $0.isGroup
      },
      .list("grades", "One cell for each column.", GradeCell.view) { $0.grades },
    ])
}

/// A cell of a comparison: a grade with its date, or nothing.
struct GradeCell: Sendable {
  let mark: HTMLFragment
  var when = ""

  static let view = View<GradeCell>(
    "GradeCell", "A cell of a comparison.",
    [
      .html("mark", "The grade with its mark; empty where none is recorded.") { $0.mark },
      .text("when", "The date of the judgement; may be empty.") { $0.when },
    ])
}
