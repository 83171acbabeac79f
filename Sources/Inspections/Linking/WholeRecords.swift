public import Diagnostics

extension Register {
  /// The register that checks look at: without the records that could not be read in full.
  ///
  /// What such a record lacks may stand in its file, so it counts as unreadable, and nothing is said of
  /// what is missing from it. `records` are all that the register holds.
  /// Complexity: O(n), and that of linking them where one could not be read in full.
  public func checkable(of records: [ContentRecord]) -> Register {
    let broken = records.filter { !$0.header.isWhole }
    guard !broken.isEmpty else { return self }
    var lost = lost
    for case .report(let report) in broken { lost[report.id] = LostReport(report) }
    return Register(
      site: site, records: records.filter(\.header.isWhole),
      unreadable: unreadable.union(broken.map(\.key)), lost: lost, hidden: hidden,
      downloads: downloads)
  }
}

/// Runs the checks that a record allows of which a part could not be read: of what it names, and not of
/// what it lacks or adds up to.
///
/// The register in `context` is one that the record is no part of; see ``Register/checkable(of:)``.
public func checkPart(of record: ContentRecord, in context: CheckContext) -> [Diagnostic] {
  var found = UnknownReference.followed(record.header.references, in: context.register)
  if case .report(let report) = record {
    found += UnknownGrade.run(report, context) + UnknownAspect.run(report, context)
  }
  return found
}
