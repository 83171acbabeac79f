import Diagnostics
import HTML
import Templates

/// A small register for templates to show.
struct SampleReport: Sendable {
  var title = "East Midlands"
  var summary: String? = nil
  var address: String? = "/reports/east-midlands/"
  var paragraphs: Int? = 131
  var isDigest = true
  var body = HTMLFragment(trusted: Array("<p>Text</p>".utf8))
  var data: [UInt8] = Array(#"{"name":"East Midlands"}"#.utf8)
  var area: SampleArea? = SampleArea()
  var judgements: [SampleJudgement] = []
  var counties: [String] = []
}

struct SampleArea: Sendable {
  var name = "Midlands"
  var address: String? = "/areas/midlands/"
  var publisher = SamplePublisher()
}

struct SamplePublisher: Sendable {
  var name = "Ofsted"
}

struct SampleJudgement: Sendable {
  var aspect: String
  var grade: String? = nil
  var samples: [String] = []
}

enum Sample {
  static let publisher = View<SamplePublisher>(
    "Publisher", "Who published.", [.text("name", "Its name.") { $0.name }])

  static let area = View<SampleArea>(
    "Area", "Where it was.",
    [
      .text("name", "Its name.") { $0.name },
      .address("address", "Its page.") { $0.address },
      .record("publisher", "Who published.", publisher) { $0.publisher },
    ])

  static let judgement = View<SampleJudgement>(
    "Judgement", "One judgement.",
    [
      .text("aspect", "What was judged.") { $0.aspect },
      .optionalText("grade", "The grade, if one was given.") { $0.grade },
      .texts("samples", "What was looked at.") { $0.samples },
    ])

  static let report = View<SampleReport>(
    "ReportPage", "One report.",
    [
      .text("title", "The report's title.") { $0.title },
      .optionalText("summary", "A sentence on it.") { $0.summary },
      .address("address", "The report's page.") { $0.address },
      .number("paragraphs", "How many paragraphs it has.") { $0.paragraphs },
      .flag("digest", "Whether it is a digest.") { $0.isDigest },
      .html("body", "The text.") { $0.body },
      .json("structured-data", "The report for machines.") { $0.data },
      .record("area", "The area inspected.", area) { $0.area },
      .list("judgements", "The judgements.", judgement) { $0.judgements },
      .texts("counties", "The counties covered.") { $0.counties },
    ])

  static let pages = [PageTemplate(name: "report", shape: report.shape)]

  /// Reads templates given as name and text.
  static func library(
    _ templates: [String: String], pages: [PageTemplate] = Sample.pages
  ) -> Diagnosed<TemplateLibrary> {
    TemplateLibrary.compile(
      templates.map { name, text in
        TemplateSource(
          name: name, text: SourceText(path: "templates/\(name).mustache", text: text))
      }, pages: pages)
  }

  /// Renders the page `report`; nil where the templates have mistakes.
  static func render(
    _ template: String, partials: [String: String] = [:], _ report: SampleReport = SampleReport()
  ) -> String? {
    let library = library(partials.merging(["report": template]) { $1 })
    guard let page = library.value.page("report") else { return nil }
    var buffer = HTMLBuffer()
    let complaint = library.value.render(page, Sample.report.record(of: report), into: &buffer)
    return complaint == nil ? String(decoding: buffer.bytes, as: UTF8.self) : nil
  }
}

/// A template with one place marked by `«` and `»`.
struct MarkedSource {
  let text: String
  let range: Range<Int>

  init(_ marked: String) {
    let before = marked.prefix { $0 != "«" }
    let inside = marked.dropFirst(before.count).dropFirst().prefix { $0 != "»" }
    let after = marked.drop { $0 != "»" }.dropFirst()
    text = String(before + inside + after)
    range = before.utf8.count..<before.utf8.count + inside.utf8.count
  }
}
