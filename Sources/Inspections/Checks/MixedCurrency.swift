import CommonMark
public import Diagnostics

/// Totals in the text that add up amounts of several currencies.
public enum MixedCurrency {
  /// The check `mixed-currency`.
  public static let check = Check(
    "mixed-currency", .figures, .error,
    summary: "A total is of one currency.",
    explanation: """
      Sums of `amounts` are worked out for each kind and currency, and two currencies are never added. \
      A report says its own total in words, in the body or in what it asks for. Where such a number is \
      what one gets by adding the figures of several currencies, of one kind or of all, it means \
      nothing and is reported. Other numbers are left alone.

      Example: "1,290,000 in all" in a report that asks for USD 1,200,000 and for CAD 90,000.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let sums = mixedSums(of: report)
    guard !sums.isEmpty else { return [] }
    let lines = context.text(of: report.header).split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let inBody = lines.flatMap { line in
      statedAmounts(in: line).compactMap { stated -> Diagnostic? in
        sums[stated.thousandths].map { currencies in
          let place = report.header.place(of: line)
          return .mixedCurrency(
            stated.written, currencies,
            at: Diagnostic.Label(
              place.span, "a sum of \(currencies.count) currencies",
              words: .init(stated.written, in: place.range)),
            subject: place.subject ?? .field("recommendations"))
        }
      }
    }
    return inBody
      + report.recommendations.flatMap { asked in
        statedAmounts(in: asked.text.value.plain).compactMap { stated -> Diagnostic? in
          sums[stated.thousandths].map { currencies in
            .mixedCurrency(
              stated.written, currencies,
              at: Diagnostic.Label(asked.text.span, "a sum of \(currencies.count) currencies"),
              subject: .field("\(asked.path).text"))
          }
        }
      }
  }

  /// What one gets by adding the figures of several currencies, of a kind and of all kinds, with the
  /// currencies; what is also an amount, or a sum of one currency, is left out.
  private static func mixedSums(of report: Report) -> [Int: [String]] {
    let amounts = report.recommendations.flatMap(\.amounts)
    guard Set(amounts.map(\.value.currency)).count > 1 else { return [:] }
    let kinds = Dictionary(grouping: amounts) { $0.kind.value }
    var mixed: [Int: [String]] = [:]
    var plain = Set(amounts.map(\.value.thousandths))
    for group in [amounts] + kinds.values {
      let currencies = Dictionary(grouping: group) { $0.value.currency }
      for own in currencies.values { plain.insert(sum(own)) }
      if currencies.count > 1 { mixed[sum(group)] = currencies.keys.sorted() }
    }
    return mixed.filter { !plain.contains($0.key) }
  }

  /// Amounts have at most twelve digits, so that a million of them can be added.
  private static func sum(_ amounts: [Amount]) -> Int {
    amounts.reduce(0) { sum, amount in
      let (next, isTooMuch) = sum.addingReportingOverflow(amount.value.thousandths)
      return isTooMuch ? .max : next
    }
  }

  /// The amounts that a text states in digits, `1,290,000`, `90,000.50` or `1.29 million`, in
  /// thousandths.
  private static func statedAmounts(in text: String) -> [(written: String, thousandths: Int)] {
    let words = words(of: text)
    let bytes = Array(text.utf8)
    return words.indices.compactMap { index in
      guard let amount = thousandths(words[index].text) else { return nil }
      let following = word(index + 1, in: words)
      let scale = words[index].gap == .none ? scales[following] : nil
      let (value, isTooMuch) = amount.multipliedReportingOverflow(by: scale ?? 1)
      guard !isTooMuch else { return nil }
      let end = words[scale == nil ? index : index + 1].bytes.upperBound
      return (String(decoding: bytes[words[index].bytes.lowerBound..<end], as: UTF8.self), value)
    }
  }

  private static func thousandths(_ word: String) -> Int? {
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0].split(separator: ",").joined()
    let rest = parts.count > 1 ? String(parts[1]) : ""
    guard parts.count <= 2, whole.utf8.count <= 12, rest.utf8.count <= 3,
      let units = Int(whole),
      let part = rest.isEmpty
        ? 0 : Int(rest + String(repeating: "0", count: 3 - rest.utf8.count))
    else { return nil }
    return units * 1000 + part
  }
}

extension Diagnostic {
  fileprivate static func mixedCurrency(
    _ written: String, _ currencies: [String], at label: Label, subject: Subject
  ) -> Diagnostic {
    Diagnostic(
      MixedCurrency.check,
      "'\(written)' adds up amounts of \(currencies.joined(separator: " and "))", at: label,
      help: "state a total for each currency", subject: subject)
  }
}
