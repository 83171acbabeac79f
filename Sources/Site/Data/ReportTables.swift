import CommonMark
import Diagnostics
import HTML
import Inspections

extension DataTable {
  static let reports = DataTable(
    "reports", "Reports", "One report of an inspectorate.", reportColumns,
    ofReports: { source in source.reports })

  private static let reportColumns: [DataColumn<Report>] = [
    DataColumn("id", "The report's id.") { RowID($0.id.name) },
    DataColumn("title", "Its name.") { $0.title },
    DataColumn("kind", "What it is.") { $0.kind },
    DataColumn(
      "form",
      "What its record is made to hold: the published text, a digest in other words, or nothing but "
        + "facts; for whether a text is there, see `text`."
    ) { $0.form },
    DataColumn(
      "text",
      "Whether there is a text, or a digest of it, on its page; what is withheld was there before."
    ) { TextHeld(of: $0) },
    DataColumn("publishers", "The organisations that published it.") { $0.publishers },
    DataColumn("framework", "The framework it was made under.") { $0.framework },
    DataColumn("areas", "The areas it is about.") { $0.areas },
    DataColumn("reference", "The publisher's number for it.") { $0.reference },
    DataColumn("fieldwork", "When inspectors were at work.") { $0.fieldwork },
    DataColumn("consulted", "From when to when a consultation was open for replies.") {
      $0.consultation?.open
    }
    .only(where: \.hasConsultations),
    DataColumn("published", "When the public could read it.") { $0.published },
    DataColumn("date", dateMeaning) { $0.date },
    DataColumn("status", "Where it stands.") { $0.status },
    DataColumn(
      "overall", "The recorded overall grade; two where the verdict is split.",
      title: { ReportWords.grade(ID($1), in: $2.framework(of: $0)) }
    ) { $0.overall.flatMap(\.value.given) }
    .only(where: \.givesOverall),
    DataColumn(
      "overall_outcome",
      "Whether an overall grade was given, two, none although that was looked at, or one that is not "
        + "known; nothing where nothing is said of one."
    ) { $0.overall.map { OverallOutcome(of: $0.value) } }
    .only(where: \.givesOverall),
    DataColumn("follows", "The report whose recommendations it judges.") {
      $0.visit?.follows.first
    },
    DataColumn("follows_also", "Further reports whose recommendations it judges.") {
      $0.visit.map { Array($0.follows.dropFirst()) } ?? []
    }
    .only { $0.reports.records.contains { ($0.visit?.follows.count ?? 0) > 1 } },
    DataColumn("language", "The language of its text, where that is not the site's.") {
      $0.language
    }
    .only { $0.reports.records.contains { $0.language != nil } },
    DataColumn(
      "overall_progress", "The recorded conclusion on progress as a whole.",
      title: { ReportWords.progress(ID($1), in: $2.framework(of: $0)) }
    ) { $0.visit?.overall },
    DataColumn("licence", "Under what terms it may be used.") { $0.licence },
    .address("Its page.") { .report($0.id, anchor: nil) },
  ]

  private static let dateMeaning =
    "The date that the report goes by in lists and drawings: the end of the fieldwork, else the "
    + "publication, else the cover; worked out."

  /// Whether a text is there to be read.
  private enum TextHeld: String, DataChoice {
    case yes, no, withheld

    init(of report: Report) {
      self = report.isTextWithheld ? .withheld : report.header.body.isEmpty ? .no : .yes
    }
  }

  /// What a report gave on the whole.
  private enum OverallOutcome: String, DataChoice {
    case graded, split
    case notGraded = "not-graded"
    case unknown

    init(of grade: JudgedGrade) {
      self =
        switch grade {
        case .grade: .graded
        case .split: .split
        case .notGraded: .notGraded
        case .unknown: .unknown
        }
    }
  }

  static let translations = DataTable(
    "translations", "Translations",
    "The text of a report in another language; it counts as the report.",
    [
      DataColumn("id", "The translation's id.") { RowID($0.id.name) },
      DataColumn("report", "The report that it is.") { $0.translationOf },
      DataColumn("language", "Its language.") { $0.language },
      DataColumn("title", "Its name in that language.") { $0.title },
      .address("Its page.") { .report($0.id, anchor: nil) },
    ] as [DataColumn<Report>], only: { !$0.links.translations.isEmpty }
  ) { register, _ in
    register.reports.records.filter { register.original(of: $0) !== $0 }
  }

  static let judgements = DataTable(
    "judgements", "Judgements",
    "One conclusion of a report, on an aspect, on several together, or on a part of one.",
    judgementColumns,
    ofReports: { source in source.reports.flatMap { Conclusion.all(of: $0, in: source.register) } })

