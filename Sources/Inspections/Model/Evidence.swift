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
  public let paragraph: Located<PrintedNumber>?
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

  static let schema = RecordSchema(
    "sample", "Things looked at, with their number.", Sample.init(_:))

  init?(_ fields: inout Decoding) {
    span = fields.span
    let id = fields.required(
      "id", ValueType<SampleID>.name("a name for the sample"), "Its name in links.")
    let title = fields.required("title", Values.inline, "What was looked at.")
    size = fields.optional("size", Values.count.orUnknown, "How many were looked at.")
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph that says so.")
    grades = fields.optional(
      "grades",
      Values.count.map(from: DefinedWords.grade) {
        GradeCount(grade: GradeID($0), count: $1)
      }, "How many got each grade; they add up to the size.")
    splits = fields.list(
      "splits", of: Values.record(Split.schema),
      "Other divisions of the whole sample, each adding up to the size.")
    alsoPrinted = fields.list(
      "also_printed", of: Values.record(AlsoPrinted.ofSample),
      "Other sizes that the original prints for it.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
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

  static let schema = RecordSchema("split", "A division of a whole sample.", Split.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "What the sample is divided by.")
    let counts = fields.required(
      "counts", Values.counts, "The parts, which add up to the size.")
    guard let title, let counts else { return nil }
    self.title = title.value
    self.counts = counts
  }
}

/// Another number that the original prints for a sample or a survey.
public struct AlsoPrinted: Sendable {
  /// The other number.
  public let size: Located<Int>
  /// The numbered paragraph that prints it.
  public let paragraph: Located<PrintedNumber>?
  /// A remark on it.
  public let note: InlineText?

  static let ofSample = schema(of: "size")
  static let ofSurvey = schema(of: "base")

  /// The number goes by the key of the one that it differs from.
  private static func schema(of key: String) -> RecordSchema<AlsoPrinted> {
    RecordSchema(
      "other printed \(key)", "Another number that the original prints for the same thing."
    ) { fields in AlsoPrinted(&fields, key: key) }
  }

  private init?(_ fields: inout Decoding, key: String) {
    let size = fields.required(key, Values.count, "The other number.")
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph that prints it.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let size else { return nil }
    self.size = size
  }
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
  public let paragraph: Located<PrintedNumber>?
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span

  static let schema = RecordSchema("survey", "A survey, or one question of it.", Survey.init(_:))

  init?(_ fields: inout Decoding) {
    span = fields.span
    let id = fields.required(
      "id", ValueType<SurveyID>.name("a name for the survey"), "Its name in links.")
    let title = fields.required("title", Values.inline, "What it is called.")
    question = fields.optional("question", Values.inline, "What was asked.")?.value
    base = fields.optional("base", Values.count.orUnknown, "How many were asked, or answered.")
    scale = fields.optional(
      "scale", ValueType<AnswerScaleID>.name(DefinedWords.answerScale),
      "The scale of the answers.")
    responses = fields.optional(
      "responses",
      Values.count.map(from: "an answer of the scale") {
        AnswerCount(answer: AnswerID($0), count: $1)
      }, "How many gave each answer; they add up to the base.")
    results =
      fields.optional(
        "results", Values.inline, "What came of it in words, where no figures survive.")?.value
    alsoPrinted = fields.list(
      "also_printed", of: Values.record(AlsoPrinted.ofSurvey),
      "Other bases that the original prints for it.")
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph that reports it.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
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
  public let paragraph: Located<PrintedNumber>?
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span

  static let schema = RecordSchema(
    "indicator", "A measured figure with its target.", Indicator.init(_:))

  init?(_ fields: inout Decoding) {
    span = fields.span
    let id = fields.required(
      "id", ValueType<IndicatorID>.name("a name for the indicator"), "Its name in embeds.")
    let title = fields.required("title", Values.inline, "What is measured.")
    let unit = fields.required("unit", Values.text, "The unit of every figure in it.")
    let value = fields.required("value", Values.number.orUnknown, "The figure.")
    target = fields.optional("target", Values.number.orUnknown, "What it should be.")
    better =
      fields.optional(
        "better", Values.choice(Better.self), "Which direction is better.")?.value
    period = fields.optional(
      "period", Values.interval.orUnknown, "The time it was measured over.")
    comparators = fields.list(
      "comparators", of: Values.record(Comparator.schema), "Figures of others.")
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph that gives it.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let id, let title, let unit, let value else { return nil }
    self.id = id
    self.title = title.value
    self.unit = unit.value
    self.value = value
  }

  /// A figure of another area or of a whole.
  public struct Comparator: Sendable {
    /// The area, where it is one of the register's.
    public let area: Located<AreaID>?
    /// What it is called, where it is not.
    public let title: String?
    /// Its figure.
    public let value: Located<Double>

    static let schema = RecordSchema(
      "comparator", "A figure of another area or of a whole.", Comparator.init(_:))

    init?(_ fields: inout Decoding) {
      let area = fields.required(
        "area", Values.area, if: !fields.has("title"), when: "unless `title` is there",
        "The area whose figure it is.")
      let title = fields.optional(
        "title", Values.text, "What it is called, where it is no area of the register.")?.value
      let value = fields.required("value", Values.number, "Its figure.")
      guard let value, area != nil || title != nil else { return nil }
      self.area = area
      self.title = title
      self.value = value
    }
  }
}
