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
  public let reference: Located<Known<String>>?
  /// The scale of grades, best first; empty where it grades nothing.
  public let grades: [Grade]
  /// Whether its reports give an overall grade; nothing is said of one where they do not.
  public var givesOverall: Bool { !deniesOverall && !grades.isEmpty }
  /// Whether it says that its reports give none.
  public let deniesOverall: Bool
  /// The scale on which visits judge progress, best first where it is ordered.
  public let progress: [ProgressGrade]
  /// Whether `progress` runs from best to worst; a set of classes has no places in an order.
  public let isProgressOrdered: Bool
  /// Whether a conclusion has a place between the best and the worst, which one alone has not.
  public var placesProgress: Bool { isProgressOrdered && progress.count > 1 }
  /// What is judged, parents before or after their children.
  public let aspects: [Aspect]
  /// What its reports call a recommendation.
  public let recommendationTerm: PublicTerm
  /// What its reports are called; nil where they go by their kind.
  public let reportTerm: PublicTerm?
  /// What its monitoring visits are called; nil where they go by their kind.
  public let visitTerm: PublicTerm?
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
    reference = fields.known(
      "reference", Values.text, "The inspectorate's own number for the document.")
    grades = fields.list(
      "grades", of: Values.record(Grade.schema),
      "The scale of grades, best first; leave it out where the framework grades nothing.")
    deniesOverall = !fields.value(
      "overall", Values.flag, default: true,
      "`false` where its reports give no overall grade; no page then says anything of one, nor where it "
        + "has no grades.")
    progress = fields.list(
      "progress", of: Values.record(ProgressGrade.schema),
      "The scale on which visits judge progress, best first; it is separate from the grades.")
    isProgressOrdered = fields.value(
      "progress_ordered", Values.flag, default: true,
      "`false` where `progress` is a set of classes and no scale from best to worst; no page then "
        + "shows or draws a place in an order.")
    aspects = fields.list("aspects", of: Values.record(Aspect.schema), "What is judged.")
    recommendationTerm = fields.value(
      "recommendation_term", Values.record(PublicTerm.schema), default: .recommendation,
      "What its reports call a recommendation.")
    reportTerm =
      fields.optional(
        "report_term", Values.record(PublicTerm.schema),
        "What its reports are called, like `{one: audit report, many: audit reports}`; they go by "
          + "their kind when absent.")?.value
    visitTerm =
      fields.optional(
        "visit_term", Values.record(PublicTerm.schema),
        "What its monitoring visits are called, like `{one: letter, many: letters}`; nothing is then "
          + "said to have been visited. Without it, those of which the fieldwork is known are visits, "
          + "the others follow-ups.")?.value
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
    header = RecordHeader(&fields, called: title?.value)
    guard let title, let inspectorate else { return nil }
    self.title = title
    self.inspectorate = inspectorate
  }

  /// The grade with an id.
  ///
  /// Complexity: O(n) in the grades, of which there are few.
  public func grade(_ id: GradeID) -> Grade? { grades.first { $0.id.value == id } }

  /// The aspect with an id.
  ///
  /// Complexity: O(n) in the aspects, of which there are few.
  public func aspect(_ id: AspectID) -> Aspect? { aspects.first { $0.id.value == id } }
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
