import HTML
import Inspections
import Templates

/// Something that the list of recommendations can be narrowed by, with its values.
///
/// The filters are selects that a small script acts on. Without it they are not shown, the list is
/// whole, and the lists by standing, body and area answer the main questions.
struct RecommendationFilter: Sendable {
  /// The name of the attribute that rows carry.
  let name: String
  let title: String
  let values: [Value]

  /// A value that rows may have.
  struct Value: Sendable {
    let name: String
    let title: String
    let count: Int
    /// The language of the title; empty where it is the site's.
    var language = ""
  }

  static let view = View<RecommendationFilter>(
    "RecommendationFilter", "Something that the list of recommendations can be narrowed by.",
    [
      .text("name", "Its name, a word.") { $0.name },
      .text("title", "What it is called.") { $0.title },
      .list("values", "Its values.", valueView) { $0.values },
    ])

  private static let valueView = View<Value>(
    "FilterValue", "A value of a filter.",
    [
      .text("name", "The value.") { $0.name },
      .text("title", "What it is called.") { $0.title },
      .number("count", "How many recommendations have it.") { $0.count },
      .language { $0.language },
    ])

  /// The filters that divide `all`; one that all share is left out.
  ///
  /// Complexity: O(n) in the recommendations, and O(v log v) in the values.
  static func all(of all: [RecommendationHistory], in site: SiteContext) -> [RecommendationFilter] {
    let register = site.register
    let status = StatusWords.tally(all).map {
      Value(name: $0.kind.rawValue, title: StatusWords.title($0.kind), count: $0.count)
    }
    let filters = [
      RecommendationFilter(name: "status", title: "Status", values: status),
      filter(
        "area", "Area", all, by: { areas(of: $0.report) },
        language: { register.titleLanguage(of: RecordKey(.areas, $0.name)) }
      ) { ($0.name, AreaWords.name($0, in: register)) },
      filter(
        "to", "Asked of", all, by: { $0.recommendation.to.map(\.value) },
        language: { register.titleLanguage(of: RecordKey(.organisations, $0.name)) }
      ) { ($0.name, RecommendationWords.name(of: $0, in: register)) },
      priorities(of: all, in: register),
      filter(
        "aspect", "Aspect", all, by: AspectKey.all,
        language: { register.frameworks[$0.framework]?.language?.value ?? "" }
      ) { ($0.name, $0.title(in: register)) },
      filter(
        "framework", "Framework", all,
        by: { $0.report.framework.known().map { [$0] } ?? [] },
        language: { register.titleLanguage(of: RecordKey(.frameworks, $0.name)) }
      ) { ($0.name, register.frameworks[$0]?.title.value.plain ?? $0.name) },
      filter(
        "year", "Year of the report", all,
        by: { $0.report.year.map { [$0] } ?? [] }
      ) { (String($0), String($0)) },
      filter("due", "Year due", all, by: { [$0.yearDue] }) { year in
        (dueName(of: year), year.map { String($0) } ?? "No date known")
      },
    ]
    return filters.filter { $0.values.count > 1 }
  }

  /// The areas by which a report's recommendations are narrowed: none of a report on very many, for it is
  /// no answer to somebody who looks for one of them.
  static func areas(of report: Report) -> [AreaID] {
    report.areas.count > mostAreas ? [] : report.areas.map(\.value)
  }

  private static let mostAreas = 50

  /// The filter by priority, in the order of the frameworks: the most urgent first.
  private static func priorities(
    of all: [RecommendationHistory], in register: Register
  ) -> RecommendationFilter {
    let found = filter("priority", "Priority", all, by: { PriorityKey(of: $0).map { [$0] } ?? [] })
    { ($0.name, $0.title(in: register)) }
    let order = register.frameworks.records.flatMap { framework in
      framework.priorities.map { "\(framework.id).\($0.id.value)" }
    }
    let ranks = Dictionary(zip(order, order.indices)) { first, _ in first }
    return RecommendationFilter(
      name: found.name, title: found.title,
      values: found.values.sorted { ranks[$0.name] ?? .max < ranks[$1.name] ?? .max })
  }

  /// The filter by what `keys` finds in each of `all`, counted once each; without values where
  /// these are not several.
  private static func filter<Key: Hashable>(
    _ name: String, _ title: String, _ all: [RecommendationHistory],
    by keys: (RecommendationHistory) -> [Key], language: (Key) -> String = { _ in "" },
    _ words: (Key) -> (name: String, title: String)
  ) -> RecommendationFilter {
    var counts: [Key: Int] = [:]
    for followed in all {
      let keys = keys(followed)
      if keys.count > 1 {
        for key in Set(keys) { counts[key, default: 0] += 1 }
      } else if let key = keys.first {
        counts[key, default: 0] += 1
      }
    }
    guard counts.count > 1 else {
      return RecommendationFilter(name: name, title: title, values: [])
    }
    let values = counts.map { key, count in
      let (name, title) = words(key)
      return (
        value: Value(name: name, title: title, count: count, language: language(key)),
        order: title.lowercased()
      )
    }
    return RecommendationFilter(
      name: name, title: title,
      values: values.sorted { ($0.order, $0.value.name) < ($1.order, $1.value.name) }
        .map(\.value))
  }

  /// The value that rows carry for the year they are due.
  static func dueName(of year: Int?) -> String { year.map { String($0) } ?? "none" }

  /// An aspect with its framework, for ids of one aspect differ.
  struct AspectKey: Hashable {
    let framework: FrameworkID
    let aspect: AspectID

    var name: String { "\(framework).\(aspect)" }

    /// `Case planning – Inspection of 2009`.
    func title(in register: Register) -> String {
      guard let framework = register.frameworks[framework], let aspect = framework.aspect(aspect)
      else { return name }
      return "\(aspect.title) – \(framework.title.value.plain)"
    }

    static func all(of followed: RecommendationHistory) -> [AspectKey] {
      guard let framework = followed.report.framework.known() else { return [] }
      return followed.recommendation.aspects.map {
        AspectKey(framework: framework, aspect: $0.value)
      }
    }
  }

  /// A priority with its framework, for ids of one priority differ.
  struct PriorityKey: Hashable {
    let framework: FrameworkID
    let priority: PriorityID

    init?(of followed: RecommendationHistory) {
      guard let framework = followed.report.framework.known(),
        let priority = followed.recommendation.priority?.value
      else { return nil }
      (self.framework, self.priority) = (framework, priority)
    }

    var name: String { "\(framework).\(priority)" }

    func title(in register: Register) -> String {
      register.frameworks[framework]?.priorities.first { $0.id.value == priority }?.title
        ?? priority.name
    }
  }
}

extension RecommendationHistory {
  /// The year it is due, where a date is known.
  var yearDue: Int? { due?.date.latest.components.year }
}
