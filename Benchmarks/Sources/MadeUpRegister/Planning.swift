extension Register {
  /// Plans a register of `count` reports.
  ///
  /// An area has ten, the sixth of them a visit that follows the fifth; where reports are plain,
  /// none is a visit and ten areas are one.
  public init(seed: UInt64, reports count: Int, isPlain: Bool = false) {
    self.seed = seed
    self.isPlain = isPlain
    frameworks = Vocabulary.frameworks
    let areas = Self.planAreas(count: max(2, (count + 9) / 10))
    var reports: [Report] = []
    reports.reserveCapacity(count)
    for index in 0..<count {
      reports.append(
        Self.planReport(
          index, after: reports, areas: areas, seed: seed, hasVisits: !isPlain))
    }
    self.areas = isPlain ? stride(from: 0, to: areas.count, by: 10).map { areas[$0] } : areas
    self.reports = isPlain ? reports.map { $0.moved(to: $0.area / 10) } : reports
  }

  /// Every tenth area ends at the start of 2013 and the next replaces it.
  private static func planAreas(count: Int) -> [Area] {
    let change = Day(year: 2013, month: 1, day: 1)
    return (0..<count).map { index in
      let title = Vocabulary.areaTitle(index)
      let ends = index % 10 == 3 && index + 1 < count
      let follows = index % 10 == 4
      return Area(
        id: title.lowercased().replacing(" ", with: "-"), title: title,
        from: follows ? change : Day(year: 2001, month: 4, day: 1), to: ends ? change : nil,
        replaces: follows ? index - 1 : nil)
    }
  }

  private static func planReport(
    _ index: Int, after earlier: [Report], areas: [Area], seed: UInt64, hasVisits: Bool
  ) -> Report {
    var random = SplitMix64(seed: seed, stream: index)
    let (areaIndex, slot) = (index / 10, index % 10)
    let area = areas[areaIndex]
    // An area that ends in 2013 has all its reports before, one that starts then all after.
    let step = area.to == nil && area.replaces == nil ? 15 : 6
    let first = Day(year: area.replaces == nil ? 2007 : 2014, month: 3, day: 1)
    let start = first.adding(months: slot * step) + random.number(in: 0...20)
    let end = start + random.number(in: 2...10)
    let published = end + random.number(in: 10...20)
    let isVisit = slot == 5 && hasVisits
    let framework =
      isVisit ? earlier[index - 1].framework : start < Vocabulary.change ? 0 : 1
    let content =
      isVisit
      ? Report.Content.visit(planVisit(of: index - 1, earlier[index - 1], random: &random))
      : .inspection(planInspection(Vocabulary.frameworks[framework], random: &random))
    let kind = isVisit ? "monitoring visit" : "inspection"
    return Report(
      id: "\(area.id)-\(slot + 1)" + (isVisit ? "-monitoring" : ""),
      title: "\(area.title): \(kind), \(start.civil.year)",
      reference: "\(isVisit ? "M" : "R")\(100_000 + index)", area: areaIndex, framework: framework,
      fieldwork: start...end, published: published, content: content)
  }

  private static func planVisit(of index: Int, _ report: Report, random: inout SplitMix64) -> Visit
  {
    guard case .inspection(let inspection) = report.content else {
      preconditionFailure("a visit follows an inspection")
    }
    return Visit(
      follows: index,
      progress: inspection.recommendations.map { _ in random.number(in: 0...3) > 0 })
  }

  /// Aspects graded in the lower half of the scale are those with a recommendation.
  private static func planInspection(_ framework: Framework, random: inout SplitMix64)
    -> Inspection
  {
    let half = framework.grades.count / 2
    let aspects = Array(framework.aspects.indices)
    let weak = random.pick(random.number(in: 3...6), of: aspects)
    let judgements = aspects.map { aspect in
      let grades = weak.contains(aspect) ? half...framework.grades.count - 1 : 0...half - 1
      return Judgement(aspect: aspect, grade: random.number(in: grades))
    }
    let recommendations = weak.enumerated().map { position, aspect in
      Recommendation(
        number: position + 1, text: Vocabulary.recommendation(&random), aspect: aspect,
        months: random.pick([1, 2, 3, 6, 12]))
    }
    return Inspection(
      overall: half + random.number(in: 0...1) - 1, judgements: judgements,
      recommendations: recommendations,
      sample: Sample(counts: framework.grades.map { _ in random.number(in: 0...15) }))
  }
}
