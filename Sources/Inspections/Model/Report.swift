import CommonMark
import Diagnostics

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
  /// Who published it; several for a joint report.
  public let publishers: [Located<OrganisationID>]
  /// The rules it was made under; nil where none apply.
  public let framework: Located<Known<FrameworkID>>?
  /// What was inspected; several for a thematic report.
  public let areas: [Located<AreaID>]
  /// How many numbered paragraphs the original has.
  public let paragraphCount: Located<Int>?
  /// The publisher's own number for it.
  public let reference: Located<String>?
  /// When inspectors were at work.
  public let fieldwork: Located<Known<DateInterval>>?
  /// The date on the cover.
  public let dated: Located<Known<PartialDate>>?
  /// When the public could read it.
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
  /// What a monitoring visit concludes; nil for other kinds.
  public let visit: Visit?
  /// Corrections published after release, oldest first.
  public let changes: [Change]
  /// The contents list as printed, to be checked against the headings.
  public let contents: [Located<String>]

  init(
    header: RecordHeader,
    title: Located<InlineText>,
    kind: Located<Kind>,
    form: Form,
    publishers: [Located<OrganisationID>],
    framework: Located<Known<FrameworkID>>?,
    areas: [Located<AreaID>],
    paragraphCount: Located<Int>?,
    reference: Located<String>?,
    fieldwork: Located<Known<DateInterval>>?,
    dated: Located<Known<PartialDate>>?,
    published: Located<Known<PartialDate>>?,
    status: Status,
    release: Located<Instant>?,
    withdrawal: Withdrawal?,
    people: [Person],
    licence: Located<LicenceID>?,
    overall: Located<JudgedGrade>?,
    judgements: [Judgement],
    recommendations: [Recommendation],
    samples: [Sample],
    surveys: [Survey],
    indicators: [Indicator],
    consultation: Consultation?,
    visit: Visit?,
    changes: [Change],
    contents: [Located<String>]
  ) {
    self.header = header
    self.title = title
    self.kind = kind
    self.form = form
    self.publishers = publishers
    self.framework = framework
    self.areas = areas
    self.paragraphCount = paragraphCount
    self.reference = reference
    self.fieldwork = fieldwork
    self.dated = dated
    self.published = published
    self.status = status
    self.release = release
    self.withdrawal = withdrawal
    self.people = people
    self.licence = licence
    self.overall = overall
    self.judgements = judgements
    self.recommendations = recommendations
    self.samples = samples
    self.surveys = surveys
    self.indicators = indicators
    self.consultation = consultation
    self.visit = visit
    self.changes = changes
    self.contents = contents
  }

  /// Whether readers may see it: neither a draft nor waiting for its release.
  ///
  /// A release that lies ahead holds whatever the status says; `publication-date` tells of the two.
  public func isPublic(on now: Instant, includingDrafts: Bool) -> Bool {
    if includingDrafts { return true }
    let isReleased = release.map { $0.value <= now }
    switch status {
    case .published, .withdrawn: return isReleased ?? true
    case .draft: return false
    case .scheduled: return isReleased ?? false
    }
  }
}

/// Why a report no longer stands.
public struct Withdrawal: Sendable {
  /// When.
  public let date: PartialDate
  /// Why, for readers.
  public let reason: InlineText
  /// The report that takes its place.
  public let supersededBy: Located<ReportID>?
}

/// Someone who made or signed a report.
public struct Person: Sendable {
  /// The name.
  public let name: Located<String>
  /// What they did; decides whether they are shown in public.
  public let role: Located<String>
}

/// A correction published after release.
public struct Change: Sendable {
  /// When.
  public let date: Located<PartialDate>
  /// What was corrected.
  public let note: InlineText
  /// The paragraphs it concerns.
  public let paragraphs: [Located<Int>]
}

/// How a consultation was held.
public struct Consultation: Sendable {
  /// From its opening to its close.
  public let open: Located<Known<DateInterval>>?
  /// Returns by the way they came.
  public let responses: [Located<Count>]
  /// Returns by who sent them.
  public let respondents: [Located<Count>]
}

/// A number of something named.
public struct Count: Sendable, Hashable {
  /// What is counted.
  public let name: String
  /// How many.
  public let count: Int
}

/// An instant to the second, in UTC.
public struct Instant: Sendable, Hashable, Comparable {
  /// The day in UTC.
  public let day: Day
  /// Seconds since its midnight.
  public let second: Int

  /// A time of day in UTC.
  public init(day: Day, second: Int = 0) {
    self.day = day
    self.second = second
  }

  /// The instant some seconds after 1970-01-01T00:00:00Z.
  public init(secondsSince1970 seconds: Int) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    self.init(day: Day(number: days), second: seconds - days * 86_400)
  }

  /// Reads `2026-12-01T09:30:00Z`; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 20, text.hasSuffix("Z"),
      let date = PartialDate(String(text.prefix(10))),
      date.precision == .day
    else { return nil }
    let time = text.dropFirst(10).dropLast()
    let parts = time.dropFirst().split(separator: ":").map { Int($0) }
    guard time.first == "T", parts.count == 3, let hour = parts[0], let minute = parts[1],
      let second = parts[2], (0..<24).contains(hour), (0..<60).contains(minute),
      (0..<60).contains(second)
    else { return nil }
    self.init(day: date.earliest, second: hour * 3600 + minute * 60 + second)
  }

  /// An earlier instant is less.
  public static func < (left: Instant, right: Instant) -> Bool {
    (left.day.number, left.second) < (right.day.number, right.second)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC.
  public var description: String {
    "\(day)T\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2)):"
      + "\(padded(second % 60, to: 2))Z"
  }
}
