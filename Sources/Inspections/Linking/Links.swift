/// Which reports, responses and coverage belong to what: the register's links read backwards.
public struct Links: Sendable {
  /// All reports by ``Report/date``, earliest first, unknown dates last, then by id.
  public let reportsByDate: [Report]
  /// The same newest first; unknown dates come last here too.
  public let reportsNewestFirst: [Report]
  /// Reports of an area, earliest first.
  public let reportsOfArea: [AreaID: [ReportID]]
  /// Reports made under a framework, in the same order.
  public let reportsOfFramework: [FrameworkID: [ReportID]]
  /// Reports of a publisher, in the same order.
  public let reportsOfPublisher: [OrganisationID: [ReportID]]
  /// Monitoring visits that follow a report, in the same order.
  public let visits: [ReportID: [ReportID]]
  /// Responses to a report, by id.
  public let responses: [ReportID: [ResponseID]]
  /// Coverage that is about a report, by date, then by id.
  public let coverage: [ReportID: [CoverageID]]

  init(reports: Shelf<Report>, responses: Shelf<Response>, coverage: Shelf<Coverage>) {
    var ofArea: [AreaID: [ReportID]] = [:]
    var ofFramework: [FrameworkID: [ReportID]] = [:]
    var ofPublisher: [OrganisationID: [ReportID]] = [:]
    var visits: [ReportID: [ReportID]] = [:]
    reportsByDate = reports.byDate()
    reportsNewestFirst = reports.byDate(newestFirst: true)
    for report in reportsByDate {
      for area in report.areas { ofArea[area.value, default: []].append(report.id) }
      if let framework = report.framework.known() {
        ofFramework[framework, default: []].append(report.id)
      }
      for publisher in report.publishers {
        ofPublisher[publisher.value, default: []].append(report.id)
      }
      if let visit = report.visit { visits[visit.follows.value, default: []].append(report.id) }
    }
    reportsOfArea = ofArea
    reportsOfFramework = ofFramework
    reportsOfPublisher = ofPublisher
    self.visits = visits
    self.responses = Dictionary(grouping: responses.records, by: \.report.value)
      .mapValues { $0.map(\.id) }
    var accounts: [ReportID: [CoverageID]] = [:]
    for account in coverage.records.sorted(by: Coverage.isEarlier) {
      for report in Set(account.about.map(\.value) + account.claims.compactMap(\.report)).sorted() {
        accounts[report, default: []].append(account.id)
      }
    }
    self.coverage = accounts
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
