public import Diagnostics

/// The reports that a report follows, and which of them an entry of its progress is about.
extension Register {
  /// The reports that `report` follows and the register holds, in its own order.
  public func followed(by report: Report) -> [Report] {
    (report.visit?.follows ?? []).compactMap { reports[$0.value].map(original(of:)) }
  }

  /// Those of the reports that `report` follows which are among `asked`, or translated there.
  public func followed(by report: Report, among asked: [Report]) -> [Report] {
    followed(by: report).filter { one in asked.contains { original(of: $0) === one } }
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
