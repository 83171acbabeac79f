import Diagnostics

extension UnknownReference {
  /// Follows every id in the front matter of a report.
  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    var finder = ReferenceFinder(register: context.register)
    finder.follow(report.header.references)
    finder.check(report)
    return finder.found
  }

  /// Follows every id in `site.yml` and in the front matter of all records but reports.
  static func run(_ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    var finder = ReferenceFinder(register: register)
    finder.checkSite()
    for collection in Collection.allCases where collection != .reports {
      for header in register.shelf(of: collection).headers { finder.follow(header.references) }
    }
    for response in register.responses.records { finder.check(response) }
    return finder.found + hiddenRecords(in: register)
  }

  /// Reports each record that readers cannot see yet and that fields of others name: once, for it is one
  /// line that is too much or too early.
  private static func hiddenRecords(in register: Register) -> [Diagnostic] {
    guard !register.hidden.isEmpty else { return [] }
    var order: [RecordKey] = []
    var named: [RecordKey: [FieldReference]] = [:]
    for header in Collection.allCases.flatMap({ register.shelf(of: $0).headers }) {
      for reference in header.references {
        let key = RecordKey(reference.collection, reference.name)
        guard register.isHidden(key) else { continue }
        if named[key] == nil { order.append(key) }
        named[key, default: []].append(reference)
      }
    }
    return order.compactMap { key in
      guard let references = named[key], let first = references.first else { return nil }
      let files = Set(references.map(\.span.file)).count
      return .hiddenRecord(
        first.name, key, at: first.span, subject: .field(first.place.words), others: files - 1)
    }
  }
}

extension UnknownReference {
  /// Follows the ids that a record of which a part could not be read names.
  static func followed(_ references: [FieldReference], in register: Register) -> [Diagnostic] {
    var finder = ReferenceFinder(register: register)
    finder.follow(references)
    return finder.found
  }
}

/// Holds ids and names against the register and keeps what it finds.
private struct ReferenceFinder {
  let register: Register
  var found: [Diagnostic] = []

  /// Reports each id that no record has, unless the record's file could not be read, or readers cannot
  /// see it yet, which is told once of all that name it.
  mutating func follow(_ references: [FieldReference]) {
    for reference in references {
      let key = RecordKey(reference.collection, reference.name)
      let shelf = register.shelf(of: key.collection)
      guard !shelf.holds(key.id), !register.isUnreadable(key), !register.isHidden(key) else {
        continue
      }
      found.append(
        .unknownReference(
          reference.name, at: reference.span,
          shouldName: "\(key.collection.singularWithArticle) of this register",
          among: shelf.names,
          titled: register.holdsAll(of: key.collection)
            && shelf.names.count <= Limits.suggestedNames
            ? Diagnostic.onlyName(in: shelf.titles, called: reference.name) : nil,
          subject: .field(reference.place.words)))
    }
  }

  /// Reports a name that is not among those which a report, a framework or `site.yml` defines.
  mutating func follow<Named>(
    _ name: Located<ID<Named>>?, among names: [ID<Named>],
    as expectation: @autoclosure () -> String,
    _ path: @autoclosure () -> String
  ) {
    guard let name, !names.contains(name.value), !names.hasRepeats else { return }
    found.append(
      .unknownReference(
        name.value.name, at: name.span, shouldName: expectation(), among: names.lazy.map(\.name),
        subject: .field(path())))
  }

  /// Reports the number of a recommendation that a report does not have.
  mutating func follow(
    _ number: Located<PrintedNumber>, among numbers: [PrintedNumber], of report: ReportID,
    _ path: @autoclosure () -> String
  ) {
    guard !numbers.contains(number.value), !numbers.hasRepeats else { return }
    found.append(
      .unknownReference(
        "\(number.value)", at: number.span, shouldName: "a recommendation of report '\(report)'",
        among: numbers.lazy.map(\.description), subject: .field(path())))
  }
}

extension ReferenceFinder {
  /// Reports bodies that a recommendation was never put to; one that no record has is told elsewhere.
  mutating func follow(
    _ bodies: [Located<OrganisationID>], asked number: PrintedNumber, of report: Report,
    _ path: @autoclosure () -> String
  ) {
    guard !bodies.isEmpty,
      let asked = report.recommendations.first(where: { $0.number.value == number })
    else { return }
    for body in bodies
    where register.organisations.contains(body.value) && !asked.to.names(body.value) {
      found.append(
        .unknownReference(
          body.value.name, at: body.span,
          shouldName: "a body that recommendation '\(number)' of report '\(report.id)' was put to",
          among: asked.to.lazy.map(\.value.name), subject: .field(path())))
    }
  }

