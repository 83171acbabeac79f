import CommonMark
public import Diagnostics

/// An inspectorate's publication.
///
/// A class, for a report is passed around by every page and copying its many fields each time took a
/// third of a build; it never changes.
public final class Report: Record {
  /// `reports/`.
  public static let collection = Collection.reports

  /// What a report is.
  public enum Kind: String, Sendable, CaseIterable {
    case inspection, thematic, monitoring, consultation
  }

  /// How much of the report the register holds.
  public enum Form: String, Sendable, CaseIterable {
    /// The published text.
    case full
    /// A summary in other words.
    case digest
    /// Records and links only; the report is known through others.
    case knownOf = "known-of"
    /// It exists, and its text may not be published.
    case restricted
  }

  /// Where a report stands in its publication.
  public enum Status: String, Sendable, CaseIterable {
    case draft, scheduled, published, withdrawn
  }

  /// What every record carries.
  public let header: RecordHeader
  /// Its name.
  public let title: Located<InlineText>
  /// What it is.
  public let kind: Located<Kind>
  /// How much of it the register holds.
  public let form: Form
  /// Why its text may not be published, where that is so.
  public let restriction: Restriction?
  /// The report that it is in another language; nil for one that stands by itself.
  public let translationOf: Located<ReportID>?
  /// Who published it; several for a joint report.
  public let publishers: [Located<OrganisationID>]
  /// The rules it was made under; nil where none apply.
  public let framework: Located<Known<FrameworkID>>?
  /// What was inspected, or what it covers.
  public let areas: [Located<AreaID>]
  /// How many numbered paragraphs the original has.
  public let paragraphCount: Located<Int>?
  /// The publisher's own number for it.
  public let reference: Located<Known<String>>?
  /// When inspectors were at work.
  public let fieldwork: Located<Known<DateInterval>>?
  /// The date on the cover.
  public let dated: Located<Known<PartialDate>>?
  /// When the public could read it; of a scheduled report that does not say so, the day of its release.
  public let published: Located<Known<PartialDate>>?
  /// Where it stands in its publication.
  public let status: Status
  /// When a scheduled report may appear.
  public let release: Located<Instant>?
  /// Why and when it was withdrawn, or by what it was superseded.
  public let withdrawal: Withdrawal?
  /// Who made or signed it.
  public let people: [Person]
  /// Under what terms it may be used.
  public let licence: Located<LicenceID>?
  /// The recorded overall grade; nil where the report gives none.
  public let overall: Located<JudgedGrade>?
  /// The conclusions on each aspect.
  public let judgements: [Judgement]
  /// What it asks for; nil where that is not known.
  public let recommendations: [Recommendation]
  /// What was looked at.
  public let samples: [Sample]
  /// Surveys, or the questions of one.
  public let surveys: [Survey]
  /// Measured figures against their targets.
  public let indicators: [Indicator]
  /// How a consultation was held.
  public let consultation: Consultation?
  /// What it concludes on what an earlier report asked for; nil where it follows none.
  public let visit: Visit?
  /// Corrections published after release, oldest first.
  public let changes: [Change]
  /// The contents list as printed, to be checked against the headings.
  public let contents: [Located<String>]

