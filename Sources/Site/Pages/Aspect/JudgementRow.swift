import Diagnostics
import HTML
import CommonMark
import Inspections
import Templates

/// A judgement in the list of an aspect: where, what, when.
struct JudgementRow: Sendable {
  let report: Report
  let judgement: Judgement
  /// The aspect whose list it is.
  let aspect: AspectID
  let framework: Framework
  let site: SiteContext

  static let view = View<JudgementRow>(
    "AspectJudgement", "A judgement in the list of an aspect.",
    [
      .list("areas", "The areas that were judged; a few of many.", RecordLink.view) { row in
        row.areas.prefix(ReportRow.mostAreas).map { row.site.link($0.value) }
      },
      .text("more-areas", "How many areas more were; may be empty.") {
        ReportRow.more(of: $0.areas.count)
      },
      .html("grade", "The grade with its mark, or the words for none.") {
        GradeMark.html(
          $0.judgement, in: $0.site.register.framework(of: $0.judgement, in: $0.report),
          isScaleNamed: true)
      },
      .record(
        "scale", "The framework on whose scale it is, where that is another's.", RecordLink.view
      ) { row in
        row.site.register.framework(of: row.judgement, in: row.report).flatMap {
          $0.id == row.framework.id ? nil : row.site.link($0.id)
        }
      },
      .text("label", "The report's own label for it; may be empty.") {
        $0.judgement.label?.value ?? ""
      },
      .text("with", "Other aspects that share the verdict; may be empty.") { $0.others },
      .text("dates", "When inspectors were there and when the report was published.") {
        ReportWords.dates(of: $0.report, in: $0.site.register)
      },
      .text("report", "The report's name.") { $0.report.title.value.plain },
      .language { $0.report.titleLanguage },
      .address("link", "The report's page, or the paragraph that says so.") { $0.link },
      .optionalText("paragraph", "The numbered paragraph that says so; absent where there is none.")
      {
        $0.judgement.paragraph?.value.description
      },
    ])

  /// The areas that were judged: those of the report, but for a judgement of one of them.
  private var areas: [Located<AreaID>] {
    judgement.area == nil ? report.areas : report.areas.filter { judgement.isOf($0.value) }
  }

  /// The paragraph where the register holds it, else the report.
  private var link: String {
    site.addresses.link(
      .report(
        report.id,
        anchor: judgement.paragraph.flatMap { report.paragraphAnchor($0.value) }
          ?? judgement.anchor))
  }

  private var others: String {
    guard case .aspects(let aspects) = judgement.subject, aspects.count > 1 else { return "" }
    let titles = aspects.filter { $0.value != aspect }.map { other in
      framework.aspect(other.value)?.title ?? other.value.name
    }
    return NumberWords.list(titles)
  }
}
