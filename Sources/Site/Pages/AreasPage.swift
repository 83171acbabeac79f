import HTML
import Inspections
import Templates

extension PageKind {
  static let areas = PageKind(
    "areas", AreasPage.view, at: AreasPage.entrance, filled: { !$0.areas.records.isEmpty },
    pages: AreasPage.planned)
}

/// A list of areas by name: those that exist or may exist, and those that have ended.
struct AreasPage: FramedPage {
  let list: AreaList
  let shown: ListPage<Area>
  let site: SiteContext

  static let entrance = PageFrame.Crumb(title: "Areas", path: "areas/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let areas = site.register.areas
    let division = ListDivision<Area>.byName(
      bytes: { 850 + $0.title.value.plain.utf8.count }, besides: { areas[AreaID($0)] != nil })
    return AreaList.all(in: site).flatMap { list in
      let sorted = list.areas.compactMap { areas[$0] }.byName()
      return division.pages(of: sorted, at: list.path).map { shown in
        PlannedPage(path: shown.place.path, kind: .areas) {
          view.record(of: AreasPage(list: list, shown: shown, site: site))
        }
      }
    }
  }

  static let view = View<AreasPage>(
    page: "AreasPage", "The list of all areas, or a part of it.",
    [
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "area", many: "areas"), in: $0.site)
      },
      .list("present", "Areas that exist, or of which that is not known to be over.", AreaRow.view)
      {
        $0.rows { !$0 }
      },
      .list("ended", "Areas that have ended.", AreaRow.view) { $0.rows { $0 } },
    ])

  var frame: PageFrame {
    shown.frame(
      at: PageFrame.Crumb(title: list.title(in: site), path: list.path),
      summary: list.subject != .all
        ? ""
        : "Every area that a report in this register is about, or that belongs to one. "
          + "An area keeps its page after it has ended.",
      below: list.breadcrumbs(in: site), in: site)
  }

  /// The areas of which the end is known to be past or not.
  private func rows(where isShown: (Bool) -> Bool) -> [AreaRow] {
    shown.rows.filter { area in
      isShown(area.life.to.known().map { $0.latest < site.now.day } ?? false)
    }.map { AreaRow(area: $0, site: site) }
  }
}

/// An area as a row of a table.
struct AreaRow: Sendable {
  let area: Area
  let site: SiteContext

  private var register: Register { site.register }
  private let reports: [Report]
  private let latest: LatestInspection?

  init(area: Area, site: SiteContext) {
    self.area = area
    self.site = site
    reports = site.register.reportsInOrder(of: area.id)
    latest = LatestInspection.shown(of: reports, in: site.register)
  }

  static let view = View<AreaRow>(
    "AreaRow", "An area as a row of a table.",
    [
      .text("title", "Its name.") { $0.area.title.value.plain },
      .language { $0.area.titleLanguage },
      .address("link", "Its page.") { row in
        row.site.addresses.link(.area(row.area.id, anchor: nil))
      },
      .text("kind", "What kind of unit it is; empty where that is not known.") { row in
        AreaWords.kind(row.area) ?? ""
      },
      .text("code", "The body's own code for it; may be empty.") { $0.area.code?.value ?? "" },
      .text("life", "When it began and ended.") { LifeWords.words($0.area.life) },
      .text("successors", "What followed it; empty while it exists.") { row in
        AreaWords.successors(of: row.area, in: row.register) ?? ""
      },
      .html("grade", "The grade of its last inspection; empty where it was never inspected.") {
        $0.latest?.mark() ?? .empty
      },
      .text("graded", "When that inspection was, or when its report was published; may be empty.") {
        row in
        row.latest?.time(among: row.reports) ?? ""
      },
      .text("held", "What the register holds on it; empty where it holds nothing.") { $0.held },
    ])

  private var held: String {
    let inspections = reports.filter(\.inspects)
    let visits = reports.filter(\.isVisit)
    var parts: [String] = []
    if !inspections.isEmpty { parts.append("inspected \(years(of: inspections))") }
    for (term, own) in ReportWords.byTerm(visits, in: register) {
      parts.append(term.map { documents(own, called: $0) } ?? "visited \(years(of: own))")
    }
    let others = reports.count(where: \.stands) - inspections.count - visits.count
    if others > 0 { parts.append(NumberWords.count(others, "other report", "other reports")) }
    if let withdrawn = AreaWords.withdrawn(among: reports) { parts.append(withdrawn) }
    let asked = reports.lazy.filter(\.stands).flatMap(\.recommendations).count
    if asked > 0 {
      let term =
        reports.last { !$0.recommendations.isEmpty }
        .map { ReportWords.term(of: $0, in: register) } ?? .recommendation
      parts.append(NumberWords.count(asked, term.one, term.many))
    }
    if !reports.isEmpty, reports.allSatisfy({ $0.form == .knownOf }) {
      parts.append("told by others")
    }
    if let standing = area.standing { parts.append(AreaWords.standing(standing)) }
    return parts.joined(separator: "; ")
  }

  /// The years of a few reports, or how many and the last year: `in 2009 and 2011`, `nine times, last in
  /// 2018`.
  private func years(of reports: [Report]) -> String {
    let years = reports.compactMap(ReportWords.year(of:))
    guard let last = years.last else { return "at an unknown date" }
    return years.count > 4
      ? "\(NumberWords.words(years.count)) times, last in \(last)"
      : "in \(Self.listed(years))"
  }

  /// `letters of 2014 and 2015`, `nine letters, the last of 2018`.
  private func documents(_ reports: [Report], called term: String) -> String {
    let years = reports.compactMap(ReportWords.year(of:))
    guard let last = years.last else { return "\(term) of an unknown date" }
    return years.count > 4
      ? "\(NumberWords.words(years.count)) \(term), the last of \(last)"
      : "\(term) of \(Self.listed(years))"
  }

  private static func listed(_ years: [String]) -> String {
    var seen: Set<String> = []
    return NumberWords.list(years.filter { seen.insert($0).inserted })
  }
}