  private static let judgementColumns: [DataColumn<Conclusion>] = [
    DataColumn("id", "The report's id, `/`, and what is judged.") {
      RowID("\($0.report.id)/\($0.name)")
    },
    DataColumn("report", "The report.") { $0.report.id },
    DataColumn("label", "The report's own label for it.") { $0.judgement.label }
      .only { $0.usesJudgements { $0.label != nil } },
    DataColumn("framework", "The framework whose aspects and grades it uses.") {
      $0.judgement.framework.map { $0.map { Known.known($0) } } ?? $0.report.framework
    },
    DataColumn("areas", "The areas that were judged.") { conclusion in
      conclusion.report.areas.filter { conclusion.judgement.isOf($0.value) }
    },
    DataColumn(
      "aspects", "The aspects of the framework; several for one verdict on all.",
      title: { $2.aspect(ID($1), of: $0.judgement, in: $0.report)?.aspect.title }
    ) { $0.judgement.subject.aspects },
    DataColumn("subject", "What is judged where it is no aspect, in the report's words.") {
      $0.judgement.subject.other
    },
    DataColumn("part", "The part of the aspect that is judged; empty for the whole.") {
      $0.part?.title
    },
    DataColumn(
      "outcome",
      "Whether a grade was given, two, a score and no grade, nothing but words, or a grade that is not "
        + "known."
    ) { Conclusion.Outcome(of: $0.grade, isScored: $0.isScored) },
    DataColumn(
      "grades", "The grade given; two where the verdict is split.",
      title: { ReportWords.grade(ID($1), in: $2.framework(of: $0.judgement, in: $0.report)) }
    ) { $0.grade.given },
    DataColumn("printed", "The number or letter that the scheme prints for the grade.") {
      $0.printed
    }
    .only { $0.frameworks.records.contains { $0.grades.contains { $0.value != nil } } },
    DataColumn("score", "The figure given beside the grade, or instead of one.") {
      $0.part == nil ? $0.judgement.score?.value.value : nil
    }
    .only { $0.usesJudgements { $0.score != nil } },
    DataColumn("score_of", "The most that the figure could be.") {
      $0.part == nil ? $0.judgement.score?.value.most : nil
    }
    .only { $0.usesJudgements { $0.score != nil } },
    DataColumn("score_better", "Which direction of the figure is better, where that is said.") {
      $0.part == nil ? $0.judgement.score?.value.better : nil
    }
    .only { $0.usesJudgements { $0.score?.value.better != nil } },
    DataColumn(
      "counted",
      "Whether it counts, worked out: a section sums up aspects that are judged, and a part stands "
        + "under its aspect; what is carried over counts in the report that reached it, and a "
        + "partner's grade is on another scale."
    ) { $0.counted },
    DataColumn("carried_from", "The report that reached it, where it is carried over.") {
      $0.source.id == $0.report.id ? nil : $0.source.id
    }
    .only { $0.usesJudgements { $0.carriedFrom != nil } },
    DataColumn("paragraph", "The numbered paragraph that says so.") { $0.paragraph },
    DataColumn("samples", "The samples it rests on, by their ids in the report.") {
      $0.judgement.samples
    },
    DataColumn(
      "published",
      "When the report was published; of what is carried over, the report that reached it."
    ) { $0.source.published },
    DataColumn(
      "date", "\(dateMeaning) Of what is carried over, that of the report that reached it."
    ) { $0.source.date },
    .address("The paragraph's or the report's address.") {
      $0.place
    },
  ]

  static let grades = DataTable(
    "grades", "Scales", "One value of a framework's scale.", gradeColumns
  ) { register, _ in
    register.frameworks.records.flatMap { framework in
      framework.grades.enumerated().map { place, grade in
        ScaleValue(
          framework: framework.id, scale: .grade, value: grade.id.value.name, title: grade.title,
          printed: grade.value, place: place + 1, meaning: grade.meaning)
      }
        + framework.progress.enumerated().map { place, grade in
          ScaleValue(
            framework: framework.id, scale: .progress, value: grade.id.value.name,
            title: grade.title, printed: nil,
            place: framework.isProgressOrdered ? place + 1 : nil, meaning: grade.meaning)
        }
    }
  }

  private static let gradeColumns: [DataColumn<ScaleValue>] = [
    DataColumn("id", "The framework's id, `/grade/` or `/progress/`, and the value's.") {
      RowID("\($0.framework)/\($0.scale.rawValue)/\($0.value)")
    },
    DataColumn("framework", "The framework.") { $0.framework },
    DataColumn("scale", "Which of the framework's scales it is on.") { $0.scale },
    DataColumn("value", "The value's id, as judgements name it.") { RowID($0.value) },
    DataColumn("title", "The word in public.") { $0.title },
    DataColumn("printed", "The number or letter that the scheme prints for it.") { $0.printed }
      .only { $0.frameworks.records.contains { $0.grades.contains { $0.value != nil } } },
    DataColumn("place", "Its place on the scale; 1 is the best.") { $0.place ?? 0 }
      .only { $0.frameworks.records.allSatisfy(\.isProgressOrdered) },
    DataColumn("place", "Its place on the scale; 1 is the best. Empty where there is no order.") {
      $0.place
    }
    .only { !$0.frameworks.records.allSatisfy(\.isProgressOrdered) },
    DataColumn("meaning", "What it stands for.") { $0.meaning },
    .address("The framework's page.") { .framework($0.framework, anchor: nil) },
  ]
}

