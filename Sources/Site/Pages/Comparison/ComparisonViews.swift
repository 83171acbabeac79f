import HTML
import Inspections
import Templates

/// The comparison of areas within one scale, in tables that fit a page.
struct ComparedScale: Sendable {
  let group: ComparedGroup
  let site: SiteContext

  /// The most areas beside one another.
  static let mostColumns = 6

  static let view = View<ComparedScale>(
    "ComparedScale", "The comparison of areas within one scale.",
    [
      .text("id", "The framework's id, an anchor.") { $0.group.framework.id.name },
      .text("title", "The framework.") { $0.group.framework.title.value.plain },
      .language { $0.group.framework.titleLanguage },
      .address("link", "The framework's page.") { scale in
        scale.site.addresses.link(.framework(scale.group.framework.id, anchor: nil))
      },
      .text("scale", "Its grades, best first; empty where it has none.") {
        $0.group.framework.grades.map(\.label).joined(separator: ", ")
      },
      .list("tables", "The areas, some at a time.", ComparedTable.view) { scale in
        let tables = scale.group.divided(into: mostColumns)
        return tables.enumerated().map { index, part in
          ComparedTable(
            group: part, number: tables.count > 1 ? index + 1 : nil,
            aspects: scale.group.judged, site: scale.site)
        }
      },
    ])
}

/// A few areas side by side.
struct ComparedTable: Sendable {
  let group: ComparedGroup
  /// Its number among the tables of its scale; nil where it is the only one.
  let number: Int?
  let aspects: [AspectID]
  let site: SiteContext

  private var framework: Framework { group.framework }

  static let view = View<ComparedTable>(
    "ComparedTable", "A few areas side by side.",
    [
      .text("title", "The framework.") { $0.framework.title.value.plain },
      .language { $0.framework.titleLanguage },
      .number(
        "number", "Its number among the tables of the framework; absent where it is the only one."
      ) { $0.number },
      .list("areas", "The areas, a column each.", RecordLink.view) { table in
        table.group.areas.map { table.site.link($0.area) }
      },
      .list("rows", "The overall grade and each aspect with its grades.", GradeRow.view) { table in
        table.overall + table.aspects.map { table.row($0) }
      },
    ])

  private var overall: [GradeRow] {
    let isExpected = group.areas.contains {
      $0.report.framework.known() == framework.id && site.register.expectsOverall($0.report)
    }
    guard isExpected else { return [] }
    let grades = group.areas.map { compared in
      var cell = GradeCell(overall: compared.report, of: compared.area, in: site)
      cell.when = ReportWords.time(of: compared.report)
      return cell
    }
    return [GradeRow(title: "Overall", link: nil, isGroup: true, grades: grades)]
  }

  /// The aspects that others of the table are part of.
  private var parents: Set<AspectID> {
    Set(aspects.compactMap { framework.aspect($0)?.parent?.value })
  }

  private func row(_ id: AspectID) -> GradeRow {
    let listed = group.listed(id, in: site.register)
    let isPart = listed?.aspect.parent.map { aspects.contains($0.value) } ?? false
    return GradeRow(
      title: listed?.aspect.title ?? id.name,
      language: listed?.framework.language?.value ?? "",
      link: listed.map { site.addresses.link(.aspect($0.framework.id, id)) },
      isGroup: parents.contains(id), isPart: isPart,
      grades: group.areas.map { compared in
        let found = compared.grades[id] ?? []
        var cell = GradeCell(found, of: compared.area, in: site)
        cell.when = found.first.map { ReportWords.time(of: $0.source) } ?? ""
        return cell
      })
  }
}

/// An aspect that several frameworks name alike, each grade with its scale beside it.
struct SharedSubject: Sendable {
  /// Where it is judged, the oldest framework first.
  let holders: [Holder]
  let site: SiteContext

  /// A framework's aspect with the areas that are judged on it.
  struct Holder: Sendable {
    let aspect: AspectID
    /// The aspect in the framework that lists it; nil where none does.
    let listed: (framework: Framework, aspect: Aspect)?
    let group: ComparedGroup
  }

  static let view = View<SharedSubject>(
    "SharedSubject", "An aspect that several frameworks name alike.",
    [
      .text("title", "The aspect.") { subject in
        subject.holders.last.map { $0.listed?.aspect.title ?? $0.aspect.name } ?? ""
      },
      .language { $0.holders.last?.listed?.framework.language?.value ?? "" },
      .list("scales", "The frameworks, oldest first.", SharedScale.view) { subject in
        subject.holders.enumerated().map { position, holder in
          SharedScale(
            holder: holder,
            previous: position > 0 ? subject.holders[position - 1].group.framework : nil,
            site: subject.site)
        }
      },
    ])
}

/// An aspect's grades on one of several scales.
struct SharedScale: Sendable {
  let holder: SharedSubject.Holder
  /// The framework of the grades above.
  let previous: Framework?
  let site: SiteContext

  static let view = View<SharedScale>(
    "SharedScale", "An aspect's grades on one of several scales.",
    [
      .text("break", "Why these grades do not compare with those above, or whose mapping says so.")
      {
        model in
        let framework = model.holder.group.framework.id
        guard let previous = model.previous, previous.id != framework else { return "" }
        return ScaleWords.comparison(of: previous.id, and: framework, in: model.site.register)
      },
      .list("areas", "The areas judged on this scale.", SharedGrade.view) { model in
        let group = model.holder.group
        return group.areas.flatMap { compared in
          (compared.grades[model.holder.aspect] ?? []).map {
            SharedGrade(
              area: compared.area, found: $0, framework: group.framework, site: model.site)
          }
        }
      },
    ])
}

/// A grade with its area, its scale and its date.
struct SharedGrade: Sendable {
  let area: AreaID
  let found: JudgementInReport
  let framework: Framework
  let site: SiteContext

  static let view = View<SharedGrade>(
    "SharedGrade", "A grade with its area, its scale and its date.",
    [
      .text("title", "The area.") { AreaWords.name($0.area, in: $0.site.register) },
      .language { $0.site.link($0.area).language },
      .address("link", "The area's page; absent where the register has none.") {
        $0.site.link($0.area).link
      },
      .text("scale", "The framework and its grades, best first.") { grade in
        let grades = grade.framework.grades.map(\.label).joined(separator: ", ")
        return grade.framework.title.value.plain + (grades.isEmpty ? "" : ": \(grades)")
      },
      .text("scale-language", "The language of that, where it is not the site's; may be empty.") {
        $0.framework.language?.value ?? ""
      },
      .html("mark", "The grade with its mark.") {
        GradeMark.html($0.found.judgement, in: $0.framework, isScaleNamed: true)
      },
      .flag("is-joint", "Whether it is one verdict on several aspects.") { $0.found.isJoint },
      .text("together", "With which other areas it was judged; empty where it is of one alone.") {
        AreaWords.together(with: $0.found.others(than: $0.area), in: $0.site.register)
      },
      .text("when", "The date of the judgement.") {
        ReportWords.time(of: $0.found.source)
      },
      .address("report", "The report that says so.") {
        $0.site.addresses.link(.report($0.found.source.id, anchor: nil))
      },
    ])
}
