public import Diagnostics

/// The reports that a report follows, and which of them an entry of its progress is about.
extension Register {
  /// The reports that `report` follows and the register holds, in its own order.
  public func followed(by report: Report) -> [Report] {
    (report.visit?.follows ?? []).compactMap { reports[$0.value].map(original(of:)) }
  }

  /// Those of the reports that `report` follows whose recommendations it looks at on `area`.
  ///
  /// A visit to several areas that follows a report on one of them says nothing of the others, unless
  /// they came before or after that one.
  public func followed(by report: Report, on area: AreaID) -> [Report] {
    followed(by: report).filter { followed in
      let asked = followed.areas.map(\.value)
      guard !asked.isEmpty, !asked.contains(area) else { return true }
      // Where it names no area that has to do with what it follows, it is taken to be on all.
      return isKin(area, to: asked)
        || !report.areas.contains { asked.contains($0.value) || isKin($0.value, to: asked) }
    }
  }

  /// Whether `report` says what became of what was asked on `area`.
  public func followsUp(_ report: Report, on area: AreaID) -> Bool {
    report.followsUp
      && (!followed(by: report, on: area).isEmpty || followed(by: report).isEmpty)
  }

  /// Whether an area came straight before or after one of others.
  private func isKin(_ area: AreaID, to others: [AreaID]) -> Bool {
    [lineage.predecessors(of: area), lineage.successors(of: area)].contains { relatives in
      guard case .known(let ids) = relatives else { return false }
      return ids.contains(where: others.contains)
    }
  }

  /// The report whose recommendation of `number` an entry of `visit` is about: the one that the entry
  /// names, else the first of those followed that has a recommendation of the number; nil where the
  /// register holds none.
  public func subject(of number: PrintedNumber, named: ReportID?, in visit: Report) -> Report? {
    if let named { return reports[named].map(original(of:)) }
    // Nearly every visit follows one report, and then the number decides nothing.
    if let follows = visit.visit?.follows, follows.count == 1 {
      return reports[follows[0].value].map(original(of:))
    }
    let followed = followed(by: visit)
    return followed.first { $0.has(recommendation: number) } ?? followed.first
  }

  /// What `visit` concludes on the recommendations of `report`, in its order.
  public func progress(of visit: Report, on report: Report) -> [Progress] {
    let entries = visit.visit?.progress.known() ?? []
    if let follows = visit.visit?.follows, follows.count == 1, follows[0].value == report.id {
      return entries
    }
    return entries.filter { entry in
      subject(of: entry.recommendation.value, named: entry.report?.value, in: visit) === report
    }
  }

  /// Whether `visit` says that it did not look at a recommendation of `report`: of several that are
  /// followed and have the number, the one that it judges is not meant.
  public func isNotAssessed(_ number: PrintedNumber, of report: Report, by visit: Report) -> Bool {
    guard let follow = visit.visit, follow.notAssessed.contains(where: { $0.value == number })
    else {
      return false
    }
    return follow.follows.count == 1
      || report.has(recommendation: number)
        && !progress(of: visit, on: report).contains { $0.recommendation.value == number }
  }
}

extension Report {
  /// Whether it asks for something under a number.
  func has(recommendation number: PrintedNumber) -> Bool {
    recommendations.contains { $0.number.value == number }
  }
}
