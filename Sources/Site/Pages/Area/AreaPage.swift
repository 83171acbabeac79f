import CommonMark
import HTML
import Inspections
import Templates

extension PageKind {
  static let area = PageKind(
    "area", AreaPage.view, of: .areas,
    anchors: [
      .init("area.history", "its history"),
      .init("area.lineage", "what it replaced and what replaced it"),
      .init("timeline.list", "the timeline as a list"),
    ], pages: AreaPage.planned)
}

/// An area's page: its history, its latest judgements, what was asked and what came of it.
///
/// A class, for everything on the page holds it; it never changes.
final class AreaPage: FramedPage, TextScope {
  let overview: AreaOverview
  /// What the drawing and the list beside it tell.
  let shown: AreaOverview
  /// Areas that are part of it.
  let parts: [AreaID]
  /// What was asked last, newest report first.
  let asked: [AskedGroup]
  let frame: PageFrame
  let site: SiteContext

  /// How many reports the history tells of; the list of all of an area's reports has the others.
  static let mostReports = 16
  /// How many recommendations the page shows before it leads to the list.
  static let mostAsked = 15

  var area: Area { overview.area }
  var register: Register { site.register }
  var day: Day { site.now.day }

  init(of area: Area, parts: [AreaID], site: SiteContext) {
    self.site = site
    self.parts = parts
    overview = AreaOverview(of: area, in: site.register, on: site.now.day)
    shown = overview.latest(Self.mostReports)
    asked = AskedGroup.latest(of: overview.standing.reversed(), most: Self.mostAsked, in: site) {
      site.histories[$0]
    }
    frame = Self.frame(of: overview, in: site)
  }

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let parts = Dictionary(grouping: site.register.areas.records.map(\.id)) {
      site.register.areas[$0]?.parent.known()
    }
    return site.register.areas.records.map { area in
      let own = parts[area.id] ?? []
      return PlannedPage(
        path: Addresses.path(of: .area(area.id, anchor: nil)), kind: .area,
        record: RecordKey(.areas, area.id.name)
      ) {
        view.record(of: AreaPage(of: area, parts: own, site: site))
      }
    }
  }

  static let view = View<AreaPage>(
    page: "AreaPage", "One area: a region, a service area, a nation.",
    [
      .record("search", "What the search index is told of the page.", SearchFacts.view) {
        SearchFacts(of: $0.area)
      },
      .text("life", "When it began and ended.") { LifeWords.words($0.area.life) },
      .html("life-note", "How its beginning and end are known; may be empty.") { page in
        page.text(page.area.life.fromNote)
      },
      .html("life-end-note", "How its end is known; may be empty.") {
        $0.text($0.area.life.toNote)
      },
      .list("contacts", "How its offices are reached.", ContactView.view) { page in
        page.area.contacts.map {
          ContactView(
            contact: $0, scope: page.scope,
            site: page.site)
        }
      },
      .text("covers", "Where it is; empty where that is not stated.") { page in
        NumberWords.list(page.area.covers.known() ?? [])
      },
      .record("organisation", "The body it belongs to.", RecordLink.view) { page in
        page.area.organisation.map { page.site.link($0.value) }
      },
      .list(
        "bodies", "The bodies that ran it one after another, each with its time.", RecordLink.view
      ) {
        page in
        page.area.tenures.map {
          page.site.link($0.organisation.value, note: AreaWords.time(of: $0))
        }
      },
      .text("standing", "Why there is no report on it, or none is due; may be empty.") {
        $0.area.standing.map { AreaWords.standing($0) } ?? ""
      },
      .html("standing-note", "A remark on that; may be empty.") { $0.text($0.area.standing?.note) },
      .record("parent", "The area it is part of.", RecordLink.view) { page in
        page.area.parent.known().map { page.site.link($0) }
      },
      .flag("parent-unknown", "Whether it is part of an area that nobody names.") { page in
        if case .unknown = page.area.parent?.value { true } else { false }
      },
      .text("also-known-as", "Its other names; may be empty.") {
        NumberWords.list($0.area.alsoKnownAs.map(\.value))
      },
      .text("held", "Which reports the register holds on it, by their years.") { page in
        NumberWords.capitalised(HomeWords.reports(on: page.area.id, in: page.register))
      },
      .text("next-due", "What falls due next, and when; empty where nothing lies ahead.") {
        $0.nextDue
      },
      .list("next-due-items", "What falls due next, each a link.", PhraseLink.view) { page in
        PhraseLink.list(
          page.overview.nextDue(on: page.day).map { followed in
            let number = followed.recommendation.number.value
            return RecordLink(
              title: "\(number)",
              link: page.site.addresses.link(.recommendation(followed.report.id, number)))
          })
      },
      .text("next-inspection", "When a rule has it inspected again; empty without a rule.") {
        $0.nextInspection
      },
      .html("drawing", "The timeline as a drawing; empty where nothing has a date.") { page in
        AreaTimeline(site: page.site).drawing(
          of: page.shown, bringsDefinitions: !page.area.header.body.embeds(["timeline"]))
      },
      .list("entries", "The timeline as a list.", TimelineEntry.view) { page in
        AreaEntries(overview: page.shown, site: page.site).entries()
      },
      .number("earlier-reports", "How many reports the timeline leaves out; absent where none.") {
        let count = $0.overview.reports.count - $0.shown.reports.count
        return count > 0 ? count : nil
      },
      .record(
        "all-reports", "The list of all its reports, where the page has but some.", RecordLink.view
      ) { ReportList(subject: .area($0.area.id)).link(in: $0.site) },
      .list("judgement-groups", "Its judgements, newest scale first.", JudgementGroup.view) {
        page in
        let all = page.overview.judgements
        return all.enumerated().map { position, series in
          JudgementGroup(
            of: page.area.id, series: series, below: Array(all[..<position]), site: page.site)
        }
      },
      .flag("has-judgements", "Whether any report judges it.") { !$0.overview.judgements.isEmpty },
      .address("asked-list", "The list of what was asked, to narrow and to take away.") { page in
        page.overview.recommendations.isEmpty
          ? nil : page.site.addresses.link(RecommendationList.Subject.area(page.area.id).path)
      },
      .list("asked", "What was asked last, newest report first.", AskedGroup.view) {
        $0.asked
      },
      .number("asked-left-out", "How many the page leaves out; absent where none.") { page in
        let shown = page.asked.reduce(0) { $0 + $1.shown.count }
        return shown < page.overview.recommendations.count
          ? page.overview.recommendations.count - shown : nil
      },
      .list("reports", "Its latest reports, newest first.", Entry.view) { page in
        page.latestReports.map { .report($0, in: page.site) }
      },
      .list("answers", "What the inspected body answered, newest first.", AnswerLink.view) { page in
        page.latestReports.flatMap { report in
          page.register.answers(to: report).reversed()
            .map { AnswerLink(response: $0, site: page.site) }
        }
      },
      .record("before", "What it replaced.", RelativesView.view) { page in
        RelativesView(page.register.lineage.predecessors(of: page.area.id), in: page.site)
      },
      .record("after", "What replaced it.", RelativesView.view) { page in
        RelativesView(
          page.register.lineage.successors(of: page.area.id), in: page.site,
          exists: !page.area.life.hasEnded)
      },
      .list("parts", "Areas that are part of it; a few of many.", PhraseLink.view) { page in
        PhraseLink.list(
          page.parts.prefix(AreaList.mostOnRecord).map { page.site.link($0) })
      },
      .record("all-parts", "The list of these, where the page has but some.", RecordLink.view) {
        AreaList(subject: .parts($0.area.id), areas: $0.parts).link(in: $0.site)
      },
      .address(
        "changes", "What was corrected or withdrawn of reports on it; absent where nothing was."
      ) { page in
        let list = ChangeList(
          area: page.area, changes: PublishedChange.all(of: page.overview.reports))
        return list.changes.isEmpty ? nil : page.site.addresses.link(list.place)
      },
      .address("calendar", "Its due dates as a calendar; absent where it has none.") { page in
        DueDateCalendar.isMade(for: page.overview.reports, in: page.site)
          ? page.site.addresses.link(DueDateCalendar.path(following: page.frame.path)) : nil
      },
      .record("matter", "The remark, the text and the sources.", RecordMatter.view) { page in
        RecordMatter(
          header: page.area.header, scope: page.scope, site: page.site)
      },
      .flag("has-body", "Whether there is a text about the area.") {
        !$0.area.header.body.isEmpty
      },
    ])
}