/// One value of a framework's scale.
private struct ScaleValue: Sendable {
  enum Scale: String, DataChoice { case grade, progress }

  let framework: FrameworkID
  let scale: Scale
  let value: String
  let title: String
  let printed: String?
  /// Its place; nil on a scale that has no order.
  let place: Int?
  let meaning: InlineText?
}

/// A judgement of a report, or one on a part of what it judges.
private struct Conclusion: Sendable {
  /// Whether there is a grade.
  enum Outcome: String, DataChoice {
    case graded, split, scored
    case notGraded = "not-graded"
    case unknown

    init(of grade: JudgedGrade, isScored: Bool) {
      self =
        switch grade {
        case .grade: .graded
        case .split: .split
        case .notGraded: isScored ? .scored : .notGraded
        case .unknown: .unknown
        }
    }
  }

  /// Whether it counts among the report's judgements.
  enum Counted: String, DataChoice { case yes, section, part, carried, partner }

  let report: Report
  let judgement: Judgement
  /// The report that reached it.
  let source: Report
  let framework: Framework?
  let part: Judgement.Part?
  /// Its name in the report.
  let name: String
  let counted: Counted

  var grade: JudgedGrade { part?.grade.value ?? judgement.grade.value }
  var isScored: Bool { part == nil && judgement.score != nil }
  var paragraph: Located<PrintedNumber>? { part == nil ? judgement.paragraph : part?.paragraph }

  /// What the scheme prints for the grade; nothing where two are given.
  var printed: String? {
    guard case .grade(let id) = grade else { return nil }
    return framework?.grade(id)?.value
  }

  /// The paragraph, else the label's place, else the report.
  var place: Target {
    paragraph == nil && judgement.anchor != nil
      ? .report(report.id, anchor: judgement.anchor)
      : report.place(ofParagraph: paragraph?.value)
  }

  static func all(of report: Report, in register: Register) -> [Conclusion] {
    var names = UniqueNames()
    let tally = JudgementTally(of: report, in: register)
    return report.judgements.flatMap { judgement in
      let aspects = judgement.subject.aspects
      let name = names.unique(
        judgement.label?.value
          ?? (aspects.isEmpty ? "other" : aspects.map(\.value.name).joined(separator: "+")))
      let found = JudgementInReport(judgement, in: report, of: register)
      let whole = Conclusion(
        report: report, judgement: judgement, source: found.source, framework: found.framework,
        part: nil, name: name, counted: counted(judgement, by: tally))
      return [whole]
        + judgement.parts.enumerated().map { index, part in
          Conclusion(
            report: report, judgement: judgement, source: found.source,
            framework: found.framework, part: part, name: "\(name)/\(index + 1)", counted: .part)
        }
    }
  }

  private static func counted(_ judgement: Judgement, by tally: JudgementTally) -> Counted {
    if tally.sections.contains(where: { $0 === judgement }) { return .section }
    if tally.carried.contains(where: { $0.judgement === judgement }) { return .carried }
    return tally.partners.contains { $0.judgement === judgement } ? .partner : .yes
  }
}

extension Register {
  /// Whether any report has a judgement of some sort.
  fileprivate func usesJudgements(_ isOfSort: (Judgement) -> Bool) -> Bool {
    reports.records.contains { $0.judgements.contains(where: isOfSort) }
  }
}

extension Judgement.Subject {
  /// The aspects that are judged; none where it is something else.
  var aspects: [Located<AspectID>] {
    switch self {
    case .aspects(let aspects): aspects
    case .other: []
    }
  }

  /// What is judged where it is no aspect.
  var other: InlineText? {
    switch self {
    case .aspects: nil
    case .other(let text): text
    }
  }
}

extension Report {
  /// A paragraph where the register holds it, else the report.
  func place(ofParagraph number: PrintedNumber?) -> Target {
    .report(id, anchor: number.flatMap(paragraphAnchor))
  }
}

/// Names within a report; the second of one name gets `-2`.
struct UniqueNames {
  private var counts: [String: Int] = [:]

  mutating func unique(_ name: String) -> String {
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return count == 1 ? name : "\(name)-\(count)"
  }
}
