import HTML
import Inspections
import Templates

extension PageKind {
  static let organisations = PageKind(
    "organisations", OrganisationsPage.view, at: OrganisationsPage.entrance,
    pages: OrganisationsPage.planned)
}

/// The list of organisations, by what they do in the register.
struct OrganisationsPage: FramedPage {
  let shown: ListPage<Organisation>
  let site: SiteContext

  static let view = View<OrganisationsPage>(
    page: "OrganisationsPage", "The list of organisations, or a part of it.",
    [
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "organisation", many: "organisations"), in: $0.site)
      },
      .list("groups", "Organisations of one kind each.", groupView) { page in
        Organisation.Kind.allCases.compactMap { kind in
          let entries = page.entries(of: kind)
          return entries.isEmpty ? nil : Group(title: title(of: kind), entries: entries)
        }
      },
    ])

  static let entrance = PageFrame.Crumb(title: "Organisations", path: "organisations/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    let organisations = site.register.organisations
    let division = ListDivision<Organisation>.byName(
      bytes: { 250 + 2 * $0.title.value.plain.utf8.count },
      besides: { organisations[OrganisationID($0)] != nil })
    return division.pages(of: organisations.records.byName(), at: entrance.path).map { shown in
      PlannedPage(path: shown.place.path, kind: .organisations) {
        view.record(of: OrganisationsPage(shown: shown, site: site))
      }
    }
  }

  var frame: PageFrame {
    shown.frame(
      at: Self.entrance,
      summary: "Who inspects, who is inspected, and who answers for them in government.",
      in: site)
  }

  private struct Group: Sendable {
    let title: String
    let entries: [Entry]
  }

  private static let groupView = View<Group>(
    "OrganisationGroup", "Organisations of one kind.",
    [
      .text("title", "The kind, in the plural.") { $0.title },
      .list("organisations", "The organisations, by name.", Entry.view) { $0.entries },
    ])

  private static func title(of kind: Organisation.Kind) -> String {
    switch kind {
    case .inspectorate: "Inspectorates"
    case .inspectedBody: "Inspected bodies"
    case .department: "Departments"
    case .other: "Other organisations"
    }
  }

  private func entries(of kind: Organisation.Kind) -> [Entry] {
    shown.rows.filter { $0.kind.value == kind }.map { organisation in
      var entry = Entry(
        title: organisation.title.value.plain,
        link: site.addresses.link(.organisation(organisation.id, anchor: nil)))
      entry.language = organisation.titleLanguage
      entry.about = NumberWords.list(organisation.alsoKnownAs.map(\.value))
      entry.note = LifeWords.words(organisation.life)
      return entry
    }
  }
}
