import CommonMark
public import Diagnostics

/// Things looked at, with their number and, where they were graded, the distribution.
public final class Sample: Sendable {
  /// Its name in links and judgements.
  public let id: Located<SampleID>
  /// What was looked at.
  public let title: InlineText
  /// How many; nil where it is not known.
  public let size: Located<Known<Int>>?
  /// The numbered paragraph that says so.
  public let paragraph: Located<Int>?
  /// How many got each grade; empty where that is not known.
  public let grades: Located<[Located<GradeCount>]>?
  /// Other divisions of the whole sample.
  public let splits: [Split]
  /// Other sizes that the original prints for it.
  public let alsoPrinted: [AlsoPrinted]
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span

  init(
    id: Located<SampleID>, title: InlineText, size: Located<Known<Int>>?, paragraph: Located<Int>?,
    grades: Located<[Located<GradeCount>]>?, splits: [Split], alsoPrinted: [AlsoPrinted],
    note: InlineText?, span: Span
  ) {
    self.id = id
    self.title = title
    self.size = size
    self.paragraph = paragraph
    self.grades = grades
    self.splits = splits
    self.alsoPrinted = alsoPrinted
    self.note = note
    self.span = span
  }
}

/// How many of a sample got a grade.
public struct GradeCount: Sendable, Hashable {
  /// The grade.
  public let grade: GradeID
  /// How many.
  public let count: Int
}

/// A division of a whole sample by something else than its grades.
public struct Split: Sendable {
  /// What it is divided by.
  public let title: InlineText
  /// The parts, which add up to the sample.
  public let counts: Located<[Located<Count>]>
}

/// Another number that the original prints for a sample or a survey.
public struct AlsoPrinted: Sendable {
  /// The other number.
  public let size: Located<Int>
  /// The numbered paragraph that prints it.
  public let paragraph: Located<Int>?
  /// A remark on it.
  public let note: InlineText?
}

/// A survey, or one question of it.
public struct Survey: Sendable {
  /// Its name in links and embeds.
  public let id: Located<SurveyID>
  /// What it is called.
  public let title: InlineText
  /// What was asked.
  public let question: InlineText?
  /// How many were asked or answered; nil where it is not known.
  public let base: Located<Known<Int>>?
  /// The scale of the answers.
  public let scale: Located<AnswerScaleID>?
  /// How many gave each answer; empty where that is not known.
  public let responses: Located<[Located<AnswerCount>]>?
  /// What came of it in words, where no figures survive.
  public let results: InlineText?
  /// Other bases that the original prints for it.
  public let alsoPrinted: [AlsoPrinted]
  /// The numbered paragraph that reports it.
  public let paragraph: Located<Int>?
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span
}

/// How many gave an answer.
public struct AnswerCount: Sendable, Hashable {
  /// The answer.
  public let answer: AnswerID
  /// How many.
  public let count: Int
}

/// A measured figure with its target and what it is compared with.
public struct Indicator: Sendable {
  /// Which direction is better.
  public enum Better: String, Sendable, CaseIterable {
    case higher, lower
  }

  /// Its name in embeds.
  public let id: Located<IndicatorID>
  /// What is measured.
  public let title: InlineText
  /// The unit of every figure in it, in words.
  public let unit: String
  /// The figure; nil where it is not known.
  public let value: Located<Known<Double>>
  /// What it should be.
  public let target: Located<Known<Double>>?
  /// Which direction is better.
  public let better: Better?
  /// The time it was measured over.
  public let period: Located<Known<DateInterval>>?
  /// Figures of others.
  public let comparators: [Comparator]
  /// The numbered paragraph that gives it.
  public let paragraph: Located<Int>?
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span

  /// A figure of another area or of a whole.
  public struct Comparator: Sendable {
    /// The area, where it is one of the register's.
    public let area: Located<AreaID>?
    /// What it is called, where it is not.
    public let title: String?
    /// Its figure.
    public let value: Located<Double>
  }
}
