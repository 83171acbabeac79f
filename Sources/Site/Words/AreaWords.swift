import Inspections

/// What an area is and was, in English.
enum AreaWords {
  /// Its kind in the body's own words, in lower case: `service area`; nil where it is not known.
  ///
  /// A kind that is an adjective, like `national`, is given its noun.
  static func kind(_ area: Area) -> String? {
    let words = area.kind.value.value.map(RecordWords.spaced)
    return words.map { adjectives.contains($0) ? "\($0) area" : $0 }
  }

  /// Kinds of area that are no nouns in English; a hospital and a terminal are.
  private static let adjectives: Set<String> = [
    "cantonal", "central", "coastal", "cross-border", "district-wide", "federal", "international",
    "local", "metropolitan", "multinational", "municipal", "national", "nationwide", "provincial",
    "regional", "rural", "statewide", "supranational", "territorial", "tribal", "urban",
  ]

  /// The same, or `area`.
  static func noun(_ area: Area) -> String { kind(area) ?? "area" }

  /// Why there is no report, and as of when: `Awaiting inspection, as of October 2026`, as the inspectorate
  /// has it.
  static func standing(_ standing: Standing) -> String {
    standing.state + (standing.date.known().map { ", as of \(DateWords.words($0))" } ?? "")
  }

  /// When a body ran it, like the life of a record; empty where that is not said.
  static func time(of tenure: Tenure) -> String {
    tenure.from == nil && tenure.to == nil ? "" : LifeWords.words(from: tenure.from, to: tenure.to)
  }

  /// `followed by East Midlands`, `successor not known`; nil while no end is known.
  static func successors(of area: Area, in register: Register) -> String? {
    guard area.life.to.known() != nil else { return nil }
    return switch register.lineage.successors(of: area.id) {
    case .known(let ids): "followed by " + NumberWords.list(ids.map { name($0, in: register) })
    case .unknown, .notRecorded: "successor not known"
    }
  }

  /// That one verdict is on other areas, too: `judged together with Brannoc pharmacy`.
  ///
  /// Many areas are counted; empty where there are none.
  static func together(with others: [AreaID], in register: Register) -> String {
    guard !others.isEmpty else { return "" }
    let names =
      others.count <= 3
      ? NumberWords.list(others.map { name($0, in: register) })
      : NumberWords.count(others.count, "other area", "other areas")
    return "judged together with \(names)"
  }

  /// `one withdrawn report`: how many of an area's reports stand no more; nil where all do.
  static func withdrawn(among reports: [Report]) -> String? {
    let count = reports.count { !$0.stands }
    return count == 0 ? nil : NumberWords.count(count, "withdrawn report", "withdrawn reports")
  }

  /// Its name as plain text.
  static func name(_ id: AreaID, in register: Register) -> String {
    register.areas[id]?.title.value.plain ?? id.name
  }
}
