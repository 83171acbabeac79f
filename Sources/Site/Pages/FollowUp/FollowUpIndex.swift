import Inspections

/// How recommendations fare, worked out once for all pages and files: in the register, at each body
/// that was asked, and under each framework.
///
/// Of what there are figures is known at once, and the figures when they are first asked for: where
/// a page is to be, they do not say.
final class FollowUpIndex: Sendable {
  /// Every recommendation followed to the day of the site, by report.
  let histories: [RecommendationHistory]
  /// What figures are held of: the register, the bodies by id, the frameworks by id; none where
  /// nothing was asked.
  let subjects: [FollowUpSubject]
  private let places: [FollowUpSubject.Scope: Int]

  /// Complexity: O(recommendations · bodies they were asked of), then as much for the figures.
  init(_ register: Register, _ histories: RecommendationHistories, on day: Day) {
    let histories = register.links.originals.flatMap { histories[$0] }
    self.histories = histories
    let groups = FollowUpGroups(histories, in: register)
    var subjects = [groups.subject(.register, Array(histories.indices), on: day)]
    for body in register.organisations.records {
      subjects.append(groups.subject(.organisation(body.id), groups.ofBody[body.id], on: day))
    }
    for framework in register.frameworks.records {
      subjects.append(
        groups.subject(.framework(framework.id), groups.ofFramework[framework.id], on: day))
    }
    self.subjects = subjects.compactMap(\.self)
    places = Self.places(of: self.subjects)
  }

  /// What is held of one scope alone.
  init(only subject: FollowUpSubject) {
    histories = []
    subjects = [subject]
    places = Self.places(of: subjects)
  }

  private static func places(of subjects: [FollowUpSubject]) -> [FollowUpSubject.Scope: Int] {
    Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1.scope, $0) })
  }

  /// What is held of a scope; nil where nothing was asked.
  subscript(scope: FollowUpSubject.Scope) -> FollowUpSubject? {
    places[scope].map { subjects[$0] }
  }
}

/// What recommendations are counted together, with the figures.
struct FollowUpSubject: Sendable {
  /// Whose recommendations they are.
  enum Scope: Sendable, Hashable {
    /// All that the register holds.
    case register
    /// What one body was asked, each as it stands for that body.
    case organisation(OrganisationID)
    /// What was asked under one framework.
    case framework(FrameworkID)
  }

  let scope: Scope
  /// What the reports that ask call them, where they have one word for it.
  let term: PublicTerm
  /// How they fare, counted.
  var figures: FollowUpFigures { counted.value }
  /// What was asked in the same words by several reports, the most often asked first: each wording with
  /// all that ask it.
  var repeats: [[RecommendationHistory]] { repeated.value }
  private let counted: Deferred<FollowUpFigures>
  private let repeated: Deferred<[[RecommendationHistory]]>

  /// Those of `groups` at some places, which are not none.
  fileprivate init(_ scope: Scope, _ places: [Int], of groups: FollowUpGroups, on day: Day) {
    self.scope = scope
    term = ReportWords.term(of: groups.reports(of: places), in: groups.register)
    counted = Deferred {
      FollowUpFigures(of: places.map { groups.course($0, scope) }, on: day)
    }
    repeated = Deferred { groups.repeats(among: places) }
  }
}

extension FollowUpSubject.Scope {
  /// The place of the page, from the root of the site.
  var path: String { folder + "progress/" }

  /// The record it is of; nil for the register.
  var target: Target? {
    switch self {
    case .register: nil
    case .organisation(let id): .organisation(id, anchor: nil)
    case .framework(let id): .framework(id, anchor: nil)
    }
  }

  /// The place of the list of what is counted; a framework has none beside its page.
  var list: String {
    switch self {
    case .register: RecommendationList.Subject.all.path
    case .organisation(let id): RecommendationList.Subject.organisation(id).path
    case .framework: folder
    }
  }

  private var folder: String { target.map { Addresses.path(of: $0) } ?? "" }
}

extension SiteContext {
  /// The page of how recommendations fare; nil where nothing was asked.
  func figures(of scope: FollowUpSubject.Scope) -> String? {
    followUp[scope].map { addresses.link($0.scope.path) }
  }
}

/// Which recommendations belong together; courses are worked out once for each and for each body.
private struct FollowUpGroups: Sendable {
  let histories: [RecommendationHistory]
  let register: Register
  /// Places in `histories`.
  private(set) var ofBody: [OrganisationID: [Int]] = [:]
  private(set) var ofFramework: [FrameworkID: [Int]] = [:]
  private let courses: Deferred<[RecommendationCourse]>
  /// The wording of each that is asked more than once, by its number.
  private let wordings: Deferred<[Int: Int]>

  init(_ histories: [RecommendationHistory], in register: Register) {
    self.histories = histories
    self.register = register
    courses = Deferred { histories.map { RecommendationCourse($0, in: register) } }
    wordings = Deferred {
      var wordings: [Int: Int] = [:]
      for (number, places) in repeatedWordings(in: histories).enumerated() {
        for place in places { wordings[place] = number }
      }
      return wordings
    }
    for (place, followed) in histories.enumerated() {
      for body in followed.recommendation.to where ofBody[body.value]?.last != place {
        ofBody[body.value, default: []].append(place)
      }
      if let framework = followed.report.framework.known() {
        ofFramework[framework, default: []].append(place)
      }
    }
  }

  /// The reports that ask what stands at some places, each as often as it asks.
  func reports(of places: [Int]) -> some Sequence<Report> {
    places.lazy.map { histories[$0].report }
  }

  /// What is held of the recommendations at some places; nil where there are none.
  func subject(
    _ scope: FollowUpSubject.Scope, _ places: [Int]?, on day: Day
  ) -> FollowUpSubject? {
    guard let places, !places.isEmpty else { return nil }
    return FollowUpSubject(scope, places, of: self, on: day)
  }

  func course(_ place: Int, _ scope: FollowUpSubject.Scope) -> RecommendationCourse {
    guard case .organisation(let body) = scope, !histories[place].addressees.isEmpty else {
      return courses.value[place]
    }
    return RecommendationCourse(histories[place].concerning(body), in: register)
  }

  func repeats(among places: [Int]) -> [[RecommendationHistory]] {
    var found: [Int: [Int]] = [:]
    let wordings = wordings.value
    for place in places {
      if let wording = wordings[place] { found[wording, default: []].append(place) }
    }
    return found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
      .filter { histories.areOfSeveralReports($0) }
      .map { $0.map { histories[$0] } }
  }
}
