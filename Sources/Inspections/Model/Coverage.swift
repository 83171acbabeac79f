import CommonMark
public import Diagnostics

/// A press or third-party account of a report; never the inspectorate's word.
public struct Coverage: Record {
  /// `coverage/`.
  public static let collection = Collection.coverage

  /// Whose account it is.
  public enum Kind: String, Sendable, CaseIterable {
    case news
    case providerSummary = "provider-summary"
    case blog
    case other
  }

  /// What every record carries.
  public let header: RecordHeader
  /// Its headline.
  public let title: Located<InlineText>
  /// Who published it.
  public let outlet: Located<String>
  /// When.
  public let published: Located<Known<PartialDate>>?
  /// Where.
  public let address: Located<String>?
  /// Whose account it is.
  public let kind: Kind
  /// The reports it is about.
  public let about: [Located<ReportID>]
  /// What it says, to be held against the record.
  public let claims: [Claim]
}

/// One statement of a coverage record.
public struct Claim: Sendable {
  /// What a statement is about.
  public enum Subject: Sendable {
    case report(Located<ReportID>)
    case area(Located<AreaID>)
    case organisation(Located<OrganisationID>)
    case framework(Located<FrameworkID>)
  }

  /// An editor's own verdict where fields cannot decide.
  public enum EditorVerdict: Sendable {
    case agrees(InlineText)
    case differs(InlineText)
    case untested(InlineText)
  }

  /// What it is about.
  public let subject: Subject
  /// What it says, in our words.
  public let says: InlineText?
  /// The overall grade it names; any word, also one off the scale.
  public let overall: Located<String>?
  /// The date of publication it names.
  public let published: Located<PartialDate>?
  /// The time of fieldwork it names.
  public let fieldwork: Located<DateInterval>?
  /// The grades it names by aspect.
  public let judgements: [ClaimedJudgement]
  /// The number of recommendations it names.
  public let recommendations: Located<Int>?
  /// Reports that it counts together, with the time in which it says they came out.
  public let together: Together?
  /// An editor's own verdict where fields cannot decide.
  public let editorVerdict: EditorVerdict?
  /// The whole entry.
  public let span: Span
}

/// Reports that a statement counts together, like "the fourth in a year".
public struct Together: Sendable {
  /// The reports.
  public let reports: [Located<ReportID>]
  /// The time in which all of them are said to have come out.
  public let within: Located<Duration>
}

/// A grade that a coverage record claims for an aspect.
public struct ClaimedJudgement: Sendable {
  /// The aspect.
  public let aspect: Located<AspectID>
  /// The grade it names; any word, also one off the scale.
  public let grade: Located<String>
}
