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

  /// The report's own label for it, like `NC-02`; nil where it goes by what it judges.
  public let label: Located<String>?
  /// What is judged.
  public let subject: Subject
  /// The area it is of, where the report is on several and it is not of all of them.
  public let area: Located<AreaID>?
  /// The grade given; not graded where only a score is.
  public let grade: Located<JudgedGrade>
  /// The figure given beside the grade, or instead of one.
  public let score: Located<Score>?
  /// The framework on whose scale it is, where that is not the report's own: a partner's.
  public let framework: Located<FrameworkID>?
  /// The report that reached it, where this one carries it over without looking again.
  public let carriedFrom: Located<ReportID>?
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
    label = fields.optional(
      "id", Values.formed(.label),
      "The report's own label for it, like `NC-02`; with labels, one aspect may have several "
        + "judgements.")
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
    area = fields.optional(
      "area", Values.area,
      "The area it is of, where the report is on several and judges each by itself; of all of them when "
        + "absent.")
    let grade = fields.required(
      "grade", Values.judgedGrade, if: !fields.has("score"), when: "unless `score` is there",
      "The grade; a list for a split verdict, `none` where it was looked at and not graded.")
    score = fields.optional(
      "score", Values.record(Score.schema),
      "A figure that the report gives beside the grade, or instead of one.")
    framework = fields.optional(
      "framework", Values.framework,
      "The framework on whose scale it is, where a partner judges by its own; its aspects may be "
        + "named, too. Such a grade is never compared with the report's own.")
    carriedFrom = fields.optional(
      "carried_from", Values.report,
      "The report that reached it, where this one carries it over and did not look again; it is "
        + "dated and counted as that report's.")
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
    let given = grade ?? score.map { Located(.notGraded, at: $0.span, key: $0.keySpan) }
    guard let given, other != nil || !named.isEmpty else { return nil }
    subject = other.map { .other($0.value) } ?? .aspects(named)
    self.grade = given
  }

  /// Whether it is of an area of its report.
  public func isOf(_ area: AreaID) -> Bool { self.area.map { $0.value == area } ?? true }

  /// Whether a recommendation says that it comes from it.
  public func isNamed(by recommendation: Recommendation) -> Bool {
    label.map { own in recommendation.from.contains { $0.value == own.value } } ?? false
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

/// An entry of `judgements` goes by its label, else by the aspects it judges or the words of its
/// subject, with `@` and its area where it names one.
@Sendable
private func nameOfJudgement(_ pairs: [Node.Pair]) -> String? {
  if let label = pairs.text(of: "id") { return label }
  return nameOfSubject(pairs).map { name in
    pairs.text(of: "area").map { "\(name)@\($0)" } ?? name
  }
}

private func nameOfSubject(_ pairs: [Node.Pair]) -> String? {
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
