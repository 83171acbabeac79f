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

  /// The filters that divide `all`, in which those of one report stand together; one that all share is left
  /// out.
  ///
  /// Complexity: O(n) in the recommendations, and O(v log v) in the values.
  static func all(of all: [RecommendationHistory], in site: SiteContext) -> [RecommendationFilter] {
    let register = site.register
    let counts = Counts(of: all)
    let status = RecommendationStatus.Kind.allCases.compactMap { kind in
      counts.statuses[kind].map {
        Value(name: kind.rawValue, title: StatusWords.title(kind), count: $0)
      }
    }
    let filters = [
      RecommendationFilter(name: "status", title: "Status", values: status),
      filter("area", "Area", counts.areas) { id in
        (id.name, AreaWords.name(id, in: register), register.areas[id]?.titleLanguage ?? "")
      },
      filter("to", "Asked of", counts.addressees) { id in
        (
          id.name, RecommendationWords.name(of: id, in: register),
          register.organisations[id]?.titleLanguage ?? ""
        )
      },
      priorities(counts.priorities, in: register),
      aspects(counts.aspects, in: register),
      filter("framework", "Framework", counts.frameworks) { id in
        let framework = register.frameworks[id]
        return (id.name, framework?.title.value.plain ?? id.name, framework?.titleLanguage ?? "")
      },
      filter("year", "Year of the report", counts.years) { (String($0), String($0), "") },
      filter("due", "Year due", counts.yearsDue) { year in
        (dueName(of: year), year.map { String($0) } ?? "No date known", "")
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

  /// How many recommendations have each value.
  private struct Counts {
    var statuses: [RecommendationStatus.Kind: Int] = [:]
    var areas: [AreaID: Int] = [:]
    var addressees: [OrganisationID: Int] = [:]
    var priorities: [PriorityKey: Int] = [:]
    var aspects: [AspectKey: Int] = [:]
    var frameworks: [FrameworkID: Int] = [:]
    var years: [Int: Int] = [:]
    var yearsDue: [Int?: Int] = [:]

    /// What is so of a report is looked at once for all that it asks.
    init(of all: [RecommendationHistory]) {
      var rest = all[...]
      while let report = rest.first?.report {
        let asked = rest.prefix { $0.report === report }
        rest = rest[asked.endIndex...]
        add(asked, of: report)
      }
    }

    private mutating func add(_ asked: ArraySlice<RecommendationHistory>, of report: Report) {
      Self.add(RecommendationFilter.areas(of: report), to: &areas, times: asked.count)
      let framework = report.framework.known()
      if let framework { frameworks[framework, default: 0] += asked.count }
      if let year = report.year { years[year, default: 0] += asked.count }
      for followed in asked {
        statuses[followed.status.kind, default: 0] += 1
        Self.add(followed.recommendation.to.map(\.value), to: &addressees)
        yearsDue[followed.yearDue, default: 0] += 1
        guard let framework else { continue }
        Self.add(AspectKey.all(of: followed.recommendation, in: framework), to: &aspects)
        if let priority = PriorityKey(of: followed.recommendation, in: framework) {
          priorities[priority, default: 0] += 1
        }
      }
    }

    /// Counts each of `keys` once, though it may be named twice.
    private static func add<Key: Hashable>(
      _ keys: [Key], to counts: inout [Key: Int], times: Int = 1
    ) {
      if keys.count > 1 {
        for key in Set(keys) { counts[key, default: 0] += times }
      } else if let key = keys.first {
        counts[key, default: 0] += times
      }
    }
  }

  /// The filter by aspect, each behind its title with that of its framework.
  private static func aspects(
    _ counts: [AspectKey: Int], in register: Register
  ) -> RecommendationFilter {
    // Letters are folded title by title: what joins two is no letter of ASCII, which takes long to see.
    filter("aspect", "Aspect", counts, order: { $0.title(in: register) { $0.lowercased() } }) {
      key in
      (
        key.name, key.title(in: register) { $0 },
        register.frameworks[key.framework]?.language?.value ?? ""
      )
    }
  }

  /// The filter by priority, in the order of the frameworks: the most urgent first.
  private static func priorities(
    _ counts: [PriorityKey: Int], in register: Register
  ) -> RecommendationFilter {
    let found = filter("priority", "Priority", counts) { ($0.name, $0.title(in: register), "") }
    guard !found.values.isEmpty else { return found }
    let order = register.frameworks.records.flatMap { framework in
      framework.priorities.map { "\(framework.id).\($0.id.value)" }
    }
    let ranks = Dictionary(zip(order, order.indices)) { first, _ in first }
    return RecommendationFilter(
      name: found.name, title: found.title,
      values: found.values.sorted { ranks[$0.name] ?? .max < ranks[$1.name] ?? .max })
  }

  /// The filter by what was counted, in the order of the titles; without values where these are not
  /// several.
  private static func filter<Key: Hashable>(
    _ name: String, _ title: String, _ counts: [Key: Int], order: ((Key) -> String)? = nil,
    _ words: (Key) -> (name: String, title: String, language: String)
  ) -> RecommendationFilter {
    guard counts.count > 1 else {
      return RecommendationFilter(name: name, title: title, values: [])
    }
    let values = counts.map { key, count in
      let (name, title, language) = words(key)
      return (
        value: Value(name: name, title: title, count: count, language: language),
        order: order?(key) ?? title.lowercased()
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

    /// `Case planning – Inspection of 2009`, both titles in the `form` that is wanted.
    func title(in register: Register, _ form: (String) -> String) -> String {
      guard let framework = register.frameworks[framework], let aspect = framework.aspect(aspect)
      else { return form(name) }
      return form(aspect.title) + " – " + form(framework.title.value.plain)
    }

    static func all(of recommendation: Recommendation, in framework: FrameworkID) -> [AspectKey] {
      recommendation.aspects.map { AspectKey(framework: framework, aspect: $0.value) }
    }
  }

  /// A priority with its framework, for ids of one priority differ.
  struct PriorityKey: Hashable {
    let framework: FrameworkID
    let priority: PriorityID

    init?(of recommendation: Recommendation, in framework: FrameworkID) {
      guard let priority = recommendation.priority?.value else { return nil }
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
