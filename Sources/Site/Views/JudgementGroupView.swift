import Diagnostics
import CommonMark
import HTML
import Inspections
import Templates

/// An area's judgements on one scale: the latest on each aspect, and all of them over time.
struct JudgementGroup: Sendable {
  let area: AreaID
  let series: JudgementSeries
  /// Those above it on the page, the first of which has the latest report.
  let above: [JudgementSeries]
  let site: SiteContext
  /// The latest on each subject, the whole first; worked out once, for much of the view asks for it.
  private var judgements: [AreaJudgement] = []

  init(
    of area: AreaID, series: JudgementSeries, below above: [JudgementSeries], site: SiteContext
  ) {
    self.area = area
    self.series = series
    self.above = above
    self.site = site
    judgements = overall + latest
  }

  /// More reports than this stand no longer side by side; the latest are shown.
  static let mostColumns = 5

  private var name: String { series.framework?.title.value.plain ?? "Framework not known" }

  static let view = View<JudgementGroup>(
    "JudgementGroup", "An area's judgements on one scale.",
    [
      .text("title", "The framework whose scale it is.") { $0.name },
      .language { $0.series.framework?.titleLanguage ?? "" },
      .address("link", "The framework's page; absent where it is not known.") { group in
        group.series.framework.map { group.site.addresses.link(.framework($0.id, anchor: nil)) }
      },
      .text("scale", "The grades of the scale, best first; empty where it is not known.") {
        $0.series.framework?.grades.map(\.label).joined(separator: ", ") ?? ""
      },
      .text(
        "beside",
        "What its scale is beside that of the latest report, like `On an older scale`; empty for that."
      ) { $0.beside },
      .text("comparison", "How its grades compare with those above; empty where none are.") {
        group in
        group.above.isEmpty
          ? ""
          : ScaleWords.comparison(
            of: group.series.framework, withAll: group.above.map(\.framework),
            in: group.site.register)
      },
      .list("judgements", "The latest judgement on each subject.", AreaJudgement.view) {
        $0.judgements
      },
      .record(
        "from", "The one report that reached all of them; absent where there are several.",
        RecordLink.view
      ) { $0.from },
      .text(
        "all-together",
        "With which other areas all of them were judged together, in one report; may be empty."
      ) { $0.allTogether },
      .flag("names-places", "Whether reports or paragraphs stand beside single judgements.") {
        group in
        group.onlySource == nil || group.judgements.contains { $0.namesPlace }
      },
      .flag("has-history", "Whether several reports judged on this scale.") {
        $0.series.reports.count > 1
      },
      .text("shown", "How many of the reports stand side by side, in words; empty where all do.") {
        group in
        group.columns.count < group.series.reports.count
          ? NumberWords.words(group.columns.count) : ""
      },
      .text("all", "How many reports there are, in words.") {
        NumberWords.words($0.series.reports.count)
      },
      .address("all-link", "The list of all; absent where the area's page has them.") { group in
        ReportList(subject: .area(group.area)).link(in: group.site)?.link
      },
      .list("reports", "The latest reports, earliest first.", RecordLink.view) { group in
        group.columns.map { group.column($0) }
      },
      .list("rows", "Every subject with its grade in each report.", GradeRow.view) { group in
        group.overallRow + group.series.subjects.map { group.row($0) }
      },
    ])

  private var beside: String {
    guard let first = above.first else { return "" }
    if series.isOfPartners { return "On the scale of a partner" }
    return series.isOlder(than: first) ? "On an older scale" : "On another scale"
  }

  private var latest: [AreaJudgement] {
    series.subjects.flatMap { subject in
      subject.latestAll.map {
        AreaJudgement(
          area: area, title: title(of: subject), language: language(of: subject),
          link: link(to: subject),
          isGroup: subject.hasParts, isPart: subject.isPart, found: $0, site: site)
      }
    }
  }

  /// The report that reached all of them; nil where there are several.
  private var onlySource: Report? {
    guard let report = judgements.first?.report,
      judgements.allSatisfy({ $0.report === report && !$0.isCarried })
    else { return nil }
    return report
  }

  private var from: RecordLink? {
    guard let report = onlySource else { return nil }
    return RecordLink(
      title: ReportWords.source(report, in: site.register),
      link: site.addresses.link(.report(report.id, anchor: nil)),
      note: AreaJudgement.toldBy(report))
  }

