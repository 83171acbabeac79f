import CommonMark
import Diagnostics
import Inspections
import Site
import Synchronization

/// What the pages of a state link to, so that a later one need not render them all to hold its links.
///
/// Most saves change a text and nothing else. Where the fields of a report are the same bytes as before, and
/// its text has the same references, headings, paragraphs, notes and anchors, no page but the report's own is
/// another one.
struct KnownPages: Sendable {
  /// The files of the state.
  let files: [SourceFile: ProjectFiles.File]
  /// What they came to.
  let readings: Readings
  /// The records by the paths of their files.
  let records: [String: ContentRecord]
  /// What each page links to, by its path.
  let facts: [String: PageFacts]

  /// The pages of the last state that was looked through whole, for all states of a workspace.
  final class Memory: Sendable {
    private let known = Mutex<KnownPages?>(nil)

    /// The pages, if there was such a state.
    var pages: KnownPages? { known.withLock { $0 } }

    /// Takes those of a state in place of those of an earlier one.
    func keep(_ pages: KnownPages) { known.withLock { $0 = pages } }
  }

  /// What is still known of the pages of a later state, in their order; nil for those that may be others.
  ///
  /// Complexity: O(files + pages).
  func facts(
    for pages: [PlannedPage], files now: [SourceFile: ProjectFiles.File], readings: Readings,
    records: [String: ContentRecord]
  ) -> [PageFacts?] {
    let nothing = [PageFacts?](repeating: nil, count: pages.count)
    guard now.count == files.count else { return nothing }
    var changed: Set<String> = []
    for (source, file) in now where files[source] != file {
      guard case .report(let old) = self.records[source.path],
        case .report(let new) = records[source.path],
        self.readings.fields(of: old.key) == readings.fields(of: new.key),
        old.header.body.isInterchangeable(with: new.header.body)
      else { return nothing }
      changed.insert("\(Report.collection.rawValue)/\(new.id)/")
    }
    return pages.map { page in
      let record = page.path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      let isOwn = record.count == 3 && changed.contains("\(record[0])/\(record[1])/")
      return isOwn ? nil : facts[page.path]
    }
  }
}

extension RenderedBody {
  /// Whether nothing but the words between may tell it from another body.
  fileprivate func isInterchangeable(with other: RenderedBody) -> Bool {
    isEmpty == other.isEmpty && hasText == other.hasText && anchors == other.anchors
      && references.elementsEqual(other.references) { $0.leads(where: $1) }
      && anchorLinks.elementsEqual(other.anchorLinks) { $0.leads(where: $1) }
      && headings.map(\.id) == other.headings.map(\.id)
      && headings.map(\.text) == other.headings.map(\.text)
      && headings.map(\.level) == other.headings.map(\.level)
      && paragraphs.map(\.number) == other.paragraphs.map(\.number)
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
