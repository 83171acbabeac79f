import Diagnostics

extension UnknownReference {
  /// Follows every id in the front matter of a report.
  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    var finder = ReferenceFinder(register: context.register)
    finder.check(report)
    return finder.found
  }

  /// Follows every id in `site.yml` and in the front matter of all records but reports.
  static func run(_ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    var finder = ReferenceFinder(register: register)
    finder.checkSite()
    for organisation in register.organisations.records { finder.check(organisation) }
    for framework in register.frameworks.records { finder.check(framework) }
    for area in register.areas.records { finder.check(area) }
    for response in register.responses.records { finder.check(response) }
    for account in register.coverage.records { finder.check(account) }
    for term in register.glossary.records {
      finder.follow(term.framework, on: register.frameworks, "framework")
    }
    return finder.found
  }
}

/// Holds ids against the register and keeps what it finds.
private struct ReferenceFinder {
  let register: Register
  var found: [Diagnostic] = []

  /// Reports an id that no record has, unless the record's file could not be read.
  mutating func follow<Stored: Record>(
    _ reference: Located<ID<Stored>>?, on shelf: Shelf<Stored>, _ path: @autoclosure () -> String
  ) {
    guard let reference, !shelf.contains(reference.value), !register.isUnreadable(reference.value)
    else { return }
    guard !register.isHidden(reference.value) else {
      return found.append(
        .hiddenReport(reference.value.name, at: reference.span, subject: .field(path())))
    }
    found.append(
      .unknownReference(
        reference.value.name, at: reference.span,
        shouldName: "\(Stored.collection.singularWithArticle) of this register",
        among: shelf.records.map(\.id.name),
        titled: register.holdsAll(of: Stored.self)
          ? Diagnostic.onlyName(in: shelf.titles, called: reference.value.name) : nil,
        subject: .field(path())))
  }

  /// The same for a reference that may be recorded as not known.
  mutating func follow<Stored: Record>(
    _ reference: Located<Known<ID<Stored>>>?, on shelf: Shelf<Stored>,
    _ path: @autoclosure () -> String
  ) {
    guard let reference, case .known(let id) = reference.value else { return }
    follow(Located(id, at: reference.span, key: reference.keySpan), on: shelf, path())
  }

  /// Reports a name that is not among those which a report, a framework or `site.yml` defines.
  mutating func follow<Named>(
    _ name: Located<ID<Named>>?, among names: [ID<Named>],
    as expectation: @autoclosure () -> String,
    _ path: @autoclosure () -> String
  ) {
    guard let name, !names.contains(name.value) else { return }
    found.append(
      .unknownReference(
        name.value.name, at: name.span, shouldName: expectation(), among: names.map(\.name),
        subject: .field(path())))
  }

  /// Reports the number of a recommendation that a report does not have.
  mutating func follow(
    _ number: Located<Int>, among numbers: [Int], of report: ReportID,
    _ path: @autoclosure () -> String
  ) {
    guard !numbers.contains(number.value) else { return }
    found.append(
      .unknownReference(
        "\(number.value)", at: number.span, shouldName: "a recommendation of report '\(report)'",
        among: numbers.map(String.init), subject: .field(path())))
  }
}

extension ReferenceFinder {
  mutating func check(_ report: Report) {
    for publisher in report.publishers {
      follow(publisher, on: register.organisations, "publisher")
    }
    follow(report.framework, on: register.frameworks, "framework")
    for area in report.areas { follow(area, on: register.areas, "area") }
    follow(
      report.licence, among: register.site.licences.map(\.id.value), as: "a licence of site.yml",
      "licence")
    follow(report.withdrawal?.supersededBy, on: register.reports, "withdrawal.superseded_by")
    checkEvidence(of: report)
    for recommendation in report.recommendations {
      for organisation in recommendation.to {
        follow(organisation, on: register.organisations, "\(recommendation.path).to")
      }
    }
    if let visit = report.visit { check(visit) }
  }

  private mutating func checkEvidence(of report: Report) {
    let samples = report.samples.map(\.id.value)
    for judgement in report.judgements {
      for sample in judgement.samples {
        follow(
          sample, among: samples, as: "a sample of this report", "\(judgement.path).samples")
      }
    }
    for survey in report.surveys { checkAnswers(of: survey) }
    for indicator in report.indicators {
      for comparator in indicator.comparators {
        follow(
          comparator.area, on: register.areas, "indicators.\(indicator.id.value).comparators")
      }
    }
  }

