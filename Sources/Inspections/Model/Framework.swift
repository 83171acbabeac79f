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
  /// What quantity words mean in its reports.
  public let quantifiers: [Quantifier]
  /// Deadlines and other rules.
  public let rules: [Rule]
  /// Published equivalences between its grades and another framework's.
  public let mappings: [ScaleMapping]
  /// The aspects that others are part of.
  public let sections: Set<AspectID>

  init(
    header: RecordHeader,
    title: Located<InlineText>,
    inspectorate: Located<Known<OrganisationID>>,
    life: Life<Framework>,
    reference: Located<String>?,
    grades: [Grade],
    progress: [ProgressGrade],
    aspects: [Aspect],
    recommendationTerm: RecommendationTerm,
    quantifiers: [Quantifier],
    rules: [Rule],
    mappings: [ScaleMapping]
  ) {
    self.header = header
    self.title = title
    self.inspectorate = inspectorate
    self.life = life
    self.reference = reference
    self.grades = grades
    self.progress = progress
    self.aspects = aspects
    self.recommendationTerm = recommendationTerm
    self.quantifiers = quantifiers
    self.rules = rules
    self.mappings = mappings
    sections = Set(aspects.compactMap { $0.parent?.value })
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

  init(id: Located<GradeID>, title: String, meaning: InlineText?, requiresRecommendation: Bool) {
    self.id = id
    self.title = title
    self.meaning = meaning
    self.requiresRecommendation = requiresRecommendation
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

  init(id: Located<ProgressGradeID>, title: String, meaning: InlineText?) {
    self.id = id
    self.title = title
    self.meaning = meaning
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

  init(
    id: Located<AspectID>, title: String, parent: Located<AspectID>?, alsoKnownAs: [String],
    note: InlineText?
  ) {
    self.id = id
    self.title = title
    self.parent = parent
    self.alsoKnownAs = alsoKnownAs
    self.note = note
  }
}

/// What a framework's reports call a recommendation.
public struct RecommendationTerm: Sendable {
  /// For one of them.
  public let one: String
  /// For several.
  public let many: String

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
}

/// A published equivalence of one framework's grades to another's.
public struct ScaleMapping: Sendable {
  /// The other framework.
  public let to: Located<FrameworkID>
  /// This framework's grade for each of the other's.
  public let grades: [Located<(from: GradeID, to: GradeID)>]
  /// Who published it and where.
  public let source: InlineText
}
