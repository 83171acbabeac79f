import CommonMark
import Diagnostics

/// The rules of a round of inspections: scales, aspects, vocabulary and deadlines.
///
/// A class for the same reason as ``Report``; it never changes.
public final class Framework: Record {
  /// `frameworks/`.
  public static let collection = Collection.frameworks

  /// What every record carries.
  public let header: RecordHeader
  /// Its name.
  public let title: Located<InlineText>
  /// Whose framework it is.
  public let inspectorate: Located<Known<OrganisationID>>
  /// When it began and ended.
  public let life: Life<Framework>
  /// The inspectorate's own number for the document.
  public let reference: Located<String>?
  /// The scale of grades, best first; empty where it grades nothing.
  public let grades: [Grade]
  /// The scale on which visits judge progress, best first.
  public let progress: [ProgressGrade]
  /// What is judged, parents before or after their children.
  public let aspects: [Aspect]
  /// What its reports call a recommendation.
  public let recommendationTerm: RecommendationTerm
  /// How urgent its recommendations can be, most urgent first.
  public let priorities: [Priority]
  /// What its reports put sums of money to.
  public let amountKinds: [AmountKind]
  /// What quantity words mean in its reports.
  public let quantifiers: [Quantifier]
  /// Deadlines and other rules.
  public let rules: [Rule]
  /// Published equivalences between its grades and another framework's.
  public let mappings: [ScaleMapping]
  /// The aspects that others are part of.
  public let sections: Set<AspectID>

  static let schema = RecordSchema(
    "framework", "The rules of a round of inspections.", Framework.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "Its name.")
    let inspectorate = fields.required(
      "inspectorate", Values.organisation.orUnknown, "Whose framework it is.")
    life = Life(&fields, of: Values.framework)
    reference = fields.optional(
      "reference", Values.text, "The inspectorate's own number for the document.")
    grades = fields.list(
      "grades", of: Values.record(Grade.schema),
      "The scale of grades, best first; leave it out where the framework grades nothing.")
    progress = fields.list(
      "progress", of: Values.record(ProgressGrade.schema),
      "The scale on which visits judge progress, best first; it is separate from the grades.")
    aspects = fields.list("aspects", of: Values.record(Aspect.schema), "What is judged.")
    recommendationTerm = fields.value(
      "recommendation_term", Values.record(RecommendationTerm.schema), default: .usual,
      "What its reports call a recommendation.")
    priorities = fields.list(
      "priorities", of: Values.record(Priority.schema),
      "How urgent its recommendations can be, most urgent first.")
    amountKinds = fields.list(
      "amounts", of: Values.record(AmountKind.schema),
      "What its reports put sums of money to, such as questioned costs.")
    quantifiers = fields.list(
      "quantifiers", of: Values.record(Quantifier.schema),
      "What quantity words mean in its reports.")
    rules = fields.list(
      "rules", of: Values.record(Rule.schema), "Deadlines and other rules.")
    mappings = fields.list(
      "mappings", of: Values.record(ScaleMapping.schema),
      "Published equivalences of its grades to another framework's; without one, nothing is "
        + "compared.")
    sections = Set(aspects.compactMap { $0.parent?.value })
    header = RecordHeader(&fields)
    guard let title, let inspectorate else { return nil }
    self.title = title
    self.inspectorate = inspectorate
  }

  /// The aspect with an id.
  ///
  /// Complexity: O(n) in the aspects, of which there are few.
  public func aspect(_ id: AspectID) -> Aspect? { aspects.first { $0.id.value == id } }
}

/// A value of a framework's scale.
///
/// A class for the same reason as ``Report``; it never changes.
public final class Grade: Sendable {
  /// Its name in reports' front matter.
  public let id: Located<GradeID>
  /// The word in public.
  public let title: String
  /// What it stands for.
  public let meaning: InlineText?
  /// Whether the framework demands a recommendation wherever it is given.
  public let requiresRecommendation: Bool

  static let schema = RecordSchema("grade", "A value of a framework's scale.", Grade.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<GradeID>.name("a name for the grade"), "Its name in reports.")
    let title = fields.required("title", Values.text, "The word in public.")
    meaning = fields.optional("meaning", Values.inline, "What it stands for.")?.value
    requiresRecommendation = fields.value(
      "requires_recommendation", Values.flag, default: false,
      "Whether the framework demands a recommendation wherever it is given; `false` when absent.")
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}

/// A value of the scale on which visits judge progress.
public final class ProgressGrade: Sendable {
  /// Its name in visits' front matter.
  public let id: Located<ProgressGradeID>
  /// The words in public.
  public let title: String
  /// What it stands for.
  public let meaning: InlineText?
  /// How it closes what it is said of; nil where that stays open.
  public let closes: Closure.Reason?

  static let schema = RecordSchema(
    "progress grade", "A value of the scale on which visits judge progress.",
    ProgressGrade.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<ProgressGradeID>.name("a name for the conclusion"),
      "Its name in monitoring visits.")
    let title = fields.required("title", Values.text, "The word in public.")
    meaning = fields.optional("meaning", Values.inline, "What it stands for.")?.value
    closes =
      fields.optional(
        "closes", Values.choice(Closure.Reason.self),
        "How it closes a recommendation that it is said of; no entry under `closes` is needed then."
      )?.value
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}

