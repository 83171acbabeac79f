import Inspections

/// What a report that follows another up made of what had been asked, counted.
struct VisitWords {
  /// `of 7: 5 Satisfactory progress, 2 Inadequate progress`; nil where the visit concludes nothing.
  let tally: String?
  /// `all seven past due at the visit`; nil where nothing was, or no item is known.
  let pastDue: String?
  /// That the visit closes nothing; nil where it closes something or follows no known items.
  let closesNothing: String?

  /// Counts what `visit` says of the reports `asked` among those it follows; of all where none of
  /// them is.
  init(of visit: Report, askedBy asked: [Report] = [], in register: Register, on day: Day) {
    let wanted = register.followed(by: visit, among: asked)
    tally = TallyWords.progress(of: visit, on: wanted, in: register)
    let followed = (wanted.isEmpty ? register.followed(by: visit) : wanted).filter {
      !$0.recommendations.isEmpty
    }
    guard let report = followed.first else {
      pastDue = nil
      closesNothing = nil
      return
    }
    let judged = followed.flatMap { histories(of: $0, register: register, on: day) }
      .compactMap { followed in
        followed.conclusions.first { $0.visit === visit && $0.progress != nil }
      }
    let late = judged.filter { $0.daysOverdueAtVisit != nil }.count
    let moment = (ReportWords.visitTerm(of: visit, in: register) ?? .visit).one
    pastDue =
      switch late {
      case 0: nil
      case judged.count where late == 1: "past due at the \(moment)"
      case judged.count where late == 2: "both past due at the \(moment)"
      case judged.count: "all \(NumberWords.words(late)) past due at the \(moment)"
      default: "\(NumberWords.words(late)) of \(judged.count) past due at the \(moment)"
      }
    let term = ReportWords.term(of: report, in: register)
    closesNothing = register.closures(by: visit).isEmpty ? "It closes no \(term.one)." : nil
  }
}
