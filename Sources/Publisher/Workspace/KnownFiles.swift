import CommonMark
import Diagnostics
import Inspections

/// The files of a state that something was worked out for, by which a later state knows what of it still holds.
///
/// Most saves change a text and nothing else. Where the fields of a report are the same bytes as before, and
/// its text has the same references, headings, paragraphs, notes and anchors, no page but the report's own leads
/// anywhere else, and no check of another record finds anything else.
struct KnownFiles: Sendable {
  /// The files.
  let files: ProjectFiles
  /// What they came to.
  let readings: Readings

  /// The files that are new, different or gone in a later state.
  ///
  /// Complexity: O(files).
  func changes(upTo later: KnownFiles) -> Set<SourceFile> { later.files.changes(since: files) }

  /// Whether reports stand among the same in a later state: no file of a site, a body and the like
  /// has changed.
  func surroundReports(asIn later: KnownFiles, changing changed: Set<SourceFile>) -> Bool {
    changed.allSatisfy { source in
      let key = later.recordKey(ofFile: source.path) ?? recordKey(ofFile: source.path)
      return key.map { !$0.collection.surroundsReports } ?? false
    }
  }

  /// The reports whose texts alone were changed up to a later state; nil where anything else was, too.
  ///
  /// Complexity: O(changed files).
  func rewrittenReports(
    upTo later: KnownFiles, changing changed: Set<SourceFile>
  ) -> Set<ReportID>? {
    var rewritten: Set<ReportID> = []
    for source in changed {
      guard let key = later.recordKey(ofFile: source.path),
        case .report(let old) = readings.record(key),
        case .report(let new) = later.readings.record(key),
        readings.fields(of: key) == later.readings.fields(of: key),
        old.header.isWhole == new.header.isWhole,
        old.header.body.isInterchangeable(with: new.header.body)
      else { return nil }
      rewritten.insert(new.id)
    }
    return rewritten
  }

  /// The name of the record that a file is to hold, by its path as messages show it; nil where that is none.
  func recordKey(ofFile path: String) -> RecordKey? {
    files.file(at: path).flatMap { RecordKey(file: $0.name) }
  }
}

extension RenderedBody {
  /// Whether nothing but the words between, and links within the text, may tell it from another body.
  fileprivate func isInterchangeable(with other: RenderedBody) -> Bool {
    isEmpty == other.isEmpty && hasText == other.hasText && anchors == other.anchors
      && references.elementsEqual(other.references) { $0.leads(where: $1) }
      && headings.map(\.id) == other.headings.map(\.id)
      && headings.map(\.text) == other.headings.map(\.text)
      && headings.map(\.level) == other.headings.map(\.level)
      && paragraphs.map(\.number) == other.paragraphs.map(\.number)
      && hasNumberFaults == other.hasNumberFaults
      && unreadNumbers.map(\.help) == other.unreadNumbers.map(\.help)
      && notes.map(\.label) == other.notes.map(\.label)
  }
}

extension Reference {
  /// Whether it stands for the same as another, wherever both are in their texts.
  fileprivate func leads(where other: Reference) -> Bool {
    kind == other.kind && scheme == other.scheme && target == other.target && text == other.text
      && title == other.title && paragraph == other.paragraph
  }
}
