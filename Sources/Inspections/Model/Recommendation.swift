import CommonMark
public import Diagnostics

/// A numbered action asked of a named body.
public final class Recommendation: Sendable {
  /// Its number in the report.
  public let number: Located<Int>
  /// The one wording; other appearances embed it or are declared variants.
  public let text: Located<InlineText>
  /// The aspects it serves.
  public let aspects: [Located<AspectID>]
  /// The numbered paragraph it follows or stands in.
  public let paragraph: Located<Int>?
  /// By when, as the report says; nil where it sets no time.
  public let due: Located<Known<Due>>?
  /// How the time is to be understood.
  public let dueNote: InlineText?
  /// Who must act.
  public let to: [Located<OrganisationID>]
  /// Wordings that differ in the original.
  public let variants: [Variant]
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span

  init(
    number: Located<Int>, text: Located<InlineText>, aspects: [Located<AspectID>],
    paragraph: Located<Int>?, due: Located<Known<Due>>?, dueNote: InlineText?,
    to: [Located<OrganisationID>], variants: [Variant], note: InlineText?, span: Span
  ) {
    self.number = number
    self.text = text
    self.aspects = aspects
    self.paragraph = paragraph
    self.due = due
    self.dueNote = dueNote
    self.to = to
    self.variants = variants
    self.note = note
    self.span = span
  }

  /// A wording that drifted in the original.
  public struct Variant: Sendable {
    /// Where it stands.
    public let location: String
    /// What it says there.
    public let text: Located<InlineText>
    /// What the difference amounts to.
    public let note: InlineText?
  }
}

/// What a report says of the report it follows.
public final class Visit: Sendable {
  /// The report whose recommendations it judges.
  public let follows: Located<ReportID>
  /// What it concludes on each recommendation; nil where the items are not known.
  public let progress: Located<Known<[Progress]>>?
  /// Numbers of conclusions where only their count is known.
  public let progressCounts: [Located<(grade: ProgressGradeID, count: Int)>]
  /// Recommendations that it did not look at.
  public let notAssessed: [Located<Int>]
  /// The recorded conclusion on the whole; never computed.
  public let overall: Located<Known<ProgressGradeID>>?
  /// Recommendations that it closes.
  public let closes: [Closure]

  init(
    follows: Located<ReportID>, progress: Located<Known<[Progress]>>?,
    progressCounts: [Located<(grade: ProgressGradeID, count: Int)>], notAssessed: [Located<Int>],
    overall: Located<Known<ProgressGradeID>>?, closes: [Closure]
  ) {
    self.follows = follows
    self.progress = progress
    self.progressCounts = progressCounts
    self.notAssessed = notAssessed
    self.overall = overall
    self.closes = closes
  }
}

/// What a visit concludes on one recommendation.
public final class Progress: Sendable {
  /// Which recommendation of the report that is followed.
  public let recommendation: Located<Int>
  /// The conclusion on the framework's progress scale.
  public let judgement: Located<ProgressGradeID>
  /// What was found, in our words.
  public let finding: InlineText?
  /// What more is asked for.
  public let furtherAction: InlineText?
  /// The numbered paragraph that says so.
  public let paragraph: Located<Int>?
  /// A remark on it.
  public let note: InlineText?
  /// The whole entry.
  public let span: Span

  init(
    recommendation: Located<Int>, judgement: Located<ProgressGradeID>, finding: InlineText?,
    furtherAction: InlineText?, paragraph: Located<Int>?, note: InlineText?, span: Span
  ) {
    self.recommendation = recommendation
    self.judgement = judgement
    self.finding = finding
    self.furtherAction = furtherAction
    self.paragraph = paragraph
    self.note = note
    self.span = span
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
  public let recommendation: Located<Int>
  /// Why.
  public let reason: Reason
  /// A remark on it.
  public let note: InlineText?
}
