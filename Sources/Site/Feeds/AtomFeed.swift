import Inspections

/// A feed of what was published, latest first.
///
/// An entry's `updated` is the first day on which it may have been published, or that of its last
/// correction, at midnight UTC: so it never lies in the future and does not move from build to
/// build. `published` is given for dates known to the day only. Records whose date is not known are
/// left out, for a feed must date its entries. What no longer fits is in archives, which it leads to.
/// Source: RFC 4287, and RFC 5005, section 4.
struct AtomFeed: Sendable {
  let title: String
  /// The feed's place in the site.
  let path: String
  /// The place of the page it follows.
  let page: String
  let entries: [Entry]
  /// The place of the document that has what came before; nil where nothing did.
  var previous: String?
  /// Where it stands among archives; nil for the feed that readers subscribe to.
  var archive: Archive?
  let site: SiteContext

  /// Where a document stands that is no longer added to.
  struct Archive: Sendable {
    /// The place of the feed that readers subscribe to.
    let current: String
    /// The place of the document that has what came after; nil for the last.
    let next: String?
  }

  /// The place of the feed that follows a page.
  static func path(following page: String) -> String { "\(page)feed.xml" }

  /// How many entries a feed has at most.
  static let limit = 50

  /// One entry.
  struct Entry: Sendable {
    let title: String
    /// Its place in the site.
    let path: String
    let author: String
    let summary: String
    let published: PartialDate
    /// The first day on which it may have been published.
    let first: Day
    let changed: PartialDate?
    /// The language of its title; empty where it is the site's.
    var language = ""
    /// What it may be sorted by.
    var categories: [Category] = []

    /// The day that counts as its last change.
    var updated: Day { Self.updated(first, changed: changed) }

    static func updated(_ first: Day, changed: PartialDate?) -> Day {
      max(first, changed?.earliest ?? first)
    }
  }

  /// A word to sort entries by, of one of the site's lists.
  struct Category: Sendable {
    /// The id within the list.
    let term: String
    /// The whole address of the page that has the list.
    let scheme: String
    /// The word as readers know it.
    let label: String
  }

  /// What stands as the last change of a feed without entries, which must name one.
  private static let never = Day(number: 0)

  /// The bytes of the feed.
  var bytes: [UInt8] {
    var xml = XMLBuffer()
    xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    if archive != nil { xml.markup(" xmlns:fh=\"http://purl.org/syndication/history/1.0\"") }
    xml.element(" xml:lang=\"", site.register.site.language.value, "\">\n")
    xml.element("<title>", title, "</title>\n")
    // Archives are the same feed.
    xml.element("<id>", site.addresses.absolute(archive?.current ?? path), "</id>\n")
    xml.element(
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"", site.addresses.absolute(path),
      "\"/>\n")
    xml.element(
      "<link rel=\"alternate\" type=\"text/html\" href=\"", site.addresses.absolute(page), "\"/>\n")
    writeArchive(to: &xml)
    xml.element("<author><name>", site.register.site.publisher.value, "</name></author>\n")
    let updated = entries.map(\.updated).max() ?? Self.never
    xml.element("<updated>", updated.midnight, "</updated>\n")
    for entry in entries { write(entry, to: &xml) }
    xml.markup("</feed>\n")
    return xml.bytes
  }

  /// What says where older and newer entries are.
  private func writeArchive(to xml: inout XMLBuffer) {
    if archive != nil { xml.markup("<fh:archive/>\n") }
    let links = [
      ("current", archive?.current), ("prev-archive", previous), ("next-archive", archive?.next),
    ]
    for (relation, path) in links {
      guard let path else { continue }
      xml.element("<link rel=\"", relation, "\" href=\"")
      xml.element("", site.addresses.absolute(path), "\"/>\n")
    }
  }

