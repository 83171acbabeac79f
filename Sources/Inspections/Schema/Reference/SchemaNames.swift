import Diagnostics

/// The ids and words that exist in a site, for enumerations and suggestions in editors.
struct SchemaNames: Sendable {
  /// Ids of records by collection, in order.
  private var records: [Collection: [String]] = [:]
  /// Names by the words that ``TypeDescription/name(_:)`` describes them with.
  private var defined: [String: [String]] = [:]
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
        let known = defined[what, default: []]
        defined[what] = known + names.filter { !known.contains($0) }
      }
    }
    let answers = register.site.answerScales.flatMap { $0.answers.map(\.id.value.name) }
    defined["a licence of site.yml"] = register.site.licences.map(\.id.value.name)
    defined["an answer scale of site.yml"] = register.site.answerScales.map(\.id.value.name)
    defined["an answer of the scale"] = Set(answers).sorted()
    defined["a check's name"] = checks.map(\.name)
  }

  /// The ids of a collection's records; nil where none are known.
  func ids(of collection: Collection) -> [String]? { Self.unlessEmpty(records[collection]) }

  /// The names that fit a description; nil where none are known.
  func names(_ what: String) -> [String]? { Self.unlessEmpty(defined[what]) }

  private static func unlessEmpty(_ names: [String]?) -> [String]? {
    names?.isEmpty == true ? nil : names
  }

  /// Descriptions of names that belong to one report, one scale or one author: any word is allowed.
  static let open: Set<String> = [
    "a sample of the report", "a grade of the other framework", "a grade of this framework", "a name",
  ]
}

/// The grades, conclusions and aspects of one framework.
struct FrameworkNames: Sendable {
  let id: String
  /// Names by the words that describe them; what the framework does not define is absent.
  let defined: [String: [String]]

  init(_ framework: Framework) {
    id = framework.id.name
    let names = [
      Self.grade: framework.grades.map(\.id.value.name),
      "a conclusion of the framework's progress scale": framework.progress.map(\.id.value.name),
      "an aspect of the framework": framework.aspects.map(\.id.value.name),
    ]
    defined = names.filter { !$0.value.isEmpty }
  }

  /// How grades are described.
  static let grade = "a grade of the framework"
}
