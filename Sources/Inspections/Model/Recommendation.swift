import CommonMark
public import Diagnostics

/// A numbered action asked of a named body.
public final class Recommendation: Sendable {
  /// Its number in the report.
  public let number: Located<PrintedNumber>
  /// The one wording; other appearances embed it or are declared variants.
  public let text: Located<InlineText>
  /// The aspects it serves.
  public let aspects: [Located<AspectID>]
  /// The numbered paragraph it follows or stands in.
  public let paragraph: Located<PrintedNumber>?
  /// The report's own labels of the judgements that it comes from.
  public let from: [Located<String>]
  /// By when, as the report says; nil where it sets no time.
  public let due: Located<Known<Due>>?
  /// How the time is to be understood.
  public let dueNote: InlineText?
  /// Who must act.
  public let to: [Located<OrganisationID>]
  /// Wordings that differ in the original.
  public let variants: [Variant]
  /// How urgent it is, by its framework.
  public let priority: Located<PriorityID>?
  /// Whose task it is in the body that must act.
  public let owner: InlineText?
  /// What it comes from.
  public let cause: InlineText?
  /// The sums of money it is about.
  public let amounts: [Amount]
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span
  private let place: FieldPath?

  static let schema = RecordSchema(
    "recommendation", "A numbered action asked of a named body.", Recommendation.init(_:))

  init?(_ fields: inout Decoding) {
    place = fields.path
    span = fields.span
    let number = fields.required(
      "id", Values.printedNumber,
      "Its number in the report, as printed: `3`, `R-20-1`, `A.3`; the listed order is the order.")
    let text = fields.required(
      "text", Values.inline,
      "The one wording; every other appearance embeds it or is a declared variant.")
    let aspect = fields.optional("aspect", Values.aspect.located, "The aspect it serves.")
    let aspects = fields.optional(
      "aspects", Values.aspect.located.list, "The aspects it serves, where there are several.")
    self.aspects = Decoding.together(aspect?.value, aspects?.value)
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph it follows or stands in.")
    from = fields.value(
      "from", Values.formed(.label).located.oneOrMany, default: [],
      "The judgement it comes from, by the label that the report gives it (`id` of a judgement, like "
        + "`NC-02`), or several.")
    due = fields.optional(
      "due", Values.due.orUnknown,
      "By when: `immediately`, `within 3 months` of publication, or a date; absent if none is set.")
    dueNote = fields.optional("due_note", Values.inline, "How the time is to be understood.")?.value
    to = fields.value(
      "to", Values.organisation.located.oneOrMany, default: [], "Who must act.")
    priority = fields.optional(
      "priority", Values.priority, "How urgent it is: a priority of the framework.")
    owner =
      fields.optional(
        "owner", Values.inline, "Whose task it is in that body, like `Chief pharmacist`.")?.value
    cause = fields.optional("cause", Values.inline, "What it comes from.")?.value
    amounts = fields.list(
      "amounts", of: Values.record(Amount.schema), "The sums of money it is about.")
    variants = fields.list(
      "variants", of: Values.record(Variant.schema), "Wordings that differ in the original.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let number, let text else { return nil }
    self.number = number
    self.text = text
  }

  /// The dotted path of the entry, by its number.
  var path: String { place?.words ?? "" }

  /// A wording that drifted in the original.
  public struct Variant: Sendable {
    /// Where it stands.
    public let location: String
    /// What it says there.
    public let text: Located<InlineText>
    /// What the difference amounts to.
    public let note: InlineText?

    static let schema = RecordSchema(
      "variant", "A wording of a recommendation that drifted in the original.", Variant.init(_:))

    init?(_ fields: inout Decoding) {
      let location = fields.required("where", Values.text, "Where the wording stands.")
      let text = fields.required("text", Values.inline, "What it says there.")
      note = fields.optional("note", Values.inline, "What the difference amounts to.")?.value
      guard let location, let text else { return nil }
      self.location = location.value
      self.text = text
    }
  }
}

/// What a report says of the report it follows.
public final class Visit: Sendable {
  /// The reports whose recommendations it judges; at least one.
  public let follows: [Located<ReportID>]
  /// What it concludes on each recommendation; nil where the items are not known.
  public let progress: Located<Known<[Progress]>>?
  /// Numbers of conclusions where only their count is known.
  public let progressCounts: [Located<(grade: ProgressGradeID, count: Int)>]
  /// Recommendations that it did not look at.
  public let notAssessed: [Located<PrintedNumber>]
  /// The recorded conclusion on the whole; never computed.
  public let overall: Located<Known<ProgressGradeID>>?
  /// Recommendations that it closes.
  public let closes: [Closure]

  /// Whether its conclusion on each item is recorded, and not at best how many there were of each.
  public var isItemised: Bool { progress.known() != nil }

