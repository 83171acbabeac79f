/// Diagnostics parted where a file has too many of a check to be read.
///
/// The first ``Limits/shownOfOneKind`` of a check are shown, in the order of their places; nobody reads
/// the ten-thousandth.
struct AbridgedDiagnostics {
  /// What is shown.
  private(set) var shown: [Diagnostic] = []
  /// What is left out.
  private(set) var leftOut: [Diagnostic] = []
  /// What says how many are left out: one for each check and file that has too many.
  private(set) var counts: [Diagnostic] = []

  /// Parts diagnostics in any order; O(n log n).
  init(_ diagnostics: [Diagnostic]) {
    let files = Dictionary(grouping: diagnostics) { $0.primary.span.file }
    for kinds in files.values.map({ Dictionary(grouping: $0, by: \.check) }) {
      for kind in kinds.values {
        guard kind.count > Limits.shownOfOneKind else {
          shown += kind
          continue
        }
        let sorted = kind.sorted()
        let others = sorted.dropFirst(Limits.shownOfOneKind)
        shown += sorted.prefix(Limits.shownOfOneKind)
        leftOut += others
        counts += others.prefix(1).map { .others(like: $0, among: others) }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func others(
    like first: Diagnostic, among others: ArraySlice<Diagnostic>
  ) -> Diagnostic {
    Diagnostic(
      first.check, level: others.map(\.level).max() ?? first.level,
      "and \(others.count.grouped) more of '\(first.check.name)' in this file",
      at: Label(first.primary.span, "the next of them"),
      help: "mend those that are shown, and look again")
  }
}

extension Int {
  /// The number with commas between its thousands, as in `64,000`.
  public var grouped: String {
    let digits = String(magnitude)
    var grouped = self < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }
}
