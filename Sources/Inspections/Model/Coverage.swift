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

  static let schema = RecordSchema(
    "coverage record", "A press or third-party account of a report.", Coverage.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "Its headline, or our words for it.")
    let outlet = fields.required("outlet", Values.text, "Who published it.")
    published = fields.required("published", Values.date.orUnknown, "When.")
    address = fields.optional("address", Values.address, "Where it can be read.")
    let kind = fields.required("kind", Values.choice(Kind.self), "Whose account it is.")
    about = fields.value(
      "about", Values.report.located.oneOrMany, default: [], "The reports it is about.")
    claims = fields.list(
      "claims", of: Values.record(Claim.schema), "What it says, to be held against the record.")
    header = RecordHeader(&fields, called: title?.value)
    guard let title, let outlet, let kind else { return nil }
    self.title = title
    self.outlet = outlet
    self.kind = kind.value
  }
}

/// One statement of a coverage record.
public struct Claim: Sendable {
  /// What a statement is about.
  public enum Subject: Sendable {
    case report(Located<ReportID>)
    case area(Located<AreaID>)
    case organisation(Located<OrganisationID>)
    case framework(Located<FrameworkID>)

    fileprivate init?(_ fields: inout Decoding) {
      let others = ["area", "organisation", "framework"]
      let report = fields.required(
        "report", Values.report, if: !others.contains(where: fields.has),
        when: "one of `report`, `area`, `organisation` and `framework`", "The report it is about.")
      let area = fields.optional("area", Values.area, "The area it is about.")
      let organisation = fields.optional(
        "organisation", Values.organisation, "The organisation it is about.")
      let framework = fields.optional(
        "framework", Values.framework, "The framework it is about.")
      let subject =
        area.map(Self.area) ?? organisation.map(Self.organisation)
        ?? framework.map(Self.framework) ?? report.map(Self.report)
      guard let subject else { return nil }
      self = subject
    }
  }

  /// An editor's own verdict where fields cannot decide.
  public enum EditorVerdict: Sendable {
    case agrees(InlineText)
    case differs(InlineText)
    case untested(InlineText)

    fileprivate init?(_ fields: inout Decoding) {
      let agrees = fields.optional(
        "agrees", Values.inline, "Why an editor finds that it agrees, where fields cannot decide.")
      let differs = fields.optional(
        "differs", Values.inline,
        "Why an editor finds that it differs, where fields cannot decide.")
      let untested = fields.optional("untested", Values.inline, "Why it cannot be tested.")
      let verdict =
        agrees.map { Self.agrees($0.value) } ?? differs.map { .differs($0.value) }
        ?? untested.map { .untested($0.value) }
      guard let verdict else { return nil }
      self = verdict
    }
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

  static let schema = RecordSchema("claim", "One statement of a coverage record.", Claim.init(_:))

  init?(_ fields: inout Decoding) {
    span = fields.span
    let subject = Subject(&fields)
    says = fields.optional("says", Values.inline, "What it says, in our words.")?.value
    overall = fields.optional(
      "overall", Values.text, "The overall grade it names; any word, also one off the scale.")
    published = fields.optional(
      "published", Values.date, "The date of publication it names.")
    fieldwork = fields.optional("fieldwork", Values.interval, "The time of fieldwork it names.")
    judgements = fields.list(
      "judgements", of: Values.record(ClaimedJudgement.schema), "The grades it names by aspect.")
    recommendations = fields.optional(
      "recommendations", Values.count, "The number of recommendations it names.")
    together =
      fields.optional(
        "together", Values.record(Together.schema),
        "Reports that it counts together, with the time in which it says they came out.")?.value
    editorVerdict = EditorVerdict(&fields)
    guard let subject else { return nil }
    self.subject = subject
  }
}

/// Reports that a statement counts together, like "the fourth in a year".
public struct Together: Sendable {
  /// The reports.
  public let reports: [Located<ReportID>]
  /// The time in which all of them are said to have come out.
  public let within: Located<Duration>

  static let schema = RecordSchema(
    "set of reports", "Reports that a statement counts, like \"the fourth in a year\".",
    Together.init(_:))

  init?(_ fields: inout Decoding) {
    let reports = fields.required(
      "reports", Values.report.located.list, "The reports that it counts.")
    let within = fields.required(
      "within", Values.duration, "The time in which it says all of them came out.")
    guard let reports, let within else { return nil }
    self.reports = reports.value
    self.within = within
  }
}

/// A grade that a coverage record claims for an aspect.
public struct ClaimedJudgement: Sendable {
  /// The aspect.
  public let aspect: Located<AspectID>
  /// The grade it names; any word, also one off the scale.
  public let grade: Located<String>

  static let schema = RecordSchema(
    "claimed judgement", "A grade that an account names for an aspect.", ClaimedJudgement.init(_:))

  init?(_ fields: inout Decoding) {
    let aspect = fields.required("aspect", Values.aspect, "The aspect.")
    let grade = fields.required(
      "grade", Values.text, "The grade it names; any word, also one off the scale.")
    guard let aspect, let grade else { return nil }
    self.aspect = aspect
    self.grade = grade
  }
}
