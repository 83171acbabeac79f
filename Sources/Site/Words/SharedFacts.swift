import Inspections

/// What is so of all recommendations of a group, which is said once above them and not in each row.
///
/// A group of one shares nothing: its row says everything.
struct SharedFacts: Sendable {
  /// What the status of each follows from; nil where that differs.
  let ground: String?
  /// Who named the due dates; nil where that differs, or where any was worked out.
  let dates: String?
  /// The publication from which all due dates were worked out; nil where any was not.
  let origin: PartialDate?
  /// Who answered all of them, and how: `Cafcass answered; acceptance not stated`.
  let answer: String?
  /// The visit that judged all of them last.
  let visit: ReportID?
  /// Who must act on every one of them.
  let addressees: [OrganisationID]?
  /// Whether no visit judged any.
  let isNeverJudged: Bool

  /// Of one alone: the group names who must act, its row says everything else.
  static func of(one followed: RecommendationHistory?) -> SharedFacts {
    SharedFacts(
      ground: nil, dates: nil, origin: nil, answer: nil, visit: nil,
      addressees: followed?.recommendation.to.map(\.value), isNeverJudged: false)
  }

  /// Complexity: O(n) in `all`.
  static func of(_ all: [RecommendationHistory], in register: Register) -> SharedFacts {
    guard all.count > 1 else { return of(one: all.first) }
    return SharedFacts(
      ground: common(all, surely: StatusWords.haveOneGround) {
        StatusWords.ground($0, in: register, of: all.count)
      },
      dates: common(all) { $0.due.flatMap { DueWords.recorded($0, in: register, of: all.count) } },
      origin: common(all) { $0.due.flatMap(DueWords.origin) },
      answer: common(all) { followed in
        followed.answers.count == 1
          ? followed.answers.first.map { words($0, in: register) } : nil
      },
      visit: common(all, surely: areJudgedTogether) { $0.lastConclusions.last?.visit.id },
      addressees: common(all, surely: arePutToTheSame) { $0.recommendation.to.map(\.value) },
      isNeverJudged: all.allSatisfy { $0.lastConclusions.isEmpty })
  }

  /// Sentences of what all `count` share.
  func sentences(of count: Int) -> [String] {
    let all = StatusWords.every(count)
    return [
      dates.map { "The dates are \($0)." },
      origin.map { "The dates are worked out from publication \(DueWords.at($0))." },
      answer.map { "On \(all), \($0)." },
      isNeverJudged ? "No progress is recorded." : nil,
      ground.map { "Status of \(all): \($0)." },
    ].compactMap { $0 }
  }

  private static func words(
    _ answer: RecommendationHistory.Answer, in register: Register
  ) -> String {
    let name = RecommendationWords.name(of: answer.response.organisation.value, in: register)
    return "\(name) answered; \(StanceWords.words(answer.item.stance))"
  }

  private static func areJudgedTogether(
    _ one: RecommendationHistory, _ other: RecommendationHistory
  ) -> Bool {
    guard let visit = one.lastConclusions.last?.visit else { return false }
    return visit === other.lastConclusions.last?.visit
  }

  private static func arePutToTheSame(
    _ one: RecommendationHistory, _ other: RecommendationHistory
  ) -> Bool {
    one.recommendation.to.elementsEqual(other.recommendation.to) { $0.value == $1.value }
  }

  /// What `value` finds in each of `all`, if it is the same; nil where it differs or is absent.
  ///
  /// It is not worked out for those of which `isSame` says that it `surely` is that of the first.
  private static func common<Value: Equatable>(
    _ all: [RecommendationHistory],
    surely isSame: (RecommendationHistory, RecommendationHistory) -> Bool = { _, _ in false },
    _ value: (RecommendationHistory) -> Value?
  ) -> Value? {
    guard let first = all.first, let common = value(first),
      all.dropFirst().allSatisfy({ isSame(first, $0) || value($0) == common })
    else { return nil }
    return common
  }
}
