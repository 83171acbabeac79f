import HTML
import Inspections
import Templates

extension PageKind {
  static let organisation = PageKind(
    "organisation", OrganisationPage.view, of: .organisations, pages: OrganisationPage.planned)
}

/// One organisation: its life and lineage, who answered for it, what it was charged with, and what
/// it published or how it is divided.
struct OrganisationPage: FramedPage, TextScope {
  let organisation: Organisation
  let related: RelatedOrganisations
  let frame: PageFrame

  /// How many recommendations put to it the page shows before it leads to the list.
  static let mostAsked = 20
  /// How many bodies that it answered for the page names.
  static let mostSponsored = 50

  static let view = View<OrganisationPage>(
    page: "OrganisationPage", "One organisation.",
    [
      .texts("also-known-as", "Other names it is known by.") {
        $0.organisation.alsoKnownAs.map(\.value)
      },
      .flag("has-other-names", "Whether it has any.") { !$0.organisation.alsoKnownAs.isEmpty },
      .text("life", "When it existed, in words.") { LifeWords.words($0.organisation.life) },
      .html("life-note", "How its beginning and end are known; may be empty.") {
        $0.notes(on: $0.organisation.life)
      },
      .address("address", "Its own site, if it has one.") { $0.organisation.address?.value },
      .list("contacts", "How its offices are reached.", ContactView.view) { page in
        page.organisation.contacts.map {
          ContactView(contact: $0, scope: page.scope, site: page.site)
        }
      },
      .list("people", "Those who hold or held an office, where it is shown.", Person.view) { page in
        page.shownPeople
      },
      .record(
        "before", "What it replaced; absent where nothing is said.", OrganisationRelatives.view
      ) {
        page in
        OrganisationRelatives(
          page.register.lineage.predecessors(of: page.organisation.id), in: page.site)
      },
      .record(
        "after", "What replaced it; absent where nothing is said.", OrganisationRelatives.view
      ) { page in
        OrganisationRelatives(
          page.register.lineage.successors(of: page.organisation.id), in: page.site)
      },
      .list("sponsors", "Departments that answered for it.", RecordLink.view) { page in
        page.organisation.sponsors.map {
          page.site.link(
            $0.organisation.value, note: LifeWords.words(from: $0.from, to: $0.to))
        }
      },
      .list("sponsored", "Bodies that it answered for.", RecordLink.view) { page in
        page.related.sponsored.prefix(mostSponsored)
          .map { page.site.link($0.organisation, note: $0.words) }
      },
      .number("sponsored-left-out", "How many more there are; absent where none.") {
        $0.related.sponsored.count > mostSponsored
          ? $0.related.sponsored.count - mostSponsored : nil
      },
      .list("duties", "What it was charged with.", DutyModel.view) { page in
        page.organisation.duties.map { DutyModel(duty: $0, page: page) }
      },
      .list("received", "Duties that came to it from others.", RecordLink.view) { page in
        page.related.received.map { page.site.link($0.organisation, note: $0.words) }
      },
      .list("asked", "What was put to it, newest report first.", AskedGroup.view) { page in
        page.asked
      },
      .address("asked-list", "The list of all that was put to it; absent where nothing was.") {
        page in
        page.related.asking.isEmpty
          ? nil
          : page.site.addresses.link(
            RecommendationList.Subject.organisation(page.organisation.id).path)
      },
      .texts("asked-sums", "What the sums of money put to it add up to; worked out.") { page in
        page.related.asking.count > 1
          ? AmountWords.sums(of: page.related.asking.flatMap(page.put(by:)), in: page.register) : []
      },
      .address("figures", "The page of how it fares; absent where nothing was put to it.") { page in
        page.site.figures(of: .organisation(page.organisation.id))
      },
      .number("asked-left-out", "How many earlier reports the list leaves out; absent where none.")
      {
        $0.related.asking.count > $0.asked.count
          ? $0.related.asking.count - $0.asked.count : nil
      },
      .list("areas", "Its areas, by name; a few of many.", Entry.view) { page in
        page.related.areas.prefix(AreaList.mostOnRecord).compactMap { page.register.areas[$0] }
          .map { Entry.area($0, in: page.site, of: page.organisation.id) }
      },
      .record("all-areas", "The list of these, where the page has but some.", RecordLink.view) {
        AreaList(subject: .body($0.organisation.id), areas: $0.related.areas).link(in: $0.site)
      },
      .list("reports", "The latest reports it published, latest first.", Entry.view) { page in
        page.reportList.latest(in: page.register).map { Entry.report($0, in: page.site) }
      },
      .record(
        "all-reports", "The list of all that it published, where the page has but some.",
        RecordLink.view
      ) { $0.reportList.link(in: $0.site) },
      .record("matter", "The remark, the body and the sources.", RecordMatter.view) { page in
        RecordMatter(header: page.organisation.header, scope: page.scope, site: page.site)
      },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let related = Deferred { RelatedOrganisations.all(in: site.register) }
    return site.register.organisations.records.map { organisation in
      let path = Addresses.path(of: .organisation(organisation.id, anchor: nil))
      return PlannedPage(
        path: path, kind: .organisation, record: RecordKey(.organisations, organisation.id.name)
      ) {
        let related = related.value[organisation.id] ?? RelatedOrganisations()
        return view.record(
          of: OrganisationPage(
            organisation: organisation, related: related,
            frame: PageFrame(
              title: organisation.title.value.plain,
              kind: RecordWords.kind(organisation.kind.value),
              summary: site.followUp[.organisation(organisation.id)].map {
                FigureWords.standing($0.figures, called: $0.term)
              } ?? "",
              path: path,
              breadcrumbs: [.home, OrganisationsPage.entrance],
              language: organisation.titleLanguage, site: site)))
      }
    }
  }
}

extension OrganisationPage {
  var site: SiteContext { frame.site }
  fileprivate var register: Register { frame.site.register }
  var scope: ReferenceScope {
    ReferenceScope(RecordKey(.organisations, organisation.id.name))
  }

