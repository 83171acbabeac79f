public import Diagnostics
public import Inspections
import Templates

/// A kind of page: the template that draws it, what that template may name, and which pages of the
/// kind a site has.
///
/// Each is declared in the file of its page and stands in ``all``; nothing else lists kinds.
///
/// ```swift
/// extension PageKind {
///   static let search = PageKind(
///     "search", SearchPage.view, at: .init(title: "Search", path: "search/"),
///     page: SearchPage.init(of:))
/// }
/// ```
/// A class, for every planned page holds its kind; it never changes.
public final class PageKind: Sendable {
  /// The name of its template, like `area` for `area.mustache`.
  public let name: String
  /// What its template may name, but for the theme's assets.
  let shape: ViewShape
  /// The collection that each of its pages shows a record of; nil for lists and the like.
  public let collection: Inspections.Collection?
  /// The collection whose records' addresses its pages lie below, where they show a part of one.
  public let isBelow: Inspections.Collection?
  /// The ids that elements of its pages have, because links lead there.
  let anchors: [PageTemplate.Anchor]
  /// Whether search engines are told of its pages.
  let isInSiteMap: Bool
  /// The page that menus and breadcrumbs lead to; nil where there is none but those of records.
  let entrance: PageFrame.Crumb?
  /// What that is called in a register, where it is not the same in all.
  private let called: (@Sendable (Register) -> String)?
  private let isNeeded: @Sendable (Register) -> Bool
  private let isFilled: @Sendable (Register) -> Bool
  private let plan: @Sendable (PageKind, SiteContext) -> Diagnosed<[PlannedPage]>

  private init(
    _ name: String, _ shape: ViewShape, of collection: Inspections.Collection? = nil,
    below isBelow: Inspections.Collection? = nil, at entrance: PageFrame.Crumb?,
    called: (@Sendable (Register) -> String)? = nil,
    anchors: [PageTemplate.Anchor] = [], isInSiteMap: Bool = true,
    where isNeeded: @escaping @Sendable (Register) -> Bool = { _ in true },
    filled isFilled: @escaping @Sendable (Register) -> Bool = { _ in true },
    plan: @escaping @Sendable (PageKind, SiteContext) -> Diagnosed<[PlannedPage]>
  ) {
    self.name = name
    self.shape = shape
    self.collection = collection
    self.isBelow = isBelow
    self.anchors = anchors
    self.isInSiteMap = isInSiteMap
    self.entrance = entrance
    self.called = called
    self.isNeeded = isNeeded
    self.isFilled = isFilled
    self.plan = plan
  }
}

extension PageKind {
  /// A kind of which a site has one page, or none where its register does not need it.
  convenience init<Model>(
    _ name: String, _ view: View<Model>, at entrance: PageFrame.Crumb, isInSiteMap: Bool = true,
    where isNeeded: @escaping @Sendable (Register) -> Bool = { _ in true },
    page: @escaping @Sendable (SiteContext) -> Model
  ) {
    self.init(
      name, view.shape, at: entrance, isInSiteMap: isInSiteMap, where: isNeeded
    ) { kind, site in
      Diagnosed([
        PlannedPage(path: entrance.path, kind: kind) { view.record(of: page(site)) }
      ])
    }
  }

  /// A kind of which a site has any number of pages; they may be planned with those of another.
  ///
  /// An entrance that is not `filled` keeps its address, and no menu leads there.
  convenience init<Model>(
    _ name: String, _ view: View<Model>, of collection: Inspections.Collection? = nil,
    below isBelow: Inspections.Collection? = nil, at entrance: PageFrame.Crumb? = nil,
    called: (@Sendable (Register) -> String)? = nil, anchors: [PageTemplate.Anchor] = [],
    where isNeeded: @escaping @Sendable (Register) -> Bool = { _ in true },
    filled isFilled: @escaping @Sendable (Register) -> Bool = { _ in true },
    pages: @escaping @Sendable (SiteContext) -> [PlannedPage]
  ) {
    self.init(
      name, view.shape, of: collection, below: isBelow, at: entrance, called: called,
      anchors: anchors,
      where: isNeeded, filled: isFilled
    ) { Diagnosed(pages($1)) }
  }

  /// A kind of which pages can be asked for in vain.
  convenience init<Model>(
    _ name: String, _ view: View<Model>, isInSiteMap: Bool,
    pages: @escaping @Sendable (SiteContext) -> Diagnosed<[PlannedPage]>
  ) {
    self.init(name, view.shape, at: nil, isInSiteMap: isInSiteMap) { pages($1) }
  }

  /// Whether its pages are as long as an author's text, which nothing divides.
  public var isAuthorsText: Bool {
    [PageKind.report, .reportPrint, .response, .page].contains { $0 === self }
  }

  /// Whether its pages show what the checks found, which is known later than all that others show.
  public var showsFindings: Bool { self === PageKind.editors }

  /// Where the entrance is, unless the register does not need the page or has nothing for it.
  func entrance(of register: Register) -> PageFrame.Crumb? {
    guard isNeeded(register), isFilled(register), let entrance else { return nil }
    return called.map { PageFrame.Crumb(title: $0(register), path: entrance.path) } ?? entrance
  }

  /// The pages of the kind that a site has.
  ///
  /// Kinds need nothing of one another, so they may be planned in parallel.
  ///
  /// Diagnostics: `unsafe-path` for aliases.
  public func planned(_ site: SiteContext) -> Diagnosed<[PlannedPage]> {
    isNeeded(site.register) ? plan(self, site) : Diagnosed([])
  }
}
