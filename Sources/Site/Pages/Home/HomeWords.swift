import HTML
import Inspections

/// Sentences that the home page and the lists say of the register and its areas.
enum HomeWords {
  /// `19 reports on eleven areas, published from February 2006 to 2024`: the areas that they are on,
  /// not those without a report.
  static func holdings(of register: Register) -> String {
    let reports = register.links.originals
    guard !reports.isEmpty else { return "" }
    var words = NumberWords.count(reports.count, "report", "reports")
    let areas = Set(reports.flatMap { report in report.areas.map(\.value) }).count
    if areas > 0 { words += " on \(NumberWords.count(areas, "area", "areas"))" }
    let dates = reports.compactMap { $0.published.known() }
    if let first = dates.min(by: { $0.earliest < $1.earliest }),
      let last = dates.max(by: { $0.latest < $1.latest })
    {
      words +=
        first == last
        ? ", \(DateWords.label("published", first))"
        : ", published from \(DateWords.words(first)) to \(DateWords.words(last))"
    }
    return NumberWords.capitalised(words)
  }

  /// `The eight with the latest reports, of 100:`; empty where all are shown.
  static func latest(_ shown: Int, of all: Int) -> String {
    shown < all
      ? "The \(NumberWords.words(shown)) with the latest reports, of \(NumberWords.words(all)):"
      : ""
  }

  /// `Inspected 2014, 2018 and 2024; visited 2010`: what the register holds on an area; in the list of a
  /// body, of the time in which that ran it.
  static func reports(
    on area: AreaID, of body: OrganisationID? = nil, in register: Register
  ) -> String {
    guard let record = register.areas[area] else { return "no report held" }
    let reports = reportsHeld(on: record, of: body, in: register)
    let state = record.standing.map { AreaWords.standing($0) }
    guard !reports.isEmpty else {
      return register.reportsInOrder(of: area).isEmpty
        ? state ?? "no report held" : "no report of that time held"
    }
    let standing = reports.filter(\.stands)
    let thematic = standing.filter { $0.kind.value == .thematic }
    let parts =
      [
        part(standing.filter(\.inspects), verb: "inspected in"),
        part(
          thematic,
          verb: thematic.count == 1 ? "in a thematic report of" : "in thematic reports of",
          year: { report in report.year.map { "\($0)" } }),
      ]
      + visits(among: standing, in: register)
      + [
        part(standing.filter { $0.kind.value == .consultation }, verb: "consulted on in"),
        AreaWords.withdrawn(among: reports),
      ]
    let isKnownOf = reports.allSatisfy { $0.form == .knownOf }
    let held =
      (isKnownOf ? "told by others: " : "") + parts.compactMap { $0 }.joined(separator: "; ")
    return held + (state.map { "; \($0)" } ?? "")
  }

  /// An area's reports, earliest first; of a body, those of the time in which that may have run it.
  fileprivate static func reportsHeld(
    on area: Area, of body: OrganisationID?, in register: Register
  ) -> [Report] {
    register.reportsInOrder(of: area.id).filter { report in
      guard let body, let time = report.time else { return true }
      return area.mayBeRun(by: body, in: time)
    }
  }

  /// Visits by what their frameworks call them.
  private static func visits(among reports: [Report], in register: Register) -> [String?] {
    ReportWords.byTerm(reports.filter(\.isVisit), in: register).map { term, visits in
      part(visits, verb: term.map { "\($0) of" } ?? "visited in")
    }
  }

  /// The last three years that have reports, with the number of reports from before these.
  private static func part(
    _ reports: [Report], verb: String, year: (Report) -> String? = ReportWords.year(of:)
  ) -> String? {
    guard !reports.isEmpty else { return nil }
    var years: [Int?] = []
    for report in reports.reversed() where !years.contains(report.year) {
      years.append(report.year)
      if years.count == 3 { break }
    }
    let shown = reports.filter { years.contains($0.year) }
    var names: [String] = []
    for name in shown.compactMap(year) where !names.contains(name) { names.append(name) }
    if shown.contains(where: { year($0) == nil }) { names.append("a year that is not known") }
    let earlier = reports.count - shown.count
    return "\(verb) \(NumberWords.list(names))"
      + (earlier > 0 ? ", and \(NumberWords.times(earlier)) before" : "")
  }
}

extension Entry {
  /// An area with its kind, its life and what the register holds on it.
  ///
  /// In the list of a body, with the time in which that ran it.
  static func area(_ area: Area, in site: SiteContext, of body: OrganisationID? = nil) -> Entry {
    var words = [AreaWords.kind(area) ?? "kind not known"]
    if let code = area.code?.value { words.append(code) }
    var entry = Entry(
      title: area.title.value.plain, link: site.addresses.link(.area(area.id, anchor: nil)))
    entry.language = area.titleLanguage
    entry.about = words.joined(separator: ", ")
    if let end = area.life.to {
      entry.about +=
        end.value.value.map { ", until \(DateWords.words($0))" }
        ?? ", its end not known"
    }
    for tenure in area.tenures where tenure.organisation.value == body {
      let time = AreaWords.time(of: tenure)
      if !time.isEmpty { entry.about += ", \(time)" }
    }
    let reports = HomeWords.reportsHeld(on: area, of: body, in: site.register)
    entry.about += "; " + HomeWords.reports(on: area.id, of: body, in: site.register)
    if let latest = LatestInspection.shown(of: reports, in: site.register) {
      entry.mark = latest.mark(naming: "overall grade: ")
      entry.markDate = latest.time(among: reports)
    }
    return entry
  }
}
