import HTML
import Inspections
import Templates

/// A visit that judged progress on a report's recommendations.
struct VisitEntry: Sendable {
  let visit: Report
  /// The report that asked, on which alone its conclusions are counted.
  let report: Report
  /// The body of which alone they are counted; nil for all that were asked.
  var body: OrganisationID?
  let site: SiteContext

  static let view = View<VisitEntry>(
    "VisitEntry", "A visit that judged progress on a report's recommendations.",
    [
      .text("title", "The visit's title.") { $0.visit.title.value.plain },
      .language { $0.visit.titleLanguage },
      .address("link", "The visit's page.") {
        $0.site.addresses.link(.report($0.visit.id, anchor: nil))
      },
      .text("when", "When inspectors were there, or when it was published.") {
        ReportWords.time(of: $0.visit)
      },
      .text("occasion", "The same behind `Followed up`: where only that is known, in which report.")
      {
        ReportWords.occasion($0.visit, in: $0.site.register)
      },
      .html("overall", "The recorded conclusion on the whole; empty where none is recorded.") {
        FollowUpWords.overall(of: $0.visit, in: $0.site.register)
      },
      .text("tally", "How its conclusions divide, worked out; may be empty.") {
        $0.words.tally ?? ""
      },
      .text(
        "counted", "The same with how many were past due, as a line that says so; may be empty."
      ) {
        $0.words.counted ?? ""
      },
      .text(
        "recorded",
        "How many of each conclusion are recorded where the single ones are not, said so."
      ) {
        $0.words.recorded ?? ""
      },
      .html("single", "What it concludes on the one item that it follows up; may be empty.") {
        $0.words.single
      },
      .text("past-due", "How many were past due by then, or how long one was; may be empty.") {
        $0.words.pastDue ?? ""
      },
      .text("closes", "What it closes and why, or that it closes nothing; may be empty.") {
        $0.words.closes ?? ""
      },
    ])

  private var words: VisitWords {
    VisitWords(
      of: visit, askedBy: [site.register.original(of: report)], of: body, in: site)
  }
}
