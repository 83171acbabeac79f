import Inspections
import TestSupport
import Testing

@testable import Site

/// The register of files that a test wrote and in which reading finds nothing wrong.
func soundRegister(_ files: [String: String], usual: [String: String]) -> Register {
  let written = WrittenRegister(files, usual: usual)
  for diagnostic in written.diagnostics where diagnostic.level == .error {
    Issue.record("\(diagnostic.primary.span.file.path): \(diagnostic.message)")
  }
  guard let register = written.register else {
    preconditionFailure("the example's site.yml is broken")
  }
  return register
}

/// The site of a register as of a moment.
func siteContext(of register: Register, at moment: String = "2012-01-01T00:00:00Z") -> SiteContext {
  guard let now = Instant(moment) else { preconditionFailure("no such moment: \(moment)") }
  return SiteContext(
    register: register, now: Moment(.instant(now), in: register.site.timeZone),
    addresses: Addresses(baseURL: register.site.baseURL.value))
}

/// A register of records that a test writes without the lines around front matter; what it leaves
/// out is the same in all.
func register(_ files: [String: String]) -> Register {
  let own = files.mapValues { "---\n\($0)\n---\n" }
  let usual = usualFiles.mapValues { "---\n\($0)\n---\n" }
  let settings = ["site.yml": files["site.yml"] ?? plainSettings]
  return soundRegister(settings.merging(own) { settings, _ in settings }, usual: usual)
}

/// A site of a register as of a day.
func site(_ files: [String: String], on day: String = "2012-01-01") -> SiteContext {
  siteContext(of: register(files), at: "\(day)T00:00:00Z")
}

/// A day of an example.
func day(_ text: String) -> Day {
  guard let date = PartialDate(text) else { preconditionFailure("no such day: \(text)") }
  return date.earliest
}

/// The settings of a site of which nothing in particular is asked.
let plainSettings = """
  title: Register
  base_url: https://example.org/register/
  language: en-GB
  publisher: The editors
  """

private let usualFiles = [
  "organisations/ofsted.md": "title: Ofsted\nkind: inspectorate",
  "organisations/agency.md": "title: The Agency\nkind: inspected-body",
  "areas/north.md": "title: North\nkind: region\norganisation: agency\nfrom: 2001",
  "frameworks/round.md": """
  title: The round of 2009
  inspectorate: ofsted
  grades:
    - {id: good, title: Good}
    - {id: fair, title: Fair}
    - {id: poor, title: Poor}
  progress:
    - {id: satisfactory, title: Satisfactory progress}
    - {id: inadequate, title: Inadequate progress}
  aspects:
    - {id: care, title: Care}
    - {id: records, title: Records}
  recommendation_term: {one: area for improvement, many: areas for improvement}
  """,
  "reports/north-2009.md": inspectionOfNorth(
    """
    form: known-of
    overall: poor
    judgements:
      - {aspect: care, grade: poor}
      - {aspect: records, grade: fair}
    recommendations:
      - {id: 1, text: Answer at once., due: immediately, to: [agency]}
      - {id: 2, text: Keep records., due: within 3 months, to: [agency]}
      - {id: 3, text: Plan ahead., due: 2010-01-15, to: [agency]}
      - {id: 4, text: Think., to: [agency]}
    """),
]

/// An inspection of North of June 2009, unless it has other dates, with the lines that a test is about.
func inspectionOfNorth(_ lines: String, dates: String = "published: 2009-06") -> String {
  """
  title: Inspection of North
  kind: inspection
  publisher: ofsted
  framework: round
  area: north
  \(dates)
  \(lines)
  """
}

/// A report that follows up that inspection, with the lines that a test is about.
func followUpOfNorth(_ title: String, _ lines: String) -> String {
  """
  title: \(title)
  kind: monitoring
  publisher: ofsted
  framework: round
  area: north
  follows: north-2009
  \(lines)
  """
}

/// An inspection of North in a year, of which only the judgements are known.
func judgedInNorth(_ year: Int, under framework: String, _ judgements: String) -> String {
  """
  title: North in \(year)
  kind: inspection
  publisher: ofsted
  framework: \(framework)
  form: known-of
  area: north
  published: \(year)-06
  judgements: [\(judgements)]
  """
}

/// A visit that judges the first three recommendations of the usual report.
let visitFile = [
  "reports/north-2010.md": followUpOfNorth(
    "Visit to North",
    """
    form: known-of
    fieldwork: 2010-02-01/2010-02-02
    published: 2010-02-10
    progress:
      - {recommendation: 1, judgement: satisfactory}
      - {recommendation: 2, judgement: inadequate}
      - {recommendation: 3, judgement: satisfactory}
    not_assessed: [4]
    overall_progress: satisfactory
    closes: [{recommendation: 3, as: implemented}]
    """)
]
