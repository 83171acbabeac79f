import Inspections

/// When a report is of, in English: what is known is often only when it was published, and no wording takes
/// that for the day on which inspectors were there.
extension ReportWords {
  /// As a label: `1–2 February 2010`, `published 20 March 2009`, `dated January 2009`.
  static func time(of report: Report) -> String {
    guard let time = report.time else { return "date not known" }
    return switch report.timeBasis {
    case .work, nil: DateWords.words(time)
    case .publication: DateWords.label("published", time)
    case .cover: DateWords.label("dated", time)
    }
  }

  /// When a report came out, as a label, like `published 10 February 2010`; when it is of, where that is not
  /// known.
  static func appearance(_ report: Report) -> String {
    report.published.known().map { DateWords.label("published", $0) }
      ?? report.dated.known().map { DateWords.label("dated", $0) } ?? time(of: report)
  }

  /// Behind what a report or its inspection is called: `of 1–2 February 2010`, `published in January 2009`.
  static func ofTime(_ report: Report) -> String {
    guard let time = report.time else { return "whose date is not known" }
    return switch report.timeBasis {
    case .work, nil: "of \(DateWords.words(time))"
    case .publication: "published \(DueWords.at(time.end))"
    case .cover: DateWords.label("dated", time)
    }
  }

  /// Behind `from`: `1–2 February 2010`, `the report published on 20 March 2009`; and that it was withdrawn.
  static func source(_ report: Report, in register: Register) -> String {
    let since = withdrawn(report)
    guard report.timeBasis == .work, let time = report.time else {
      return "the \(ownName(of: report, in: register) ?? "report") \(ofTime(report))\(since)"
    }
    return DateWords.words(time) + since
  }

  /// ` (withdrawn)` behind the name or the time of a report that was.
  static func withdrawn(_ report: Report) -> String { report.stands ? "" : " (withdrawn)" }

  /// Behind what was done: `1–2 February 2010`, `in the letter published on 30 May 2024`.
  static func occasion(_ report: Report, in register: Register) -> String {
    (report.timeBasis == .work ? "" : "in ") + source(report, in: register)
  }

  /// What a follow-up was, at its time: `Visited`, `Inspection`, `Letter`, `Follow-up published`.
  static func visit(_ report: Report, in register: Register) -> String {
    guard let term = visitTerm(of: report, in: register) else { return "Visited" }
    return switch report.timeBasis {
    case .work, nil: NumberWords.capitalised(term.one)
    case .publication: "\(name(report, in: register)) published"
    case .cover: "\(name(report, in: register)) dated so"
    }
  }

  /// The year the report is of: `2009`, or `2010 (published)` where it is not known when inspectors were
  /// there; nil where no date is known.
  static func year(of report: Report) -> String? {
    report.year.map { year in
      switch report.timeBasis {
      case .work, nil: "\(year)"
      case .publication: "\(year) (published)"
      case .cover: "\(year) (dated)"
      }
    }
  }
}
