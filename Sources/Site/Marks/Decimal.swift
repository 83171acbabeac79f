import HTML

extension HTMLBuffer {
  /// Appends a number with at most two decimals, as SVG writes it.
  mutating func decimal(_ value: Double) {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths) % 100
    if hundredths < 0 { markup("-") }
    if rest == 0 || abs(hundredths) >= 100 { number(abs(hundredths) / 100) }
    guard rest > 0 else { return }
    markup(rest < 10 ? ".0" : ".")
    number(rest % 10 == 0 ? rest / 10 : rest)
  }
}