/// A subject of judgement in a framework.
public final class Aspect: Sendable {
  /// Its name in reports' front matter.
  public let id: Located<AspectID>
  /// The words in public.
  public let title: String
  /// The aspect that it is part of.
  public let parent: Located<AspectID>?
  /// Other names it goes by.
  public let alsoKnownAs: [String]
  /// A remark on it.
  public let note: InlineText?

  static let schema = RecordSchema(
    "aspect", "A subject of judgement in a framework.", Aspect.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<AspectID>.name("a name for the aspect"), "Its name in reports.")
    let title = fields.required("title", Values.text, "The words in public.")
    parent = fields.optional("parent", Values.aspect, "The aspect that it is part of.")
    alsoKnownAs = fields.list(
      "also_known_as", of: Values.text, "Other names it goes by in reports.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}

/// What a framework's reports call a recommendation.
public struct RecommendationTerm: Sendable {
  /// For one of them.
  public let one: String
  /// For several.
  public let many: String

  static let schema = RecordSchema(
    "recommendation term", "What a framework's reports call a recommendation.",
    RecommendationTerm.init(_:))

  private init(one: String, many: String) {
    self.one = one
    self.many = many
  }

  init?(_ fields: inout Decoding) {
    let one = fields.required("one", Values.text, "The word for one of them.")
    let many = fields.required("many", Values.text, "The word for several.")
    guard let one, let many else { return nil }
    self.init(one: one.value, many: many.value)
  }

  /// The term where a framework sets none.
  public static let usual = RecommendationTerm(one: "recommendation", many: "recommendations")
}

/// A word for a share, with its meaning in per cent.
public struct Quantifier: Sendable {
  /// The word, in lower case.
  public let word: Located<String>
  /// The share must be greater than this, in per cent.
  public let over: Double?
  /// The share must be less than this, in per cent.
  public let under: Double?

  static let schema = RecordSchema(
    "quantifier", "A word for a share, with its meaning.", Quantifier.init(_:))

  init?(_ fields: inout Decoding) {
    let word = fields.required("word", Values.text, "The word or words, in lower case.")
    over =
      fields.optional(
        "over", Values.number, "The share must be greater than this, in per cent.")?.value
    under =
      fields.optional(
        "under", Values.number, "The share must be less than this, in per cent.")?.value
    guard let word else { return nil }
    self.word = word
  }
}

/// A deadline or another rule of a framework.
public struct Rule: Sendable {
  /// How far a rule binds.
  public enum Status: String, Sendable, CaseIterable {
    /// Put forward for comment.
    case proposed
    /// Announced, but not known to have come into force.
    case intended
    /// Binding.
    case inForce = "in force"
  }

  /// What a rule sets.
  public enum Value: Sendable {
    /// A length of time.
    case duration(Duration)
    /// Anything else, in words.
    case words(InlineText)
  }

  /// Its kebab-case name; `publish-within` and `reinspect-within` are checked.
  public let name: Located<String>
  /// What it sets.
  public let value: Located<Value>
  /// Whether the source says "about".
  public let isApproximate: Bool
  /// How far it binds.
  public let status: Status
  /// A remark on it.
  public let note: InlineText?

  static let schema = RecordSchema(
    "rule", "A deadline or another rule of a framework.", Rule.init(_:))

  init?(_ fields: inout Decoding) {
    let name = fields.required(
      "rule", Values.text,
      "Its kebab-case name; `publish-within` and `reinspect-within` are checked.")
    let value = fields.required(
      "value", Values.ruleValue, "What it sets: a length of time, or a few words.")
    isApproximate = fields.value(
      "about", Values.flag, default: false, "Whether the source says \"about\".")
    let status = fields.required("status", Values.choice(Status.self), "How far it binds.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let name, let value, let status else { return nil }
    self.name = name
    self.value = value
    self.status = status.value
  }
}

/// A published equivalence of one framework's grades to another's.
public struct ScaleMapping: Sendable {
  /// The other framework.
  public let to: Located<FrameworkID>
  /// This framework's grade for each of the other's.
  public let grades: [Located<(from: GradeID, to: GradeID)>]
  /// Who published it and where.
  public let source: InlineText

  static let schema = RecordSchema(
    "scale mapping", "A published equivalence of one framework's grades to another's.",
    ScaleMapping.init(_:))

  init?(_ fields: inout Decoding) {
    let to = fields.required("to", Values.framework, "The other framework.")
    let grades = fields.required(
      "grades",
      ValueType<GradeID>.name("a grade of the other framework")
        .map(from: "a grade of this framework") { (from: GradeID($0), to: $1) },
      "For each grade of this framework, the other's that is published as equivalent.")
    let source = fields.required(
      "source", Values.inline, "Who published the equivalence, and where.")
    guard let to, let grades, let source else { return nil }
    self.to = to
    self.grades = grades.value
    self.source = source.value
  }
}
