public import Diagnostics

/// Responses that skip a recommendation or answer it twice.
public enum ResponseIncomplete {
  /// The check `response-incomplete`.
  public static let check = Check(
    "response-incomplete", .recommendations, .warning,
    summary: "A response answers each recommendation to the body, once.",
    explanation: """
      What a body leaves unanswered is worth knowing, and it should not come about by an oversight in \
      this register. A response has one item for each recommendation that names the body under `to`, \
      or that names nobody. A response without items is taken for a letter in words and is not \
      checked.

      Example: ten recommendations, and items for nine.
      """)

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.responses.records.flatMap { response -> [Diagnostic] in
      guard !response.items.isEmpty else { return [] }
      var seen: [PrintedNumber: [Response.Item]] = [:]
      var found: [Diagnostic] = []
      for item in response.items {
        let number = item.recommendation
        let earlier = seen[number.value]?.first { other in
          other.to.isEmpty == item.to.isEmpty && other.to.meets(item.to)
        }
        if let earlier {
          found.append(.answeredTwice(number, first: earlier.recommendation.span))
        } else {
          seen[number.value, default: []].append(item)
        }
      }
      guard let report = context.register.reports[response.report.value] else { return found }
      let missing = report.recommendations.filter { recommendation in
        seen[recommendation.number.value] == nil
          && (recommendation.to.isEmpty
            || recommendation.to.contains { $0.value == response.organisation.value })
      }
      return missing.isEmpty ? found : found + [.notAnswered(missing, response, report)]
    }
  }
}

extension Diagnostic {
  fileprivate static func answeredTwice(_ number: Located<PrintedNumber>, first: Span) -> Diagnostic
  {
    Diagnostic(
      ResponseIncomplete.check, "'\(number.value)' is answered twice by this response",
      at: Label(number.span, "the same again"), secondary: [Label(first, "first here")],
      help: "keep one item for each recommendation", subject: .field("items.\(number.value)"))
  }

  fileprivate static func notAnswered(
    _ missing: [Recommendation], _ response: Response, _ report: Report
  ) -> Diagnostic {
    Diagnostic(
      ResponseIncomplete.check,
      "'\(response.id)' leaves \(missing.numberWords) of report '\(report.id)' unanswered",
      at: Label(response.report.span, "\(missing.count) unanswered"),
      secondary: missing.prefix(3).map {
        Label($0.number.span, "recommendation \($0.number.value)")
      },
      help: "add the missing items, or waive the check if the body left them out",
      subject: .field("items"))
  }
}
