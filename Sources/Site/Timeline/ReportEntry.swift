import Diagnostics
import HTML
import Inspections

/// A report in a history's list: when it came out, its grade, what it made of what was asked before,
/// and what it asks for.
struct ReportEntry {
  let report: Report
  /// The area whose history it is.
  let area: AreaID
  /// What it asks for; nil where that is nothing.
  let asked: AskedFold?
  let site: SiteContext

  private var register: Register { site.register }

  init(report: Report, on area: AreaID, asked: AskedFold?, site: SiteContext) {
    self.report = report
    self.area = area
    self.asked = asked
    self.site = site
  }

  func entry(_ date: AreaEvent.When?) -> TimelineEntry {
    var entry = TimelineEntry(date, lead: report.title.value.plain)
    entry.link = site.addresses.link(.report(report.id, anchor: nil))
    entry.language = report.titleLanguage
    entry.said = published + form
    if date == nil { entry.unknown = "When it was is not known." }
    guard report.stands else { return entry }
    if register.expectsOverall(report) {
      entry.markName = "Overall grade:"
      entry.mark = ReportWords.overallMark(of: report, in: register)
    }
    if let tally = TallyWords.judgements(of: report, on: area, in: register) {
      let together = AreaWords.together(with: judgedTogether, in: register)
      entry.workedOut =
        "\(TallyWords.source(of: report)): \(tally)" + (together.isEmpty ? "" : "; \(together)")
    } else if let only = TallyWords.only(of: report, in: register) {
      entry.said += " \(only)."
    }
    if register.followsUp(report, on: area) { entry.followUp = followUp }
    if let asked { entry.asked = asked.listed(in: site) }
    return entry
  }

  /// The other areas that its judgements are of, where none of them is of this one alone.
  private var judgedTogether: [AreaID] {
    report.judgements.contains { $0.area != nil }
      ? [] : report.areas.map(\.value).filter { $0 != area }
  }

  /// When it was published, where the entry is not of that date, or that nobody knows.
  private var published: String {
    let isPublic = report.status == .published || report.status == .withdrawn
    let words =
      switch report.timeBasis {
      case .publication: " published."
      case .work where report.published.known() != nil || !isPublic:
        report.published.known().map { " published \(DueWords.at($0))." } ?? "."
      case .work, .cover:
        (report.dated.known().map { ", \(DateWords.label("dated", $0))" } ?? "")
          + "; when it was published is not known."
      case nil: "."
      }
    return words + (report.status == .withdrawn ? " Withdrawn since." : "")
  }

  private var form: String {
    switch report.form {
    case .full, .digest: ""
    case .knownOf: " The report itself is not held."
    case .restricted: " Its text may not be published."
    }
  }

  /// What it concludes on what was asked before.
  private var followUp: TimelineEntry.FollowUp {
    let words = VisitWords(
      of: report, askedBy: register.followed(by: report, on: area), in: site)
    return TimelineEntry.FollowUp(
      mark: FollowUpWords.overall(of: report, in: register),
      recorded: words.recorded ?? "", single: words.single,
      workedOut: words.counted ?? words.pastDue ?? "",
      closes: words.closes ?? "")
  }
}

extension AskedFold {
  /// A link to the report, where it asked for more than a list shows.
  private func rest(in site: SiteContext) -> [RecordLink] {
    guard followed.count > TimelineRow.mostItems else { return [] }
    return [
      RecordLink(
        title: TimelineWords.rest(followed.count - TimelineRow.mostItems),
        link: site.addresses.link(.report(report.id, anchor: nil)))
    ]
  }

  /// The same in a list.
  func listed(in site: SiteContext) -> TimelineEntry.Asked {
    TimelineEntry.Asked(
      lead: lead, link: opens ? nil : place(in: site),
      standing: standing + (opens ? "" : AskedRowWords.elsewhere),
      items: !opens
        ? []
        : followed.prefix(TimelineRow.mostItems).map { followed in
          let number = followed.recommendation.number.value
          let text = followed.recommendation.text.value.plain
          return RecordLink(
            title: "\(number.marker) \(ShortWords.shortened(text, to: Self.letters))",
            link: site.addresses.link(.recommendation(report.id, number)),
            note: AskedRowWords.item(followed, in: site.register),
            language: report.language?.value ?? "")
        } + rest(in: site))
  }
}
