import Diagnostics
import Inspections

/// What the checks find that look at one record at a time.
struct SingleFindings: Sendable {
  /// What is said of the references of each record that readers see, in the order of the records.
  let references: [[Diagnostic]]
  /// What is said of each report that readers see and that could be read in full, in their order.
  let reports: [[Diagnostic]]

  /// All of it.
  var all: [Diagnostic] { references.flatMap(\.self) + reports.flatMap(\.self) }
}

/// What was found for an earlier state and holds for a later one, but for what is said of some reports or
/// points at them.
struct KnownFindings: Sendable {
  let found: SingleFindings
  let rewritten: Set<ReportID>
}

/// What the checks of single records find, in parallel; part of it where the work is given up.
func singleFindings(
  of linked: LinkedRecords, in context: CheckContext, knowing known: KnownFindings?, workers: Int,
  unless isGivenUp: @escaping @Sendable () -> Bool
) async -> SingleFindings {
  let (shown, reports) = (linked.shown, linked.checkable.reports.records)
  let files = Set(
    (known?.rewritten ?? []).compactMap { linked.register.reports[$0]?.header.file })
  @Sendable func standing(_ found: [[Diagnostic]]?, at index: Int, _ file: SourceFile)
    -> [Diagnostic]?
  {
    guard let found, index < found.count, !files.contains(file),
      !found[index].contains(where: { $0.points(into: files) })
    else { return nil }
    return found[index]
  }
  async let ofReferences = parallelMap(Array(shown.indices), workers: workers) { index in
    if isGivenUp() { return [] as [Diagnostic] }
    return standing(known?.found.references, at: index, shown[index].header.file)
      ?? checkReferences(of: shown[index], in: linked.checkable)
  }
  let ofReports = await parallelMap(Array(reports.indices), workers: workers) { index in
    if isGivenUp() { return [] as [Diagnostic] }
    return standing(known?.found.reports, at: index, reports[index].header.file)
      ?? checkReport(reports[index], in: context)
  }
  return SingleFindings(references: await ofReferences, reports: ofReports)
}

extension Diagnostic {
  /// Whether it shows a place in one of some files.
  fileprivate func points(into files: Set<SourceFile>) -> Bool {
    secondary.contains { files.contains($0.span.file) } || files.contains(primary.span.file)
  }
}
