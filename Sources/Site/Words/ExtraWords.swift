import Inspections

/// Values of fields that a site adds, in words.
enum ExtraWords {
  /// A value as readers see it, without markup.
  static func words(_ value: ExtraValue, in site: SiteContext) -> String {
    switch value {
    case .text(let text): text.plain
    case .number(let digits): digits
    case .date(let date): DateWords.words(date)
    case .flag(let flag): flag ? "yes" : "no"
    case .address(let address): String(address.trimmingPrefix("https://"))
    case .reference(let key): site.link(key).title
    case .unknown: "not known"
    }
  }

  /// A value as data hold it: dates as ISO 8601, references as ids.
  static func data(_ value: ExtraValue) -> String {
    switch value {
    case .text(let text): text.plain
    case .number(let digits): digits
    case .date(let date): date.description
    case .flag(let flag): flag ? "true" : "false"
    case .address(let address): address
    case .reference(let key): key.id
    case .unknown: "unknown"
    }
  }

  /// All values of a fact in one line.
  static func line(_ fact: ExtraFact, in site: SiteContext) -> String {
    fact.values.map { words($0, in: site) }.joined(separator: "; ")
  }
}
