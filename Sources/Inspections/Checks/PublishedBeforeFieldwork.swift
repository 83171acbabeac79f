public import Diagnostics

/// Reports that came out before the work for them was done.
public enum PublishedBeforeFieldwork {
  /// The check `published-before-fieldwork`.
  public static let check = Check(
    "published-before-fieldwork", .dates, .error,
    summary: "A report comes out after the fieldwork for it, and a consultation's after its close.",
    explanation: """
      Neither the date of publication nor the date on the cover can lie before the end of fieldwork, \
      nor, for a report on a consultation, before the day on which the consultation closed. Dates of \
      different precision are held against each other by the days they may mean: a report published \
      in June 2009 after fieldwork in June 2009 is in order.

      Example: `fieldwork: 2007-06/2007-07` with `published: 2007-02`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let dates = [(report.published, "published"), (report.dated, "dated")]
    return dates.compactMap { date, key -> Diagnostic? in
      guard let date = date?.whereKnown() else { return nil }
      if let end = end(of: report.fieldwork), date.value.isCertainlyBefore(end.value) {
        return .tooEarly(date, before: end, "the end of fieldwork", key)
      }
      if let end = end(of: report.consultation?.open), date.value.isCertainlyBefore(end.value) {
        return .tooEarly(date, before: end, "the close of the consultation", key)
      }
      return nil
    }
  }

  private static func end(of interval: Located<Known<DateInterval>>?) -> Located<PartialDate>? {
    guard let interval, case .known(let dates) = interval.value else { return nil }
    return Located(dates.end, at: interval.span)
  }
}

extension Diagnostic {
  fileprivate static func tooEarly(
    _ date: Located<PartialDate>, before end: Located<PartialDate>, _ what: String, _ key: String
  ) -> Diagnostic {
    Diagnostic(
      PublishedBeforeFieldwork.check,
      "'\(date.value)' is before \(what), \(end.value)", at: Label(date.span, "too early"),
      secondary: [Label(end.span, "ends \(end.value)")], help: "correct one of the two dates",
      subject: .field(key))
  }
}
