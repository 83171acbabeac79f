/// Which reports, responses and coverage belong to what: the register's links read backwards.
///
/// A translation counts as the report that it is in another language: it stands in no list of reports,
/// and what belongs to either belongs to the original.
public struct Links: Sendable {
  /// All reports but translations, by id.
  public let originals: [Report]
  /// The translations of a report, by id.
  public let translations: [ReportID: [ReportID]]
  /// All reports but translations by ``Report/date``, earliest first, then by id; one without a date comes after
  /// what it follows up, else before all others.
  public let reportsByDate: [Report]
  /// All reports but translations, newest first, unknown dates last.
  public let reportsNewestFirst: [Report]
  /// Reports of an area, earliest first; one that names no area is of those whose reports it follows up.
  public let reportsOfArea: [AreaID: [ReportID]]
  /// Reports made under a framework, in the same order.
  public let reportsOfFramework: [FrameworkID: [ReportID]]
  /// Reports of a publisher, in the same order.
  public let reportsOfPublisher: [OrganisationID: [ReportID]]
  /// Reports that follow a report up and stand, in the same order.
  public let visits: [ReportID: [ReportID]]
  /// Responses to a report, by date, then by id.
  public let responses: [ReportID: [ResponseID]]
  /// Coverage that is about a report, by date, then by id.
  public let coverage: [ReportID: [CoverageID]]

  init(reports: Shelf<Report>, responses: Shelf<Response>, coverage: Shelf<Coverage>) {
    var ofArea: [AreaID: [ReportID]] = [:]
    var ofFramework: [FrameworkID: [ReportID]] = [:]
    var ofPublisher: [OrganisationID: [ReportID]] = [:]
    var visits: [ReportID: [ReportID]] = [:]
    originals = reports.records.filter { reports.original(of: $0) === $0 }
    translations = Dictionary(
      grouping: reports.records.filter { reports.original(of: $0) !== $0 },
      by: { reports.original(of: $0).id }
    ).mapValues { $0.map(\.id) }
    reportsByDate = originals.byDate()
    reportsNewestFirst = originals.byDateNewestFirst()
    func counted(_ id: ReportID) -> ReportID {
      reports[id].map { reports.original(of: $0).id } ?? id
    }
    for report in reportsByDate {
      for area in reports.areas(of: report) { ofArea[area, default: []].append(report.id) }
      if let framework = report.framework.known() {
        ofFramework[framework, default: []].append(report.id)
      }
      for publisher in report.publishers {
        ofPublisher[publisher.value, default: []].append(report.id)
      }
      for followed in report.visit?.follows ?? [] where report.stands {
        visits[counted(followed.value), default: []].append(report.id)
      }
    }
    reportsOfArea = ofArea
    reportsOfFramework = ofFramework
    reportsOfPublisher = ofPublisher
    self.visits = visits
    self.responses = Dictionary(
      grouping: responses.records.sorted(by: Response.isEarlier),
      by: { counted($0.report.value) }
    ).mapValues { $0.map(\.id) }
    var accounts: [ReportID: [CoverageID]] = [:]
    for account in coverage.records.sorted(by: Coverage.isEarlier) {
      let named = account.about.map(\.value) + account.claims.compactMap(\.report)
      for report in Set(named.map(counted)).sorted() {
        accounts[report, default: []].append(account.id)
      }
    }
    self.coverage = accounts
  }

  /// The same links with other texts of some reports.
  init(_ links: Links, rewriting reports: RewrittenReports) {
    originals = reports.applied(to: links.originals)
    translations = links.translations
    reportsByDate = reports.applied(to: links.reportsByDate)
    reportsNewestFirst = reports.applied(to: links.reportsNewestFirst)
    reportsOfArea = links.reportsOfArea
    reportsOfFramework = links.reportsOfFramework
    reportsOfPublisher = links.reportsOfPublisher
    visits = links.visits
    responses = links.responses
    coverage = links.coverage
  }
}

extension Shelf<Report> {
  /// The areas that a report is on, each once.
  fileprivate func areas(of report: Report) -> [AreaID] {
    guard report.areas.isEmpty else { return report.areas.map(\.value) }
    var areas: [AreaID] = []
    for followed in report.visit?.follows ?? [] {
      for area in self[followed.value]?.areas ?? [] where !areas.contains(area.value) {
        areas.append(area.value)
      }
    }
    return areas
  }

  /// The report that counts for `report`: the original of a translation, else itself.
  func original(of report: Report) -> Report {
    guard let id = report.translationOf?.value, let original = self[id], original !== report,
      original.translationOf == nil
    else { return report }
    return original
  }
}

extension Register {
  /// The report that counts for `report`: the original of a translation, else itself.
  public func original(of report: Report) -> Report { reports.original(of: report) }

  /// What a report says in the fields that the site adds, in the order of `site.yml`; a translation also
  /// says what its original says, but for texts, which are in the original's language.
  public func extras(of report: Report) -> [ExtraFact] {
    let (own, original) = (report.header.extras, original(of: report))
    guard original !== report else { return own }
    return site.extraFields[.reports].compactMap { field in
      own.first { $0.field === field }
        ?? (field.kind == .text ? nil : original.header.extras.first { $0.field === field })
    }
  }

  /// What a record says in the fields that the site adds.
  public func extras(of key: RecordKey) -> [ExtraFact] {
    guard key.collection == .reports, let report = reports[ReportID(key.id)] else {
      return header(of: key)?.extras ?? []
    }
    return extras(of: report)
  }

  /// The texts of a report in all its languages, the original first.
  public func versions(of report: Report) -> [Report] {
    let original = original(of: report)
    return [original] + (links.translations[original.id] ?? []).compactMap { reports[$0] }
  }
}

extension Register {
  /// What bodies answered to a report, by date, then by id.
  public func answers(to report: Report) -> [Response] {
    (links.responses[original(of: report).id] ?? []).compactMap { responses[$0] }
  }
}

extension Response {
  /// Orders by date of publication, unknown dates before all others, then by id.
  static func isEarlier(_ left: Response, _ right: Response) -> Bool {
    let leftDay = left.published.known()?.earliest.number ?? .min
    let rightDay = right.published.known()?.earliest.number ?? .min
    return leftDay != rightDay ? leftDay < rightDay : left.id < right.id
  }
}

extension Coverage {
  /// Orders by date of publication, unknown dates last, then by id.
  public static func isEarlier(_ left: Coverage, _ right: Coverage) -> Bool {
    let leftDay = left.published.known()?.earliest.number ?? .max
    let rightDay = right.published.known()?.earliest.number ?? .max
    return leftDay != rightDay ? leftDay < rightDay : left.id < right.id
  }
}

extension Claim {
  /// The report it is about, if it is about one.
  public var report: ReportID? {
    switch subject {
    case .report(let report): report.value
    case .area, .organisation, .framework: nil
    }
  }
}
