import Diagnostics
import CommonMark
import HTML
import Inspections
import Templates

/// What a reader must know before reading on: how much of the report is here, and whether it stands.
struct ReportNotices: TextScope, Sendable {
  let report: Report
  /// Reports that were withdrawn in favour of this one.
  let replaced: [ReportID]
  let site: SiteContext

  static let view = View<ReportNotices>(
    "ReportNotices", "What a reader must know before reading on.",
    [
      .flag("is-digest", "Whether this is a summary in other words.") { $0.report.form == .digest },
      .flag("is-known-of", "Whether the report is known through others only.") {
        $0.report.form == .knownOf
      },
      .record(
        "restriction", "Why its text may not be published, where that is so.", restrictionView
      ) {
        notices in
        notices.report.restriction.map { RestrictionModel(restriction: $0, notices: notices) }
      },
      .record("original-language", "The report that this is in another language.", RecordLink.view)
      {
        notices in
        let original = notices.site.register.original(of: notices.report)
        return original === notices.report ? nil : notices.site.link(original.id)
      },
      .list("translations", "The report in other languages.", RecordLink.view) { notices in
        let links = notices.site.register.links
        return (links.translations[notices.report.id] ?? []).map { notices.site.link($0) }
      },
      .text("left-out", "How many numbered paragraphs of the original are not here; may be empty.")
      {
        $0.leftOut > 0 ? NumberWords.words($0.leftOut) : ""
      },
      .flag("one-left-out", "Whether that is one.") { $0.leftOut == 1 },
      .address("original", "Where the published report can be read, if that is recorded.") {
        $0.original?.address?.value
      },
      .record("withdrawal", "Why it no longer stands, if it was withdrawn.", withdrawalView) {
        notices in
        notices.report.withdrawal.map { WithdrawalModel(withdrawal: $0, notices: notices) }
      },
      .flag("is-withdrawn", "Whether it was withdrawn.") { $0.report.status == .withdrawn },
      .flag("is-withheld", "Whether its text is kept back from readers.") {
        $0.report.isTextWithheld
      },
      .list("replaced", "Reports that were withdrawn in favour of this one.", RecordLink.view) {
        notices in notices.replaced.map { notices.site.link($0) }
      },
      .list("changes", "Corrections published after release, oldest first.", changeView) {
        notices in
        notices.report.changes.enumerated().map {
          ChangeModel(change: $1, number: $0 + 1, notices: notices)
        }
      },
      .list("remarks", "What the publisher of the register notes to single places.", remarkView) {
        notices in
        notices.report.header.waivers.map { RemarkModel(waiver: $0, notices: notices) }
      },
    ])

  private var leftOut: Int {
    report.paragraphCount.map { $0.value - report.header.body.paragraphs.count } ?? 0
  }

  /// The source that is the inspectorate's own document; what others wrote never stands for it.
  private var original: Source? {
    report.header.sources.first { $0.trust == .record && $0.address != nil }
  }

  var scope: ReferenceScope { ReferenceScope(report) }

  private struct RestrictionModel: Sendable {
    let restriction: Restriction
    let notices: ReportNotices
  }

  private static let restrictionView = View<RestrictionModel>(
    "Restriction", "Why the text of a report may not be published.",
    [
      .text("words", "That it may not be published, or not all of it.") {
        ReportWords.restricted($0.restriction)
      },
      .record("by", "Who says so.", RecordLink.view) { model in
        let who = ReportWords.restrictor(model.restriction, in: model.notices.site.register)
        return who.id.map { model.notices.site.link($0) } ?? RecordLink(title: who.title, link: nil)
      },
      .html("reason", "Why.") { $0.notices.text($0.restriction.reason) },
    ])

  private struct WithdrawalModel: Sendable {
    let withdrawal: Withdrawal
    let notices: ReportNotices
  }

  private static let withdrawalView = View<WithdrawalModel>(
    "Withdrawal", "Why a report no longer stands.",
    [
      .text("date", "When it was withdrawn, like `on 2 May 2010`.") {
        DueWords.at($0.withdrawal.date.value)
      },
      .html("reason", "Why.") { $0.notices.text($0.withdrawal.reason) },
      .record("superseded-by", "The report that takes its place, if there is one.", RecordLink.view)
      {
        model in
        model.withdrawal.supersededBy.map { model.notices.site.link($0.value) }
      },
    ])

  private struct ChangeModel: Sendable {
    let change: Change
    let number: Int
    let notices: ReportNotices
  }

  private static let changeView = View<ChangeModel>(
    "ReportChange", "A correction published after release.",
    [
      .text("anchor", "The id of its place on the page, which feeds lead to.") {
        "change.\($0.number)"
      },
      .text("date", "When, in words.") { DateWords.words($0.change.date.value) },
      .text("date-iso", "The same as ISO 8601.") { $0.change.date.value.description },
      .html("note", "What was corrected.") { $0.notices.text($0.change.note) },
      .list("paragraphs", "The paragraphs it concerns.", RecordLink.view) { model in
        model.change.paragraphs.map { paragraph in
          RecordLink(
            title: paragraph.value.description,
            link: model.notices.report.paragraphLink(paragraph.value))
        }
      },
    ])

  private struct RemarkModel: Sendable {
    let waiver: Waiver
    let notices: ReportNotices

    /// A fact by its key in the content file, as readers know it: `Judgement on Race and diversity`.
    func words(for field: String) -> String {
      let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return spelled(field) }
      if parts[0] == "judgements" {
        let framework = notices.site.register.framework(of: notices.report)
        return "Judgement on \(framework?.aspect(AspectID(parts[1]))?.title ?? spelled(parts[1]))"
      }
      return "\(spelled(parts[0])): \(spelled(parts[1]))"
    }

    private func spelled(_ key: String) -> String {
      NumberWords.capitalised(
        key.replacing("_", with: " ").replacing("-", with: " ").replacing(".", with: ", "))
    }
  }

  private static let remarkView = View<RemarkModel>(
    "PublisherRemark", "What the publisher of the register notes to a place of the report.",
    [
      .optionalText("paragraph", "The numbered paragraph it is about.") {
        $0.waiver.paragraph?.value.description
      },
      .address("link", "The link to that paragraph, where the page has it.") { model in
        model.waiver.paragraph.flatMap { model.notices.report.paragraphLink($0.value) }
      },
      .text("field", "The fact it is about, in words; may be empty.") { model in
        model.waiver.field.map { model.words(for: $0.value) } ?? ""
      },
      .text("check", "The check whose finding is set aside.") { $0.waiver.check.value },
      .html("reason", "Why.") { $0.notices.text($0.waiver.reason) },
      .text("by", "Who decided.") { $0.waiver.by },
      .text("date", "When, in words.") { DateWords.words($0.waiver.date) },
    ])
}
