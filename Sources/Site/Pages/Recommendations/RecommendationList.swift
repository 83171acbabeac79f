import Inspections

/// A list of recommendations with pages and a file of its own: all of them, those that stand in one
/// way, those put to one body, or those about one area.
struct RecommendationList: Sendable {
  /// What the list is of.
  let subject: Subject
  /// The reports that have something in it, newest first, with how many recommendations.
  let reports: [(report: Report, count: Int)]
  /// What these call what they ask for, where they have one word for it.
  let term: PublicTerm

  /// What a page of the list shows of one report: all that it asks, or some of very much.
  struct Row: Sendable {
    let report: Report
    /// Which of the report's recommendations in the list, by their places.
    let places: Range<Int>
  }

  /// What a list is of.
  enum Subject: Hashable, Sendable {
    case all
    case standing(Standing)
    case organisation(OrganisationID)
    case area(AreaID)
  }

  /// What readers ask of where recommendations stand.
  enum Standing: String, CaseIterable, Sendable {
    /// Open or past its date; of the others that no document closes, it is not known what became.
    case open
    case overdue
    case notKnown = "not-known"
    case closed

    func includes(_ status: RecommendationStatus.Kind) -> Bool {
      switch self {
      case .open: status == .open || status == .pastDate
      case .overdue: status == .pastDate
      case .notKnown: status == .notKnown
      case .closed: status == .closed
      }
    }
  }

  /// How many recommendations it has.
  var count: Int { reports.reduce(0) { $0 + $1.count } }

  /// Its place in the site.
  var path: String { subject.path }

  /// Whose figures are of what it lists; nil where none are.
  var counted: FollowUpSubject.Scope? {
    switch subject {
    case .all: .register
    case .organisation(let body): .organisation(body)
    case .standing, .area: nil
    }
  }

  /// Every list of a register: all first, then by standing, by body and by area; only the first may be
  /// empty.
  ///
  /// Complexity: O(recommendations and what followed them).
  static func all(
    in register: Register, _ histories: RecommendationHistories
  ) -> [RecommendationList] {
    var found: [Subject: [(report: Report, count: Int)]] = [:]
    for report in register.links.reportsNewestFirst where report.asks {
      let followed = histories[report]
      var counts: [Subject: Int] = [.all: followed.count]
      for area in report.areas { counts[.area(area.value)] = followed.count }
      for one in followed {
        for standing in Standing.allCases where standing.includes(one.status.kind) {
          counts[.standing(standing), default: 0] += 1
        }
        for body in Set(one.recommendation.to.map(\.value)) {
          counts[.organisation(body), default: 0] += 1
        }
      }
      for (subject, count) in counts { found[subject, default: []].append((report, count)) }
    }
    let subjects: [Subject] =
      [.all] + Standing.allCases.map { .standing($0) }
      + register.organisations.records.map { .organisation($0.id) }
      + register.areas.records.map { .area($0.id) }
    return subjects.compactMap { subject in
      let reports = found[subject] ?? []
      return reports.isEmpty && subject != .all
        ? nil
        : RecommendationList(
          subject: subject, reports: reports,
          term: ReportWords.term(of: reports.lazy.map(\.report), in: register))
    }
  }
}

extension RecommendationList.Subject {
  /// The place of the list in the site.
  var path: String {
    let entrance = RecommendationsPage.entrance.path
    return switch self {
    case .all: entrance
    case .standing(let standing): "\(entrance)\(standing.rawValue)/"
    case .organisation(let id): Addresses.path(of: .organisation(id, anchor: nil)) + entrance
    case .area(let id): Addresses.path(of: .area(id, anchor: nil)) + entrance
    }
  }

  /// The body whose list it is.
  var body: OrganisationID? {
    switch self {
    case .all, .standing, .area: nil
    case .organisation(let body): body
    }
  }

  /// What a report asks that is in the list, as it stands for the body whose list it is.
  func followed(of report: Report, in site: SiteContext) -> [RecommendationHistory] {
    let all = site.histories[report]
    return switch self {
    case .all, .area: all
    case .standing(let standing): all.filter { standing.includes($0.status.kind) }
    case .organisation(let body):
      all.filter { $0.recommendation.to.contains { $0.value == body } }
        .map { $0.concerning(body) }
    }
  }
}

extension RecommendationList {
  private static let division = ListDivision<Row>(
    by: [.year { $0.report.date }, .month { $0.report.date }], named: .days { $0.report.date },
    items: { $0.places.count },
    bytes: { row in
      let all = row.report.recommendations
      let text = all.reduce(0) { $0 + $1.text.value.plain.utf8.count } / max(1, all.count)
      return 900 + row.places.count * (1_250 + text)
    })

  /// The pages of the list, which is empty for the list of all alone.
  var pages: [ListPage<Row>] {
    var rows: [Row] = []
    rows.reserveCapacity(reports.count)
    for (report, count) in reports {
      for start in stride(from: 0, to: count, by: Self.mostOfReport) {
        rows.append(Row(report: report, places: start..<min(start + Self.mostOfReport, count)))
      }
    }
    return Self.division.pages(of: rows, at: path, leading: ListBounds.leading)
  }

  /// Of a report that asks for more, a page shows a part.
  private static let mostOfReport = 50

  /// What a page shows of one report.
  func group(_ row: Row, in site: SiteContext) -> AskedGroup {
    AskedGroup(
      report: row.report, followed: subject.followed(of: row.report, in: site), places: row.places,
      narrows: true, of: subject.body, site: site)
  }

  /// The pages above it.
  func breadcrumbs(in site: SiteContext) -> [PageFrame.Crumb] {
    switch subject {
    case .all: [.home]
    case .standing: [.home, RecommendationsPage.entrance(in: site)]
    case .organisation(let body):
      [.home, OrganisationsPage.entrance, crumb(RecordKey(.organisations, body.name), in: site)]
    case .area(let area):
      [.home, AreasPage.entrance, crumb(RecordKey(.areas, area.name), in: site)]
    }
  }

  private func crumb(_ key: RecordKey, in site: SiteContext) -> PageFrame.Crumb {
    .named(site.link(key), path: Addresses.path(of: key.target))
  }

  /// The link to it among the lists by standing, with how many it has; nil for one that stands elsewhere.
  func link(in site: SiteContext) -> RecordLink? {
    subject.name.map {
      RecordLink(title: $0, link: site.addresses.link(path), note: NumberWords.grouped(count))
    }
  }
}
