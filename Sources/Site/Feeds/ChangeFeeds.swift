import Inspections

/// The feeds of corrections and withdrawals: of all reports, and of those on each area that has any.
func changeFeeds(_ site: SiteContext) -> [PlannedFile] {
  ChangeList.all(in: site.register).map { list in
    PlannedFile(path: list.feed) {
      AtomFeed(
        title: "\(list.title) – \(site.register.site.title.value)", path: list.feed,
        page: list.place,
        entries: list.changes.prefix(AtomFeed.limit).map { AtomFeed.Entry($0, in: site) },
        site: site
      ).bytes
    }
  }
}

extension AtomFeed.Entry {
  /// A correction or a withdrawal.
  fileprivate init(_ change: PublishedChange, in site: SiteContext) {
    let authors = change.report.publishers.map {
      RecommendationWords.name(of: $0.value, in: site.register)
    }
    self.init(
      title: ChangeWords.headline(change), path: change.path, author: NumberWords.list(authors),
      summary: ChangeWords.summary(change), published: change.date,
      first: change.date.earliest, changed: nil,
      language: change.report.language?.value ?? "")
  }
}
