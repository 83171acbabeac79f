import Inspections

/// What lists of recommendations are called and have, in English.
extension RecommendationList.Subject {
  /// What it is called among the lists by standing; nil for a list that stands at its own record.
  var name: String? {
    switch self {
    case .all: "All"
    case .standing(.open): "Open or past their date"
    case .standing(.overdue): "Past their date"
    case .standing(.notKnown): "Not known what became of them"
    case .standing(.closed): "Closed"
    case .organisation, .area: nil
    }
  }

  /// The heading of its page; `term` is what the reports in it call what they ask for.
  func title(called term: PublicTerm, in register: Register) -> String {
    let all = NumberWords.capitalised(term.many)
    return switch self {
    case .all: all
    case .standing(.open): "\(all) open or past their date"
    case .standing(.overdue): "\(all) past their date"
    case .standing(.notKnown): "\(all) of which it is not known what became"
    case .standing(.closed): "Closed \(term.many)"
    case .organisation(let body):
      "What was put to \(RecommendationWords.name(of: body, in: register))"
    case .area(let area): "What inspectors asked for: \(AreaWords.name(area, in: register))"
    }
  }

  /// What the list has, in a sentence or two.
  func summary(called term: PublicTerm) -> String {
    switch self {
    case .all:
      "What inspectors asked for, by when, and where it stands."
        + (term.many == PublicTerm.recommendation.many
          ? " A framework may call recommendations by another name." : "")
    case .standing(.open):
      "These are not due yet, have no date that is set or known, or are past their date. No document "
        + "in the register closes them."
    case .standing(.overdue):
      "Their date has passed and no document in the register closes them. That does not say that "
        + "nothing was done: what was concluded last stands beside each."
    case .standing(.notKnown): "Their area has ended and no successor is known."
    case .standing(.closed): "A later document closes each of these and says why."
    case .organisation: "Each as it stands for this body."
    case .area: "What every report on this area asked for, and where it stands."
    }
  }
}
