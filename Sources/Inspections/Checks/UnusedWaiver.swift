public import Diagnostics

/// Waivers that set nothing aside.
public enum UnusedWaiver {
  /// The check `unused-waiver`.
  public static let check = Check(
    "unused-waiver", .waivers, .warning,
    summary: "A waiver sets a finding aside.",
    explanation: """
      A waiver stands in the file that the finding is about and names its check and its place: the \
      numbered paragraph, or the dotted key of front matter, such as `judgements.race-diversity`; a \
      shorter key sets aside everything below it, and a waiver without a place what has none; where what \
      is found has another place, the help says which. When \
      the cause is gone the waiver should go too, for it would hide the next mistake. A waiver of a \
      check that does not exist, or of one that cannot be waived, is reported in the same way.

      Drafts and reports that wait for their release are read with every build, and their waivers hold \
      for what reading finds, such as `personal-data`. Most checks run on them only with `--drafts`, so \
      a waiver of theirs is called unused only then.

      Example: `{check: quantifier, paragraph: 34, …}` after the sentence was corrected.
      """, canBeWaived: false)
}

/// A finding that a record's editors accept.
public struct WaivedDiagnostic: Sendable {
  /// What was found.
  public let diagnostic: Diagnostic
  /// The waiver, with its reason, its author and its date.
  public let waiver: Waiver
  /// The record that both are about.
  public let record: RecordKey
}

/// What is left of findings after the waivers of the register.
public struct WaiverOutcome: Sendable {
  /// What still stands, with a warning for each waiver that set nothing aside.
  public let remaining: [Diagnostic]
  /// What was set aside, by record and in the order of the findings.
  public let waived: [WaivedDiagnostic]
}

/// Takes out the findings that the editors of a record accept.
///
/// A waiver matches findings of its check in its own file whose paragraph is its paragraph, or whose
/// field is its field or lies below it. Syntax and safety cannot be waived.
///
/// Reports that readers cannot see yet are read and not checked: their waivers hold for what reading
/// finds, and none of them is called unused.
///
/// - Parameters:
///   - diagnostics: what was found, in any order.
///   - register: the records with their waivers.
///   - unseen: the reports that are left out of the register because readers cannot see them yet.
///   - checks: the checks that ran; waivers of others are left alone unless no such check exists.
///   - catalogue: every check there is.
/// - Returns: what remains and what was set aside.
///
/// Diagnostics: `unused-waiver`. Complexity: O(records + diagnostics × waivers of their file).
public func applyWaivers(
  _ diagnostics: [Diagnostic], in register: Register, unseen: [Report] = [],
  checks: [Check] = inspectionChecks, catalogue: [Check] = inspectionChecks
) -> WaiverOutcome {
  var holders: [SourceFile: WaiverHolder] = [:]
  for report in unseen where !report.header.waivers.isEmpty {
    holders[report.header.file] = WaiverHolder(
      record: report.key, waivers: report.header.waivers, isChecked: false)
  }
  for (key, header) in register.waiverHeaders {
    holders[header.file] = WaiverHolder(record: key, waivers: header.waivers)
  }
  guard !holders.isEmpty else { return WaiverOutcome(remaining: diagnostics, waived: []) }
  var remaining: [Diagnostic] = []
  var waived: [WaivedDiagnostic] = []
  for diagnostic in diagnostics {
    if let holder = holders[diagnostic.primary.span.file], diagnostic.check.canBeWaived,
      let place = holder.waivers.firstIndex(where: { $0.matches(diagnostic) })
    {
      waived.append(
        WaivedDiagnostic(
          diagnostic: diagnostic, waiver: holder.waivers[place], record: holder.record))
      holders[diagnostic.primary.span.file]?.used.insert(place)
    } else {
      remaining.append(diagnostic)
    }
  }
  // What could not be read of a file may be what a waiver is for.
  let isWhole =
    register.unreadable.isEmpty
    && !diagnostics.contains { $0.check.group == .syntax && $0.level == .error }
  let ran = isWhole ? Set(checks.map(\.name)) : []
  let standing = Dictionary(
    grouping: remaining.filter { holders[$0.primary.span.file] != nil }, by: \.primary.span.file)
  for (file, holder) in holders.sorted(by: { $0.value.order < $1.value.order }) {
    remaining += holder.unused(
      beside: standing[file] ?? [], ran: holder.isChecked ? ran : [], catalogue: catalogue)
  }
  return WaiverOutcome(remaining: remaining, waived: waived)
}

/// The waivers of one file and which of them were of use.
private struct WaiverHolder {
  let record: RecordKey
  let waivers: [Waiver]
  /// Whether every check ran on the record.
  let isChecked: Bool
  var used: Set<Int> = []

