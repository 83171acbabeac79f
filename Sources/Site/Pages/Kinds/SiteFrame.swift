import Diagnostics
import HTML
import Inspections
public import Templates

/// What every page knows of the site.
public enum SiteFrame {
  /// What templates may name of the site; the frame tells which navigation entry is the current one.
  public static let view = View<PageFrame>(
    "Site", "What every page knows of the site.",
    [
      .text("title", "The site's name.") { $0.site.register.site.title.value },
      .text("language", "The site's language as a BCP 47 tag.") {
        $0.site.register.site.language.value
      },
      .text("publisher", "Who stands behind the site.") { $0.site.register.site.publisher.value },
      .html("description", "What the site is, in a sentence; may be empty.") { frame in
        frame.site.html(
          frame.site.register.site.description, in: ReferenceScope(RecordKey(.pages, "site")))
      },
      .text("description-text", "The same without markup, for attributes.") {
        $0.site.register.site.description?.plain ?? ""
      },
      .text(
        "built",
        "The day the site was built for, in words. A page that shows it changes with every day."
      ) { DateWords.words($0.site.now.day) },
      .text("built-date", "The same day as ISO 8601.") { $0.site.now.day.description },
      .address("as-of", "The page that says for which day the site was built.") {
        $0.site.addresses.link(AsOfPage.entrance.path)
      },
      .address(
        "printed-day",
        "The style sheet for print that has the day the site was built for: it puts that behind an "
          + "element of the class `as-of-day`."
      ) { $0.site.addresses.link(AsOfPage.printedDay) },
      .address("home", "The home page.") { $0.site.addresses.link(HomePage.entrance.path) },
      .text("recommendations", "What all frameworks call recommendations, else that word.") {
        $0.site.term.many
      },
      .list("navigation", "The main navigation.", navigationView) { frame in
        frame.site.navigation.map {
          NavigationModel(
            title: $0.title, path: $0.path, isOutside: $0.isOutside, frame: frame)
        }
      },
      .address("search", "The search page, which takes a question as `q`.") {
        $0.site.addresses.link(SearchPage.entrance.path)
      },
      .text("search-hint", "What can be looked for, as a field for it says while it is empty.") {
        $0.site.register.areas.records.isEmpty ? "Report, phrase" : "Area, report, phrase"
      },
      .flag("has-search", "Whether the site has an index that the search page can ask.") {
        $0.site.hasSearch
      },
      .list(
        "lists", "The complete lists of the register, one for each kind of record that it has.",
        navigationView
      ) { frame in
        frame.site.lists.map {
          NavigationModel(title: $0.title, path: $0.path, frame: frame)
        }
      },
      .list("footer", "Links at the foot of every page.", navigationView) { frame in
        frame.site.footer.map {
          NavigationModel(title: $0.title, path: $0.path, language: $0.language, frame: frame)
        }
      },
    ])

  private struct NavigationModel: Sendable {
    let title: String
    let path: String
    var isOutside = false
    var language = ""
    let frame: PageFrame
  }

  private static let navigationView = View<NavigationModel>(
    "NavigationEntry", "A link of the site's navigation.",
    [
      .text("title", "What is shown.") { $0.title },
      .language { $0.language },
      .address("link", "Where it leads.") {
        $0.isOutside ? $0.path : $0.frame.site.addresses.link($0.path)
      },
      .flag("outside", "Whether it leads to another site.") { $0.isOutside },
      .flag("current", "Whether the page is this one or belongs to it.") { entry in
        !entry.path.isEmpty && entry.frame.section.hasPrefix(entry.path)
      },
    ])
}
