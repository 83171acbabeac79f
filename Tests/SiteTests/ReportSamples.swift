import CommonMark
import Diagnostics
import HTML
import Inspections
import Testing

@testable import Site

/// Records of a small register, as files with front matter and body, for tests of report pages.
enum ReportSamples {
  static let settings = """
    title: Register
    base_url: https://example.org/register/
    language: en-GB
    publisher: The editors
    visible_roles: [signatory]
    licences: [{id: open, title: Open terms}]
    answer_scales:
      - id: agreement
        title: Agreement
        neutral: neither
        answers:
          - {id: agree, title: Agree}
          - {id: neither, title: Neither}
          - {id: disagree, title: Disagree}
          - {id: none, title: No answer, apart: true}
      - id: frequency
        title: Frequency
        answers:
          - {id: often, title: Often}
          - {id: never, title: Never}
    """

  static let around: [String: String] = [
    "organisations/board.md": "---\ntitle: The Board\nkind: inspectorate\n---\n",
    "organisations/agency.md": "---\ntitle: The Agency\nkind: inspected-body\n---\n",
    "areas/north.md": "---\ntitle: North\nkind: region\norganisation: agency\n---\n",
    "frameworks/round.md": """
    ---
    title: The round of 2009
    inspectorate: board
    grades: [{id: good, title: Good}, {id: fair, title: Fair}, {id: poor, title: Poor}]
    progress: [{id: enough, title: Enough progress}, {id: little, title: Little progress}]
    aspects: [{id: work, title: Work}, {id: care, title: Care, parent: work}, {id: files, title: Files, parent: work}]
    quantifiers: [{word: most, over: 65}]
    ---
    """,
    "glossary/care.md": "---\ntitle: Care\ndefinition: Looking after [North](area:north).\n---\n",
  ]

  /// A report of North with more front matter and a body.
  static func report(_ fields: String = "", body: String = "") -> [String: String] {
    let text = """
      ---
      title: 'Care & \\<files>'
      kind: inspection
      publisher: board
      framework: round
      area: north
      published: 2009-06
      \(fields)
      ---
      \(body)
      """
    return around.merging(["reports/north.md": text]) { $1 }
  }
}

/// The site of such files as of the first day of 2012.
func reportSite(_ files: [String: String]) -> SiteContext {
  siteContext(of: soundRegister(files, usual: ["site.yml": ReportSamples.settings]))
}

extension SiteContext {
  /// The report called `north`.
  func north() throws -> Report { try #require(register.reports[ID("north")]) }
}

extension HTMLFragment {
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
