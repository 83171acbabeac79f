import Diagnostics

/// How charts write positions and shares: positions in per cent of the drawing, so that words keep
/// their size at any width.
enum ChartFigures {
  /// A position or length in per cent with at most two decimals: `12.5%`.
  static func percent(_ value: Double) -> String { decimals(value, 100) + "%" }

  /// A share for a table, with one decimal so that columns line up: `75.8%`.
  static func share(_ count: Int, of base: Int) -> String {
    guard base > 0 else { return "–" }
    let tenths = Int((1000 * Double(count) / Double(base)).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// A figure as its author wrote it, with the sign `%` where the unit is per cent.
  static func figure(_ value: Double, isPerCent: Bool) -> String {
    value.decimalDigits + (isPerCent ? "%" : "")
  }

  /// A number rounded to a fraction of one, without zeros at its end.
  private static func decimals(_ value: Double, _ parts: Int) -> String {
    let scaled = Int((value * Double(parts)).rounded())
    let sign = scaled < 0 ? "-" : ""
    var fraction = String(String(parts + abs(scaled) % parts).dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    return sign + String(abs(scaled) / parts) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