extension AreaPage {
  private static func frame(of overview: AreaOverview, in site: SiteContext) -> PageFrame {
    let area = overview.area
    let path = Addresses.path(of: .area(area.id, anchor: nil))
    return PageFrame(
      title: area.title.value.plain, kind: kind(of: area, in: site),
      summary: AreaSummary(of: overview, in: site).words,
      path: path, breadcrumbs: [.home, AreasPage.entrance],
      feed: AtomFeed.path(following: path), language: area.titleLanguage, site: site)
  }

  /// The reports that stand below the history with what they are, newest first.
  private var latestReports: ArraySlice<Report> {
    ReportList(subject: .area(area.id)).latest(in: register)
  }

  /// `Former region of Cafcass`, `Service area of Cafcass, code S7`.
  private static func kind(of area: Area, in site: SiteContext) -> String {
    let noun = AreaWords.noun(area)
    let former = area.life.to.known().map { $0.latest < site.now.day } ?? false
    let name = former ? "Former \(noun)" : NumberWords.capitalised(noun)
    let body = area.body(on: site.now.day).flatMap { site.register.organisations[$0] }
      .map { " of \($0.title.value.plain)" }
    return name + (body ?? "") + (area.code.map { ", code \($0.value)" } ?? "")
  }

  var scope: ReferenceScope { ReferenceScope(area.key) }

  private var nextDue: String {
    guard let next = overview.nextDue(on: day).first, let due = next.due else { return "" }
    let term = ReportWords.term(of: next.report, in: register)
    let count = overview.nextDue(on: day).count
    return
      "\(NumberWords.capitalised(DateWords.limit(due.date))): \(count == 1 ? term.one : term.many)"
  }

  private var nextInspection: String {
    guard let next = Reinspection(of: area.id, in: register) else { return "" }
    let rule =
      next.rule.status == .inForce ? "a rule" : "a rule that was \(next.rule.status.rawValue)"
    let isPast = next.due.latest < day
    return "an inspection \(isPast ? "was" : "is") due \(DateWords.limit(next.due)), "
      + "\(DueWords.words(next.within)) after that \(ReportWords.ofTime(next.after)), "
      + "by \(rule) in \(next.framework.title.value.plain)\(isPast ? "; none is held" : "")"
  }
}
