import Inspections

/// Where a recommendation stands and why, in English.
enum StatusWords {
  /// What the status follows from.
  static func reason(
    _ followed: RecommendationHistory, in register: Register, on day: Day
  ) -> String {
    switch followed.status {
    case .open:
      return followed.due == nil
        ? "no date set, and not closed by any visit" : "not yet due, and not closed by any visit"
    case .overdue(let days):
      if let last = followed.lastConclusion, let late = last.daysOverdueAtVisit {
        return
          "by \(DueWords.late(late, past: followed.due)) when inspectors last looked, "
          + "\(ReportWords.time(of: last.visit)); not closed since"
      }
      return "by \(DueWords.late(days, past: followed.due)) on \(DateWords.words(day)); "
        + "not closed by any document held"
    case .closed(_, let visit):
      return "closed by the visit reported \(register.reports[visit].map(when) ?? "later")"
    case .nobodyToAsk:
      let ends = followed.report.areas.compactMap { register.areas[$0.value] }
      guard let area = ends.first, let end = area.life.to.known() else {
        return "no successor is known"
      }
      return "the \(AreaWords.noun(area)) ended \(DueWords.at(end)) and no successor is known"
    }
  }

  /// How many have each status, in the order of urgency; statuses that none has are left out.
  static func tally(_ all: [RecommendationHistory]) -> [(name: String, words: String, count: Int)] {
    let order = [
      ("overdue", "overdue"), ("nobody", "with nobody to ask"), ("open", "open"),
      ("closed", "closed"),
    ]
    var counts: [String: Int] = [:]
    for followed in all { counts[StatusMark.name(followed.status), default: 0] += 1 }
    return order.compactMap { name, words in
      counts[name].map { (name: name, words: words, count: $0) }
    }
  }

  private static func when(_ report: Report) -> String {
    report.knownDate.map(DueWords.at) ?? "at an unknown date"
  }
}

/// What a body said to a recommendation, in English.
enum StanceWords {
  /// The stance in lower case.
  static func words(_ stance: Response.Item.Stance) -> String {
    switch stance {
    case .accepted: "accepted"
    case .partly: "accepted in part"
    case .rejected: "rejected"
    case .notStated: "acceptance not stated"
    }
  }
}
