import HTML
import Inspections
import Templates

/// The facts of a report: who made it, about what, when and on what terms.
struct ReportDetails: TextScope, Sendable {
  let report: Report
  let site: SiteContext

  static let view = View<ReportDetails>(
    "ReportDetails", "The facts of a report.", names + dates + conclusions + terms)

  private static let names: [View<ReportDetails>.Field] = [
    .list("publishers", "Who published it.", RecordLink.view) { details in
      details.report.publishers.map { details.site.link($0.value) }
    },
    .list("areas", "What was inspected; may be empty.", RecordLink.view) { $0.areas },
    .record("framework", "The rules it was made under, if they are known.", RecordLink.view) {
      details in
      details.report.framework.known().map { details.site.link($0) }
    },
    .flag("framework-unknown", "Whether it is recorded that the framework is not known.") {
      $0.report.framework.map { $0.value.value == nil } ?? false
    },
    .list("follows", "The reports whose recommendations it judges.", RecordLink.view) { details in
      (details.report.visit?.follows ?? []).map { details.site.link($0.value) }
    },
    ExtraFacts.list {
      ExtraFacts(scope: ReferenceScope($0.report), site: $0.site)
    },
    .text("reference", "The publisher's own number for it; may be empty.") {
      $0.report.reference.known() ?? ""
    },
    .flag("reference-unknown", "Whether it is recorded that the number is not known.") {
      $0.report.reference?.value == .unknown
    },
    .text("paragraphs", "How many numbered paragraphs the original has; may be empty.") {
      $0.report.paragraphCount.map { String($0.value) } ?? ""
    },
    .list("people", "Those who made or signed it and whose roles are shown in public.", Person.view)
    {
      details in
      details.report.shownPeople(in: details.site.register)
    },
  ]

  private static let dates: [View<ReportDetails>.Field] = [
    .text("fieldwork", "When inspectors were at work, in words; may be empty.") { $0.fieldwork },
    .text("published", "When the public could read it, in words; empty where that is not known.") {
      $0.report.published.known().map(DateWords.words(_:)) ?? ""
    },
    .text("published-date", "The same as ISO 8601 at the precision that is known.") {
      $0.report.published.known()?.description ?? ""
    },
    .text("dated", "The date on the cover where it is another; may be empty.") { $0.coverDate },
    .flag("dated-unknown", "Whether it is recorded that the date on the cover is not known.") {
      $0.report.dated?.value == .unknown
    },
    .text("lag", "How long publication took, worked out; may be empty.") { $0.lagWords },
    .text("consulted", "From when to when a consultation was open; may be empty.") {
      $0.report.consultation?.openWords ?? ""
    },
    .text("consulted-days", "How many days that was, worked out; may be empty.") { $0.openDays },
    .texts("returns", "Returns to a consultation by the way they came.") {
      $0.report.consultation?.returns ?? []
    },
    .texts("respondents", "Returns to a consultation by who sent them.") {
      $0.report.consultation?.senders ?? []
    },
  ]

  private static let conclusions: [View<ReportDetails>.Field] = [
    .html("overall", "The recorded overall grade, or the words for its absence; may be empty.") {
      $0.overall
    },
    .html("overall-progress", "The recorded conclusion on progress as a whole; may be empty.") {
      FollowUpWords.overall(of: $0.report, in: $0.site.register)
    },
    .text("progress-tally", "How its conclusions on progress divide; may be empty.") {
      TallyWords.progress(of: $0.report, in: $0.site.register) ?? ""
    },
    .flag("counts-progress", "Whether that is worked out, and not recorded as counts.") {
      $0.report.visit?.isItemised ?? false
    },
  ]

  private static let terms: [View<ReportDetails>.Field] = [
    .text("licence", "On what terms it may be used; empty where nothing is recorded.") {
      $0.licence?.title ?? ""
    },
    .address("licence-address", "Where those terms can be read.") { $0.licence?.address?.value },
    .html("licence-note", "What those terms allow; may be empty.") {
      $0.text($0.licence?.note)
    },
    .html("note", "A remark of the register on the facts; may be empty.") {
      $0.text($0.report.header.note)
    },
  ]

  var scope: ReferenceScope { ReferenceScope(report) }
}

extension Consultation {
  /// From when to when replies were asked for; nil where nothing is said.
  var openWords: String? {
    open.map { $0.value.value.map(DateWords.words(_:)) ?? "not known" }
  }

  /// `online: 16`: returns by the way they came.
  var returns: [String] { responses.map(Self.words) }

  /// `parents: 7`: returns by who sent them.
  var senders: [String] { respondents.map(Self.words) }

  private static func words(_ count: Located<Count>) -> String {
    "\(count.value.name): \(count.value.count)"
  }
}

extension ReportDetails {
  /// The areas with what kind of unit each is.
  private var areas: [RecordLink] {
    report.areas.map { id in
      let area = site.register.areas[id.value]
      let kind = area.flatMap(AreaWords.kind) ?? ""
      let body = area?.body(on: report.time?.end.latest ?? site.now.day)
        .flatMap { site.register.organisations[$0]?.title.value.plain }
      let words = [kind, body.map { kind.isEmpty ? "part of \($0)" : "of \($0)" } ?? ""]
      return site.link(id.value, note: words.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private var licence: Licence? {
    report.licence.flatMap { id in
      site.register.site.licences.first { $0.id.value == id.value }
    }
  }

  private var coverDate: String {
    guard let dated = report.dated.known(), dated != report.published.known() else { return "" }
    return DateWords.words(dated)
  }

  private var lagWords: String {
    guard let lag = ReportFacts(of: report, in: site.register).publicationLag else { return "" }
    if lag.lowerBound == lag.upperBound {
      return lag.lowerBound == 0
        ? "on the last day of the fieldwork"
        : NumberWords.count(lag.lowerBound, "day", "days") + " after the fieldwork ended"
    }
    return "\(lag.lowerBound) to \(lag.upperBound) days after the fieldwork ended"
  }

  private var openDays: String {
    guard let open = report.consultation?.open.known(), open.start.precision == .day,
      open.end.precision == .day
    else { return "" }
    let days = open.end.latest.number - open.start.earliest.number + 1
    return NumberWords.count(days, "day", "days") + ", the first and the last included"
  }

  private var fieldwork: String {
    report.fieldwork.map { $0.value.value.map(DateWords.words(_:)) ?? "not known" } ?? ""
  }

  private var overall: HTMLFragment {
    site.register.expectsOverall(report)
      ? ReportWords.overallMark(of: report, in: site.register) : .empty
  }
}

extension Report {
  /// Those who made or signed it and whose roles the site shows in public.
  func shownPeople(in register: Register) -> [Person] {
    people.filter { register.site.visibleRoles.contains($0.role.value) }
  }
}

extension Person {
  /// What templates may name of somebody who is shown in public.
  static let view = View<Person>(
    "Person", "Someone who made or signed a report, or who holds a public office.",
    [
      .text("name", "The name.") { $0.name.value },
      .text("role", "What they did.") { $0.role.value },
    ])
}
