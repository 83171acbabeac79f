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
      details.report.people.filter {
        details.site.register.site.visibleRoles.contains($0.role.value)
      }
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
    .text("lag", "How long publication took, worked out; may be empty.") { $0.lagWords },
    .text("consulted", "From when to when a consultation was open; may be empty.") {
      $0.report.consultation?.open.known().map(DateWords.words(_:)) ?? ""
    },
    .text("consulted-days", "How many days that was, worked out; may be empty.") { $0.openDays },
    .texts("returns", "Returns to a consultation by the way they came.") {
      counts($0.report.consultation?.responses)
    },
    .texts("respondents", "Returns to a consultation by who sent them.") {
      counts($0.report.consultation?.respondents)
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

  private static func counts(_ counts: [Located<Count>]?) -> [String] {
    (counts ?? []).map { "\($0.value.name): \($0.value.count)" }
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

  /// When inspectors were at work; of a letter, for which nobody goes anywhere, only where it is known.
  private var fieldwork: String {
    guard let work = report.fieldwork?.value.value else {
      let isLetter = report.isVisit && site.register.framework(of: report)?.visitTerm != nil
      return report.fieldwork == nil || isLetter ? "" : "not known"
    }
    return DateWords.words(work)
  }

  private var overall: HTMLFragment {
    site.register.expectsOverall(report)
      ? ReportWords.overallMark(of: report, in: site.register) : .empty
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