  /// Said once where it is the same of all.
  private var allTogether: String {
    guard onlySource != nil, let words = judgements.first(where: \.isGiven)?.together,
      !words.isEmpty, judgements.allSatisfy({ !$0.isGiven || $0.together == words })
    else { return "" }
    return NumberWords.capitalised(words)
  }

  private var columns: [Report] { series.reports.suffix(Self.mostColumns) }

  private func column(_ report: Report) -> RecordLink {
    RecordLink(
      title: ReportWords.time(of: report),
      link: site.addresses.link(.report(report.id, anchor: nil)),
      note: ReportWords.name(report, in: site.register))
  }

  /// The report whose overall grade is shown; nil where nobody looks for one on this scale.
  private var graded: Report? {
    let own = series.reports.filter {
      $0.framework.known() == series.framework?.id && site.register.expectsOverall($0)
    }
    return own.last { $0.overall != nil } ?? own.last
  }

  private var overall: [AreaJudgement] {
    guard let report = graded else { return [] }
    return [
      AreaJudgement(
        area: area, title: "Overall", link: nil, isGroup: true, found: nil, overall: report,
        site: site)
    ]
  }

  private var overallRow: [GradeRow] {
    guard graded != nil else { return [] }
    return [
      GradeRow(
        title: "Overall", link: nil, isGroup: true,
        grades: columns.map { GradeCell(overall: $0, of: area, in: site) })
    ]
  }

  private func row(_ subject: JudgementSeries.Subject) -> GradeRow {
    let found = Dictionary(grouping: subject.findings) { $0.report.id }
    return GradeRow(
      title: title(of: subject),
      language: language(of: subject),
      link: link(to: subject), isGroup: subject.hasParts, isPart: subject.isPart,
      grades: columns.map { report in
        GradeCell(found[report.id] ?? [], of: area, in: site)
      })
  }

  private func title(of subject: JudgementSeries.Subject) -> String {
    subject.aspect?.title ?? subject.other?.plain ?? ""
  }

  /// An aspect stands in the words of its framework, and another subject in those of the report.
  private func language(of subject: JudgementSeries.Subject) -> String {
    let said =
      subject.aspect == nil ? subject.latest?.source.language : series.framework?.language
    return said?.value ?? ""
  }

  private func link(to subject: JudgementSeries.Subject) -> String? {
    guard let aspect = subject.aspect?.id.value, let found = subject.latest,
      let listed = site.register.aspect(aspect, of: found.judgement, in: found.report)
    else { return nil }
    return site.addresses.link(.aspect(listed.framework.id, aspect))
  }
}

/// One judgement in a list, with its date and where the report says it.
struct AreaJudgement: Sendable {
  /// The area in whose list it stands; nil elsewhere.
  var area: AreaID?
  let title: String
  /// The language of the title; empty where it is the site's.
  var language = ""
  let link: String?
  let isGroup: Bool
  var isPart = false
  let found: JudgementInReport?
  /// The report whose overall grade it is, where it is no judgement on an aspect.
  var overall: Report?
  let site: SiteContext

  /// The report that reached it.
  var report: Report? { found?.source ?? overall }

  /// With which other areas it was judged, in words; empty where it is of this one alone.
  var together: String {
    guard let area else { return "" }
    let others = found?.others(than: area) ?? overall?.othersGraded(with: area) ?? []
    return AreaWords.together(with: others, in: site.register)
  }

  /// Whether there is a judgement, be it that nothing was graded.
  var isGiven: Bool { found != nil || overall?.overall != nil }

  /// Whether more is to be said of where it comes from than the report.
  var namesPlace: Bool { isCarried || found?.reached.paragraph != nil }

  /// Whether another report carries it over.
  var isCarried: Bool { found?.isCarried ?? false }

