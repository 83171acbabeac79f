import CommonMark
import Inspections

extension DataTable {
  static let reports = DataTable(
    name: "reports", title: "Reports", summary: "One report of an inspectorate.",
    columns: [
      DataColumn("id", .id, "The report's id.", required: true),
      DataColumn("title", .text, "Its name.", required: true),
      DataColumn(
        "kind", .choice(Report.Kind.allCases.map(\.rawValue)), "What it is.", required: true),
      DataColumn(
        "form", .choice(Report.Form.allCases.map(\.rawValue)),
        "How much of it the register holds: all, a digest in other words, or nothing but facts.",
        required: true),
      DataColumn("publishers", .ids, "The organisations that published it.", titles: .organisation),
      DataColumn("framework", .id, "The framework it was made under.", titles: .framework),
      DataColumn("areas", .ids, "The areas it is about.", titles: .area),
      DataColumn("reference", .text, "The publisher's number for it."),
      DataColumn("fieldwork", .interval, "When inspectors were at work."),
      DataColumn("published", .date, "When the public could read it."),
      dateColumn,
      DataColumn(
        "status", .choice(Report.Status.allCases.map(\.rawValue)), "Where it stands.",
        required: true),
      DataColumn(
        "overall", .ids, "The recorded overall grade; two where the verdict is split.",
        titles: .grade(of: "id")),
      DataColumn("follows", .id, "The report whose recommendations it judges.", of: "reports"),
      DataColumn(
        "overall_progress", .id, "The recorded conclusion on progress as a whole.",
        titles: .progress(of: "id")),
      DataColumn("licence", .id, "Under what terms it may be used."),
      DataColumn("address", .address, "Its page.", required: true),
    ]
  ) { site in
    site.register.reports.records.map { report in
      [
        .text(report.id.name), .text(report.title.value.plain), .text(report.kind.value.rawValue),
        .text(report.form.rawValue), DataValue(report.publishers.map(\.value)),
        DataValue(report.framework), DataValue(report.areas.map(\.value)),
        reference(report.reference?.value), DataValue(report.fieldwork),
        DataValue(report.published), DataValue(report.date?.description),
        .text(report.status.rawValue), grade(report.overall?.value),
        DataValue(report.visit?.follows.value.name), DataValue(report.visit?.overall),
        DataValue(report.licence?.value.name), .text(address(of: report, paragraph: nil, in: site)),
      ]
    }
  }

  static let judgements = DataTable(
    name: "judgements", title: "Judgements",
    summary: "One conclusion of a report, on an aspect, on several together, or on a part of one.",
    columns: [
      DataColumn("id", .id, "The report's id, `/`, and what is judged.", required: true),
      DataColumn("report", .id, "The report.", required: true, of: "reports"),
      DataColumn(
        "framework", .id, "The framework whose aspects and grades it uses.", titles: .framework),
      DataColumn("areas", .ids, "The areas that were judged.", titles: .area),
      DataColumn(
        "aspects", .ids, "The aspects of the framework; several for one verdict on all.",
        titles: .aspect(of: "id")),
      DataColumn("subject", .text, "What is judged where it is no aspect, in the report's words."),
      DataColumn("part", .text, "The part of the aspect that is judged; empty for the whole."),
      DataColumn(
        "outcome", .choice(["graded", "split", "not-graded", "unknown"]),
        "Whether a grade was given, two, none, or one that is not known.", required: true),
      DataColumn(
        "grades", .ids, "The grade given; two where the verdict is split.", titles: .grade(of: "id")
      ),
      DataColumn(
        "counted", .choice(["yes", "section", "part"]),
        "Whether it counts, worked out: a section sums up aspects that are judged, and a part stands "
          + "under its aspect.", required: true),
      DataColumn("paragraph", .integer, "The numbered paragraph that says so."),
      DataColumn("samples", .ids, "The samples it rests on, by their ids in the report."),
      DataColumn("published", .date, "When the report was published."),
      dateColumn,
      DataColumn("address", .address, "The paragraph's or the report's address.", required: true),
    ]
  ) { site in
    site.register.reports.records.flatMap { rows(of: $0, in: site) }
  }

  private static let dateColumn = DataColumn(
    "date", .date,
    "The date that the report goes by in lists and drawings: the end of the fieldwork, else the "
      + "publication, else the cover; worked out.")

