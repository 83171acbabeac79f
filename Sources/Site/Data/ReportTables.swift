import CommonMark
import Diagnostics
import Inspections

extension DataTable {
  static let reports = DataTable(
    "reports", "Reports", "One report of an inspectorate.", reportColumns
  ) { register, _ in register.reports.records }

  private static let reportColumns: [DataColumn<Report>] = [
    DataColumn("id", "The report's id.") { RowID($0.id.name) },
    DataColumn("title", "Its name.") { $0.title },
    DataColumn("kind", "What it is.") { $0.kind },
    DataColumn(
      "form",
      "How much of it the register holds: all, a digest in other words, or nothing but facts."
    ) { $0.form },
    DataColumn("publishers", "The organisations that published it.") { $0.publishers },
    DataColumn("framework", "The framework it was made under.") { $0.framework },
    DataColumn("areas", "The areas it is about.") { $0.areas },
    DataColumn("reference", "The publisher's number for it.") { reference(of: $0) },
    DataColumn("fieldwork", "When inspectors were at work.") { $0.fieldwork },
    DataColumn("published", "When the public could read it.") { $0.published },
    DataColumn("date", dateMeaning) { $0.date },
    DataColumn("status", "Where it stands.") { $0.status },
    DataColumn(
      "overall", "The recorded overall grade; two where the verdict is split.",
      title: { ReportWords.grade(ID($1), in: $2.framework(of: $0)) }
    ) { $0.overall.flatMap(\.value.given) },
    DataColumn("follows", "The report whose recommendations it judges.") { $0.visit?.follows },
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

  /// A number that may be recorded as not known.
  private static func reference(of report: Report) -> Known<String>? {
    report.reference.map { $0.value == "unknown" ? .unknown : .known($0.value) }
  }

  static let judgements = DataTable(
    "judgements", "Judgements",
    "One conclusion of a report, on an aspect, on several together, or on a part of one.",
    judgementColumns
  ) { register, _ in register.reports.records.flatMap { Conclusion.all(of: $0, in: register) } }

  private static let judgementColumns: [DataColumn<Conclusion>] = [
    DataColumn("id", "The report's id, `/`, and what is judged.") {
      RowID("\($0.report.id)/\($0.name)")
    },
    DataColumn("report", "The report.") { $0.report.id },
    DataColumn("framework", "The framework whose aspects and grades it uses.") {
      $0.report.framework
    },
    DataColumn("areas", "The areas that were judged.") { $0.report.areas },
    DataColumn(
      "aspects", "The aspects of the framework; several for one verdict on all.",
      title: { $2.framework(of: $0.report)?.aspect(ID($1))?.title }
    ) { $0.judgement.subject.aspects },
    DataColumn("subject", "What is judged where it is no aspect, in the report's words.") {
      $0.judgement.subject.other
    },
    DataColumn("part", "The part of the aspect that is judged; empty for the whole.") {
      $0.part?.title
    },
    DataColumn("outcome", "Whether a grade was given, two, none, or one that is not known.") {
      Conclusion.Outcome(of: $0.grade)
    },
    DataColumn(
      "grades", "The grade given; two where the verdict is split.",
      title: { ReportWords.grade(ID($1), in: $2.framework(of: $0.report)) }
    ) { $0.grade.given },
    DataColumn(
      "counted",
      "Whether it counts, worked out: a section sums up aspects that are judged, and a part stands "
        + "under its aspect."
    ) { $0.counted },
    DataColumn("paragraph", "The numbered paragraph that says so.") { $0.paragraph },
    DataColumn("samples", "The samples it rests on, by their ids in the report.") {
      $0.judgement.samples
    },
    DataColumn("published", "When the report was published.") { $0.report.published },
    DataColumn("date", dateMeaning) { $0.report.date },
    .address("The paragraph's or the report's address.") {
      $0.report.place(ofParagraph: $0.paragraph?.value)
    },
  ]

  static let grades = DataTable(
    "grades", "Scales", "One value of a framework's scale.", gradeColumns
  ) { register, _ in
    register.frameworks.records.flatMap { framework in
      framework.grades.enumerated().map { place, grade in
        ScaleValue(
          framework: framework.id, scale: .grade, value: grade.id.value.name, title: grade.title,
          place: place + 1, meaning: grade.meaning)
      }
        + framework.progress.enumerated().map { place, grade in
          ScaleValue(
            framework: framework.id, scale: .progress, value: grade.id.value.name,
            title: grade.title, place: place + 1, meaning: grade.meaning)
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
    DataColumn("place", "Its place on the scale; 1 is the best.") { $0.place },
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
  let place: Int
  let meaning: InlineText?
}

/// A judgement of a report, or one on a part of what it judges.
private struct Conclusion: Sendable {
  /// Whether there is a grade.
  enum Outcome: String, DataChoice {
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

  /// Whether it counts among the report's judgements.
  enum Counted: String, DataChoice { case yes, section, part }

  let report: Report
  let judgement: Judgement
  let part: Judgement.Part?
  /// Its name in the report.
  let name: String
  let counted: Counted

  var grade: JudgedGrade { part?.grade.value ?? judgement.grade.value }
  var paragraph: Located<PrintedNumber>? { part == nil ? judgement.paragraph : part?.paragraph }

  static func all(of report: Report, in register: Register) -> [Conclusion] {
    var names = UniqueNames()
    let sections = JudgementTally(of: report, in: register.framework(of: report)).sections
    return report.judgements.flatMap { judgement in
      let aspects = judgement.subject.aspects
      let name = names.unique(
        aspects.isEmpty ? "other" : aspects.map(\.value.name).joined(separator: "+"))
      let isSection = sections.contains { $0 === judgement }
      let whole = Conclusion(
        report: report, judgement: judgement, part: nil, name: name,
        counted: isSection ? .section : .yes)
      return [whole]
        + judgement.parts.enumerated().map { index, part in
          Conclusion(
            report: report, judgement: judgement, part: part, name: "\(name)/\(index + 1)",
            counted: .part)
        }
    }
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