  private mutating func checkAnswers(of survey: Survey) {
    let scales = register.site.answerScales
    let path = "surveys.\(survey.id.value)"
    follow(
      survey.scale, among: scales.map(\.id.value), as: "an answer scale of site.yml",
      "\(path).scale")
    guard let name = survey.scale?.value, let scale = scales.first(where: { $0.id.value == name })
    else { return }
    let answers = scale.answers.map(\.id.value)
    for entry in survey.responses?.value ?? [] {
      follow(
        Located(entry.value.answer, at: entry.keySpan), among: answers,
        as: "an answer of scale '\(name)'", "\(path).responses.\(entry.value.answer)")
    }
  }

  private mutating func check(_ visit: Visit) {
    follow(visit.follows, on: register.reports, "follows")
    guard let followed = register.reports[visit.follows.value], !followed.recommendations.isEmpty
    else { return }
    let numbers = followed.recommendations.map(\.number.value)
    if case .known(let progress)? = visit.progress?.value {
      for entry in progress {
        let number = entry.recommendation
        follow(number, among: numbers, of: followed.id, "progress.\(number.value)")
      }
    }
    for number in visit.notAssessed {
      follow(number, among: numbers, of: followed.id, "not_assessed")
    }
    for closure in visit.closes {
      let number = closure.recommendation
      follow(number, among: numbers, of: followed.id, "closes.\(number.value)")
    }
  }
}

extension ReferenceFinder {
  mutating func check(_ organisation: Organisation) {
    check(organisation.life, on: register.organisations)
    for sponsorship in organisation.sponsors {
      follow(
        sponsorship.organisation, on: register.organisations,
        "sponsors.\(sponsorship.organisation.value)")
    }
    for duty in organisation.duties {
      follow(duty.passedTo, on: register.organisations, "duties.passed_to")
    }
  }

  mutating func check(_ framework: Framework) {
    check(framework.life, on: register.frameworks)
    follow(framework.inspectorate, on: register.organisations, "inspectorate")
    for mapping in framework.mappings { follow(mapping.to, on: register.frameworks, "mappings.to") }
  }

  mutating func check(_ area: Area) {
    check(area.life, on: register.areas)
    follow(area.organisation, on: register.organisations, "organisation")
    follow(area.parent, on: register.areas, "parent")
  }

  private mutating func check<Stored: Record>(_ life: Life<Stored>, on shelf: Shelf<Stored>) {
    for other in life.replaces.known() ?? [] { follow(other, on: shelf, "replaces") }
    for other in life.successors.known() ?? [] { follow(other, on: shelf, "successors") }
  }

  mutating func check(_ response: Response) {
    follow(response.report, on: register.reports, "report")
    follow(response.organisation, on: register.organisations, "organisation")
    guard let report = register.reports[response.report.value], !report.recommendations.isEmpty
    else { return }
    let numbers = report.recommendations.map(\.number.value)
    for item in response.items {
      let number = item.recommendation
      follow(number, among: numbers, of: report.id, "items.\(number.value)")
    }
  }

  mutating func check(_ account: Coverage) {
    for report in account.about { follow(report, on: register.reports, "about") }
    for claim in account.claims {
      switch claim.subject {
      case .report(let report): follow(report, on: register.reports, "claims.report")
      case .area(let area): follow(area, on: register.areas, "claims.area")
      case .organisation(let organisation):
        follow(organisation, on: register.organisations, "claims.organisation")
      case .framework(let framework):
        follow(framework, on: register.frameworks, "claims.framework")
      }
      for report in claim.together?.reports ?? [] {
        follow(report, on: register.reports, "claims.together.reports")
      }
    }
  }

  mutating func checkSite() {
    for scale in register.site.answerScales {
      follow(
        scale.neutral, among: scale.answers.map(\.id.value),
        as: "an answer of scale '\(scale.id.value)'", "answer_scales.\(scale.id.value).neutral")
    }
    for entry in register.site.navigation ?? [] where !register.hasAddress(entry.to.value) {
      found.append(
        .unknownReference(
          entry.to.value, at: entry.to.span, shouldName: "an address of this site",
          among: Register.sectionAddresses, subject: .field("navigation")))
    }
  }
}

extension Shelf {
  /// What each record is called, its other names included.
  fileprivate var titles: [(name: String, words: [String])] {
    records.map { ($0.id.name, [$0.title.value.plain] + $0.alsoKnownAs.map(\.value)) }
  }
}

extension Collection {
  /// One record of the collection with the indefinite article.
  var singularWithArticle: String {
    switch self {
    case .organisations, .areas: "an \(singular)"
    case .frameworks, .reports, .responses, .coverage, .glossary, .pages: "a \(singular)"
    }
  }
}
