/// Fields of a report.
enum ReportFields {
  static let title = Field("title", Values.inline, .required, "Its name.")
  static let kind = Field(
    "kind", Values.choice(Report.Kind.self), .required, "What it is.")
  static let form = Field(
    "form", Values.choice(Report.Form.self), .optional,
    "How much of it the register holds: `full` text (when absent), a `digest` in other words, or "
      + "`known-of` where it is known through others only.")
  static let publisher = Field(
    "publisher", ValueType<OrganisationID>.reference(.organisations).located,
    .conditional("unless `publishers` is there"), "Who published it.")
  static let publishers = Field(
    "publishers", ValueType<OrganisationID>.reference(.organisations).located.list,
    .conditional("unless `publisher` is there"), "Who published it together.")
  static let framework = Field(
    "framework", ValueType<FrameworkID>.reference(.frameworks).orUnknown,
    .conditional("for an inspection, a thematic report and a monitoring visit"),
    "The rules it was made under.")
  static let area = Field(
    "area", ValueType<AreaID>.reference(.areas).located,
    .conditional("for an inspection and a monitoring visit, unless `areas` is there"),
    "What was inspected.")
  static let areas = Field(
    "areas", ValueType<AreaID>.reference(.areas).located.list, .optional,
    "What was inspected together, or what the report covers; every kind of report may name several."
  )
  static let paragraphs = Field(
    "paragraphs", Values.positive, .optional, "How many numbered paragraphs the original has.")
  static let reference = Field(
    "reference", Values.text, .optional, "The publisher's own number; unique per publisher.")
  static let fieldwork = Field(
    "fieldwork", Values.interval.orUnknown, .optional, "When inspectors were at work.")
  static let dated = Field("dated", Values.date.orUnknown, .optional, "The date on the cover.")
  static let published = Field(
    "published", Values.date.orUnknown, .conditional("unless the report is a draft or scheduled"),
    "When the public could read it.")
  static let status = Field(
    "status", Values.choice(Report.Status.self), .optional,
    "Where it stands in its publication; `published` when absent.")
  static let release = Field(
    "release", Values.instant, .conditional("for a scheduled report"), "When it may appear.")
  static let withdrawal = Field(
    "withdrawal", Values.record(WithdrawalFields.schema), .conditional("for a withdrawn report"),
    "Why and when it was withdrawn.")
  static let people = Field(
    "people", Values.record(PersonFields.schema).list, .optional, "Who made or signed it.")
  static let licence = Field(
    "licence", ValueType<LicenceID>.name("a licence of site.yml"), .optional,
    "Under what terms it may be used.")
  static let overall = Field(
    "overall", Values.judgedGrade, .optional,
    "The recorded overall grade; leave it out where the report gives none.")
  static let judgements = Field(
    "judgements", Values.record(JudgementFields.schema).list, .optional,
    "The conclusions on each aspect.")
  static let recommendations = Field(
    "recommendations", Values.record(RecommendationFields.schema).list, .optional,
    "What it asks for.")
  static let samples = Field(
    "samples", Values.record(SampleFields.schema).list, .optional, "What was looked at.")
  static let surveys = Field(
    "surveys", Values.record(SurveyFields.schema).list, .optional,
    "Surveys, or the questions of one.")
  static let indicators = Field(
    "indicators", Values.record(IndicatorFields.schema).list, .optional,
    "Measured figures against their targets.")
  static let consultation = Field(
    "consultation", Values.record(ConsultationFields.schema), .optional,
    "How a consultation was held.")
  static let changes = Field(
    "changes", Values.record(ChangeFields.schema).list, .optional,
    "Corrections published after release, oldest first.")
  static let contents = Field(
    "contents", Values.text.located.list, .optional,
    "The contents list as printed, to be checked against the headings.")

  private static let identity = [
    title.description, kind.description, form.description, publisher.description,
    publishers.description, framework.description, area.description, areas.description,
    paragraphs.description, reference.description, fieldwork.description, dated.description,
    published.description, status.description, release.description, withdrawal.description,
    people.description, licence.description,
  ]
  private static let substance = [
    overall.description, judgements.description, recommendations.description,
    samples.description, surveys.description, indicators.description, consultation.description,
    changes.description, contents.description,
  ]

  static let schema = RecordSchema<Report>(
    "report", "An inspectorate's publication.",
    identity + substance + VisitFields.all + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let kind = decoding.required(kind)
    let identity = decoding.reportIdentity(kind: kind?.value)
    let substance = decoding.reportSubstance()
    let visit = decoding.visit(kind: kind?.value)
    guard let title, let kind else { return nil }
    return Report(
      header: header, title: title, kind: kind, form: identity.form,
      publishers: identity.publishers, framework: identity.framework, areas: identity.areas,
      paragraphCount: identity.paragraphCount, reference: identity.reference,
      fieldwork: identity.fieldwork, dated: identity.dated, published: identity.published,
      status: identity.status, release: identity.release, withdrawal: identity.withdrawal,
      people: identity.people, licence: identity.licence, overall: substance.overall,
      judgements: substance.judgements, recommendations: substance.recommendations,
      samples: substance.samples, surveys: substance.surveys, indicators: substance.indicators,
      consultation: substance.consultation, visit: visit, changes: substance.changes,
      contents: substance.contents)
  }
}

