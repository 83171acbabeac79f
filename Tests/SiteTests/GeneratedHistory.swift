/// An area's history made up from a seed: its files, and what is in them by our own count.
struct GeneratedHistory {
  private(set) var files: [String: String] = [:]
  /// Reports with a date and without, accounts with one and without, and what was asked.
  private(set) var dated = 0
  private(set) var undated = 0
  private(set) var visits = 0
  private(set) var accounts = (dated: 0, undated: 0)
  private(set) var asked = 0
  private var chance: Chance

  init(seed: UInt64) {
    chance = Chance(state: seed)
    for number in 0..<3 { files["frameworks/rules-\(number).md"] = framework(number) }
    files["areas/north.md"] = area()
    // The report that every example has is on another area here.
    files["areas/south.md"] = "title: South\nkind: region"
    files["reports/north-2009.md"] =
      "title: South\nkind: thematic\npublisher: ofsted\nframework: round\npublished: 2009\nform: known-of\narea: south"
    let reports = seed % 7 == 0 ? chance.below(41) : chance.below(12)
    var left = chance.below(61)
    var earlier: String?
    for number in 0..<reports {
      let items = min(left, chance.below(2) == 0 ? chance.below(12) : 0)
      left -= items
      let id = "report-\(number)"
      if let followed = earlier, chance.below(4) == 0 {
        files["reports/\(id).md"] = visit(to: followed)
        visits += 1
      } else {
        files["reports/\(id).md"] = inspection(number, items)
        asked += items
        earlier = items > 0 ? id : nil
      }
      if chance.below(6) == 0 { files["coverage/account-\(number).md"] = account(of: id) }
    }
  }

  private mutating func framework(_ number: Int) -> String {
    let grades = (0...(1 + chance.below(5))).map { "{id: g\($0), title: Grade \($0)}" }
    let aspects = (0...chance.below(14)).map { "{id: a\($0), title: \(chance.title()) \($0)}" }
    return """
      title: \(chance.title())
      inspectorate: ofsted
      grades: [\(grades.joined(separator: ", "))]
      progress: [{id: p0, title: Done}, {id: p1, title: Begun}, {id: p2, title: Not begun}]
      aspects: [\(aspects.joined(separator: ", "))]
      """
  }

  private mutating func area() -> String {
    let from = ["", "from: unknown", "from: 1974", "from: \(chance.date() ?? "2001")"]
    let to = ["", "", "to: unknown\nsuccessors: unknown", "to: 2031-03"]
    return "title: \(chance.title())\nkind: region\n\(chance.of(from))\n\(chance.of(to))"
  }

  private mutating func dates() -> String {
    let date = chance.date()
    if date == nil { undated += 1 } else { dated += 1 }
    guard let date else { return "published: unknown" }
    return chance.below(2) == 0 ? "published: \(date)" : "fieldwork: \(date)\npublished: unknown"
  }

  private mutating func inspection(_ number: Int, _ items: Int) -> String {
    let due = [
      "", ", due: immediately", ", due: within 3 months", ", due: \(chance.date() ?? "2020")",
    ]
    let asks = (0..<items).map {
      "  - {id: \($0 + 1), text: \(chance.title())\(chance.of(due))}"
    }
    let overall = ["overall: g0", "overall: g1", "overall: [g0, g1]", "overall: none", ""]
    let judged = (0..<chance.below(2)).map { "{aspect: a\($0), grade: g1}" }
    return """
      title: \(chance.title()) \(number)
      kind: \(chance.of(["inspection", "inspection", "thematic"]))
      publisher: ofsted
      framework: rules-\(chance.below(8) == 0 ? chance.below(3) : number / 8 % 3)
      form: known-of
      area: north
      \(dates())
      \(chance.of(overall))
      judgements: [\(judged.joined(separator: ", "))]
      recommendations:\(asks.isEmpty ? " []" : "\n" + asks.joined(separator: "\n"))
      """
  }

  private mutating func visit(to followed: String) -> String {
    """
    title: \(chance.title())
    kind: monitoring
    publisher: ofsted
    framework: rules-0
    form: known-of
    area: north
    follows: \(followed)
    \(dates())
    progress: [{recommendation: 1, judgement: p\(chance.below(3))}]
    \(chance.of(["", "overall_progress: p1", "closes: [{recommendation: 1, as: implemented}]"]))
    """
  }

  private mutating func account(of report: String) -> String {
    let date = chance.date()
    if date == nil { accounts.undated += 1 } else { accounts.dated += 1 }
    return """
      title: \(chance.title())
      outlet: \(chance.title())
      published: \(date ?? "unknown")
      kind: news
      address: https://news.example.org/\(report)
      about: [\(report)]
      """
  }
}

/// Numbers that look random and are the same for the same seed.
///
/// Source: Sebastiano Vigna, "splitmix64", https://prng.di.unimi.it/splitmix64.c
private struct Chance {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(max(limit, 1)))
  }

  mutating func of(_ choices: [String]) -> String { choices[below(choices.count)] }

  /// A date at any precision between 1990 and 2029; one in nine is not known.
  mutating func date() -> String? {
    let year = 1990 + below(below(3) == 0 ? 40 : 12)
    let month = 1 + below(12)
    let two = month < 10 ? "0\(month)" : "\(month)"
    return [
      "\(year)", "\(year)-\(two)", "\(year)-W\(two)", "\(year)-\(two)-05", "\(year)-\(two)-17",
      "\(year)-\(two)-28", "\(year)-\(two)", "\(year)-\(two)-09", nil,
    ][below(9)]
  }

  /// One to forty words, some of them very long.
  mutating func title() -> String {
    let words = ["Plans", "families", "supervision", "Verwaltungsgerichtsbarkeit", "of", "the"]
    return (0...below(below(5) == 0 ? 40 : 6)).map { _ in of(words) }.joined(separator: " ")
  }
}