  /// Follows the names that a report, a framework or `site.yml` defines.
  mutating func check(_ report: Report) {
    if register.site.isWhole {
      follow(
        report.licence, among: register.site.licences.map(\.id.value), as: DefinedWords.licence,
        "licence")
    }
    let samples = report.samples.map(\.id.value)
    for judgement in report.judgements {
      for sample in judgement.samples {
        follow(
          sample, among: samples, as: "a sample of this report", "\(judgement.path).samples")
      }
    }
    checkOrigins(report)
    if let framework = register.framework(of: report) { checkUrgency(report, under: framework) }
    for survey in report.surveys { checkAnswers(of: survey) }
    if let visit = report.visit { check(visit) }
  }

  /// Follows the areas of judgements and the labels of those that recommendations come from.
  private mutating func checkOrigins(_ report: Report) {
    for judgement in report.judgements {
      guard let area = judgement.area, register.areas.contains(area.value) else { continue }
      follow(
        area, among: report.areas.map(\.value), as: "an area of this report",
        "\(judgement.path).area")
    }
    let labels = report.judgements.compactMap { $0.label?.value }
    for recommendation in report.recommendations {
      for label in recommendation.from where !labels.contains(label.value) {
        found.append(
          .unknownReference(
            label.value, at: label.span, shouldName: "the label of a judgement of this report",
            among: labels, subject: .field("\(recommendation.path).from")))
      }
    }
  }

  private mutating func checkUrgency(_ report: Report, under framework: Framework) {
    let priorities = framework.priorities.map(\.id.value)
    let kinds = framework.amountKinds.map(\.id.value)
    for recommendation in report.recommendations {
      follow(
        recommendation.priority, among: priorities,
        as: "a priority of framework '\(framework.id)'", "\(recommendation.path).priority")
      for amount in recommendation.amounts {
        follow(
          amount.kind, among: kinds, as: "a kind of amount of framework '\(framework.id)'",
          "\(recommendation.path).amounts.kind")
      }
    }
  }

  private mutating func checkAnswers(of survey: Survey) {
    guard register.site.isWhole else { return }
    let scales = register.site.answerScales
    let path = "surveys.\(survey.id.value)"
    follow(
      survey.scale, among: scales.map(\.id.value), as: DefinedWords.answerScale,
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
    let followed = visit.follows.compactMap { register.reports[$0.value] }
    guard followed.count == visit.follows.count,
      followed.allSatisfy({ !$0.recommendations.isEmpty })
    else { return }
    if case .known(let progress)? = visit.progress?.value {
      for entry in progress {
        follow(entry.recommendation, of: entry.report, in: followed, "progress", to: entry.to)
      }
    }
    for number in visit.notAssessed { follow(number, of: nil, in: followed, "not_assessed") }
    for closure in visit.closes {
      follow(closure.recommendation, of: closure.report, in: followed, "closes", to: closure.to)
    }
  }

  /// Reports an entry that names a report which is not followed, or a number that none of them has.
  private mutating func follow(
    _ number: Located<PrintedNumber>, of report: Located<ReportID>?, in followed: [Report],
    _ list: String, to bodies: [Located<OrganisationID>] = []
  ) {
    let path = list == "not_assessed" ? list : "\(list).\(number.value)"
    follow(report, among: followed.map(\.id), as: "a report that is followed", "\(path).report")
    let asked = followed.filter { report == nil || $0.id == report?.value }
    guard let named = asked.first else { return }
    follow(
      number, among: asked.flatMap { $0.recommendations.map(\.number.value) }, of: named.id, path)
    let asking = asked.first { $0.has(recommendation: number.value) } ?? named
    follow(bodies, asked: number.value, of: asking, "\(path).to")
  }
}

extension ReferenceFinder {
  /// Follows the numbers of recommendations.
  mutating func check(_ response: Response) {
    guard let report = register.reports[response.report.value], !report.recommendations.isEmpty
    else { return }
    let numbers = report.recommendations.map(\.number.value)
    for item in response.items {
      let number = item.recommendation
      follow(number, among: numbers, of: report.id, "items.\(number.value)")
      follow(item.to, asked: number.value, of: report, "items.\(number.value).to")
    }
  }

  mutating func checkSite() {
    guard register.site.isWhole else { return }
    for scale in register.site.answerScales {
      follow(
        scale.neutral, among: scale.answers.map(\.id.value),
        as: "an answer of scale '\(scale.id.value)'", "answer_scales.\(scale.id.value).neutral")
    }
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
