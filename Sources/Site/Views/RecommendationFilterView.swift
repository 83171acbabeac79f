import HTML
import Inspections
import Templates

/// Something that the list of recommendations can be narrowed by, with its values.
///
/// The filters are selects; style rules hide what does not fit what is chosen, so no script is
/// needed. Where a browser does not know `:has()`, the selects are not shown and the list is whole.
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
    ])

  /// The filters that divide `all`; one that all share is left out.
  ///
  /// Complexity: O(n) in the recommendations, and O(v log v) in the values.
  static func all(of all: [RecommendationHistory], in site: SiteContext) -> [RecommendationFilter] {
    let register = site.register
    let rows = all.map { RecommendationRow(followed: $0, site: site) }
    let status = StatusWords.tally(all).map {
      Value(name: $0.name, title: NumberWords.capitalised($0.words), count: $0.count)
    }
    let filters = [
      RecommendationFilter(name: "status", title: "Status", values: status),
      filter("area", "Area", rows.map { $0.followed.report.areas.map(\.value.name) }) {
        AreaWords.name(AreaID($0), in: register)
      },
      filter("aspect", "Aspect", rows.map(\.aspectKeys)) { aspectTitle($0, in: register) },
      filter(
        "framework", "Framework",
        rows.map { $0.followed.report.framework.known().map { [$0.name] } ?? [] }
      ) { register.frameworks[FrameworkID($0)]?.title.value.plain ?? $0 },
      filter(
        "year", "Year asked",
        rows.map { row in
          row.followed.report.knownDate.map { ["\($0.earliest.components.year)"] } ?? []
        }
      ) { $0 },
      filter("due", "Year due", rows.map { [$0.dueKey] }) { $0 == "none" ? "No date known" : $0 },
    ]
    return filters.filter { $0.values.count > 1 }
  }

  private static func filter(
    _ name: String, _ title: String, _ keys: [[String]], _ words: (String) -> String
  ) -> RecommendationFilter {
    var counts: [String: Int] = [:]
    for keys in keys { for key in Set(keys) { counts[key, default: 0] += 1 } }
    let values = counts.map { Value(name: $0.key, title: words($0.key), count: $0.value) }
    return RecommendationFilter(
      name: name, title: title,
      values: values.sorted { ($0.title.lowercased(), $0.name) < ($1.title.lowercased(), $1.name) })
  }

  /// `case planning (2009–12)`: the aspect's words, with the framework, for ids of one aspect differ.
  private static func aspectTitle(_ key: String, in register: Register) -> String {
    let parts = key.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let framework = register.frameworks[FrameworkID(String(parts[0]))],
      let aspect = framework.aspects.first(where: { $0.id.value.name == parts[1] })
    else { return key }
    return "\(aspect.title) – \(framework.title.value.plain)"
  }

  /// The style sheet of a list's filters.
  static func rules(for filters: [RecommendationFilter]) -> [UInt8] {
    var buffer = HTMLBuffer()
    buffer.markup("@supports not selector(:has(*)){.filters{display:none}}\n")
    for filter in filters {
      for value in filter.values where isPlain(value.name) {
        rule(filter.name, value.name, hides: " tr[data-", to: &buffer)
        rule(filter.name, value.name, hides: nil, to: &buffer)
      }
    }
    return buffer.fragment().bytes
  }

  private static func rule(
    _ name: String, _ value: String, hides rows: StaticString?, to buffer: inout HTMLBuffer
  ) {
    buffer.markup("main:has(#filter-")
    buffer.text(name)
    buffer.markup(" [value='")
    buffer.text(value)
    buffer.markup("']:checked)")
    guard let rows else {
      buffer.markup(" .asked:not(:has([data-")
      buffer.text(name)
      buffer.markup("~='")
      buffer.text(value)
      buffer.markup("'])){display:none}\n")
      return
    }
    buffer.markup(rows)
    buffer.text(name)
    buffer.markup("]:not([data-")
    buffer.text(name)
    buffer.markup("~='")
    buffer.text(value)
    buffer.markup("']){display:none}\n")
  }

  /// Whether a value can stand in a style rule as it is.
  private static func isPlain(_ value: String) -> Bool {
    value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}
