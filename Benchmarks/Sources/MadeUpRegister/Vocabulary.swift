/// The words that registers are made of; none is a person's name, a date or a number.
enum Vocabulary {
  /// The day from which the second framework holds.
  static let change = Day(year: 2012, month: 9, day: 1)

  static let frameworks = [
    Framework(
      id: "service-2006", title: "Inspection of service areas, 2006–12",
      from: Day(year: 2006, month: 9, day: 1), to: change,
      grades: [
        Named(id: "excellent", title: "Excellent"), Named(id: "good", title: "Good"),
        Named(id: "adequate", title: "Adequate"), Named(id: "inadequate", title: "Inadequate"),
      ], aspects: aspects),
    Framework(
      id: "service-2012", title: "Inspection of service areas from 2012", from: change, to: nil,
      grades: [
        Named(id: "outstanding", title: "Outstanding"), Named(id: "strong", title: "Strong"),
        Named(id: "requires-improvement", title: "Requires improvement"),
        Named(id: "poor", title: "Poor"),
      ], aspects: aspects),
  ]

  private static let aspects = [
    Named(id: "safeguarding", title: "Safeguarding"),
    Named(id: "court-reports", title: "Court reports"),
    Named(id: "case-planning", title: "Case planning"),
    Named(id: "assessment", title: "Assessment"),
    Named(id: "equality", title: "Equality and diversity"),
    Named(id: "workforce", title: "Workforce"),
    Named(id: "leadership", title: "Leadership and management"),
    Named(id: "complaints", title: "Complaints"),
  ]

  static let headings = [
    "Context", "How cases are planned", "Assessment and analysis", "Reports to court",
    "Keeping children safe", "Listening to families", "Equal access", "Staff and supervision",
    "Leadership", "Learning from complaints", "Use of resources", "Working with others",
  ]

  static let terms = [
    Named(id: "case-plan", title: "Case plan"), Named(id: "duty-scheme", title: "Duty scheme"),
    Named(id: "family-court", title: "Family court"),
    Named(id: "welfare-report", title: "Welfare report"),
    Named(id: "supervision", title: "Supervision"),
  ]

  static let subjects = [
    "The service area", "The duty team", "Inspectors found that the local team",
    "The management team", "Each team in the sample", "The quality assurance group",
    "The practice manager", "The allocation panel", "The office visited",
    "The new improvement board", "The training group", "The partnership with the court",
  ]
  static let verbs = [
    "has established", "does not yet monitor", "keeps under review", "makes good use of",
    "has begun to revise", "records clearly", "struggles to maintain", "shares with its partners",
    "checks regularly", "seldom evaluates", "has strengthened", "relies on",
  ]
  static let objects = [
    "the plan for each case", "the quality of written analysis", "the timing of first contact",
    "its arrangements for allocation", "the views of parents and carers",
    "the assessment of risk", "the recording of decisions", "the supervision of practitioners",
    "its standards for recommendations to court", "the links with local safeguarding boards",
    "the information given to families", "the work of agency staff",
  ]
  static let qualifiers = [
    "although the evidence on file is thin", "and this leads to better decisions",
    "but practice varies between offices", "so that delay is noticed early",
    "which staff describe as helpful", "without a clear account of the reasons",
    "as the agreed procedures require", "and managers act on what they learn",
    "while the volume of work continues to grow", "in line with the national standards",
    "because the purpose is well understood", "yet families are not always told why",
  ]
  static let actions = [
    "Make sure that every case has a plan that says",
    "Improve the supervision of staff so that it covers",
    "Review the procedures that govern", "Agree with the court and with partners",
    "Put in place a training programme about", "Monitor by regular sampling",
  ]

  /// The wording of a recommendation.
  static func recommendation(_ random: inout SplitMix64) -> String {
    "\(random.pick(actions)) \(random.pick(objects)) and \(random.pick(objects))."
  }

  private static let firstNames = [
    "Ashdale", "Birkby", "Colneford", "Dunmere", "Elmsway", "Foxholt", "Garswick", "Hawkstone",
    "Inglemoor", "Jurby", "Kelverton", "Lathom", "Marshgate", "Nethercote", "Oakhanger",
    "Pellworth", "Quernby", "Rushmere", "Saltwick", "Thornley", "Upwood", "Vexford", "Wharram",
    "Yarrowdale",
  ]
  private static let secondNames = [
    "Bank", "Common", "Downs", "East", "Fells", "Greens", "Haven", "Island", "Junction", "Levels",
    "Moors", "North", "Peninsula", "Ridge", "South", "Towns", "Uplands", "Valley", "West", "Wolds",
  ]

  /// A different title for each position.
  static func areaTitle(_ index: Int) -> String {
    let combinations = firstNames.count * secondNames.count
    let first = firstNames[index % firstNames.count]
    let second = secondNames[
      (index / firstNames.count + index % firstNames.count) % secondNames.count]
    let round = index / combinations
    return round == 0 ? "\(first) \(second)" : "\(first) \(second) \(round + 1)"
  }
}
