import Diagnostics
import Inspections

extension PageKind {
  /// Every kind, in the order of the pages of a site; a new one is a line here.
  public static let all: [PageKind] = [
    home, areas, area, recommendations, recommendation, followUp, timeline, comparison, reports,
    report, reportPrint, response, changes, coverage, frameworks, framework, aspect, organisations,
    organisation,
    glossary, pages, page, search, data, asOf, editors, notFound, alias,
  ]
}

/// The menus of a site's pages; what each entry is called stands with its kind of page.
enum Navigation {
  /// The main navigation of a site that lists none.
  private static let usual: [PageKind] = [
    .areas, .recommendations, .reports, .comparison, .timeline, .glossary,
  ]

  /// Where everything can be reached from.
  static func lists(of register: Register) -> [PageFrame.Crumb] {
    [
      PageKind.areas, .reports, .recommendations, .frameworks, .organisations, .timeline,
      .coverage, .glossary,
    ].compactMap { $0.entrance(of: register) }
  }

  /// What `site.yml` lists, or what suits a register.
  static func entries(of register: Register) -> [PageFrame.Crumb] {
    register.site.navigation?.map {
      .init(title: $0.title, path: path($0.to.value), isOutside: $0.isOutside)
    }
      ?? usual.compactMap { $0.entrance(of: register) }
  }

  /// Pages of the register's own, then what readers and machines may take away.
  ///
  /// Of many pages the first few are named and a list of all: every page has this footer.
  static func footer(of register: Register) -> [PageFrame.Crumb] {
    register.pages.records.prefix(Limits.footerPages).map { .record($0) }
      + [PageKind.pages, .changes, .coverage, .data, .editors].compactMap {
        $0.entrance(of: register)
      }
  }

  /// An address of `site.yml` from the site's root: `/areas/` is `areas/`.
  static func path(_ to: String) -> String { to.hasPrefix("/") ? String(to.dropFirst()) : to }
}
