import HTML
import Inspections
import Templates

/// A statement of a coverage record beside what the record has.
struct ClaimEntry: TextScope, Sendable {
  let claim: Claim
  let verdict: ClaimVerdict
  let account: Coverage
  /// Whether the page is about the report that the statement is about, and need not name it.
  let isOnItsReport: Bool
  let site: SiteContext

  init(_ claim: Claim, in account: Coverage, isOnItsReport: Bool = false, site: SiteContext) {
    self.claim = claim
    self.isOnItsReport = isOnItsReport
    self.account = account
    self.site = site
    verdict = Inspections.verdict(of: claim, in: site.register)
  }

  static let view = View<ClaimEntry>(
    "Claim", "A statement of somebody else beside what the record has.",
    [
      .record("subject", "What it is about, unless that is the page.", RecordLink.view) {
        $0.isOnItsReport ? nil : $0.subject
      },
      .html("says", "What it says, in our words; empty where only its figures are recorded.") {
        $0.text($0.claim.says)
      },
      .flag("differs", "Whether it differs from the record.") { $0.differs },
      .text("verdict", "How it stands to the record, in words.") {
        ClaimWords.verdict($0.verdict)
      },
      .flag("by-editor", "Whether an editor judged it, because fields cannot decide.") {
        $0.verdict.isEditors
      },
      .html("reason", "The editor's reason; may be empty.") { $0.text($0.verdict.reason) },
      .list("comparisons", "Each fact that it names beside the record's.", ComparisonEntry.view) {
        entry in
        entry.shownComparisons.map {
          ComparisonEntry(comparison: $0, framework: entry.framework)
        }
      },
    ])

  /// Whether the record says something else.
  var differs: Bool { verdict.outcome == .differs || verdict.outcome == .offScale }

  private var framework: Framework? {
    claim.report.flatMap { site.register.reports[$0] }
      .flatMap { site.register.framework(of: $0) }
  }

  /// Facts that agree go without saying where the statement itself is there.
  private var shownComparisons: [ClaimComparison] {
    verdict.comparisons.filter { claim.says == nil || $0.result != .agrees }
  }

  private var subject: RecordLink {
    switch claim.subject {
    case .report(let id): site.link(id.value)
    case .area(let id): site.link(id.value)
    case .organisation(let id): site.link(id.value)
    case .framework(let id): site.link(id.value)
    }
  }

  var scope: ReferenceScope { ReferenceScope(RecordKey(.coverage, account.id.name)) }
}

/// One fact that a statement names beside the record's.
struct ComparisonEntry: Sendable {
  let comparison: ClaimComparison
  let framework: Framework?

  static let view = View<ComparisonEntry>(
    "ClaimComparison", "One fact that a statement names beside the record's.",
    [
      .text("fact", "Which fact.") { $0.fact },
      .text("claimed", "What is claimed, as written or as a date in words.") {
        ClaimWords.value($0.comparison.claimed.value, of: $0.comparison.fact, in: $0.framework)
      },
      .text("recorded", "What the record has, as half a sentence.") { $0.recorded },
    ])

  private var fact: String {
    switch comparison.fact {
    case .overall: "Overall grade"
    case .published: "Publication"
    case .fieldwork: "Fieldwork"
    case .recommendations:
      "Number of \((framework?.recommendationTerm ?? .recommendation).many)"
    case .together: "Time between reports"
    case .judgement(let id):
      framework?.aspect(id)?.title ?? id.name
    }
  }

  private var recorded: String {
    switch comparison.result {
    case .offScale: return "the report’s scale has no such grade"
    case .notRecorded:
      return recordedWords.map { "the dates of the record, \($0), leave it open" }
        ?? "the record does not say"
    case .agrees, .differs: break
    }
    return "the record has \(recordedWords ?? "none")"
  }

  /// What the record has; nil where it has nothing.
  private var recordedWords: String? {
    guard let recorded = comparison.recorded, recorded != "none" else { return nil }
    return ClaimWords.value(recorded, of: comparison.fact, in: framework)
  }
}

/// Verdicts on statements in words.
enum ClaimWords {
  /// An editor's verdict is called so: it may rest on what the record itself does not say.
  static func verdict(_ verdict: ClaimVerdict) -> String {
    let judge = verdict.isEditors ? ", as the editors judge" : ""
    return switch verdict.outcome {
    case .agrees: verdict.isEditors ? "Agrees\(judge)" : "Agrees with the record"
    case .differs: verdict.isEditors ? "Differs\(judge)" : "Differs from the record"
    case .offScale: "Off the scale"
    case .untested(.onlyKnownOf): "Cannot be tested: the text of the report is not held"
    case .untested(.notRecorded): "Cannot be tested: the register does not have the fact"
    case .untested(.byEditor): "Cannot be tested\(judge)"
    case .untested(.notJudged): "Not held against the record yet"
    }
  }

  /// How many of some verdicts are of each kind that the page lists them by, and how many the editors
  /// gave; empty where there are none.
  static func tally(_ verdicts: [ClaimVerdict]) -> String {
    guard !verdicts.isEmpty else { return "" }
    func part(_ one: String, _ many: String, _ isSuch: (ClaimVerdict.Outcome) -> Bool) -> String? {
      let count = verdicts.count { isSuch($0.outcome) }
      return count == 0 ? nil : NumberWords.count(count, one, many)
    }
    let parts = [
      part("agrees", "agree") { $0 == .agrees },
      part("differs", "differ") { $0 == .differs },
      part("is off the scale", "are off the scale") { $0 == .offScale },
      part("cannot be tested", "cannot be tested") { outcome in
        switch outcome {
        case .untested(.notJudged), .agrees, .differs, .offScale: false
        case .untested(.onlyKnownOf), .untested(.notRecorded), .untested(.byEditor): true
        }
      },
      part("is not held against the record yet", "are not held against the record yet") {
        $0 == .untested(.notJudged)
      },
    ]
    let editors = verdicts.count(where: \.isEditors)
    let judged =
      editors == 0
      ? ""
      : "; the editors judged \(editors == verdicts.count ? "all" : NumberWords.words(editors)) of them"
    return "\(NumberWords.count(verdicts.count, "claim", "claims")): "
      + NumberWords.list(parts.compactMap(\.self)) + judged
  }

  /// A grade's word in public, a date in English, or the value as it is.
  static func value(
    _ value: String, of fact: ClaimComparison.Fact, in framework: Framework?
  ) -> String {
    switch fact {
    case .overall, .judgement:
      NumberWords.list(
        value.components(of: " and ").map { word in
          framework?.grades.first { $0.id.value.name == word }?.title ?? word
        })
    case .published, .fieldwork, .together: DateInterval(value).map(DateWords.words(_:)) ?? value
    case .recommendations: value
    }
  }
}

extension String {
  /// The text taken apart where `separator` stands.
  fileprivate func components(of separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.indices.first(where: { rest[$0...].hasPrefix(separator) }) {
      parts.append(String(rest[..<found]))
      rest = rest[rest.index(found, offsetBy: separator.count)...]
    }
    return parts + [String(rest)]
  }
}
