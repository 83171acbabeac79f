import HTML
import CommonMark
import Inspections
import Templates

/// A judgement in the list of an aspect: where, what, when.
struct JudgementRow: Sendable {
  let place: AspectJudgement
  let page: AspectPage

  static let view = View<JudgementRow>(
    "AspectJudgement", "A judgement in the list of an aspect.",
    [
      .list("areas", "The areas that were judged.", RecordLink.view) { row in
        row.report?.areas.map { row.page.frame.site.link($0.value) } ?? []
      },
      .html("grade", "The grade with its mark, or the words for none.") { row in
        row.judgement.map { GradeMark.html($0.grade.value, in: row.page.framework) } ?? .empty
      },
      .text("with", "Other aspects that share the verdict; may be empty.") { $0.others },
      .text("date", "When the report was published, in words.") { row in
        row.report?.published.known().map(DateWords.words(_:)) ?? ""
      },
      .text("date-iso", "The same date as ISO 8601; empty where it is not known.") { row in
        row.report?.published.known()?.description ?? ""
      },
      .text("fieldwork", "When inspectors were at work, in words; may be empty.") { row in
        row.report?.fieldwork.known().map(DateWords.words(_:)) ?? ""
      },
      .text("report", "The report's name.") { $0.report?.title.value.plain ?? "" },
      .address("link", "The report's page, or the paragraph that says so.") { $0.link },
      .number("paragraph", "The numbered paragraph that says so; absent where there is none.") {
        $0.judgement?.paragraph?.value
      },
    ])

  private var report: Report? { page.frame.site.register.reports[place.report] }

  private var judgement: Judgement? { report?.judgements[place.index] }

  /// The paragraph where the register holds it, else the report.
  private var link: String? {
    guard let report else { return nil }
    let number = judgement?.paragraph?.value
    let isHeld = report.header.body.paragraphs.contains { $0.number == number }
    let anchor = isHeld ? number.map { "para-\($0)" } : nil
    return page.frame.site.addresses.link(.report(report.id, anchor: anchor))
  }

  private var others: String {
    guard case .aspects(let aspects) = judgement?.subject else { return "" }
    let titles = aspects.filter { $0.value != page.aspect.id.value }.map { other in
      page.framework.aspects.first { $0.id.value == other.value }?.title ?? other.value.name
    }
    return NumberWords.list(titles)
  }
}
