import CommonMark
public import Diagnostics
import FrontMatter

/// The conclusion of a report on one aspect, on several together, or on something else it judges.
public final class Judgement: Sendable {
  /// What is judged.
  public enum Subject: Sendable {
    /// Aspects of the framework; several where the report gives one verdict on all of them.
    case aspects([Located<AspectID>])
    /// Something that is no aspect of the framework, in the report's words.
    case other(InlineText)
  }

  /// What is judged.
  public let subject: Subject
  /// The grade given.
  public let grade: Located<JudgedGrade>
  /// The numbered paragraph that says so.
  public let paragraph: Located<PrintedNumber>?
  /// The heading that says so, where no paragraph number exists.
  public let heading: Located<String>?
  /// The samples it rests on.
  public let samples: [Located<SampleID>]
  /// Verdicts on parts of the aspect.
  public let parts: [Part]
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span
  private let place: FieldPath?

  static let schema = RecordSchema(
    "judgement", "The conclusion of a report on one aspect or several.",
    entryName: nameOfJudgement, Judgement.init(_:))

  init?(_ fields: inout Decoding) {
    place = fields.path
    span = fields.span
    let several = fields.optional(
      "aspects", Values.aspect.located.list, "Several aspects under one verdict.")?.value
    let one = fields.required(
      "aspect", Values.aspect.located,
      if: several?.isEmpty ?? !fields.has("aspects") && !fields.has("subject"),
      when: "one of `aspect`, `aspects` and `subject`", "The aspect that is judged.")?.value
    let other = fields.optional(
      "subject", Values.inline, "What is judged, where it is no aspect of the framework.")
    let named = Decoding.together(one, several)
    if let other, !named.isEmpty { fields.diagnostics.append(.subjectBesideAspect(other.keySpan)) }
    let grade = fields.required(
      "grade", Values.judgedGrade,
      "The grade; a list for a split verdict, `none` where it was looked at and not graded.")
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph that says so.")
    heading = fields.optional(
      "heading", Values.text, "The heading that says so, where there is no paragraph number.")
    samples = fields.list(
      "samples", of: ValueType<SampleID>.name("a sample of the report").located,
      "The samples it rests on.")
    parts = fields.list(
      "parts", of: Values.record(Part.schema), "Verdicts on parts of the aspect.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let grade, other != nil || !named.isEmpty else { return nil }
    subject = other.map { .other($0.value) } ?? .aspects(named)
    self.grade = grade
  }

  /// The dotted path of the entry, by what is judged.
  var path: String { place?.words ?? "" }

  /// A verdict on a part of an aspect.
  public struct Part: Sendable {
    /// What part.
    public let title: InlineText
    /// The grade given.
    public let grade: Located<JudgedGrade>
    /// The numbered paragraph that says so.
    public let paragraph: Located<PrintedNumber>?
    /// A remark on it.
    public let note: InlineText?

    static let schema = RecordSchema(
      "part", "A verdict on a part of an aspect.", Part.init(_:))

    init?(_ fields: inout Decoding) {
      let title = fields.required("title", Values.inline, "What part of the aspect.")
      let grade = fields.required("grade", Values.judgedGrade, "The grade given.")
      paragraph = fields.optional(
        "paragraph", Values.printedNumber, "The numbered paragraph that says so.")
      note = fields.optional("note", Values.inline, "A remark on it.")?.value
      guard let title, let grade else { return nil }
      self.title = title.value
      self.grade = grade
    }
  }
}

/// What a report gave: a grade, two, none, or one that the register does not know.
public enum JudgedGrade: Sendable, Hashable {
  /// One grade.
  case grade(GradeID)
  /// A verdict split between grades, in the report's order.
  case split([GradeID])
  /// Looked at, not graded.
  case notGraded
  /// A grade was given; the register does not know which.
  case unknown

  /// The grades named, for checking against the scale.
  public var grades: [GradeID] {
    switch self {
    case .grade(let grade): [grade]
    case .split(let grades): grades
    case .notGraded, .unknown: []
    }
  }
}

/// An entry of `judgements` goes by the aspects it judges, or by the words of its subject.
@Sendable
private func nameOfJudgement(_ pairs: [Node.Pair]) -> String? {
  if let aspect = pairs.text(of: "aspect") { return aspect }
  if let subject = pairs.text(of: "subject") {
    return words(of: subject).map(\.text).joined(separator: "-")
  }
  guard case .sequence(let aspects)? = pairs.first(where: { $0.key == "aspects" })?.value.content
  else { return nil }
  return aspects.compactMap(\.text).joined(separator: "+")
}

extension Diagnostic {
  fileprivate static func subjectBesideAspect(_ span: Span) -> Diagnostic {
    Diagnostic(
      UnknownField.check, "'subject' has no place beside an aspect",
      at: Label(span, "judged besides an aspect"),
      notes: ["a judgement is of aspects of the framework, or of something that is none"],
      help: "make two judgements of it, or take one of the two out")
  }
}
