import Diagnostics

extension RecommendationHistory {
  /// What the last visit says that assessed it: of each body where it tells them apart.
  public var lastConclusions: ArraySlice<Conclusion> { conclusions[last] }

  /// The conclusion of the last visit that assessed it; nil where none did, or where it concluded
  /// different things of different bodies.
  public var lastConclusion: Conclusion? {
    let last = lastConclusions
    let judged = last.first?.progress?.judgement.value
    return last.allSatisfy { $0.progress?.judgement.value == judged } ? last.first : nil
  }

  /// The same where it holds for every body that it was asked of; nil where what was concluded last
  /// differs between them, or of one of them nothing was.
  public var sharedConclusion: Conclusion? {
    let each = addressees.map { $0.history.lastConclusion?.progress?.judgement.value }
    return each.allSatisfy { $0 != nil && $0 == each.first } ? lastConclusion : nil
  }

  /// The one conclusion that was reached last, where no earlier one of another body stands beside it; nil
  /// where bodies are told apart.
  public var onlyConclusion: Conclusion? {
    latestConclusions.count == lastConclusions.count ? lastConclusion : nil
  }

  /// What the last visit says that assessed it, and before that what was said last of each body that it
  /// says nothing of; earliest first.
  ///
  /// Complexity: O(n · m) in its conclusions and the bodies that it was asked of.
  public var latestConclusions: [Conclusion] {
    var latest = Array(lastConclusions)
    var left = Set(recommendation.to.map(\.value))
    for conclusion in latest {
      guard let bodies = conclusion.progress?.to, !bodies.isEmpty else { return latest }
      left.subtract(bodies.map(\.value))
    }
    for earlier in conclusions[..<last.lowerBound].reversed() where !left.isEmpty {
      guard let progress = earlier.progress else { continue }
      let told = progress.to.isEmpty ? left : left.intersection(progress.to.map(\.value))
      guard !told.isEmpty else { continue }
      latest.insert(earlier, at: 0)
      left.subtract(told)
    }
    return latest
  }

  /// The last answer of each body that answered, earliest first.
  public var latestAnswers: [Answer] {
    var seen: Set<OrganisationID> = []
    return answers.reversed().filter { seen.insert($0.response.organisation.value).inserted }
      .reversed()
  }
}
