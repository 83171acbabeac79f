import CommonMark
public import Diagnostics

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
  public let paragraph: Located<Int>?
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

  init(
    subject: Subject, grade: Located<JudgedGrade>, paragraph: Located<Int>?,
    heading: Located<String>?, samples: [Located<SampleID>], parts: [Part], note: InlineText?,
    span: Span
  ) {
    self.subject = subject
    self.grade = grade
    self.paragraph = paragraph
    self.heading = heading
    self.samples = samples
    self.parts = parts
    self.note = note
    self.span = span
  }

  /// A verdict on a part of an aspect.
  public struct Part: Sendable {
    /// What part.
    public let title: InlineText
    /// The grade given.
    public let grade: Located<JudgedGrade>
    /// The numbered paragraph that says so.
    public let paragraph: Located<Int>?
    /// A remark on it.
    public let note: InlineText?
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
