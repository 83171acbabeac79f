import HTML
import Inspections
import Templates

extension PageKind {
  static let followUp = PageKind(
    "follow-up", FollowUpPage.view, at: FollowUpPage.entrance, pages: FollowUpPage.planned)
}

/// How recommendations fare: all of the register, those put to one body, or those under one
/// framework.
struct FollowUpPage: FramedPage {
  let subject: FollowUpSubject
  let frame: PageFrame

  static let entrance = PageFrame.Crumb(
    title: "How recommendations fare", path: FollowUpSubject.Scope.register.path)

  /// How many wordings that were asked more than once the page lists.
  static let repeatLimit = 20
  /// How many bodies the page of the register lists.
  static let mostBodies = 100

  static let view = View<FollowUpPage>(
    page: "FollowUpPage", "How recommendations fare, in figures.",
    [
      .flag("is-register", "Whether all that the register holds is counted.") {
        $0.subject.scope == .register
      },
      .flag("is-body", "Whether what one body was asked is counted.") { page in
        if case .organisation = page.subject.scope { true } else { false }
      },
      .flag("has-areas", "Whether the register has areas.") {
        !$0.site.register.areas.records.isEmpty
      },
      .text("called", "What is counted, as its framework calls it: `recommendations`.") {
        $0.term.many
      },
      .text("visit", "What a visit is called, where all frameworks have one word for it.") {
        $0.site.visitTerm.one
      },
      .html("patterns", "What the charts refer to; once on the page.") { _ in Patterns.ofCharts },
      .html("years", "Where they stand by the year of the report that asked, drawn.") { page in
        FollowUpCharts.years(page.subject.figures, file: page.file(.followUpByYear))
      },
      .html(
        "ends",
        "What was open or past its date at the end of each year, drawn; empty where nothing was."
      ) {
        FollowUpCharts.ends($0.subject.figures, file: $0.file(.followUpYearEnds))
      },
      .html("timings", "How they compare with the time that was set, drawn.") {
        FollowUpCharts.timings($0.subject.figures, file: $0.file(.followUpTimes))
      },
      .text("closing", "How long it took from asking to closing, in words.") {
        FigureWords.closing($0.subject.figures)
      },
      .text("in-time", "How many were closed in the time that was set, in words.") {
        FigureWords.inTime($0.subject.figures)
      },
      .text("reasons", "Why those that are closed were, in words; empty where none is.") {
        NumberWords.list($0.subject.figures.reasons.map(FigureWords.reason))
      },
      .list(
        "repeats", "What was asked in the same words by several reports.",
        RepeatedRecommendation.view
      ) { page in
        page.subject.repeats.prefix(repeatLimit).map {
          RepeatedRecommendation($0, site: page.site)
        }
      },
      .text("repeat-count", "How many wordings were asked more than once, in words.") {
        NumberWords.capitalised(
          NumberWords.count($0.subject.repeats.count, "wording was", "wordings were"))
      },
      .number("repeats-left-out", "How many of them the list leaves out; absent where none.") {
        $0.subject.repeats.count > repeatLimit ? $0.subject.repeats.count - repeatLimit : nil
      },
      .texts("kinds", "The statuses that are counted in the tables, for heads of columns.") {
        page in
        page.kinds.map(StatusWords.title)
      },
      .list(
        "bodies", "The bodies that were asked most, on the page of the register.",
        FollowUpPart.view
      ) { page in
        page.bodies.sorted { $0.subject.figures.all.total > $1.subject.figures.all.total }
          .prefix(mostBodies).sorted(by: FollowUpPart.isBefore)
      },
      .number("bodies-left-out", "How many more bodies were asked; absent where none.") { page in
        page.bodies.count > mostBodies ? page.bodies.count - mostBodies : nil
      },
      .list("frameworks", "The frameworks, on the page of the register.", FollowUpPart.view) {
        page in
        page.parts { if case .framework = $0 { true } else { false } }
      },
      .address("all", "The list of what is counted; of a framework, its page.") { page in
        page.site.addresses.link(page.subject.scope.list)
      },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.followUp.subjects.map { subject in
      PlannedPage(path: subject.scope.path, kind: .followUp) {
        view.record(of: FollowUpPage(subject: subject, frame: frame(of: subject, in: site)))
      }
    }
  }
}

extension FollowUpPage {
  fileprivate var site: SiteContext { frame.site }
  fileprivate var term: PublicTerm { subject.term }

  /// Every status that a row counts: what is closed for one body may be closed as a whole for nobody.
  fileprivate var kinds: [RecommendationStatus.Kind] {
    let rows = site.followUp.subjects.map(\.figures.all)
    return FollowUpCharts.kinds.filter { kind in rows.contains { $0[kind] > 0 } }
  }

  fileprivate var bodies: [FollowUpPart] {
    parts { if case .organisation = $0 { true } else { false } }
  }

  /// What the register's figures are put together from.
  fileprivate func parts(_ isShown: (FollowUpSubject.Scope) -> Bool) -> [FollowUpPart] {
    guard subject.scope == .register else { return [] }
    let kinds = kinds
    return site.followUp.subjects.filter { isShown($0.scope) }
      .map {
        FollowUpPart(
          subject: $0, kinds: kinds, name: Self.name(of: $0.scope, in: site), site: site)
      }
      .sorted(by: FollowUpPart.isBefore)
  }

  /// The address of the rows of a table that are of this page; nil where none is published.
  fileprivate func file(_ table: DataTable) -> String? {
    site.publishes(.data)
      ? site.addresses.link(DataPath.table(table, in: subject.scope.path)) : nil
  }

  private static func frame(of subject: FollowUpSubject, in site: SiteContext) -> PageFrame {
    let scope = subject.scope
    let term = subject.term
    var title = "How \(term.many) fare"
    var above: [PageFrame.Crumb] = [.home, RecommendationsPage.entrance(in: site)]
    if let target = scope.target {
      let path = Addresses.path(of: target)
      let name = name(of: scope, in: site)
      switch scope {
      case .register: break
      case .organisation:
        title = "How \(term.many) to \(name.title) fare"
        above = [.home, OrganisationsPage.entrance, .named(name, path: path)]
      case .framework:
        title = "How \(term.many) under \(name.title) fare"
        above = [.home, FrameworksPage.entrance, .named(name, path: path)]
      }
    }
    return PageFrame(
      title: title, summary: FigureWords.standing(subject.figures, called: term), path: scope.path,
      breadcrumbs: above, section: scope.target == nil ? RecommendationsPage.entrance.path : nil,
      site: site)
  }

  private static func name(of scope: FollowUpSubject.Scope, in site: SiteContext) -> RecordLink {
    switch scope {
    case .register: RecordLink(title: site.register.site.title.value, link: nil)
    case .organisation(let id): site.link(id)
    case .framework(let id): site.link(id)
    }
  }
}
