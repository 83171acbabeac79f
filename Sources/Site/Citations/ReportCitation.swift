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
  /// Whether the page holds the report's own words.
  let form: Report.Form
  /// When it was withdrawn; nil for one that stands.
  let withdrawn: PartialDate?
  let language: String

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
    form = report.form
    withdrawn = report.withdrawal?.date.value
    language = report.language?.value ?? register.site.language.value
  }

  /// The year, or the words for its absence; both of a week that lies in two.
  var year: String {
    guard let published else { return "date not known" }
    let (first, last) = (published.earliest.components.year, published.latest.components.year)
    return first == last ? "\(first)" : "\(first) or \(last)"
  }

  /// What the register holds of it, for a citation that must not pass for the report itself.
  var formWords: String {
    switch form {
    case .full: ""
    case .digest: "Digest"
    case .knownOf, .restricted: "Record"
    }
  }

  /// What whoever cites it must know: that this is not the text itself, or that it no longer
  /// stands; may be empty.
  var remark: String {
    PhraseWords.joined([
      formWords.isEmpty ? nil : "\(formWords) in a register, not the published text",
      withdrawn.map { "withdrawn \(DueWords.at($0))" },
    ])
  }

  /// The citation of a part of it with a page of its own, in one line of text: `Ofsted, Title, 2009,
  /// recommendation 3. In Register, address`.
  func text(of part: String, at path: String, in site: SiteContext) -> String {
    let work = [NumberWords.list(authors), title, number, year, part].filter { !$0.isEmpty }
    return "\(work.joined(separator: ", ")). In \(register), \(site.addresses.absolute(path))"
  }

  /// The citation in one line of text: `Ofsted, Title, 070205, 2008. Digest in Register, address`.
  var text: String {
    let work = [NumberWords.list(authors), title, number, year].filter { !$0.isEmpty }
      .joined(separator: ", ")
    let place = formWords.isEmpty ? "In \(register)" : "\(formWords) in \(register)"
    return "\(work). \(place), \(address)"
  }
}
