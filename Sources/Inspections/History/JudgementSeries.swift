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
    /// Whether it is part of an aspect that is judged, too.
    public let isPart: Bool
    /// The judgements on it, latest first.
    public let findings: [JudgementInReport]

    /// The last of them.
    public var latest: JudgementInReport? { findings.first }

    /// The last report's, of which there are several where each has a label of its own.
    public var latestAll: [JudgementInReport] {
      findings.first.map { last in findings.prefix { $0.report === last.report } }.map(Array.init)
        ?? []
    }
  }

  /// Whether all that is on its scale stands in reports under other frameworks.
  public var isOfPartners: Bool {
    framework != nil && !reports.contains { $0.framework.known() == framework?.id }
  }

  /// Whether its framework gave way to another's, or had certainly ended before the last report on that.
  public func isOlder(than other: JudgementSeries) -> Bool {
    guard let framework, let next = other.framework else { return false }
    if framework.isSucceeded(by: next) { return true }
    guard let last = other.reports.last?.time else { return false }
    switch framework.life.to?.value {
    case .known(let end): return end.isCertainlyBefore(last.end)
    // It has ended, nobody says when, and nothing here was done under it since.
    case .unknown: return true
    case nil: return false
    }
  }

  /// What some of its reports judge; nil where they judge nothing on this scale.
  func limited(to ids: Set<ReportID>) -> JudgementSeries? {
    let kept = reports.filter { ids.contains($0.id) }
    guard !kept.isEmpty else { return nil }
    return JudgementSeries(
      framework: framework, reports: kept,
      subjects: subjects.compactMap { subject in
        let findings = subject.findings.filter { ids.contains($0.report.id) }
        return findings.isEmpty
          ? nil
          : Subject(
            aspect: subject.aspect, other: subject.other, hasParts: subject.hasParts,
            isPart: subject.isPart, findings: findings)
      })
  }

  /// Sorts the judgements of `reports` on an area by the framework on whose scale they are.
  ///
  /// That of the latest report comes first, and a partner's follow those of the report they stand in.
  /// What a report judges of another area alone is left out.
  static func all(
    of reports: [Report], on area: AreaID, in register: Register
  ) -> [JudgementSeries] {
    var order: [FrameworkID?] = []
    var sorted: [FrameworkID?: [(report: Report, found: [JudgementInReport])]] = [:]
    for report in reports.reversed() where report.judges {
      for (framework, found) in byScale(of: report, on: area, in: register) {
        if sorted[framework] == nil { order.append(framework) }
        sorted[framework, default: []].append((report, found))
      }
    }
    return order.map { id in
      series(of: sorted[id] ?? [], under: id.flatMap { register.frameworks[$0] }, in: register)
    }
  }

  /// The judgements of a report by the framework on whose scale they are; its own first, for that is
  /// the scale of its overall grade, too.
  private static func byScale(
    of report: Report, on area: AreaID, in register: Register
  ) -> [(framework: FrameworkID?, found: [JudgementInReport])] {
    let own = report.framework.known()
    var order = [own]
    var sorted: [FrameworkID?: [JudgementInReport]] = [:]
    for judgement in report.judgements where judgement.isOf(area) {
      let framework = judgement.framework?.value ?? own
      if sorted[framework] == nil, framework != own { order.append(framework) }
      sorted[framework, default: []].append(
        JudgementInReport(judgement, in: report, of: register))
    }
    return order.compactMap { id in
      guard sorted[id] != nil || report.overall != nil else { return nil }
      return (id, sorted[id] ?? [])
    }
  }

  /// The series of reports with their judgements on its scale, which come latest first.
  private static func series(
    of judged: [(report: Report, found: [JudgementInReport])], under framework: Framework?,
    in register: Register
  ) -> JudgementSeries {
    var onAspects: [AspectID: [JudgementInReport]] = [:]
    var foreign: [Aspect] = []
    var others: [Subject] = []
    for (report, found) in judged {
      for one in found {
        switch one.judgement.subject {
        case .aspects(let aspects):
          for aspect in aspects {
            if onAspects[aspect.value] == nil, framework?.aspect(aspect.value) == nil,
              let listed = register.aspect(aspect.value, of: one.judgement, in: report)
            {
              foreign.append(listed.aspect)
            }
            onAspects[aspect.value, default: []].append(one)
          }
        case .other(let text):
          others.append(
            Subject(aspect: nil, other: text, hasParts: false, isPart: false, findings: [one]))
        }
      }
    }
    let aspects = (framework?.aspectsInOrder ?? []) + foreign
    let graded = aspects.filter { onAspects[$0.id.value] != nil }
    let parents = Set(graded.compactMap { $0.parent?.value })
    return JudgementSeries(
      framework: framework, reports: judged.reversed().map(\.report),
      subjects: aspects.compactMap { aspect in
        onAspects[aspect.id.value].map {
          Subject(
            aspect: aspect, other: nil, hasParts: parents.contains(aspect.id.value),
            isPart: aspect.parent.map { onAspects[$0.value] != nil } ?? false, findings: $0)
        }
      } + others)
  }
}

extension Framework {
  /// Whether either of the two says that the other one follows this.
  func isSucceeded(by next: Framework) -> Bool {
    (life.successors.known() ?? []).contains { $0.value == next.id }
      || (next.life.replaces.known() ?? []).contains { $0.value == id }
  }

  /// Its aspects, each before those that are part of it, otherwise as the framework lists them.
  ///
  /// Complexity: O(aspects).
  public var aspectsInOrder: [Aspect] {
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
