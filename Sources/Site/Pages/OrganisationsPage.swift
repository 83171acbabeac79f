import HTML
import Inspections
import Templates

extension PageKind {
  static let organisations = PageKind(
    "organisations", OrganisationsPage.view, at: OrganisationsPage.entrance,
    page: OrganisationsPage.init(of:))
}

/// The list of organisations, by what they do in the register.
struct OrganisationsPage: FramedPage {
  let frame: PageFrame

  static let view = View<OrganisationsPage>(
    page: "OrganisationsPage", "The list of organisations.",
    [
      .list("groups", "Organisations of one kind each.", groupView) { page in
        Organisation.Kind.allCases.compactMap { kind in
          let entries = page.entries(of: kind)
          return entries.isEmpty ? nil : Group(title: title(of: kind), entries: entries)
        }
      }
    ])

  static let entrance = PageFrame.Crumb(title: "Organisations", path: "organisations/")

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance,
      summary: "Who inspects, who is inspected, and who answers for them in government.",
      site: site)
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
    frame.site.register.organisations.records.filter { $0.kind.value == kind }.map { organisation in
      var entry = Entry(
        title: organisation.title.value.plain,
        link: frame.site.addresses.link(.organisation(organisation.id, anchor: nil)))
      entry.language = organisation.titleLanguage
      entry.about = NumberWords.list(organisation.alsoKnownAs.map(\.value))
      entry.note = LifeWords.words(organisation.life)
      return entry
    }
  }
}
