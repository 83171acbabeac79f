/// The diagnostics of one file, parted where it has too many of a check to be read.
///
/// The first ``Limits/shownOfOneKind`` of a check are shown, in the order of their places; nobody reads
/// the ten-thousandth.
struct AbridgedDiagnostics {
  /// What is shown.
  var shown: [Diagnostic] = []
  /// What is left out.
  private(set) var leftOut: [Diagnostic] = []
  /// What says how many are left out: one for each check that has too many.
  var counts: [Diagnostic] = []

  /// Parts diagnostics of one file, which are sorted; O(n).
  init(_ sorted: ArraySlice<Diagnostic>) {
    guard sorted.count > Limits.shownOfOneKind else {
      shown = Array(sorted)
      return
    }
    for kind in Dictionary(grouping: sorted, by: \.check).values {
      let others = kind.dropFirst(Limits.shownOfOneKind)
      shown += kind.prefix(Limits.shownOfOneKind)
      leftOut += others
      counts += others.prefix(1).map { .others(like: $0, among: others) }
    }
    shown.sort()
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
