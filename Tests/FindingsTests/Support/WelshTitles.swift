import TestSupport

/// The titles in Welsh of the register `two-languages`.
enum WelshTitles {
  static let all = [
    "Ysgol y Bryn", "Ysgol y Bryn ym mis Mai 2025", "Ysgol yr Allt ym mis Hydref 2025",
    "Ymweliad ag Ysgol y Bryn ym mis Chwefror 2026",
  ]
}

/// Where the pages of a site have one of `titles` as the whole text of an element that does not say
/// that it is Welsh.
func unmarkedTitles(_ titles: [String], in site: BuiltSite) -> [String] {
  site.pages.flatMap { path, page in
    titles.flatMap { title in
      tags(around: title, in: page.html).filter { !$0.contains("lang=\"cy\"") }
        .map { "\(path): <\($0)>\(title)" }
    }
  }
}
