public import Diagnostics

/// How what a visit concludes divides, counted by recommendation: one that was asked of two bodies is one
/// item, whatever is concluded of each.
public struct ProgressTally: Sendable {
  /// How many items got each conclusion for all that they were asked of, best first, those outside the
  /// scale last.
  public let counts: [(grade: ProgressGradeID, count: Int)]
  /// The items in the visit's order; none where they are not in the register.
  public let items: [Item]
  /// How many items there are in all.
  public let total: Int
  /// Whether the items behind the counts are in the register.
  public let isItemised: Bool

  /// What a visit concludes on one recommendation.
  public struct Item: Sendable {
    /// Its number in the report that asks.
    public let number: PrintedNumber
    /// The conclusions on it.
    public let conclusions: [Progress]
    /// The conclusion, where it is one for all that were asked.
    public let shared: ProgressGradeID?
  }

  /// The items on which a conclusion is about some of the bodies only.
  public var divided: [Item] { items.filter { $0.shared == nil } }

  /// Counts what a visit concludes on the recommendations of some of the reports that it follows; on
  /// all for nil.
  ///
  /// With a body, what it concludes of that body on what was asked of it. Nil for other reports and
  /// where nothing is known; where only counts are known, these.
  public init?(
    of visit: Report, on asked: [Report]? = nil, of body: OrganisationID? = nil,
    in register: Register
  ) {
    guard let conclusions = visit.visit, asked?.isEmpty != true else { return nil }
    let given: [(grade: ProgressGradeID, count: Int)]
    isItemised = conclusions.isItemised
    if !isItemised {
      items = []
      given = conclusions.progressCounts.map(\.value)
    } else {
      items = register.items(of: visit, on: asked, of: body)
      given = items.compactMap(\.shared).map { (grade: $0, count: 1) }
    }
    let found = Dictionary(given.map { ($0.grade, $0.count) }, uniquingKeysWith: +)
    total = isItemised ? items.count : found.values.reduce(0, +)
    guard total > 0 else { return nil }
    var left = Set(found.keys)
    let scale = register.framework(of: visit)?.progress ?? []
    let order = (scale.map(\.id.value) + given.map(\.grade)).filter { left.remove($0) != nil }
    counts = order.map { (grade: $0, count: found[$0] ?? 0) }
  }
}

extension Register {
  /// What a visit concludes, by recommendation, in its order.
  fileprivate func items(
    of visit: Report, on asked: [Report]?, of body: OrganisationID?
  ) -> [ProgressTally.Item] {
    let wanted = asked ?? followed(by: visit)
    guard !wanted.isEmpty else {
      return items(of: visit.visit?.progress.known() ?? [], asking: nil, of: body)
    }
    return wanted.flatMap { items(of: progress(of: visit, on: $0), asking: $0, of: body) }
  }

  private func items(
    of entries: [Progress], asking report: Report?, of body: OrganisationID?
  ) -> [ProgressTally.Item] {
    var order: [PrintedNumber] = []
    var found: [PrintedNumber: [Progress]] = [:]
    for entry in entries where entry.to.concerns(body) {
      let number = entry.recommendation.value
      if found[number] == nil { order.append(number) }
      found[number, default: []].append(entry)
    }
    // Whom an item was asked of matters only where bodies are told apart.
    let asksForBodies = body != nil || entries.contains { !$0.to.isEmpty }
    let addressees = Dictionary(
      (asksForBodies ? report?.recommendations ?? [] : []).map { ($0.number.value, $0.to) },
      uniquingKeysWith: { first, _ in first })
    return order.compactMap { number in
      let conclusions = found[number] ?? []
      let asked = addressees[number] ?? []
      if let body, !asked.names(body) { return nil }
      let isOfAll =
        body != nil || conclusions.contains(where: \.to.isEmpty)
        || asked.allSatisfy { one in conclusions.contains { $0.to.names(one.value) } }
      let grade = conclusions.first?.judgement.value
      let isOne = conclusions.allSatisfy { $0.judgement.value == grade }
      return ProgressTally.Item(
        number: number, conclusions: conclusions,
        shared: isOfAll && isOne ? grade : nil)
    }
  }
}
