import Inspections
public import Templates

/// What every page has around its content: names, addresses, navigation.
///
/// A class, for much of a page holds it; it never changes.
public final class PageFrame: Sendable {
  /// The page's own name, shown as its heading and first in the window's title.
  public let title: String
  /// What kind of thing the page shows, in words; empty on pages of their own kind.
  public let kind: String
  /// What the page is about, in a sentence, for search engines and cards.
  public let summary: String
  /// The page's place in the site, like `areas/kent/`.
  public let path: String
  /// The pages above this one, from the home page down.
  public let breadcrumbs: [Crumb]
  /// schema.org data of the page as JSON in UTF-8; empty where there is none.
  public let data: [UInt8]
  /// The feed that follows what the page shows, from the site's root; empty for the site's own.
  public let feed: String
  /// Where the page belongs, by which menus know it: its own place, unless it stands in the site below
  /// something of another kind, as a recommendation does below its report.
  public let section: String
  /// The language of the page's own name and text; empty where it is the site's.
  public let language: String
  /// The page in each language that there is, itself among them; empty where there is one.
  public let versions: [Version]
  /// The site.
  public let site: SiteContext

  /// The page in a language.
  public struct Version: Sendable {
    /// The language as a BCP 47 tag.
    public let language: String
    /// Its place in the site.
    public let path: String
  }

  /// A page above the current one.
  public struct Crumb: Sendable {
    /// Its name.
    public let title: String
    /// Its place in the site; for an entry of a menu that leads to another site its whole address.
    public let path: String
    /// Whether it is an entry of a menu that leads to another site.
    let isOutside: Bool
    /// The language of its name; empty where it is the site's.
    var language = ""

    /// The home page, above every other.
    static let home = HomePage.entrance

    /// The page of a record.
    static func record(_ record: some Record) -> Self {
      var crumb = Self(title: record.title.value.plain, path: Addresses.path(of: record.key.target))
      crumb.language = record.titleLanguage
      return crumb
    }

    /// The page of a record that a link names.
    static func named(_ name: RecordLink, path: String) -> Self {
      var crumb = Self(title: name.title, path: path)
      crumb.language = name.language
      return crumb
    }

    /// Names a page.
    public init(title: String, path: String) {
      self.init(title: title, path: path, isOutside: false)
    }

    init(title: String, path: String, isOutside: Bool) {
      self.title = title
      self.path = path
      self.isOutside = isOutside
    }
  }

  /// Frames a page.
  public init(
    title: String, kind: String = "", summary: String = "", path: String, breadcrumbs: [Crumb],
    data: [UInt8] = [], feed: String = "", section: String? = nil, language: String = "",
    versions: [Version] = [],
    site: SiteContext
  ) {
    self.title = title
    self.kind = kind
    self.summary = summary
    self.path = path
    self.breadcrumbs = breadcrumbs
    self.data = data
    self.feed = feed
    self.section = section ?? path
    self.language = language
    self.versions = versions
    self.site = site
  }
}

extension PageFrame {
  /// Frames the one page of a kind, right below the home page.
  convenience init(
    at entrance: Crumb, title: String? = nil, summary: String = "", breadcrumbs: [Crumb] = [.home],
    site: SiteContext
  ) {
    self.init(
      title: title ?? entrance.title, summary: summary, path: entrance.path,
      breadcrumbs: breadcrumbs, site: site)
  }
}

/// What a page shows, within its frame.
protocol FramedPage: Sendable {
  /// What the page has around its content.
  var frame: PageFrame { get }
}

extension View where Model: FramedPage {
  /// Declares the view of a page: the names that every page has, then its own.
  init(page name: String, _ documentation: String, _ fields: [Field]) {
    self.init(
      name, documentation,
      [
        .record("page", "The page itself.", PageFrame.view) { $0.frame },
        .record("site", "The site.", SiteFrame.view) { $0.frame },
      ] + fields)
  }
}

extension PageFrame {
  /// What templates may name of the page itself.
  public static let view = View<PageFrame>(
    "Page", "What every page has around its content.",
    [
      .text("title", "The page's own name.") { $0.title },
      .text("window-title", "The name with the site's name behind it.") { frame in
        frame.path.isEmpty
          ? frame.title : "\(frame.title) – \(frame.site.register.site.title.value)"
      },
      .text("language", "The language of its own name and text, where it is not the site's.") {
        $0.language
      },
      .list("versions", "The page in each language, where there are several.", versionView) {
        frame in
        frame.versions.map { VersionModel(version: $0, site: frame.site) }
      },
      .text("kind", "What kind of thing the page shows, in words; may be empty.") { $0.kind },
      .text("summary", "What the page is about, in a sentence; may be empty.") { $0.summary },
      .address("address", "The page's whole address.") { $0.site.addresses.absolute($0.path) },
      .address("link", "The page's address within the host.") { $0.site.addresses.link($0.path) },
      .flag("is-unlisted", "Whether search engines are asked not to list the page.") {
        $0.site.isUnlisted($0.path)
      },
      .flag("has-data", "Whether the page has data for search engines.") { !$0.data.isEmpty },
      .json("data", "schema.org data of the page, for a script element of its type.") { frame in
        frame.data.isEmpty ? nil : frame.data
      },
      .list("breadcrumbs", "The pages above this one, from the home page down.", crumbView) {
        frame in
        frame.breadcrumbs.map { CrumbModel(crumb: $0, site: frame.site) }
      },
      .address(
        "feed", "The feed that follows what the page shows; absent where the site publishes none."
      ) { frame in
        guard frame.site.publishes(.feeds) else { return nil }
        return frame.site.addresses.link(
          frame.feed.isEmpty ? AtomFeed.path(following: "") : frame.feed)
      },
    ])

  private struct VersionModel: Sendable {
    let version: Version
    let site: SiteContext
  }

  private static let versionView = View<VersionModel>(
    "PageVersion", "The page in a language.",
    [
      .text("language", "The language as a BCP 47 tag.") { $0.version.language },
      .address("address", "The whole address.") { $0.site.addresses.absolute($0.version.path) },
    ])

  private struct CrumbModel: Sendable {
    let crumb: Crumb
    let site: SiteContext
  }

  private static let crumbView = View<CrumbModel>(
    "Crumb", "A page above the current one.",
    [
      .text("title", "Its name.") { $0.crumb.title },
      .language { $0.crumb.language },
      .address("link", "Its address.") { $0.site.addresses.link($0.crumb.path) },
    ])
}
