/// A number whose digits signs part into groups of three, or whose decimals they part from the rest.
struct SeparatedNumber {
  /// It in digits, with a point before decimals.
  let written: String
  /// Whether it has decimals.
  let hasFraction: Bool
  /// Whether the one sign before three digits may as well be that of decimals: `1,040`.
  let mayBeFraction: Bool

  /// Reads a number that can be meant in one way, or in two as ``mayBeFraction`` says; nil for any other.
  ///
  /// A sign that comes several times, a space and an apostrophe part groups. Of two different signs the
  /// last is that of decimals: `1,250.50` and `1.250,50` are one number. A point alone before three digits
  /// is nothing that can be known.
  init?(_ text: Substring) {
    let groups = text.split(omittingEmptySubsequences: false) { !("0"..."9").contains($0) }
    let signs = text.filter { !("0"..."9").contains($0) }
    guard groups.allSatisfy({ !$0.isEmpty }), signs.allSatisfy(Self.signs.contains) else {
      return nil
    }
    let kinds = Set(signs)
    var whole = groups[...]
    var fraction: String?
    if let last = signs.last, ",.".contains(last), signs.count(where: { $0 == last }) == 1,
      kinds.count == 2 || last == "." && groups.count == 2
    {
      fraction = whole.removeLast().description
      guard kinds.count == 2 || fraction?.utf8.count != 3 else { return nil }
    }
    guard kinds.count - (fraction == nil ? 0 : 1) < 2,
      whole.count == 1 || whole[0].utf8.count < 4 && whole[0].first != "0",
      whole.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    written = whole.joined() + (fraction.map { ".\($0)" } ?? "")
    hasFraction = fraction != nil
    mayBeFraction = signs == ","
  }

  private static let signs = ",.'’ \u{A0}\u{2009}\u{202F}"
}
