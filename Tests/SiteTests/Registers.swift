import CommonMark
import Diagnostics
import Inspections
import Testing

@testable import Site

/// A register made from the texts of its files, by their paths below `content/`; what an example
/// leaves out is the same in all.
func register(_ files: [String: String]) -> Register {
  let texts = files.merging(usualFiles) { own, _ in own }
  let site = readSite(Array((texts["site.yml"] ?? "").utf8), file: SourceFile(path: "site.yml"))
  var records: [ContentRecord] = []
  for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 2, let collection = Inspections.Collection(rawValue: parts[0]) else {
      continue
    }
    let read = readRecord(
      Array("---\n\(text)\n---\n".utf8), file: SourceFile(path: path),
      id: String(parts[1].dropLast(".md".count)), collection: collection, options: RenderOptions(),
      extra: site.value?.extraFields ?? .none)
    for diagnostic in read.diagnostics where diagnostic.level == .error {
      Issue.record("\(path): \(diagnostic.message)")
    }
    if let record = read.value { records.append(record) }
  }
  guard let settings = site.value else { preconditionFailure("the example's site.yml is broken") }
  return Register(site: settings, records: records)
}

/// A site of a register as of a day.
func site(_ files: [String: String], on day: String = "2012-01-01") -> SiteContext {
  guard let now = Instant("\(day)T00:00:00Z") else { preconditionFailure("no such day: \(day)") }
  return SiteContext(
    register: register(files), now: Moment(.instant(now), in: nil),
    addresses: Addresses(baseURL: "https://example.org/register/"), assets: [:])
}

/// A day of an example.
func day(_ text: String) -> Day {
  guard let date = PartialDate(text) else { preconditionFailure("no such day: \(text)") }
  return date.earliest
}

private let usualFiles = [
  "site.yml": """
  title: Register
  base_url: https://example.org/register/
  language: en-GB
  publisher: The editors
  """,
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
  "reports/north-2009.md": """
  title: Inspection of North
  kind: inspection
  publisher: ofsted
  framework: round
  form: known-of
  area: north
  published: 2009-06
  overall: poor
  judgements:
    - {aspect: care, grade: poor}
    - {aspect: records, grade: fair}
  recommendations:
    - {id: 1, text: Answer at once., due: immediately, to: [agency]}
    - {id: 2, text: Keep records., due: within 3 months, to: [agency]}
    - {id: 3, text: Plan ahead., due: 2010-01-15, to: [agency]}
    - {id: 4, text: Think., to: [agency]}
  """,
]

/// A visit that judges the first three recommendations of the usual report.
let visitFile = [
  "reports/north-2010.md": """
  title: Visit to North
  kind: monitoring
  publisher: ofsted
  framework: round
  form: known-of
  area: north
  follows: north-2009
  fieldwork: 2010-02-01/2010-02-02
  published: 2010-02-10
  progress:
    - {recommendation: 1, judgement: satisfactory}
    - {recommendation: 2, judgement: inadequate}
    - {recommendation: 3, judgement: satisfactory}
  not_assessed: [4]
  overall_progress: satisfactory
  closes: [{recommendation: 3, as: implemented}]
  """
]
