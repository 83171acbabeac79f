import Inspections

/// How recommendations fare, worked out once for all pages and files: in the register, at each body
/// that was asked, and under each framework.
final class FollowUpIndex: Sendable {
  /// Every recommendation followed to the day of the site, by report.
  let histories: [RecommendationHistory]
  /// What figures are held of: the register, the bodies by id, the frameworks by id; none where
  /// nothing was asked.
  let subjects: [FollowUpSubject]
  private let places: [FollowUpSubject.Scope: Int]

  /// Complexity: O(recommendations · bodies they were asked of).
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
  let figures: FollowUpFigures
  /// What was asked in the same words by several reports, the most often asked first: each wording with
  /// all that ask it.
  let repeats: [[RecommendationHistory]]
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
private struct FollowUpGroups {
  let histories: [RecommendationHistory]
  let register: Register
  /// Places in `histories`.
  private(set) var ofBody: [OrganisationID: [Int]] = [:]
  private(set) var ofFramework: [FrameworkID: [Int]] = [:]
  private let courses: [RecommendationCourse]
  /// The wording of each that is asked more than once, by its number.
  private let wordings: [Int: Int]

  init(_ histories: [RecommendationHistory], in register: Register) {
    self.histories = histories
    self.register = register
    courses = histories.map { RecommendationCourse($0, in: register) }
    var wordings: [Int: Int] = [:]
    for (number, places) in repeatedWordings(in: histories).enumerated() {
      for place in places { wordings[place] = number }
    }
    self.wordings = wordings
    for (place, followed) in histories.enumerated() {
      for body in Set(followed.recommendation.to.map(\.value)) {
        ofBody[body, default: []].append(place)
      }
      if let framework = followed.report.framework.known() {
        ofFramework[framework, default: []].append(place)
      }
    }
  }

  /// The figures of the recommendations at some places; nil where there are none.
  func subject(
    _ scope: FollowUpSubject.Scope, _ places: [Int]?, on day: Day
  ) -> FollowUpSubject? {
    guard let places, !places.isEmpty else { return nil }
    return FollowUpSubject(
      scope: scope, figures: FollowUpFigures(of: places.map { course($0, scope) }, on: day),
      repeats: repeats(among: places))
  }

  private func course(_ place: Int, _ scope: FollowUpSubject.Scope) -> RecommendationCourse {
    guard case .organisation(let body) = scope, !histories[place].addressees.isEmpty else {
      return courses[place]
    }
    return RecommendationCourse(histories[place].concerning(body), in: register)
  }

  private func repeats(among places: [Int]) -> [[RecommendationHistory]] {
    var found: [Int: [Int]] = [:]
    for place in places {
      if let wording = wordings[place] { found[wording, default: []].append(place) }
    }
    return found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
      .filter { histories.areOfSeveralReports($0) }
      .map { $0.map { histories[$0] } }
  }
}
