import CommonMark
import Diagnostics
import Inspections
import Site

/// The places of a site that people cite: whose record a file is of, and which anchors its pages promise.
///
/// Rows of lists have ids, too, and move from page to page as a register grows; they are promised to nobody.
struct CitablePlaces {
  private let register: Register
  private let terms: [String]
  private let accounts: [String]

  init(of plan: SitePlan) {
    register = plan.context.register
    terms = register.glossary.records.map(\.header.id)
    accounts = register.coverage.records.map(\.header.id)
  }

  /// The records that a page shows.
  func records(on page: PlannedPage) -> [String] {
    page.alias == nil ? records(at: page.path) : []
  }

  /// The record that a path belongs to.
  func records(at path: String) -> [String] {
    guard let key = Addresses.record(at: path), register.header(of: key) != nil else { return [] }
    return [key.name]
  }

  /// The ids of a page that can be cited: what an author's text has, evidence and answers, terms and press
  /// accounts.
  ///
  /// Complexity: O(n) in the anchors of the page and of its record.
  func ids(on page: PlannedPage, _ facts: PageFacts) -> [String] {
    guard page.alias == nil else { return [] }
    let wanted = candidates(on: page)
    guard !wanted.isEmpty else { return [] }
    let place = LinkHash(page.path)
    let there = LinkHashes(facts.anchors)
    return wanted.filter { there.contains(place.anchored($0).value) }
  }

  private func candidates(on page: PlannedPage) -> [String] {
    if page.path.hasPrefix("glossary/") { return terms }
    if page.path.hasPrefix("coverage/") { return accounts }
    guard let key = page.record, Addresses.path(of: key.target) == page.path,
      let header = register.header(of: key)
    else { return [] }
    let text = header.body.anchors.filter { !$0.hasSuffix("-citation") }
    return text.sortedByBytes(\.self) + others(of: key)
  }

  /// What a record's page has beside its text that links lead to.
  private func others(of key: RecordKey) -> [String] {
    switch key.collection {
    case .reports:
      guard let report = register.reports[ReportID(key.id)] else { return [] }
      let evidence =
        report.samples.map(\.id.value.name) + report.surveys.map(\.id.value.name)
        + report.indicators.map(\.id.value.name)
      return evidence.map { "evidence-\($0)" }
        + report.judgements.compactMap(\.label).map { "judgement.\($0.value)" }
    case .responses:
      let items = register.responses[ResponseID(key.id)]?.items ?? []
      return items.map { "item-\($0.recommendation.value)" }
    case .organisations, .frameworks, .areas, .coverage, .glossary, .pages: return []
    }
  }
}

extension Register {
  /// Every record that readers see, in no order.
  var everyRecord: [ContentRecord] {
    organisations.records.map(ContentRecord.organisation)
      + frameworks.records.map(ContentRecord.framework) + areas.records.map(ContentRecord.area)
      + reports.records.map(ContentRecord.report)
      + responses.records.map(ContentRecord.response)
      + coverage.records.map(ContentRecord.coverage) + glossary.records.map(ContentRecord.term)
      + pages.records.map(ContentRecord.page)
  }
}
