import Diagnostics
import CommonMark
import Inspections
import Templates

/// How to cite a report, and the forms in which it can be taken away.
struct CitationView: Sendable {
  let citation: ReportCitation
  /// The report's page from the site's root.
  let path: String
  /// The first numbered paragraph, as an example.
  let paragraph: PrintedNumber?
  let site: SiteContext

  init(report: Report, site: SiteContext) {
    citation = ReportCitation(of: report, site: site)
    path = Addresses.path(of: .report(report.id, anchor: nil))
    paragraph = report.header.body.paragraphs.first?.number
    self.site = site
  }

  static let view = View<CitationView>(
    "Citation", "How to cite a report, and the forms in which it can be taken away.",
    [
      .html("line", "The whole citation in a line.") { $0.citation.html() },
      .text("authors", "The publishers' names.") { NumberWords.list($0.citation.authors) },
      .text("title", "The report's title.") { $0.citation.title },
      .text("number", "The publisher's own number; may be empty.") { $0.citation.number },
      .text("year", "The year, or the words for its absence.") { $0.citation.year },
      .text("form", "`Digest` or `Record` where the page is not the text itself; may be empty.") {
        $0.citation.formWords
      },
      .text("withdrawn", "That it was withdrawn, and when; empty for one that stands.") {
        $0.citation.withdrawn
      },
      .text("register", "The register's name.") { $0.citation.register },
      .address("address", "The whole address of the report's page.") { $0.citation.address },
      .optionalText("paragraph", "A numbered paragraph, as an example; absent where there is none.")
      {
        $0.paragraph?.description
      },
      .flag("has-formats", "Whether the report can be taken away as text, JSON or large print.") {
        [.text, .json, .print].contains(where: $0.site.publishes)
      },
      .address("bibtex", "The citation for BibTeX; absent where the site publishes none.") {
        $0.file("cite.bib", .citations)
      },
      .address("csl", "The citation as CSL-JSON; absent where the site publishes none.") {
        $0.file("cite.json", .citations)
      },
      .address("plain-text", "The report as plain text; absent where the site publishes none.") {
        $0.file("report.txt", .text)
      },
      .address("json", "The report as JSON; absent where the site publishes none.") {
        $0.file("report.json", .json)
      },
      .address(
        "print", "The report on one page in large print; absent where the site publishes none."
      ) { $0.file("print/", .print) },
    ])

  private func file(_ name: String, _ format: PublishedFormat) -> String? {
    site.publishes(format) ? site.addresses.link(path + name) : nil
  }
}
