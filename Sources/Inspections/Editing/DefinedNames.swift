import CommonMark
public import Diagnostics

/// A name that a framework or `site.yml` defines.
public struct DefinedName: Sendable {
  /// The name as it is typed.
  public let name: String
  /// What it is called in public.
  public let title: String
  /// What it stands for; empty where nobody says.
  public let meaning: String
  /// Where it is defined; nil for what the program defines.
  public let span: Span?

  init(_ name: String, _ title: String, meaning: InlineText? = nil, at span: Span?) {
    self.name = name
    self.title = title
    self.meaning = meaning?.plain ?? ""
    self.span = span
  }

  fileprivate init<Named>(_ id: Located<ID<Named>>, _ title: String, _ meaning: InlineText? = nil) {
    self.init(id.value.name, title, meaning: meaning, at: id.span)
  }
}

extension Register {
  /// The names that fit what a field of type ``TypeDescription/name(_:)`` asks for; none where anything does.
  ///
  /// - Parameters:
  ///   - what: the words by which the type describes them.
  ///   - framework: the framework whose names count.
  ///   - checks: every check that there is.
  /// - Returns: the names in the order in which they are defined.
  public func names(
    _ what: String, of framework: FrameworkID?, checks: [Check]
  ) -> [DefinedName] {
    switch what {
    case DefinedWords.licence: site.licences.map { DefinedName($0.id, $0.title) }
    case DefinedWords.answerScale:
      site.answerScales.map { DefinedName($0.id, $0.id.value.name) }
    case DefinedWords.check:
      checks.map { DefinedName($0.name, $0.summary, at: nil) }
    default: framework.flatMap { frameworks[$0] }?.definedNames[what] ?? []
    }
  }
}

extension Framework {
  /// Its grades, conclusions, aspects, priorities and kinds of amount by the words that describe them.
  var definedNames: [String: [DefinedName]] {
    [
      DefinedWords.grade: grades.map { DefinedName($0.id, $0.label, $0.meaning) },
      DefinedWords.progressGrade:
        progress.map { DefinedName($0.id, $0.title, $0.meaning) },
      DefinedWords.aspect: aspects.map { DefinedName($0.id, $0.title, $0.note) },
      DefinedWords.priority: priorities.map { DefinedName($0.id, $0.title, $0.meaning) },
      DefinedWords.amountKind: amountKinds.map { DefinedName($0.id, $0.title) },
    ]
  }
}

extension TypeDescription {
  /// The words that describe the names which a value of the type, or a key of the mapping that it is, may
  /// be; nil where it is no name.
  public var wordsForNames: String? {
    switch self {
    case .name(let what), .map(let what, _): what
    case .judgedGrade: DefinedWords.grade
    case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due, .instant, .address, .formed, .choice, .reference, .list, .oneOrMany, .params,
      .record, .orUnknown:
      nil
    }
  }
}
