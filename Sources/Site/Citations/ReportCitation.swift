import CommonMark
import HTML
import Inspections

/// What a citation of a report names, taken from the record and worded once for all forms of citation.
struct ReportCitation: Sendable {
  let id: String
  /// The publishers' names.
  let authors: [String]
  let title: String
  /// The publisher's own number for it; empty where there is none.
  let number: String
  /// When the public could read it; nil where that is not known.
  let published: PartialDate?
  /// The register's name.
  let register: String
  /// The whole address of the report's page.
  let address: String
  /// What the register holds of it, for a citation that must not pass for the report itself: `Digest`,
  /// `Record` where there is no text; empty where the page has the report's own words.
  let formWords: String
  /// `withdrawn on 1 February 2010`; empty for one that stands.
  let withdrawn: String
  let language: String
  /// The language of the title; empty where it is the site's.
  private let titleLanguage: String

  init(of report: Report, site: SiteContext) {
    let register = site.register
    id = report.id.name
    authors = report.publishers.map {
      RecommendationWords.name(of: $0.value, in: register)
    }
    title = report.title.value.plain
    number = report.reference.known() ?? ""
    published = report.published.known()
    self.register = register.site.title.value
    address = site.addresses.absolute(Addresses.path(of: .report(report.id, anchor: nil)))
    formWords = Self.formWords(of: report)
    withdrawn = report.withdrawal.map { "withdrawn \(DueWords.at($0.date.value))" } ?? ""
    titleLanguage = report.titleLanguage
    language = report.language?.value ?? register.site.language.value
  }

  /// The year, or the words for its absence; both of a week that lies in two.
  var year: String {
    guard let published else { return "date not known" }
    let (first, last) = (published.earliest.components.year, published.latest.components.year)
    return first == last ? "\(first)" : "\(first) or \(last)"
  }

  private static func formWords(of report: Report) -> String {
    switch report.form {
    case _ where report.isTextWithheld: "Record"
    case .full: report.header.body.isEmpty ? "Record" : ""
    case .digest: "Digest"
    case .knownOf, .restricted: "Record"
    }
  }

  /// What whoever cites it must know: that this is not the text itself, or that it no longer
  /// stands; may be empty.
  var remark: String {
    PhraseWords.joined([
      formWords.isEmpty ? nil : "\(formWords) in a register, not the published text",
      withdrawn,
    ])
  }

  /// The citation in one line of text: `Ofsted, Title, 070205, 2008. Digest in Register, address`;
  /// of what was withdrawn, `Ofsted, Title, 2008, withdrawn on 1 February 2010. In Register, address`.
  var text: String { "\(beforeTitle)\(title)\(afterTitle())\(address)" }

  /// The same for a page, or that of a part of it with an address of its own: `Ofsted, Title, 2009,
  /// recommendation 3. In Register, address`.
  func html(of part: String = "", at partAddress: String? = nil) -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.words(beforeTitle)
    buffer.markup("<cite")
    buffer.language(titleLanguage)
    buffer.markup(">")
    buffer.words(title)
    buffer.markup("</cite>")
    buffer.words(afterTitle(part))
    buffer.markup("<span class=\"address\">")
    buffer.text(partAddress ?? address)
    buffer.markup("</span>")
    return buffer.fragment()
  }

  private var beforeTitle: String { authors.isEmpty ? "" : NumberWords.list(authors) + ", " }

  private func afterTitle(_ part: String = "") -> String {
    let work = [number, year, part, withdrawn].filter { !$0.isEmpty }.map { ", \($0)" }
    return "\(work.joined()). \(formWords.isEmpty ? "In" : "\(formWords) in") \(register), "
  }
}
