/// What the judgements of a report add up to, the same wherever it is said.
///
/// An entry of `judgements` counts once: one verdict on several aspects together, one split between
/// grades, and one on something that is no aspect of the framework count as one each. Verdicts on
/// the parts of an aspect stand under it and do not count beside it. An aspect of which other aspects
/// are part is a section as soon as one of those is graded in the same report: its verdict sums them
/// up, and is left out and named. Where none of them is graded, it counts as any other aspect does.
///
/// What is carried over from an earlier report counts there, and what a partner judges on a scale of
/// its own is never added to the report's; both are left out and named, too.
///
///     let tally = JudgementTally(of: report, in: register)
///     tally.counts    // Good 1, Inadequate 7, looked at and not graded 1
///     tally.sections  // the judgements of Practice and of Systems
public struct JudgementTally: Sendable {
  /// How many judgements got what.
  ///
  /// In the order of the scale; then verdicts between grades, what was looked at and not graded, and
  /// grades that are not known. What nobody got is left out.
  public let counts: [(given: JudgedGrade, count: Int)]
  /// How many were given a score and no grade.
  public let scored: Int
  /// The judgements that are left out because they sum up others, in the report's order.
  public let sections: [Judgement]
  /// Those that are left out because they are carried over, in the report's order.
  public let carried: [JudgementInReport]
  /// Those that are left out because they are on a partner's scale, in the report's order.
  public let partners: [JudgementInReport]

  /// How many judgements count.
  public var total: Int { counts.reduce(scored) { $0 + $1.count } }

  /// Whether a judgement of the report counts.
  public func counts(_ judgement: Judgement) -> Bool {
    !(sections + carried.map(\.judgement) + partners.map(\.judgement)).contains { $0 === judgement }
  }

  /// Counts what `report` judges, or what of it is of one area.
  ///
  /// Complexity: O(n · d + n log n) in its judgements and the depth of the framework's aspects.
  public init(of report: Report, on area: AreaID? = nil, in register: Register) {
    let framework = register.framework(of: report)
    let graded = framework.map { Self.sections(of: report, in: $0, of: register) } ?? [:]
    var counts: [JudgedGrade: Int] = [:]
    var order: [JudgedGrade] = []
    var sections: [Judgement] = []
    var (carried, partners): ([JudgementInReport], [JudgementInReport]) = ([], [])
    var scored = 0
    for judgement in report.judgements where area.map(judgement.isOf) ?? true {
      let given = judgement.grade.value
      if register.isPartners(judgement, in: report) {
        partners.append(JudgementInReport(judgement, in: report, of: register))
      } else if judgement.isSection(of: graded) {
        sections.append(judgement)
      } else if judgement.carriedFrom != nil {
        carried.append(JudgementInReport(judgement, in: report, of: register))
      } else if given == .notGraded, judgement.score != nil {
        scored += 1
      } else {
        if counts[given] == nil { order.append(given) }
        counts[given, default: 0] += 1
      }
    }
    let scale = framework?.grades.map(\.id.value) ?? []
    let placed = order.enumerated().map { index, given in
      (place: Self.place(of: given, on: scale), index: index, given: given)
    }
    (self.sections, self.carried, self.partners) = (sections, carried, partners)
    self.scored = scored
    self.counts = placed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }
      .map { (given: $0.given, count: counts[$0.given] ?? 0) }
  }

  /// The aspects of which another is graded in the report that is part of them, at whatever depth, by
  /// the area that it is graded for; under nil those that are graded for all areas.
  private static func sections(
    of report: Report, in framework: Framework, of register: Register
  ) -> [AreaID?: Set<AspectID>] {
    var above: [AreaID?: Set<AspectID>] = [:]
    for judgement in report.judgements where judgement.grade.value != .notGraded {
      guard case .aspects(let aspects) = judgement.subject,
        !register.isPartners(judgement, in: report)
      else { continue }
      for aspect in aspects {
        var next = framework.aspect(aspect.value)?.parent?.value
        while let id = next, above[judgement.area?.value, default: []].insert(id).inserted {
          next = framework.aspect(id)?.parent?.value
        }
      }
    }
    return above
  }

  private static func place(of given: JudgedGrade, on scale: [GradeID]) -> Int {
    switch given {
    case .grade(let grade): scale.firstIndex(of: grade) ?? scale.count
    case .split: scale.count + 1
    case .notGraded: scale.count + 2
    case .unknown: scale.count + 3
    }
  }
}

extension Judgement {
  /// Whether all that it judges are sections, so that it counts nothing beside its parts: those that
  /// are graded for its area or for all, and for whatever area where it is of all itself.
  fileprivate func isSection(of sections: [AreaID?: Set<AspectID>]) -> Bool {
    guard !sections.isEmpty, case .aspects(let aspects) = subject, !aspects.isEmpty else {
      return false
    }
    return aspects.allSatisfy { aspect in
      sections.contains { place, graded in
        (area == nil || place == nil || place == area?.value) && graded.contains(aspect.value)
      }
    }
  }
}
