import Inspections
import Templates

/// What the search index is told of a page beside its words.
struct SearchFacts: Sendable {
  private(set) var filters: [SearchFilter] = []
  /// When the page's subject is of, in words; empty where that is not known or means nothing.
  private(set) var date = ""

  static let view = View<SearchFacts>(
    "SearchFacts", "What the search index is told of a page beside its words.",
    [
      .list("filters", "By what a search may be narrowed to find the page.", SearchFilter.view) {
        $0.filters
      },
      .text("date", "When its subject is of, in words; may be empty.") { $0.date },
    ])

  /// A report's kind, year, areas, aspects and grades, each grade with its scale.
  init(of report: Report, in register: Register) {
    let framework = register.framework(of: report)
    add("kind", ReportWords.name(report, in: register))
    if let reference = report.reference.known() { add("reference", reference.lowercased()) }
    add(timeOf: report)
    add(areasOf: report, in: register)
    for judgement in report.judgements {
      guard case .aspects(let ids) = judgement.subject else { continue }
      for id in ids {
        add(
          "aspect",
          register.aspect(id.value, of: judgement, in: report)?.aspect.title ?? id.value.name)
      }
    }
    if let overall = report.overall { add(overall.value, on: framework) }
    for judgement in report.judgements {
      add(judgement.grade.value, on: register.framework(of: judgement, in: report))
    }
  }

  /// A recommendation's aspects, priority, addressees and kinds of amounts, and the year and the areas of
  /// the report that makes it.
  init(of recommendation: Recommendation, in report: Report, of register: Register) {
    add("kind", "Recommendation")
    add(timeOf: report)
    add(areasOf: report, in: register)
    add(recommendation.aspects, of: register.framework(of: report))
    for body in recommendation.to {
      add("asked-of", RecommendationWords.name(of: body.value, in: register))
    }
    if let priority = AmountWords.priority(
      of: recommendation, in: register.framework(of: report))
    {
      add("priority", priority.text)
    }
    for amount in recommendation.amounts {
      add("money", AmountWords.kind(amount.kind.value, in: register.framework(of: report)).text)
    }
  }

  /// An answer's year, and the areas of the report that it answers.
  init(of response: Response, to report: Report?, in register: Register) {
    add("kind", "Answer")
    if let published = response.published.known() {
      add(year: published)
      date = DateWords.words(published)
    }
    if let report { add(areasOf: report, in: register) }
  }

  /// An area's own name.
  init(of area: Area) {
    add("kind", "Area")
    add("area", area.title.value.plain)
  }
}

extension SearchFacts {
  /// Adds a filter, unless the page has it already.
  private mutating func add(_ name: String, _ value: String) {
    let filter = SearchFilter(name: name, value: value)
    if !filters.contains(filter) { filters.append(filter) }
  }

  private mutating func add(_ grade: JudgedGrade, on framework: Framework?) {
    let scale = framework?.title.value.plain ?? "scale not known"
    for id in grade.grades { add("grade", "\(ReportWords.grade(id, in: framework)) (\(scale))") }
  }

  private mutating func add(timeOf report: Report) {
    guard let end = report.date else { return }
    add(year: end)
    date = ReportWords.time(of: report)
  }

  private mutating func add(year date: PartialDate) {
    add("year", String(date.earliest.components.year))
  }

  private mutating func add(areasOf report: Report, in register: Register) {
    for id in report.areas {
      add("area", register.areas[id.value]?.title.value.plain ?? id.value.name)
    }
  }

  private mutating func add(_ aspects: [Located<AspectID>], of framework: Framework?) {
    for id in aspects.lazy.map(\.value) {
      add("aspect", framework?.aspect(id)?.title ?? id.name)
    }
  }
}

/// A value by which a search may be narrowed to find a page.
struct SearchFilter: Sendable, Hashable {
  let name: String
  let value: String

  static let view = View<SearchFilter>(
    "SearchFilter", "A value by which a search may be narrowed to find a page.",
    [
      .text(
        "name",
        "The filter: `kind`, `year`, `area`, `aspect`, `grade`, `asked-of`, `priority`, `money` or "
          + "`reference`."
      ) { $0.name },
      .text("value", "The value as readers choose it.") { $0.value },
    ])
}
