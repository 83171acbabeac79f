import Diagnostics
import Publisher

/// What there is to say about a state of the files, put so that a page finds what concerns it.
struct PreviewNotes: Sendable {
  /// How far the look at a state has come.
  enum Stage: Sendable, Hashable {
    /// Nothing was read yet.
    case building
    /// Files were read; the checks are at work.
    case checking
    /// Everything was checked.
    case complete
    /// The machine would not do something, in words.
    case failed(String)
  }

  let stage: Stage
  /// Whether something stands that stops a build.
  let isRefused: Bool
  /// What there is to say, the most urgent first, then by file and place.
  let findings: [Diagnostic]
  /// The counts, in words.
  let summary: DiagnosticSummary
  /// Tells notes of one run apart.
  let number: Int
  private let places: [String: [Int]]

  /// Before anything is read.
  static let building = PreviewNotes([], .building, 0)

  /// Complexity: O(n log n).
  init(_ findings: [Diagnostic], isComplete: Bool, number: Int) {
    self.init(findings, isComplete ? .complete : .checking, number)
  }

  init(failure: String, number: Int) {
    self.init([], .failed(failure), number)
  }

  private init(_ findings: [Diagnostic], _ stage: Stage, _ number: Int) {
    self.stage = stage
    self.number = number
    let sorted = findings.sorted { ($1.level, $0) < ($0.level, $1) }
    self.findings = sorted
    summary = DiagnosticSummary(sorted)
    var places: [String: [Int]] = [:]
    for (index, finding) in sorted.enumerated() {
      places[finding.primary.span.file.path, default: []].append(index)
    }
    self.places = places
    if case .failed = stage {
      isRefused = true
    } else {
      isRefused = Publisher.isRefused(sorted, strict: false)
    }
  }

  /// What is said of one file.
  func findings(in path: String) -> [Diagnostic] {
    places[path]?.map { findings[$0] } ?? []
  }
}
