import Inspections
import Templates

/// A value by which a search may be narrowed to find a page.
struct SearchFilter: Sendable, Hashable {
  let name: String
  let value: String

  static let view = View<SearchFilter>(
    "SearchFilter", "A value by which a search may be narrowed to find a page.",
    [
      .text("name", "The filter: `kind`, `year`, `area`, `aspect` or `grade`.") { $0.name },
      .text("value", "The value as readers choose it.") { $0.value },
    ])

  /// A report's kind, year, areas, aspects and grades, each grade with its scale; each once.
  static func all(of report: Report, in register: Register) -> [SearchFilter] {
    let framework = register.framework(of: report)
    var filters = [SearchFilter(name: "kind", value: RecordWords.kind(report.kind.value))]
    if let published = report.published.known() {
      filters.append(
        SearchFilter(name: "year", value: String(published.earliest.components.year)))
    }
    for id in report.areas {
      let title = register.areas[id.value]?.title.value.plain
      filters.append(SearchFilter(name: "area", value: title ?? id.value.name))
    }
    for judgement in report.judgements {
      guard case .aspects(let ids) = judgement.subject else { continue }
      for id in ids {
        let aspect = framework?.aspects.first { $0.id.value == id.value }
        filters.append(SearchFilter(name: "aspect", value: aspect?.title ?? id.value.name))
      }
    }
    let scale = framework?.title.value.plain ?? "scale not known"
    let grades =
      (report.overall?.value.grades ?? []) + report.judgements.flatMap(\.grade.value.grades)
    for grade in grades {
      let word = ReportWords.grade(grade, in: framework)
      filters.append(SearchFilter(name: "grade", value: "\(word) (\(scale))"))
    }
    var seen: Set<SearchFilter> = []
    return filters.filter { seen.insert($0).inserted }
  }
}