  fileprivate var shownPeople: [Person] {
    organisation.people.filter { register.site.visibleRoles.contains($0.role.value) }
  }

  /// What each report put to it, as it stands for this body.
  fileprivate var asked: [AskedGroup] {
    AskedGroup.latest(
      of: related.asking, most: Self.mostAsked, of: organisation.id, in: site, put(by:))
  }

  /// What a report put to it, as it stands for this body.
  fileprivate func put(by report: Report) -> [RecommendationHistory] {
    RecommendationList.Subject.organisation(organisation.id).followed(of: report, in: site)
  }

  fileprivate var reportList: ReportList { ReportList(subject: .publisher(organisation.id)) }
}

/// A duty with the page it is shown on.
private struct DutyModel: Sendable {
  let duty: Duty
  let page: OrganisationPage

  static let view = View<DutyModel>(
    "Duty", "What an organisation was charged with.",
    [
      .html("duty", "The duty.") { $0.page.text($0.duty.duty) },
      .text("life", "When it had the duty, in words.") {
        LifeWords.words(from: $0.duty.from, to: $0.duty.to)
      },
      .record("passed-to", "Who has it now; absent where it did not pass.", RecordLink.view) {
        model in model.duty.passedTo.map { model.page.site.link($0.value) }
      },
    ])
}

/// What came before or after: names, or the words that nobody knows.
struct OrganisationRelatives: Sendable {
  let links: [RecordLink]

  /// Nil where the register says nothing.
  init?(_ relatives: Lineage.Relatives<Organisation>, in site: SiteContext) {
    switch relatives {
    case .known(let ids): links = ids.map { site.link($0) }
    case .unknown: links = []
    case .notRecorded: return nil
    }
  }

  static let view = View<OrganisationRelatives>(
    "OrganisationRelatives", "What came before or after; an empty list means that it is not known.",
    [.list("links", "The records.", RecordLink.view) { $0.links }])
}