/// What a report is, whose, and when; read together because its parts require one another.
private struct ReportIdentity {
  let form: Report.Form
  let publishers: [Located<OrganisationID>]
  let framework: Located<Known<FrameworkID>>?
  let areas: [Located<AreaID>]
  let paragraphCount: Located<Int>?
  let reference: Located<String>?
  let fieldwork: Located<Known<DateInterval>>?
  let dated: Located<Known<PartialDate>>?
  let published: Located<Known<PartialDate>>?
  let status: Report.Status
  let release: Located<Instant>?
  let withdrawal: Withdrawal?
  let people: [Person]
  let licence: Located<LicenceID>?
}

/// What a report says.
private struct ReportSubstance {
  let overall: Located<JudgedGrade>?
  let judgements: [Judgement]
  let recommendations: [Recommendation]
  let samples: [Sample]
  let surveys: [Survey]
  let indicators: [Indicator]
  let consultation: Consultation?
  let changes: [Change]
  let contents: [Located<String>]
}

extension Decoding {
  fileprivate mutating func reportIdentity(kind: Report.Kind?) -> ReportIdentity {
    let status = value(ReportFields.status, default: .published)
    let isOut = status == .published || status == .withdrawn
    let hasArea = kind == .inspection || kind == .monitoring
    let joint = optional(ReportFields.publishers)
    let single =
      has(ReportFields.publishers)
      ? optional(ReportFields.publisher) : required(ReportFields.publisher)
    let areas = optional(ReportFields.areas)?.value
    let isAreaAsked = hasArea && (areas?.isEmpty ?? !has(ReportFields.areas))
    let area = isAreaAsked ? required(ReportFields.area) : optional(ReportFields.area)
    return ReportIdentity(
      form: value(ReportFields.form, default: .full),
      publishers: Self.together(single?.value, joint?.value ?? []),
      framework: kind == nil || kind == .consultation
        ? optional(ReportFields.framework) : required(ReportFields.framework),
      areas: Self.together(area?.value, areas ?? []),
      paragraphCount: optional(ReportFields.paragraphs),
      reference: optional(ReportFields.reference), fieldwork: known(ReportFields.fieldwork),
      dated: optional(ReportFields.dated),
      published: isOut ? required(ReportFields.published) : optional(ReportFields.published),
      status: status,
      release: status == .scheduled
        ? required(ReportFields.release) : optional(ReportFields.release),
      withdrawal: status == .withdrawn
        ? required(ReportFields.withdrawal)?.value : optional(ReportFields.withdrawal)?.value,
      people: value(ReportFields.people, default: []), licence: optional(ReportFields.licence))
  }

  /// What a field for one and a field for several name together, each once.
  private static func together<Name: Hashable>(
    _ one: Located<Name>?, _ several: [Located<Name>]
  ) -> [Located<Name>] {
    var seen: Set<Name> = []
    return ([one].compactMap { $0 } + several).filter { seen.insert($0.value).inserted }
  }

  fileprivate mutating func reportSubstance() -> ReportSubstance {
    ReportSubstance(
      overall: optional(ReportFields.overall),
      judgements: value(ReportFields.judgements, default: []),
      recommendations: value(ReportFields.recommendations, default: []),
      samples: value(ReportFields.samples, default: []),
      surveys: value(ReportFields.surveys, default: []),
      indicators: value(ReportFields.indicators, default: []),
      consultation: optional(ReportFields.consultation)?.value,
      changes: value(ReportFields.changes, default: []),
      contents: value(ReportFields.contents, default: []))
  }
}

/// Fields of `withdrawal`.
enum WithdrawalFields {
  static let date = Field("date", Values.date, .required, "When it was withdrawn.")
  static let reason = Field("reason", Values.inline, .required, "Why, for readers.")
  static let supersededBy = Field(
    "superseded_by", ValueType<ReportID>.reference(.reports), .optional,
    "The report that takes its place.")

  static let schema = RecordSchema<Withdrawal>(
    "withdrawal", "Why a report no longer stands.",
    [date.description, reason.description, supersededBy.description]
  ) { decoding in
    let date = decoding.required(date)
    let reason = decoding.required(reason)
    let successor = decoding.optional(supersededBy)
    guard let date, let reason else { return nil }
    return Withdrawal(date: date.value, reason: reason.value, supersededBy: successor)
  }
}

/// Fields of an entry of `people`.
enum PersonFields {
  static let name = Field("name", Values.text, .required, "The name.")
  static let role = Field(
    "role", Values.text, .required,
    "What they did; `visible_roles` of site.yml decides who is shown.")

  static let schema = RecordSchema<Person>(
    "person", "Someone who made or signed a report.", [name.description, role.description]
  ) { decoding in
    let name = decoding.required(name)
    let role = decoding.required(role)
    guard let name, let role else { return nil }
    return Person(name: name, role: role)
  }
}

/// Fields of an entry of `changes`.
enum ChangeFields {
  static let date = Field("date", Values.date, .required, "When it was corrected.")
  static let note = Field("note", Values.inline, .required, "What was corrected.")
  static let paragraphs = Field(
    "paragraphs", Values.positive.located.list, .optional, "The numbered paragraphs it concerns.")

  static let schema = RecordSchema<Change>(
    "change", "A correction published after release.",
    [date.description, note.description, paragraphs.description]
  ) { decoding in
    let date = decoding.required(date)
    let note = decoding.required(note)
    let paragraphs = decoding.value(paragraphs, default: [])
    guard let date, let note else { return nil }
    return Change(date: date, note: note.value, paragraphs: paragraphs)
  }
}
