import HTML
import Inspections
import Templates

/// The list of frameworks.
struct FrameworksPage: Sendable {
  let frame: PageFrame

  static let view = View<FrameworksPage>(
    "FrameworksPage", "The list of frameworks.",
    [
      .record("page", "The page itself.", PageFrame.view) { $0.frame },
      .record("site", "The site.", SiteFrame.view) { $0.frame },
      .list("frameworks", "The frameworks, latest first.", Entry.view) { page in
        page.frameworks.map(page.entry(of:))
      },
    ])

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    [
      PlannedPage(path: "frameworks/", kind: .frameworks) {
        view.record(
          of: FrameworksPage(
            frame: PageFrame(
              title: "Frameworks",
              summary:
                "The rules of each round of inspections: its scales, its aspects and its deadlines.",
              path: "frameworks/", breadcrumbs: [.home], site: site)))
      }
    ]
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
    entry.about =
      "\(inspectorate ?? "inspectorate not known"), \(LifeWords.words(framework.life)); "
      + NumberWords.count(count, "report", "reports")
    let grades = framework.grades.map(\.title)
    entry.note = grades.isEmpty ? "gives no grades" : "grades: \(NumberWords.list(grades))"
    return entry
  }
}
