import HTML
import Inspections
import Templates

extension PageKind {
  static let frameworks = PageKind(
    "frameworks", FrameworksPage.view, at: FrameworksPage.entrance, page: FrameworksPage.init(of:))
}

/// The list of frameworks.
struct FrameworksPage: FramedPage {
  let frame: PageFrame

  static let view = View<FrameworksPage>(
    page: "FrameworksPage", "The list of frameworks.",
    [
      .list("frameworks", "The frameworks, latest first.", Entry.view) { page in
        page.frameworks.map(page.entry(of:))
      }
    ])

  static let entrance = PageFrame.Crumb(title: "Frameworks", path: "frameworks/")

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance,
      summary: "The rules of each round of inspections: its scales, its aspects and its deadlines.",
      site: site)
  }

  private var frameworks: [Framework] {
    frame.site.register.frameworks.records.sorted { left, right in
      let first = left.life.from.known()?.earliest.number ?? .min
      let second = right.life.from.known()?.earliest.number ?? .min
      return first != second ? first > second : left.id < right.id
    }
  }

  private func entry(of framework: Framework) -> Entry {
    let site = frame.site
    let inspectorate = framework.inspectorate.value.value.map { site.link($0).title }
    let count = site.register.links.reportsOfFramework[framework.id]?.count ?? 0
    var entry = Entry(
      title: framework.title.value.plain,
      link: site.addresses.link(.framework(framework.id, anchor: nil)))
    entry.language = framework.titleLanguage
    entry.about =
      "\(inspectorate ?? "inspectorate not known"), \(LifeWords.words(framework.life)); "
      + NumberWords.count(count, "report", "reports")
    let grades = framework.grades.map(\.label)
    entry.note = grades.isEmpty ? "gives no grades" : "grades: \(NumberWords.list(grades))"
    return entry
  }
}