  private func write(_ entry: Entry, to xml: inout XMLBuffer) {
    let address = site.addresses.absolute(entry.path)
    xml.markup("<entry>\n")
    if entry.language.isEmpty {
      xml.element("<title>", entry.title, "</title>\n")
    } else {
      xml.element("<title xml:lang=\"", entry.language, "\">")
      xml.element("", entry.title, "</title>\n")
    }
    xml.element("<id>", address, "</id>\n")
    xml.element("<link rel=\"alternate\" type=\"text/html\" href=\"", address, "\"/>\n")
    xml.element("<author><name>", entry.author, "</name></author>\n")
    for category in entry.categories {
      xml.element("<category term=\"", category.term, "\" scheme=\"")
      xml.element("", category.scheme, "\" label=\"")
      xml.element("", category.label, "\"/>\n")
    }
    if entry.published.precision == .day {
      xml.element("<published>", entry.published.earliest.midnight, "</published>\n")
    }
    xml.element("<updated>", entry.updated.midnight, "</updated>\n")
    xml.element("<summary>", entry.summary, "</summary>\n")
    xml.markup("</entry>\n")
  }
}

extension Report {
  /// When it was corrected last, or withdrawn; nil where neither was.
  var lastChanged: PartialDate? { withdrawal?.date.value ?? changes.last?.date.value }
}

extension Day {
  /// Midnight UTC as RFC 3339.
  fileprivate var midnight: String { "\(self)T00:00:00Z" }
}

extension AtomFeed.Entry {
  /// A report; nil where its date is not known.
  init?(_ report: Report, in site: SiteContext) {
    let register = site.register
    guard let published = report.published.known(), let first = report.publishedFrom else {
      return nil
    }
    let authors = report.publishers.map { publisher in
      RecommendationWords.name(of: publisher.value, in: register)
    }
    self.init(
      title: report.title.value.plain, path: Addresses.path(of: .report(report.id, anchor: nil)),
      author: NumberWords.list(authors),
      summary: ReportWords.nameAndForm(report, in: register)
        + ", \(ReportWords.dates(of: report, in: register))."
        + Self.conclusions(of: report, in: register).map { " \($0)." }.joined()
        + AskedWords.summary(of: report, in: register).map { " \($0)." }.joined()
        + (report.changes.last.map { " Corrected: \($0.note.plain)" } ?? "")
        + (report.withdrawal.map { " Withdrawn: \($0.reason.plain)" } ?? ""),
      published: published, first: first, changed: report.lastChanged,
      language: report.language?.value ?? "", categories: Self.categories(of: report, in: site))
  }

  /// The bodies that a report asks something of, and the priorities that it gives.
  private static func categories(
    of report: Report, in site: SiteContext
  ) -> [AtomFeed.Category] {
    let framework = site.register.framework(of: report)
    let bodies = site.addresses.absolute(OrganisationsPage.entrance.path)
    return AskedWords.addressees(of: report).map { body in
      AtomFeed.Category(
        term: body.name, scheme: bodies,
        label: RecommendationWords.name(of: body, in: site.register))
    }
      + AskedWords.priorities(of: report, in: framework).compactMap { priority, _ in
        framework.map { framework in
          AtomFeed.Category(
            term: priority.id.value.name,
            scheme: site.addresses.absolute(
              Addresses.path(of: .framework(framework.id, anchor: nil))),
            label: priority.title)
        }
      }
  }

  /// What a report concludes: its overall grade where it gives one, what its judgements add up to,
  /// and what became of what was asked before.
  private static func conclusions(of report: Report, in register: Register) -> [String] {
    [
      report.overall == nil
        ? nil : "Overall grade: \(ReportWords.overall(of: report, in: register))",
      TallyWords.judgements(of: report, in: register).map {
        "\(NumberWords.capitalised(TallyWords.source(of: report))): \($0)"
      }
        ?? TallyWords.only(of: report, in: register),
      FollowUpWords.summary(of: report, in: register).map { "Progress: \($0)" },
    ].compactMap { $0 }
  }

  /// An answer to a report; nil where its date is not known.
  init?(_ response: Response, in register: Register) {
    guard let published = response.published.known() else { return nil }
    let author = RecommendationWords.name(of: response.organisation.value, in: register)
    self.init(
      title: response.title.value.plain,
      path: Addresses.path(of: .response(response.id, anchor: nil)), author: author,
      summary: "An answer by \(author), not an inspectorate’s judgement, published "
        + "\(DueWords.at(published)).",
      published: published, first: published.earliest, changed: nil)
  }
}