  init(record: RecordKey, waivers: [Waiver], isChecked: Bool = true) {
    self.record = record
    self.waivers = waivers
    self.isChecked = isChecked
  }

  var order: String { "\(record.collection.rawValue)/\(record.id)" }

  /// What is said of waivers that set nothing aside; what stands of the file may be what they were meant for.
  func unused(
    beside standing: [Diagnostic], ran: Set<String>, catalogue: [Check]
  ) -> [Diagnostic] {
    waivers.indices.filter { !used.contains($0) }.compactMap { place in
      let waiver = waivers[place]
      guard let check = catalogue.first(where: { $0.name == waiver.check.value }) else {
        return .waiverOfNothing(waiver, among: catalogue.filter(\.canBeWaived).map(\.name))
      }
      if !check.canBeWaived { return .waiverRefused(waiver) }
      guard ran.contains(check.name) else { return nil }
      return .unusedWaiver(waiver, meant: standing.filter { $0.check == check })
    }
  }
}

extension Register {
  /// The headers that hold waivers, with the records they belong to.
  fileprivate var waiverHeaders: [(RecordKey, RecordHeader)] {
    func headers<Stored: Record>(_ shelf: Shelf<Stored>) -> [(RecordKey, RecordHeader)] {
      shelf.records.lazy.filter { !$0.header.waivers.isEmpty }.map { ($0.key, $0.header) }
    }
    return headers(organisations) + headers(frameworks) + headers(areas) + headers(reports)
      + headers(responses) + headers(coverage) + headers(glossary) + headers(pages)
  }
}

extension Waiver {
  /// Whether this waiver sets a finding of its own file aside.
  fileprivate func matches(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.check.name == check.value else { return false }
    switch diagnostic.subject {
    case .paragraph(let number): return paragraph?.value == number
    case .field(let key):
      return field.map { key == $0.value || key.hasPrefix($0.value + ".") } ?? false
    case nil: return paragraph == nil && field == nil
    }
  }

  /// What a waiver says to name the place of a finding.
  fileprivate static func place(of subject: Diagnostic.Subject?) -> String {
    switch subject {
    case .paragraph(let number): "'paragraph: \(number)'"
    case .field(let key): "'field: \(key)'"
    case nil: "neither 'paragraph' nor 'field'"
    }
  }

  /// The place in words.
  fileprivate var place: String {
    if let paragraph { return " for paragraph \(paragraph.value)" }
    return field.map { " for '\($0.value)'" } ?? ""
  }
}

extension Diagnostic {
  /// `meant` are the findings of its check in its file that still stand.
  fileprivate static func unusedWaiver(_ waiver: Waiver, meant: [Diagnostic]) -> Diagnostic {
    let label = Label(waiver.check.span, "nothing to waive")
    guard let first = meant.first else {
      return Diagnostic(
        UnusedWaiver.check, "'\(waiver.check.value)' is waived\(waiver.place) and not found there",
        at: label, help: "remove the waiver, or correct the place it names",
        subject: .field("waivers"))
    }
    let found =
      waiver.place.isEmpty
      ? " without a place, and what is found has one" : "\(waiver.place) and not found there"
    var places: [String] = []
    for subject in meant.map(\.subject) where !places.contains(Waiver.place(of: subject)) {
      places.append(Waiver.place(of: subject))
    }
    let shown = places.prefix(3).joined(separator: " or ")
    return Diagnostic(
      UnusedWaiver.check,
      "'\(waiver.check.value)' is waived\(found)", at: label,
      secondary: [Label(first.primary.span, "found here")],
      help: places.count == 1
        ? "write \(shown) in the waiver" : "write \(shown) in the waiver, whichever is accepted",
      subject: .field("waivers"))
  }

  fileprivate static func waiverRefused(_ waiver: Waiver) -> Diagnostic {
    Diagnostic(
      UnusedWaiver.check, "'\(waiver.check.value)' cannot be waived",
      at: Label(waiver.check.span), notes: ["checks of syntax and of safety always hold"],
      help: "remove the waiver and put the cause right", subject: .field("waivers"))
  }

  fileprivate static func waiverOfNothing(_ waiver: Waiver, among names: [String]) -> Diagnostic {
    let nearest = NearMiss.of(waiver.check.value, among: names)
    let meant = NearMiss.only(waiver.check.value, among: names)
    return Diagnostic(
      UnusedWaiver.check, "'\(waiver.check.value)' is not the name of a check",
      at: Label(waiver.check.span, "no such check"),
      help: nearest.map { "did you mean '\($0)'?" },
      fix: meant.flatMap { replacement(of: waiver.check.value, at: waiver.check.span, with: $0) },
      subject: .field("waivers"))
  }
}
