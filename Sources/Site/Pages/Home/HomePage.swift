import HTML
import Inspections
import Templates

extension PageKind {
  static let home = PageKind(
    "home", HomePage.view, at: HomePage.entrance, page: HomePage.init(of:))
}

/// The home page: what this is, how to find an area, what is new, what is not closed, and how to
/// read grades.
struct HomePage: FramedPage {
  let frame: PageFrame

  /// How many areas, reports and groups of recommendations the page shows before it links to all.
  static let limits = (areas: 8, reports: 6, asked: 5, scales: 4)

  static let view = View<HomePage>(
    page: "HomePage", "The home page.",
    [
      .text("holdings", "How many reports on how many areas, and from when; worked out.") {
        HomeWords.holdings(of: $0.register)
      },
      .list("areas", "The areas reported on last.", Entry.view) { $0.areas },
      .text("latest-areas", "Of how many areas these are the ones; empty where they are all.") {
        HomeWords.latest(limits.areas, of: $0.register.areas.records.count)
      },
      .text("all-areas", "How many areas there are, in words.") {
        NumberWords.count($0.register.areas.records.count, "area", "areas")
      },
      .list("reports", "The reports that were published last.", Entry.view) { page in
        page.latestReports.map { Entry.report($0, in: page.frame.site) }
      },
      .record("asked", "What was asked for and where it stands.", StandingSummary.view) {
        StandingSummary(of: $0.frame.site, limit: limits.asked)
      },
      .list("scales", "The scales of the grades on the page, the most frequent first.", Scale.view)
      {
        page in
        page.shownScales.prefix(limits.scales).map { Scale(framework: $0, site: page.frame.site) }
      },
      .flag("has-several-scales", "Whether there are several scales of grades.") {
        $0.scales.count > 1
      },
      .text("all-frameworks", "How many frameworks there are, in words.") {
        NumberWords.count($0.register.frameworks.records.count, "framework", "frameworks")
      },
      .flag("has-mappings", "Whether anybody published how scales correspond.") {
        $0.register.frameworks.records.contains { !$0.mappings.isEmpty }
      },
      .list("progress", "A progress scale, as an example.", ScaleStep.view) { page in
        page.register.frameworks.records.filter { !$0.progress.isEmpty }
          .max { page.reportCount($0) < page.reportCount($1) }
          .map { Scale(framework: $0, site: page.frame.site).progressSteps } ?? []
      },
      .flag(
        "has-least-progress", "Whether any framework has a scale of progress, from best to least."
      ) {
        $0.register.frameworks.records.contains(where: \.placesProgress)
      },
      .text("visit", "What a visit is called, where all frameworks have one word for it.") {
        $0.frame.site.visitTerm.one
      },
      .html("status-open", "The mark of an open recommendation.") { _ in StatusMark.html(.open) },
      .html("status-past-date", "The mark of one that is past its date and not closed.") { _ in
        StatusMark.html(.pastDate)
      },
      .html("status-not-done", "The mark of such a one that a visit found not done.") { _ in
        StatusMark.html(.pastDate, isSaidNotDone: true)
      },
      .html("status-closed", "The mark of a closed one.") { _ in
        StatusMark.html(.closed(.implemented, by: ReportID("")))
      },
      .html("status-not-known", "The mark of one of which it is not known what became.") { _ in
        StatusMark.html(.notKnown)
      },
    ])

  static let entrance = PageFrame.Crumb(title: "Home", path: "")

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance, title: site.register.site.title.value,
      summary: site.register.site.description?.plain ?? "", breadcrumbs: [], site: site)
  }
}

extension HomePage {
  private var register: Register { frame.site.register }

  private func reportCount(_ framework: Framework) -> Int {
    register.links.reportsOfFramework[framework.id]?.count ?? 0
  }

  /// Frameworks that grade, one of each scale: those that most reports were made under first.
  private var scales: [Framework] {
    var scales: Set<[String]> = []
    return register.frameworks.records.filter { !$0.grades.isEmpty }
      .map { (framework: $0, count: reportCount($0)) }.mostFrequentFirst()
      .filter { scales.insert($0.grades.map(\.title)).inserted }
  }

  /// Those on whose scales the grades of the page are, each by its name even where the words are the same;
  /// the one that most reports use where the page shows none.
  private var shownScales: [Framework] {
    let graded =
      latestReports.filter { TallyWords.isGraded($0, in: register) }
      + latestAreas.compactMap { area in
        LatestInspection.shown(of: register.reportsInOrder(of: area.id), in: register)
          .flatMap { $0.isGraded ? $0.report : nil }
      }
    let frameworks = Dictionary(
      grouping: graded.compactMap(register.framework(of:)).filter { !$0.grades.isEmpty }, by: \.id)
    let shown = frameworks.values.map { (framework: $0[0], count: $0.count) }.mostFrequentFirst()
    return shown.isEmpty ? Array(scales.prefix(1)) : shown
  }

  /// The reports that appeared last: what is new is what was published, whenever inspectors were there.
  private var latestReports: [Report] {
    let reports = register.links.originals.map { report in
      (report: report, day: report.asked?.earliest.number ?? .min, id: report.id)
    }
    return reports.sorted { ($1.day, $0.id) < ($0.day, $1.id) }
      .prefix(Self.limits.reports).map(\.report)
  }

  /// The areas whose last report is the latest.
  private var areas: [Entry] {
    latestAreas.map { Entry.area($0, in: frame.site) }
  }

  private var latestAreas: [Area] {
    let areas = register.areas.records.map { area in
      (area: area, last: register.lastReportDay(of: area))
    }
    let sorted = areas.sorted { left, right in
      left.last != right.last
        ? left.last > right.last
        : left.area.id < right.area.id
    }
    return sorted.prefix(Self.limits.areas).map(\.area)
  }
}

extension [(framework: Framework, count: Int)] {
  /// The frameworks by how many there are of each, then by id.
  fileprivate func mostFrequentFirst() -> [Framework] {
    sorted { ($1.count, $0.framework.id) < ($0.count, $1.framework.id) }.map(\.framework)
  }
}

extension Register {
  /// The number of the first day of an area's latest report; the least number where it has none.
  fileprivate func lastReportDay(of area: Area) -> Int {
    reportsInOrder(of: area.id).last?.date?.earliest.number ?? .min
  }
}
