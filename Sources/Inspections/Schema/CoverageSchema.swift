import Diagnostics

/// Fields of a record of coverage.
enum CoverageFields {
  static let title = Field("title", Values.inline, .required, "Its headline, or our words for it.")
  static let outlet = Field("outlet", Values.text, .required, "Who published it.")
  static let published = Field("published", Values.date.orUnknown, .required, "When.")
  static let address = Field("address", Values.address, .optional, "Where it can be read.")
  static let kind = Field(
    "kind", Values.choice(Coverage.Kind.self), .required, "Whose account it is.")
  static let about = Field(
    "about", ValueType<ReportID>.reference(.reports).located.oneOrMany, .optional,
    "The reports it is about.")
  static let claims = Field(
    "claims", Values.record(ClaimFields.schema).list, .optional,
    "What it says, to be held against the record.")

  static let schema = RecordSchema<Coverage>(
    "coverage record", "A press or third-party account of a report.",
    [
      title.description, outlet.description, published.description, address.description,
      kind.description, about.description, claims.description,
    ] + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let outlet = decoding.required(outlet)
    let published = decoding.required(published)
    let address = decoding.optional(address)
    let kind = decoding.required(kind)
    let about = decoding.value(about, default: [])
    let claims = decoding.value(claims, default: [])
    guard let title, let outlet, let kind else { return nil }
    return Coverage(
      header: header, title: title, outlet: outlet, published: published, address: address,
      kind: kind.value, about: about, claims: claims)
  }
}

/// Fields of an entry of `claims`.
enum ClaimFields {
  static let report = Field(
    "report", ValueType<ReportID>.reference(.reports),
    .conditional("one of `report`, `area`, `organisation` and `framework`"),
    "The report it is about.")
  static let area = Field(
    "area", ValueType<AreaID>.reference(.areas), .optional, "The area it is about.")
  static let organisation = Field(
    "organisation", ValueType<OrganisationID>.reference(.organisations), .optional,
    "The organisation it is about.")
  static let framework = Field(
    "framework", ValueType<FrameworkID>.reference(.frameworks), .optional,
    "The framework it is about.")
  static let says = Field("says", Values.inline, .optional, "What it says, in our words.")
  static let overall = Field(
    "overall", Values.text, .optional,
    "The overall grade it names; any word, also one off the scale.")
  static let published = Field(
    "published", Values.date, .optional, "The date of publication it names.")
  static let fieldwork = Field(
    "fieldwork", Values.interval, .optional, "The time of fieldwork it names.")
  static let judgements = Field(
    "judgements", Values.record(ClaimedJudgementFields.schema).list, .optional,
    "The grades it names by aspect.")
  static let recommendations = Field(
    "recommendations", Values.count, .optional, "The number of recommendations it names.")
  static let together = Field(
    "together", Values.record(TogetherFields.schema), .optional,
    "Reports that it counts together, with the time in which it says they came out.")
  static let agrees = Field(
    "agrees", Values.inline, .optional,
    "Why an editor finds that it agrees, where fields cannot decide.")
  static let differs = Field(
    "differs", Values.inline, .optional,
    "Why an editor finds that it differs, where fields cannot decide.")
  static let untested = Field(
    "untested", Values.inline, .optional, "Why it cannot be tested.")

  private static let all = [
    report.description, area.description, organisation.description, framework.description,
    says.description, overall.description, published.description, fieldwork.description,
    judgements.description, recommendations.description, together.description,
    agrees.description, differs.description, untested.description,
  ]

  static let schema = RecordSchema<Claim>("claim", "One statement of a coverage record.", all) {
    decoding in
    let subject = decoding.claimSubject()
    let verdict = decoding.editorVerdict()
    let says = decoding.optional(says)?.value
    let overall = decoding.optional(overall)
    let published = decoding.optional(published)
    let fieldwork = decoding.optional(fieldwork)
    let judgements = decoding.value(judgements, default: [])
    let recommendations = decoding.optional(recommendations)
    let together = decoding.optional(together)?.value
    guard let subject else { return nil }
    return Claim(
      subject: subject, says: says, overall: overall, published: published, fieldwork: fieldwork,
      judgements: judgements, recommendations: recommendations, together: together,
      editorVerdict: verdict, span: decoding.span)
  }
}

extension Decoding {
  fileprivate mutating func claimSubject() -> Claim.Subject? {
    let area = optional(ClaimFields.area)
    let organisation = optional(ClaimFields.organisation)
    let framework = optional(ClaimFields.framework)
    let hasOther =
      has(ClaimFields.area) || has(ClaimFields.organisation) || has(ClaimFields.framework)
    let report = hasOther ? optional(ClaimFields.report) : required(ClaimFields.report)
    if let area { return .area(area) }
    if let organisation { return .organisation(organisation) }
    if let framework { return .framework(framework) }
    return report.map(Claim.Subject.report)
  }

  fileprivate mutating func editorVerdict() -> Claim.EditorVerdict? {
    let agrees = optional(ClaimFields.agrees)
    let differs = optional(ClaimFields.differs)
    let untested = optional(ClaimFields.untested)
    if let agrees { return .agrees(agrees.value) }
    if let differs { return .differs(differs.value) }
    return untested.map { .untested($0.value) }
  }
}

/// Fields of a claim's `together`.
enum TogetherFields {
  static let reports = Field(
    "reports", ValueType<ReportID>.reference(.reports).located.list, .required,
    "The reports that it counts.")
  static let within = Field(
    "within", Values.duration, .required, "The time in which it says all of them came out.")

  static let schema = RecordSchema<Together>(
    "set of reports", "Reports that a statement counts, like \"the fourth in a year\".",
    [reports.description, within.description]
  ) { decoding in
    let reports = decoding.required(reports)
    let within = decoding.required(within)
    guard let reports, let within else { return nil }
    return Together(reports: reports.value, within: within)
  }
}

/// Fields of an entry of a claim's `judgements`.
enum ClaimedJudgementFields {
  static let aspect = Field("aspect", Values.aspect, .required, "The aspect.")
  static let grade = Field(
    "grade", Values.text, .required, "The grade it names; any word, also one off the scale.")

  static let schema = RecordSchema<ClaimedJudgement>(
    "claimed judgement", "A grade that an account names for an aspect.",
    [aspect.description, grade.description]
  ) { decoding in
    let aspect = decoding.required(aspect)
    let grade = decoding.required(grade)
    guard let aspect, let grade else { return nil }
    return ClaimedJudgement(aspect: aspect, grade: grade)
  }
}