  static let schema = RecordSchema("report", "An inspectorate's publication.", Report.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.inline, "Its name.")
    let kind = fields.required("kind", Values.choice(Kind.self), "What it is.")
    form = fields.value(
      "form", Values.choice(Form.self), default: .full,
      "How much of it the register holds: `full` text (when absent), a `digest` in other words, "
        + "`known-of` where it is known through others only, or `restricted` where its text may not "
        + "be published.")
    restriction = Restriction(of: form, &fields)
    translationOf = fields.optional(
      "translation_of", Values.report,
      "The report that this is in another language; each is linked from the other, and they count as "
        + "one.")
    publishers = Self.publishers(&fields)
    framework = fields.required(
      "framework", Values.framework.orUnknown,
      if: kind.map { $0.value != .consultation } ?? false,
      when: "for an inspection, a thematic report and a monitoring visit",
      "The rules it was made under.")
    areas = Self.areas(&fields, kind: kind?.value)
    paragraphCount = fields.optional(
      "paragraphs", Values.positive, "How many numbered paragraphs the original has.")
    reference = fields.known(
      "reference", Values.text, "The publisher's own number; unique per publisher.")
    fieldwork = fields.known("fieldwork", Values.interval, "When inspectors were at work.")
    dated = fields.optional("dated", Values.date.orUnknown, "The date on the cover.")
    status = fields.value(
      "status", Values.choice(Status.self), default: .published,
      "Where it stands in its publication; `published` when absent.")
    (published, release) = Self.publication(&fields, status)
    withdrawal = Withdrawal(of: status, &fields)
    people = fields.list("people", of: Values.record(Person.schema), "Who made or signed it.")
    licence = fields.optional(
      "licence", ValueType<LicenceID>.name(DefinedWords.licence),
      "Under what terms it may be used.")
    overall = fields.optional(
      "overall", Values.judgedGrade,
      "The recorded overall grade; leave it out where the report gives none.")
    judgements = fields.list(
      "judgements", of: Values.record(Judgement.schema), "The conclusions on each aspect.")
    recommendations = fields.list(
      "recommendations", of: Values.record(Recommendation.schema), "What it asks for.")
    samples = fields.list("samples", of: Values.record(Sample.schema), "What was looked at.")
    surveys = fields.list(
      "surveys", of: Values.record(Survey.schema), "Surveys, or the questions of one.")
    indicators = fields.list(
      "indicators", of: Values.record(Indicator.schema), "Measured figures against their targets.")
    consultation =
      fields.optional(
        "consultation", Values.record(Consultation.schema), "How a consultation was held.")?.value
    changes = fields.list(
      "changes", of: Values.record(Change.schema),
      "Corrections published after release, oldest first.")
    contents = fields.list(
      "contents", of: Values.text.located,
      "The contents list as printed, to be checked against the headings.")
    visit = Visit(&fields, isNeeded: kind?.value == .monitoring)
    header = RecordHeader(&fields, called: title?.value, hasStatus: true)
    guard let title, let kind else { return nil }
    self.title = title
    self.kind = kind
  }

  /// When the public could read it, and when it may appear.
  private static func publication(
    _ fields: inout Decoding, _ status: Status
  ) -> (published: Located<Known<PartialDate>>?, release: Located<Instant>?) {
    let published = fields.required(
      "published", Values.date.orUnknown, if: status == .published || status == .withdrawn,
      when: "unless the report is a draft or scheduled",
      "When the public could read it; of a scheduled report that leaves it out, the day of its "
        + "release.")
    let release = fields.required(
      "release", Values.instant, if: status == .scheduled, when: "for a scheduled report",
      "When it may appear.")
    guard status == .scheduled, !fields.has("published") else { return (published, release) }
    let zone = fields.context.zone
    return (release?.map { .known(PartialDate(day(of: $0, in: zone))) }, release)
  }

  /// The day of a release where the site is.
  static func day(of release: Instant, in zone: SiteTimeZone?) -> Day {
    Moment(.instant(release), in: zone).day
  }

  private static func publishers(_ fields: inout Decoding) -> [Located<OrganisationID>] {
    let several = fields.required(
      "publishers", Values.organisation.located.list, if: false,
      when: "unless `publisher` is there", "Who published it together.")?.value
    let one = fields.required(
      "publisher", Values.organisation.located,
      if: several?.isEmpty ?? !fields.has("publishers"), when: "unless `publishers` is there",
      "Who published it.")?.value
    return Decoding.together(one, several)
  }

  private static func areas(_ fields: inout Decoding, kind: Kind?) -> [Located<AreaID>] {
    let several = fields.optional(
      "areas", Values.area.located.list,
      "What was inspected together, or what the report covers; every kind may name several.")?.value
    let one = fields.required(
      "area", Values.area.located,
      if: kind == .inspection && (several?.isEmpty ?? !fields.has("areas")),
      when: "for an inspection, unless `areas` is there",
      "What was inspected.")?.value
    return Decoding.together(one, several)
  }

  /// Whether its text is kept back from readers; see ``WithheldText``.
  public var isTextWithheld: Bool { withdrawal?.withheld == .text }

  /// Whether readers may see it: neither a draft nor waiting for its release.
  ///
  /// A release that lies ahead holds whatever the status says; `publication-date` tells of the two.
  public func isPublic(on now: Instant) -> Bool {
    let isReleased = release.map { $0.value <= now }
    switch status {
    case .published, .withdrawn: return isReleased ?? true
    case .draft: return false
    case .scheduled: return isReleased ?? false
    }
  }

  /// Whether a site that shows some of what is not public has it.
  public func isShown(on now: Instant, with unreleased: Unreleased) -> Bool {
    switch unreleased {
    case .none: isPublic(on: now)
    case .embargoed: isPublic(on: now) || (status != .draft && release != nil)
    case .all: true
    }
  }
}

/// What of the records that readers cannot see yet a site shows.
public enum Unreleased: Sendable, Hashable {
  /// Nothing of them.
  case none
  /// Reports that wait for their release, for those who may read them before.
  case embargoed
  /// These and drafts, for those who review them.
  case all
}

/// Someone who made or signed a report, or who holds a public office.
public struct Person: Sendable {
  /// The name.
  public let name: Located<String>
  /// What they did; decides whether they are shown in public.
  public let role: Located<String>

  static let schema = RecordSchema(
    "person", "Someone who made or signed a report, or who holds a public office.", Person.init(_:))

  init?(_ fields: inout Decoding) {
    let name = fields.required("name", Values.text, "The name.")
    let role = fields.required(
      "role", Values.text,
      "What they did; `visible_roles` of site.yml decides who is shown.")
    guard let name, let role else { return nil }
    self.name = name
    self.role = role
  }
}

/// A correction published after release.
public struct Change: Sendable {
  /// When.
  public let date: Located<PartialDate>
  /// What was corrected.
  public let note: InlineText
  /// The paragraphs it concerns.
  public let paragraphs: [Located<PrintedNumber>]

  static let schema = RecordSchema(
    "change", "A correction published after release.", Change.init(_:))

  init?(_ fields: inout Decoding) {
    let date = fields.required("date", Values.date, "When it was corrected.")
    let note = fields.required("note", Values.inline, "What was corrected.")
    paragraphs = fields.list(
      "paragraphs", of: Values.printedNumber.located, "The numbered paragraphs it concerns.")
    guard let date, let note else { return nil }
    self.date = date
    self.note = note.value
  }
}

/// How a consultation was held.
public struct Consultation: Sendable {
  /// From its opening to its close.
  public let open: Located<Known<DateInterval>>?
  /// Returns by the way they came.
  public let responses: [Located<Count>]
  /// Returns by who sent them.
  public let respondents: [Located<Count>]

  static let schema = RecordSchema(
    "consultation", "How a consultation was held.", Consultation.init(_:))

  init?(_ fields: inout Decoding) {
    open = fields.optional("open", Values.interval.orUnknown, "From its opening to its close.")
    responses = fields.value(
      "responses", Values.counts, default: [], "Returns by the way they came.")
    respondents = fields.value(
      "respondents", Values.counts, default: [], "Returns by who sent them.")
  }
}

/// A number of something named.
public struct Count: Sendable, Hashable {
  /// What is counted.
  public let name: String
  /// How many.
  public let count: Int
}
