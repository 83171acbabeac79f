import Diagnostics
import Inspections

/// What the checks find that look at one record at a time.
struct SingleFindings: Sendable {
  /// What is said of the references of each record that readers see, in the order of the records.
  let references: [[Diagnostic]]
  /// What is said of each report that readers see and that could be read in full, in their order.
  let reports: [ReportFindings]
  /// The files of these reports.
  let files: [SourceFile]

  /// All of it.
  var all: [Diagnostic] {
    references.flatMap(\.self) + reports.flatMap { $0.alone + $0.amongOthers }
  }
}

/// What was found for an earlier state, of which some holds for a later one.
struct KnownFindings: Sendable {
  private let found: SingleFindings
  /// What is said of each report by itself whose file is the same, by its file.
  let alone: [SourceFile: [Diagnostic]]
  /// The changed files where nothing but texts of reports has changed, so that all else that was
  /// found holds but for what is said of these or points at them; else nil.
  private let rewritten: Set<SourceFile>?

  /// - Parameters:
  ///   - found: what was found, for a state in which reports stood among the same as now.
  ///   - changed: the files that are not as they were.
  ///   - isOfTexts: whether nothing but texts of reports has changed in these.
  init(_ found: SingleFindings, changed: Set<SourceFile>, isOfTexts: Bool) {
    self.found = found
    alone = Dictionary(
      zip(found.files, found.reports).lazy.filter { !changed.contains($0.0) }
        .map { ($0, $1.alone) }
    ) { first, _ in first }
    rewritten = isOfTexts ? changed : nil
  }

  /// What still holds of the references of the record at a place, which is of a file; nil where they
  /// must be looked at again.
  func references(at index: Int, in file: SourceFile) -> [Diagnostic]? {
    guard index < found.references.count, holds(found.references[index], of: file) else {
      return nil
    }
    return found.references[index]
  }

  /// The same of all that is said of the report at a place.
  func report(at index: Int, in file: SourceFile) -> ReportFindings? {
    guard index < found.reports.count, holds(found.reports[index].amongOthers, of: file) else {
      return nil
    }
    return found.reports[index]
  }

  private func holds(_ said: [Diagnostic], of file: SourceFile) -> Bool {
    guard let rewritten, !rewritten.contains(file) else { return false }
    return !said.contains { $0.points(into: rewritten) }
  }
}

/// What the checks of single records find, in parallel; part of it where the work is given up.
func singleFindings(
  of linked: LinkedRecords, in context: CheckContext, knowing known: KnownFindings?, workers: Int,
  unless isGivenUp: @escaping @Sendable () -> Bool
) async -> SingleFindings {
  let (shown, reports) = (linked.shown, linked.checkable.reports.records)
  async let ofReferences = parallelMap(Array(shown.indices), workers: workers) { index in
    if isGivenUp() { return [] as [Diagnostic] }
    return known?.references(at: index, in: shown[index].header.file)
      ?? checkReferences(of: shown[index], in: linked.checkable)
  }
  let ofReports = await parallelMap(Array(reports.indices), workers: workers) { index in
    if isGivenUp() { return ReportFindings.empty }
    let file = reports[index].header.file
    return known?.report(at: index, in: file)
      ?? checkReport(reports[index], in: context, knowing: known?.alone[file])
  }
  return SingleFindings(
    references: await ofReferences, reports: ofReports, files: reports.map(\.header.file))
}

extension Diagnostic {
  /// Whether it shows a place in one of some files.
  fileprivate func points(into files: Set<SourceFile>) -> Bool {
    secondary.contains { files.contains($0.span.file) } || files.contains(primary.span.file)
  }
}
