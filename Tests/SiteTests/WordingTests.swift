import HTML
import Inspections
import TestSupport
import Testing

@testable import Site

/// Words of records in charts, drawings and bodies of another language say their own.
@Suite struct WordingTests {
  private static let welshFields = """
    language: cy
    people: [{name: Ann Jones, role: signatory}]
    judgements: [{aspect: care, grade: good, samples: [files]}, {subject: Y gegin, grade: good}]
    samples:
      - id: files
        title: Ffeiliau
        size: 4
        grades: {good: 3, poor: 1}
        splits: [{title: Ar agor, counts: {agored: 3, caeedig: 1}}]
    surveys:
      - {id: q1, title: Staff, question: A yw'n dda?, scale: agreement, responses: {agree: 2, disagree: 1}}
      - {id: q2, title: Plant, question: A yw'n hapus?, scale: agreement, responses: {agree: 2, disagree: 1}}
    indicators:
      - {id: days, title: Dyddiau, unit: o ddyddiau, value: 2, target: 4, comparators: [{title: Cymru, value: 3}]}
    recommendations: [{id: 1, text: Gwnewch hyn., aspect: care}]
    """

  private static func files(_ fields: String, body: String = "") -> [String: String] {
    var files = ReportSamples.report(fields, body: body)
    files["frameworks/round.md"] = """
      ---
      title: Y rownd
      language: cy
      inspectorate: board
      grades: [{id: good, title: Da}, {id: fair, title: Gweddol}, {id: poor, title: Gwael}]
      priorities: [{id: first, title: Ar frys}]
      aspects: [{id: care, title: Gofal}]
      report_term: {one: adroddiad, many: adroddiadau}
      quantifiers: [{word: most, over: 65}]
      ---
      """
    files["areas/north.md"] =
      "---\ntitle: Y Gogledd\nlanguage: cy\nkind: region\norganisation: agency\n---\n"
    files["organisations/agency.md"] = """
      ---
      title: Yr Asiantaeth
      language: cy
      kind: inspected-body
      also_known_as: [Asiantaeth]
      people: [{name: Bob Hughes, role: signatory}]
      aliases: [/organisations/old-agency/]
      ---
      """
    return files
  }

  @Test func `what charts and drawings name says its language`() throws {
    let site = reportSite(Self.files(Self.welshFields))
    let words: [String: [String]] = [
      "reports/north/": [
        "Ffeiliau", "Ar agor", "agored: 3, caeedig: 1", "Staff", "A yw'n dda?", "Dyddiau",
        "o ddyddiau", "Y Gogledd", "Cymru", "Da", "Gweddol", "Gwael", "signatory",
      ],
      "areas/north/": ["Gofal", "1. Gwnewch hyn.", "Y gegin"],
      "frameworks/round/": ["most", "adroddiadau", "Ar frys"],
      "frameworks/round/aspects/care/": ["1. Gwnewch hyn."],
      "organisations/agency/": ["Asiantaeth", "signatory"],
    ]
    for (path, words) in words {
      let page = try site.rendered(path).replacing("&#39;", with: "'")
      for word in words {
        let found = tags(around: word, in: page)
        #expect(
          !found.isEmpty && found.allSatisfy { $0.contains("lang=\"cy\"") },
          "\(word) on \(path): \(found)")
      }
    }
    let report = try site.rendered("reports/north/")
    #expect(report.contains(" lang=\"cy\">Da: 3</text>"))
    #expect(
      report.contains("<th scope=\"col\" class=\"number\"><span lang=\"cy\">o ddyddiau</span>"))
    #expect(report.contains("<cite lang=\"cy\">"))
    #expect(
      try site.rendered("organisations/old-agency/")
        .contains("<a href=\"/register/organisations/agency/\" lang=\"cy\">Yr Asiantaeth</a>"))
  }

  @Test func `what stands in a text of another language says its own`() throws {
    let body = """
      ![](rec:1)

      ![Y ffeiliau](chart:files)

      ![](rec:south#2)

      Mae [Gofal](term:care) yn dda. Gweler ![](rec:south#2) hefyd.
      """
    var files = Self.files(Self.welshFields, body: body)
    files["reports/south.md"] = """
      ---
      title: South
      kind: inspection
      publisher: board
      framework: round
      area: north
      published: 2009-07
      recommendations: [{id: 2, text: Do this.}]
      ---
      ![](rec:north#1)
      """
    let site = reportSite(files)
    let welsh = try site.rendered("reports/north/")
    #expect(welsh.contains("<div lang=\"en-GB\"><aside class=\"recommendation\""))
    #expect(welsh.contains("<p class=\"wording\"><span lang=\"cy\">Gwnewch hyn.</span></p>"))
    #expect(welsh.contains("<p class=\"wording\">Do this.</p>"))
    #expect(
      welsh.contains(
        "<div lang=\"en-GB\"><figure class=\"chart distribution\">\n<figcaption><span lang=\"cy\">Y "
          + "ffeiliau</span>"))
    #expect(
      welsh.contains("<span class=\"definition\" id=\"term.care\" lang=\"en-GB\"><b>Care</b>"))
    #expect(welsh.contains("<span lang=\"en-GB\">recommendation 2</span></a> hefyd."))
    #expect(welsh.contains("<p class=\"to-contents\" lang=\"en-GB\">"))
    let english = try site.rendered("reports/south/")
    #expect(english.contains("<p class=\"wording\"><span lang=\"cy\">Gwnewch hyn.</span></p>"))
    #expect(!english.contains("lang=\"en-GB\"><aside"))
  }

  @Test func `a record that a field of the site names says the language of its name`() throws {
    var files = Self.files("")
    files["site.yml"] =
      ReportSamples.settings + "\n" + """
        fields:
          areas: [{name: guides, type: reference, to: organisations, title: Guides, meaning: Who guides.}]
        """
    files["areas/north.md"] =
      "---\ntitle: Y Gogledd\nkind: region\norganisation: agency\nguides: agency\n---\n"
    let found = tags(around: "Yr Asiantaeth", in: try reportSite(files).rendered("areas/north/"))
    #expect(found.count > 1 && found.allSatisfy { $0.contains("lang=\"cy\"") }, "\(found)")
  }

  @Test func `words of ours are not marked`() {
    #expect(("Overall" as Wording).html.string == "Overall")
    #expect(Wording("Da", in: "cy").html.string == "<span lang=\"cy\">Da</span>")
    #expect("\(Wording("Da", in: "cy"))" == "Da")
  }
}
