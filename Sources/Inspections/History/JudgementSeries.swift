/// An area's judgements under one framework, and so on one scale.
public struct JudgementSeries: Sendable {
  /// The rules; nil where no framework is known, so that its grades have no scale.
  public let framework: Framework?
  /// The reports that judge something, earliest first.
  public let reports: [Report]
  /// What is judged: aspects in the framework's order, parents first, then other subjects.
  public let subjects: [Subject]

  /// Something that reports of the series judge.
  public struct Subject: Sendable {
    /// The aspect; nil for a subject outside the framework.
    public let aspect: Aspect?
    /// What it is called where it is no aspect.
    public let other: InlineText?
    /// Whether other aspects that are judged are part of it.
    public let hasParts: Bool
    /// The judgements on it, latest first.
    public let findings: [JudgementInReport]

    /// The last of them.
    public var latest: JudgementInReport? { findings.first }
  }

  /// A judgement with the report that makes it.
  public struct JudgementInReport: Sendable {
    /// The report.
    public let report: Report
    /// Its judgement.
    public let judgement: Judgement

    /// Couples a judgement with its report.
    public init(report: Report, judgement: Judgement) {
      self.report = report
      self.judgement = judgement
    }

    /// Whether the report gives one verdict on several aspects together.
    public var isJoint: Bool {
      guard case .aspects(let aspects) = judgement.subject else { return false }
      return aspects.count > 1
    }
  }

  /// Sorts the judgements of `reports` by framework, that of the latest report first.
  static func all(of reports: [Report], in register: Register) -> [JudgementSeries] {
    var order: [FrameworkID?] = []
    var sorted: [FrameworkID?: [Report]] = [:]
    for report in reports.reversed() where report.judges {
      let framework = report.framework.known()
      if sorted[framework] == nil { order.append(framework) }
      sorted[framework, default: []].append(report)
    }
    return order.map { id in
      series(of: sorted[id] ?? [], under: id.flatMap { register.frameworks[$0] })
    }
  }

  /// The series of `reports`, which come latest first.
  private static func series(of reports: [Report], under framework: Framework?) -> JudgementSeries {
    var onAspects: [AspectID: [JudgementInReport]] = [:]
    var others: [Subject] = []
    for report in reports {
      for judgement in report.judgements {
        let found = JudgementInReport(report: report, judgement: judgement)
        switch judgement.subject {
        case .aspects(let aspects):
          for aspect in aspects { onAspects[aspect.value, default: []].append(found) }
        case .other(let text):
          others.append(Subject(aspect: nil, other: text, hasParts: false, findings: [found]))
        }
      }
    }
    let aspects = framework.map { inOrder($0.aspects) } ?? []
    let judged = aspects.filter { onAspects[$0.id.value] != nil }
    let parents = Set(judged.compactMap { $0.parent?.value })
    return JudgementSeries(
      framework: framework, reports: reports.reversed(),
      subjects: aspects.compactMap { aspect in
        onAspects[aspect.id.value].map {
          Subject(
            aspect: aspect, other: nil, hasParts: parents.contains(aspect.id.value), findings: $0)
        }
      } + others)
  }

  /// Each aspect before those that are part of it, otherwise as the framework lists them.
  private static func inOrder(_ aspects: [Aspect]) -> [Aspect] {
    let known = Set(aspects.map(\.id.value))
    let parts = Dictionary(grouping: aspects) { aspect in
      aspect.parent.flatMap { known.contains($0.value) ? $0.value : nil }
    }
    var ordered: [Aspect] = []
    var placed: Set<AspectID> = []
    func place(_ aspect: Aspect) {
      guard placed.insert(aspect.id.value).inserted else { return }
      ordered.append(aspect)
      for part in parts[aspect.id.value] ?? [] { place(part) }
    }
    for aspect in parts[nil] ?? [] { place(aspect) }
    for aspect in aspects { place(aspect) }
    return ordered
  }
}
