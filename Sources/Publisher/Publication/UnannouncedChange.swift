import CommonMark
public import Diagnostics
import Inspections
import Site

extension Check {
  /// Public reports that say something else than before and do not say so.
  public static let unannouncedChange = Check(
    "unannounced-change", .dates, .error,
    summary: "A public report whose words or facts change says so under `changes:`.",
    explanation: """
      Who has read or cited a report must be able to see that it was corrected. Where a build is told what \
      was public before, by `previous:` in `site.yml` or `--previous`, the grades, statuses, dates and \
      wordings of each report are held against those of that publication. What differs \
      needs an entry under `changes:` that was not there before; one that names `paragraphs:` speaks for \
      these and for the front matter, one that names none for the whole report. A withdrawal speaks for \
      itself. How the file is laid out, aliases, waivers and sources are no facts of the report.

      Example: the grade of an aspect becomes `good`, and `changes:` says nothing of it.
      """)
}

/// The reports that changed since a publication without a note.
///
/// Complexity: O(n) in the facts of both, and in the files of the reports that changed.
///
/// - Throws: ``EnvironmentError`` where such a file cannot be read.
func unannouncedChanges(
  since previous: PublishedSite, in register: Register, records: [PublishedRecord],
  for request: BuildRequest
) throws(EnvironmentError) -> [Diagnostic] {
  let former = Dictionary(previous.records.map { ($0.name, $0) }) { first, _ in first }
  var found: [Diagnostic] = []
  for record in records {
    guard let old = former[record.name], old.facts != record.facts,
      let key = RecordKey(named: record.name), key.collection == .reports,
      let report = register.reports[ReportID(key.id)],
      report.status != .withdrawn || old.says["status"] == "withdrawn"
    else { continue }
    let unsaid = FactChange.all(from: old, to: record).filter {
      !report.announces($0, since: old)
    }
    guard !unsaid.isEmpty else { continue }
    let bytes = try Disk.read(request.location(of: report.header.file.path))
    let places = factPlaces(
      of: bytes, in: report.header, visibleRoles: register.site.visibleRoles)
    found.append(
      .unannouncedChange(
        unsaid, of: report, at: unsaid.lazy.compactMap { places[$0.name] }.first))
  }
  return laterFindings(found, of: register)
}

extension Report {
  /// Whether a note that was not there before speaks for a change.
  fileprivate func announces(_ change: FactChange, since old: PublishedRecord) -> Bool {
    let known = Set(old.ownNotes.map(\.value))
    let new = changes.filter { entry in
      !known.contains(PublishedRecord.abridged(entry.note.source.singleSpaced))
    }
    guard let number = change.paragraph else { return !new.isEmpty }
    return new.contains { entry in
      entry.paragraphs.isEmpty || entry.paragraphs.contains { $0.value.description == number }
    }
  }
}

extension Diagnostic {
  fileprivate static func unannouncedChange(
    _ changes: [FactChange], of report: Report, at place: Span?
  ) -> Diagnostic {
    let numbers = changes.compactMap(\.paragraph)
    let isOfText = numbers.count == changes.count
    let shown = changes.prefix(mostShown).map(\.words)
    let rest = changes.count - shown.count
    return Diagnostic(
      .unannouncedChange, "'\(report.id)' is public and says something else than before",
      at: Label(place ?? report.header.frontMatter, place == nil ? "" : "changed"),
      notes: shown + (rest > 0 ? ["\(rest) more differ"] : []),
      help: "add an entry with 'date' and 'note' under 'changes:'"
        + (isOfText
          ? ", with 'paragraphs: [\(numbers.prefix(mostShown).joined(separator: ", "))]'" : "")
    )
  }

  private static var mostShown: Int { 6 }
}
