/// A judgement with the report that states it and the one that reached it.
///
/// The two are one report, but where a grade is carried over from an earlier one without looking
/// again: then it is dated and counted as the earlier report's.
public struct JudgementInReport: Sendable {
  /// The report that states it.
  public let report: Report
  /// The judgement as that report states it.
  public let judgement: Judgement
  /// The report that reached it.
  public let source: Report
  /// The judgement as that report reached it.
  public let reached: Judgement
  /// The framework on whose scale it is; nil where none is known.
  public let framework: Framework?

  /// Follows a judgement of `report` back to the report that reached it.
  ///
  /// Complexity: O(n) in the judgements of each report it was carried over from.
  public init(_ judgement: Judgement, in report: Report, of register: Register) {
    self.report = report
    self.judgement = judgement
    framework = register.framework(of: judgement, in: report)
    var (source, reached) = (report, judgement)
    var seen: Set<ReportID> = []
    while let id = reached.carriedFrom?.value, id != report.id, seen.insert(id).inserted,
      let earlier = register.reports[id].map(register.original(of:)),
      let found = earlier.judgement(like: reached)
    {
      (source, reached) = (earlier, found)
    }
    self.source = source
    self.reached = reached
  }

  /// Whether the report only carries it over.
  public var isCarried: Bool { judgement.carriedFrom != nil }

  /// The other areas that it is of, where it was reached on several together; none where on `area` alone,
  /// or on one that came before it.
  public func others(than area: AreaID) -> [AreaID] {
    let areas = source.areas.map(\.value)
    return reached.area == nil && areas.contains(area) ? areas.filter { $0 != area } : []
  }

  /// Whether it is one verdict on several aspects together.
  public var isJoint: Bool {
    guard case .aspects(let aspects) = judgement.subject else { return false }
    return aspects.count > 1
  }
}

extension Report {
  /// The other areas that its overall grade is of, too; none where it gives none.
  public func othersGraded(with area: AreaID) -> [AreaID] {
    overall == nil ? [] : areas.map(\.value).filter { $0 != area }
  }

  /// Its judgement on what another report's judgement is on: the one of the same label, else the first
  /// on the same aspects or in the same words; nil where it has none.
  func judgement(like other: Judgement) -> Judgement? {
    if let label = other.label?.value,
      let found = judgements.first(where: { $0.label?.value == label && $0.isOnSame(as: other) })
    {
      return found
    }
    return judgements.first { $0.isOnSame(as: other) }
  }
}

extension Judgement {
  /// Whether the verdict covers an aspect.
  public func isOn(_ aspect: AspectID) -> Bool {
    guard case .aspects(let aspects) = subject else { return false }
    return aspects.contains { $0.value == aspect }
  }

  /// Whether it covers all that `other` judges.
  func isOnSame(as other: Judgement) -> Bool {
    if let area, let otherArea = other.area, area.value != otherArea.value { return false }
    return switch (subject, other.subject) {
    case (.aspects, .aspects(let aspects)): aspects.allSatisfy { isOn($0.value) }
    case (.other(let one), .other(let two)): one.plain == two.plain
    case (.aspects, .other), (.other, .aspects): false
    }
  }
}

extension Register {
  /// The framework on whose scale a judgement of `report` is: the one that it names, else the
  /// report's.
  public func framework(of judgement: Judgement, in report: Report) -> Framework? {
    judgement.framework.map { frameworks[$0.value] } ?? framework(of: report)
  }

  /// An aspect that a judgement of `report` names, with the framework that lists it: the one on whose
  /// scale the judgement is, else the report's own.
  public func aspect(
    _ id: AspectID, of judgement: Judgement, in report: Report
  ) -> (framework: Framework, aspect: Aspect)? {
    let scale = framework(of: judgement, in: report)
    if let scale, let aspect = scale.aspect(id) { return (scale, aspect) }
    guard judgement.framework != nil, let own = framework(of: report) else { return nil }
    return own.aspect(id).map { (own, $0) }
  }

  /// Whether a judgement of `report` is on a scale that is not the report's own.
  public func isPartners(_ judgement: Judgement, in report: Report) -> Bool {
    judgement.framework.map { $0.value != report.framework.known() } ?? false
  }
}
