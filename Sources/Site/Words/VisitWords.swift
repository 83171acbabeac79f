import Inspections

/// What a report that follows another up made of what had been asked, counted.
struct VisitWords {
  private let visit: Report
  /// The reports whose share of it is counted; none for all that it follows.
  private let wanted: [Report]
  /// The body of which alone it is counted; nil for all that were asked.
  private let body: OrganisationID?
  private let site: SiteContext

  /// Counts what `visit` says of the reports `asked` among those it follows; of all where none of
  /// them is.
  ///
  /// With a body, what it says of that one.
  init(
    of visit: Report, askedBy asked: [Report] = [], of body: OrganisationID? = nil,
    in site: SiteContext
  ) {
    self.visit = visit
    self.body = body
    wanted = site.register.followed(by: visit, among: asked)
    self.site = site
  }

  private var register: Register { site.register }

  /// `of 7: 5 Satisfactory progress, 2 Inadequate progress`; nil where the visit concludes nothing, or
  /// follows up a single item, which says by itself what was concluded on it.
  var tally: String? {
    followed.count == 1
      ? nil : TallyWords.progress(of: visit, on: wanted, of: body, in: register)
  }

  /// `all seven past due at the visit`; nil where nothing was, or no item is known.
  var pastDue: String? {
    let judged = followed.compactMap { followed in
      followed.conclusions.first { $0.visit === visit && $0.progress != nil }
    }
    if followed.count == 1, let only = judged.first {
      return only.overdueAtVisit.map { "\(DueWords.late($0)) past its date" }
    }
    let late = judged.filter { $0.overdueAtVisit != nil }.count
    let moment = (ReportWords.visitTerm(of: visit, in: register) ?? .visit).one
    return switch late {
    case 0: nil
    case judged.count where late == 1: "past due at the \(moment)"
    case judged.count where late == 2: "both past due at the \(moment)"
    case judged.count: "all \(NumberWords.words(late)) past due at the \(moment)"
    default: "\(NumberWords.words(late)) of \(judged.count) past due at the \(moment)"
    }
  }

  /// That the visit closes nothing; nil where it closes something or follows no known items.
  var closesNothing: String? {
    guard let report = asking.first else { return nil }
    let isClosing =
      body == nil
      ? !register.closures(by: visit).isEmpty
      : followed.contains { $0.status.closing?.visit == visit.id }
    let term = ReportWords.term(of: report, in: register).one
    return isClosing ? nil : "It closes no \(term)\(body == nil ? "" : " for this body")."
  }

  /// The reports with known items that are counted.
  private var asking: [Report] {
    (wanted.isEmpty ? register.followed(by: visit) : wanted).filter { !$0.recommendations.isEmpty }
  }

  /// What these ask, of the body where one is given.
  private var followed: [RecommendationHistory] {
    let all = asking.flatMap { site.histories[$0] }
    guard let body else { return all }
    return all.filter { $0.recommendation.to.contains { $0.value == body } }
      .map { $0.concerning(body) }
  }
}