  private static func rows(of report: Report, in site: SiteContext) -> [[DataValue]] {
    var names = UniqueNames()
    var rows: [[DataValue]] = []
    let sections = JudgementTally(of: report, in: site.register.framework(of: report)).sections
    for judgement in report.judgements {
      var aspects: [String] = []
      var subject: String?
      switch judgement.subject {
      case .aspects(let ids): aspects = ids.map(\.value.name)
      case .other(let text): subject = text.plain
      }
      let isSection = sections.contains { $0 === judgement }
      let name = names.unique(aspects.isEmpty ? "other" : aspects.joined(separator: "+"))
      func row(_ id: String, part: String?, _ given: JudgedGrade, paragraph: Int?) -> [DataValue] {
        [
          .text("\(report.id)/\(id)"), .text(report.id.name), DataValue(report.framework),
          DataValue(report.areas.map(\.value)), DataValue(aspects), DataValue(subject),
          DataValue(part), .text(outcome(given)), grade(given),
          .text(part != nil ? "part" : isSection ? "section" : "yes"), DataValue(paragraph),
          DataValue(judgement.samples.map(\.value)), DataValue(report.published),
          DataValue(report.date?.description),
          .text(address(of: report, paragraph: paragraph, in: site)),
        ]
      }
      rows.append(
        row(name, part: nil, judgement.grade.value, paragraph: judgement.paragraph?.value))
      for (index, part) in judgement.parts.enumerated() {
        rows.append(
          row(
            "\(name)/\(index + 1)", part: part.title.plain, part.grade.value,
            paragraph: part.paragraph?.value))
      }
    }
    return rows
  }

  static let grades = DataTable(
    name: "grades", title: "Scales", summary: "One value of a framework's scale.",
    columns: [
      DataColumn(
        "id", .id, "The framework's id, `/grade/` or `/progress/`, and the value's.", required: true
      ),
      DataColumn("framework", .id, "The framework.", required: true, titles: .framework),
      DataColumn(
        "scale", .choice(["grade", "progress"]), "Which of the framework's scales it is on.",
        required: true),
      DataColumn("value", .id, "The value's id, as judgements name it.", required: true),
      DataColumn("title", .text, "The word in public.", required: true),
      DataColumn("place", .integer, "Its place on the scale; 1 is the best.", required: true),
      DataColumn("meaning", .text, "What it stands for."),
      DataColumn("address", .address, "The framework's page.", required: true),
    ]
  ) { site in
    site.register.frameworks.records.flatMap { framework in
      let page = site.addresses.absolute(
        Addresses.path(of: .framework(framework.id, anchor: nil)))
      func row(
        _ scale: String, _ value: String, _ title: String, _ place: Int, _ meaning: InlineText?
      ) -> [DataValue] {
        [
          .text("\(framework.id)/\(scale)/\(value)"), .text(framework.id.name), .text(scale),
          .text(value), .text(title), .integer(place + 1), DataValue(meaning?.plain), .text(page),
        ]
      }
      return framework.grades.enumerated().map {
        row("grade", $1.id.value.name, $1.title, $0, $1.meaning)
      }
        + framework.progress.enumerated().map {
          row("progress", $1.id.value.name, $1.title, $0, $1.meaning)
        }
    }
  }

  /// A number that may be recorded as not known.
  private static func reference(_ text: String?) -> DataValue {
    text == "unknown" ? .unknown : DataValue(text)
  }

  /// The grades named; absent where none was given.
  private static func grade(_ given: JudgedGrade?) -> DataValue {
    switch given {
    case .grade(let id): .list([id.name])
    case .split(let ids): DataValue(ids)
    case .unknown: .unknown
    case .notGraded, nil: .absent
    }
  }

  private static func outcome(_ grade: JudgedGrade) -> String {
    switch grade {
    case .grade: "graded"
    case .split: "split"
    case .notGraded: "not-graded"
    case .unknown: "unknown"
    }
  }

  /// The whole address of a paragraph where the register holds it, else of the report.
  static func address(of report: Report, paragraph: Int?, in site: SiteContext) -> String {
    let anchor = paragraph.flatMap { report.paragraphAnchor($0) }
    return site.addresses.absolute(Addresses.path(of: .report(report.id, anchor: anchor)))
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
