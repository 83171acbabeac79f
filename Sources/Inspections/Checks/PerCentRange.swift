public import Diagnostics

/// Percentages that no part of a whole can have.
public enum PerCentRange {
  /// The check `per-cent-range`.
  public static let check = Check(
    "per-cent-range", .figures, .error,
    summary: "A share in per cent lies between 0 and 100.",
    explanation: """
      The value, the target and the comparators of an indicator whose unit is per cent are shares, \
      and so are the bounds of a framework's words of quantity. A change in per cent can go beyond \
      100; give it a unit that says so, such as "per cent change".

      Example: `value: 260` where 26.0 is meant.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.indicators.filter(\.isPerCent).flatMap { indicator in
      let path = "indicators.\(indicator.id.value)"
      let own = [(indicator.value, "value")] + (indicator.target.map { [($0, "target")] } ?? [])
      let found = own.compactMap { figure, key -> Diagnostic? in
        guard case .known(let value) = figure.value, !range.contains(value) else { return nil }
        return .perCentRange(value, at: figure.span, subject: .field("\(path).\(key)"))
      }
      return found
        + indicator.comparators.filter { !range.contains($0.value.value) }.map {
          .perCentRange($0.value.value, at: $0.value.span, subject: .field("\(path).comparators"))
        }
    }
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.frameworks.records.flatMap { framework in
      framework.quantifiers.flatMap { quantifier in
        [quantifier.over, quantifier.under].compactMap { $0 }.filter { !range.contains($0) }.map {
          .perCentRange(
            $0, at: quantifier.word.span, subject: .field("quantifiers.\(quantifier.word.value)"))
        }
      }
    }
  }

  private static let range = 0.0...100.0
}

extension Indicator {
  /// Whether its figures are shares of a whole in per cent.
  fileprivate var isPerCent: Bool {
    let words = plainWords(unit)
    return words == "per cent" || words == "percent" || unit == "%"
  }
}

extension Diagnostic {
  fileprivate static func perCentRange(_ value: Double, at span: Span, subject: Subject)
    -> Diagnostic
  {
    Diagnostic(
      PerCentRange.check, "'\(value.plain)' is not a share in per cent",
      at: Label(span, value < 0 ? "below 0" : "above 100"), notes: ["allowed: 0 to 100"],
      help: "correct the figure, or name the unit if it is no share", subject: subject)
  }
}
