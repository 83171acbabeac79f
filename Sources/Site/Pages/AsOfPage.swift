import Inspections
import Templates

extension PageKind {
  static let asOf = PageKind(
    "as-of", AsOfPage.view, at: AsOfPage.entrance, page: AsOfPage.init(of:))
}

/// The page that says for which day a site was built: the only one on the screen, so that a night in which
/// nothing changes leaves all others as they are.
///
/// On paper there is no link to follow, so what is printed says the day itself: all pages refer to one
/// small style sheet for print, and that file alone changes with the day.
struct AsOfPage: FramedPage {
  let frame: PageFrame

  static let view = View<AsOfPage>(
    page: "AsOfPage", "The page that says for which day the site was built.", [])

  static let entrance = PageFrame.Crumb(title: "As of when", path: "as-of/")

  init(of site: SiteContext) { frame = PageFrame(at: Self.entrance, site: site) }

  /// The place of the style sheet that has the day for what is printed.
  static let printedDay = entrance.path + "day.css"
}

/// The style sheet that puts the day of the site where the head of a printed page leaves room for it.
public func printedDayFiles(_ site: SiteContext) -> [PlannedFile] {
  [
    PlannedFile(path: AsOfPage.printedDay) {
      let words = " as of \(DateWords.words(site.now.day)), which is what “today” means here"
      return Array("@charset \"utf-8\";\n.as-of-day::after { content: \"\(words)\"; }\n".utf8)
    }
  ]
}