  static let view = View<AreaJudgement>(
    "AreaJudgement", "One judgement in a list, with its date and where the report says it.",
    [
      .text("title", "What is judged.") { $0.title },
      .language { $0.language },
      .address("link", "The aspect's page; absent where it is no aspect.") { $0.link },
      .flag("is-group", "Whether judged aspects are part of it, or it is the whole.") {
        $0.isGroup
      },
      .flag("is-part", "Whether it is part of an aspect that is judged above it.") { $0.isPart },
      .html("grade", "The grade with its mark, or the words for having none.") { row in
        guard let report = row.report else { return .empty }
        return row.found.map { GradeMark.html($0.judgement, in: $0.framework, isScaleNamed: true) }
          ?? ReportWords.overallMark(
            of: report, in: row.site.register, isScaleNamed: true)
      },
      .text("label", "The report's own label for it; may be empty.") {
        $0.found?.judgement.label?.value ?? ""
      },
      .record(
        "carried-by", "The report that carries it over; absent where none does.", RecordLink.view
      ) { row in
        row.found.flatMap { found in
          found.isCarried
            ? RecordLink(
              title: ReportWords.occasion(found.report, in: row.site.register),
              link: row.site.addresses.link(.report(found.report.id, anchor: nil))) : nil
        }
      },
      .text("when", "The date of the report that reached it.") { row in
        row.report.map(ReportWords.time(of:)) ?? ""
      },
      .address("report", "The report that reached it.") { row in
        row.report.map { row.site.addresses.link(.report($0.id, anchor: nil)) }
      },
      .optionalText("paragraph", "The numbered paragraph that says so; absent where none is known.")
      {
        $0.found?.reached.paragraph?.value.description
      },
      .address("paragraph-link", "The paragraph; absent where the register does not hold it.") {
        $0.found?.paragraphLink(in: $0.site)
      },
      .flag("is-joint", "Whether it is one verdict on several aspects.") {
        $0.found?.isJoint ?? false
      },
      .text("together", "With which other areas it was judged; empty where it is of one alone.") {
        $0.together
      },
      .text("told-by", "Whose word it is where the report is not held; may be empty.") { row in
        row.report.map(toldBy) ?? ""
      },
    ])

  /// Whose word a report's grades are where it is not held; empty where it is.
  static func toldBy(_ report: Report) -> String {
    switch report.form {
    case .knownOf: "told by others; the report is not held"
    case .restricted: "the report may not be published"
    case .full, .digest: ""
    }
  }
}

/// A subject with its grade in each of several reports or areas.
struct GradeRow: Sendable {
  let title: String
  /// The language of the title; empty where it is the site's.
  var language = ""
  let link: String?
  let isGroup: Bool
  var isPart = false
  let grades: [GradeCell]

  static let view = View<GradeRow>(
    "GradeRow", "A subject with its grade in each of several reports or areas.",
    [
      .text("title", "What is judged.") { $0.title },
      .language { $0.language },
      .address("link", "The aspect's page; absent where it is no aspect.") { $0.link },
      .flag("is-group", "Whether judged aspects are part of it, or it is the whole.") {
        $0.isGroup
      },
      .flag("is-part", "Whether it is part of an aspect that is judged above it.") { $0.isPart },
      .list("grades", "One cell for each column.", GradeCell.view) { $0.grades },
    ])
}

/// A cell of a comparison: a grade with its date, or nothing.
struct GradeCell: Sendable {
  let mark: HTMLFragment
  var when = ""
  var isJoint = false
  /// With which other areas it was judged, in words; empty where it is of one alone.
  let together: String

  /// The overall grade of a report on an area.
  init(overall report: Report, of area: AreaID, in site: SiteContext) {
    mark = ReportWords.overallMark(of: report, in: site.register)
    together = AreaWords.together(with: report.othersGraded(with: area), in: site.register)
  }

  /// What a report judges of an area in one row; of what it carries over, the date of the report that
  /// reached it.
  init(_ found: [JudgementInReport], of area: AreaID, in site: SiteContext) {
    together = AreaWords.together(
      with: found.first?.others(than: area) ?? [], in: site.register)
    isJoint = found.contains(where: \.isJoint)
    var buffer = HTMLBuffer(capacity: 704 * found.count)
    for (place, one) in found.enumerated() {
      if place > 0 { buffer.markup("<br>") }
      if let label = one.judgement.label?.value {
        buffer.words(label)
        buffer.markup(": ")
      }
      buffer.fragment(GradeMark.html(one.judgement, in: one.framework, isScaleNamed: true))
    }
    mark = buffer.fragment()
    when =
      found.first { $0.isCarried }
      .map { "carried over from \(ReportWords.source($0.source, in: site.register))" } ?? ""
  }

  static let view = View<GradeCell>(
    "GradeCell", "A cell of a comparison.",
    [
      .html("mark", "The grade with its mark; empty where none is recorded.") { $0.mark },
      .text("when", "The date of the judgement; may be empty.") { $0.when },
      .flag("is-joint", "Whether it is one verdict on several aspects.") { $0.isJoint },
      .text("together", "With which other areas it was judged; empty where it is of one alone.") {
        $0.together
      },
    ])
}
