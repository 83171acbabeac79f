import Diagnostics

/// The ids and words that exist in a site, for enumerations and suggestions in editors.
struct SchemaNames: Sendable {
  /// Ids of records by collection, in order.
  private var records: [Collection: [String]] = [:]
  /// Names by the words that ``TypeDescription/name(_:)`` describes them with.
  private var defined: [String: [String]] = [:]
  /// Names that are right in one framework or another, by the same words.
  private var suggestions: [String: [String]] = [:]
  /// The answer scales, which narrow a survey.
  private(set) var scales: [AnswerScale] = []
  /// The frameworks whose own names narrow a report.
  private(set) var frameworks: [FrameworkNames] = []

  /// Knows nothing of any site: every name is allowed.
  init() {}

  /// Collects the names of a register and of the checks there are.
  init(_ register: Register, checks: [Check]) {
    records = [
      .organisations: register.organisations.records.map(\.id.name),
      .frameworks: register.frameworks.records.map(\.id.name),
      .areas: register.areas.records.map(\.id.name),
      .reports: register.reports.records.map(\.id.name),
      .responses: register.responses.records.map(\.id.name),
      .coverage: register.coverage.records.map(\.id.name),
      .glossary: register.glossary.records.map(\.id.name),
      .pages: register.pages.records.map(\.id.name),
    ]
    frameworks = register.frameworks.records.map(FrameworkNames.init)
    for framework in frameworks {
      for (what, names) in framework.defined {
        let known = suggestions[what, default: []]
        suggestions[what] = known + names.filter { !known.contains($0) }
      }
    }
    scales = register.site.answerScales
    defined[DefinedWords.licence] = register.site.licences.map(\.id.value.name)
    defined[DefinedWords.answerScale] = register.site.answerScales.map(\.id.value.name)
    defined[DefinedWords.check] = checks.map(\.name)
  }

  /// The ids of a collection's records; nil where none are known.
  func ids(of collection: Collection) -> [String]? { Self.unlessEmpty(records[collection]) }

  /// The names that fit a description; nil where none are known.
  func names(_ what: String) -> [String]? { Self.unlessEmpty(defined[what]) }

  /// Names that may fit a description, for an editor to offer.
  func suggestions(_ what: String) -> [String]? { Self.unlessEmpty(suggestions[what]) }

  private static func unlessEmpty(_ names: [String]?) -> [String]? {
    names?.isEmpty == true ? nil : names
  }
}

/// The grades, conclusions, aspects, priorities and kinds of amount of one framework.
struct FrameworkNames: Sendable {
  let id: String
  /// Names by the words that describe them; empty where the framework has none, and so allows none.
  let defined: [String: [String]]

  init(_ framework: Framework) {
    id = framework.id.name
    defined = framework.definedNames.mapValues { $0.map(\.name) }
  }
}