  /// Reads what a report says of one that it follows; nil for a report that follows none.
  init?(_ fields: inout Decoding, isNeeded: Bool) {
    let concludes = ["progress", "progress_counts", "not_assessed", "overall_progress", "closes"]
      .contains { fields.has($0) }
    let follows = fields.required(
      "follows", Values.report.located.oneOrMany, if: isNeeded || concludes,
      when: "for a monitoring visit, and wherever progress is judged or something closed",
      "The report whose recommendations it judges, or several.")
    progress = fields.required(
      "progress", Values.record(Progress.schema).list.orUnknown, if: isNeeded,
      when: "for a monitoring visit",
      "The conclusion on each recommendation of what it follows, once each.")
    progressCounts = fields.value(
      "progress_counts",
      Values.count.map(from: DefinedWords.progressGrade) {
        (grade: ProgressGradeID($0), count: $1)
      }, default: [], "How many got each conclusion, where the items are not known.")
    notAssessed = fields.list(
      "not_assessed", of: Values.printedNumber.located, "Recommendations it did not look at.")
    overall = fields.optional(
      "overall_progress", Values.progressGrade.orUnknown,
      "The recorded conclusion on the whole; never computed.")
    closes = fields.list(
      "closes", of: Values.record(Closure.schema), "Recommendations that it closes.")
    guard let follows else { return nil }
    if follows.value.isEmpty {
      fields.diagnostics.append(.followsNothing(follows))
      return nil
    }
    self.follows = Decoding.together(nil, follows.value)
  }
}

/// What a visit concludes on one recommendation.
public final class Progress: Sendable {
  /// Which recommendation of the report that is followed.
  public let recommendation: Located<PrintedNumber>
  /// Which of the reports that are followed; nil where the number says it.
  public let report: Located<ReportID>?
  /// The bodies it is about; all that were asked where none is named.
  public let to: [Located<OrganisationID>]
  /// The conclusion on the framework's progress scale.
  public let judgement: Located<ProgressGradeID>
  /// What it rests on.
  public let evidence: InlineText?
  /// When it was reached, where that is not the visit's own date.
  public let date: Located<Known<PartialDate>>?
  /// What was found, in our words.
  public let finding: InlineText?
  /// What more is asked for.
  public let furtherAction: InlineText?
  /// The numbered paragraph that says so.
  public let paragraph: Located<PrintedNumber>?
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span

  static let schema = RecordSchema(
    "progress entry", "What a visit concludes on one recommendation.", Progress.init(_:))

  init?(_ fields: inout Decoding) {
    span = fields.span
    let recommendation = fields.required(
      "recommendation", Values.printedNumber, "The number of the recommendation.")
    report = fields.followedReport()
    to = fields.value(
      "to", Values.organisation.located.oneOrMany, default: [],
      "The bodies it is about, where it differs between those that were asked.")
    let judgement = fields.required("judgement", Values.progressGrade, "The conclusion on it.")
    evidence =
      fields.optional(
        "evidence", Values.inline, "What the conclusion rests on, like a document that was seen.")?
      .value
    date = fields.optional(
      "date", Values.date.orUnknown, "When it was reached, where that is not the visit's own date.")
    finding = fields.optional("finding", Values.inline, "What was found.")?.value
    furtherAction =
      fields.optional(
        "further_action", Values.inline, "What more is asked for.")?.value
    paragraph = fields.optional(
      "paragraph", Values.printedNumber, "The numbered paragraph that says so.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let recommendation, let judgement else { return nil }
    self.recommendation = recommendation
    self.judgement = judgement
  }
}

/// The end of a recommendation, with its reason.
public struct Closure: Sendable {
  /// Why a recommendation is closed.
  public enum Reason: String, Sendable, CaseIterable {
    case implemented, superseded
    case noLongerApplicable = "no-longer-applicable"
    case notImplemented = "not-implemented"
  }

  /// Which recommendation.
  public let recommendation: Located<PrintedNumber>
  /// Which of the reports that are followed; nil where the number says it.
  public let report: Located<ReportID>?
  /// The bodies for which it is closed; all that were asked where none is named.
  public let to: [Located<OrganisationID>]
  /// Why.
  public let reason: Reason
  /// A remark on it.
  public let note: InlineText?

  static let schema = RecordSchema(
    "closure", "The end of a recommendation, with its reason.", Closure.init(_:))

  init?(_ fields: inout Decoding) {
    let recommendation = fields.required(
      "recommendation", Values.printedNumber, "The number of the recommendation.")
    report = fields.followedReport()
    to = fields.value(
      "to", Values.organisation.located.oneOrMany, default: [],
      "The bodies for which it is closed, where it stays open for others that were asked.")
    let reason = fields.required("as", Values.choice(Reason.self), "Why it is closed.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let recommendation, let reason else { return nil }
    self.recommendation = recommendation
    self.reason = reason.value
  }

  /// What follows from a conclusion that closes.
  init(_ progress: Progress, _ reason: Reason) {
    recommendation = progress.recommendation
    report = progress.report
    to = progress.to
    self.reason = reason
    note = nil
  }
}

extension Decoding {
  /// Which of several followed reports an entry is about.
  fileprivate mutating func followedReport() -> Located<ReportID>? {
    optional(
      "report", Values.report,
      "Which of the reports that are followed, where several have a recommendation of the number.")
  }
}

extension Diagnostic {
  fileprivate static func followsNothing(_ follows: Located<[Located<ReportID>]>) -> Diagnostic {
    Diagnostic(
      MissingField.check, "'follows' names no report", at: Label(follows.span, "nothing in it"),
      help: "name the report whose recommendations are judged, or take the field out",
      subject: .field("follows"))
  }
}
