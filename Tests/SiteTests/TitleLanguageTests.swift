import Foundation
import Testing

@testable import Site

/// Titles of records in another language are marked with it wherever they are links.
struct TitleLanguageTests {
  private static let welsh = "Ymweliad â’r Gogledd"

  private static var site: SiteContext {
    var files = Sample.files("recommendations:\n  - {id: 1, text: Do it}")
    files["reports/visit.md"] = """
      ---
      title: "\(welsh)"
      language: cy
      kind: monitoring
      publisher: board
      framework: frame
      area: north
      follows: north-2009
      fieldwork: 2010-01
      published: 2010-02
      progress: [{recommendation: 1, judgement: done}]
      recommendations:
        - {id: 1, text: Gwnewch, aspect: care}
      judgements: [{aspect: care, grade: good}]
      ---
      """
    files["responses/answer.md"] = """
      ---
      title: Ateb y bwrdd
      language: cy
      report: north-2009
      organisation: service
      published: 2010-03
      items: [{recommendation: 1, actions: [Gwneud.]}]
      ---
      """
    files["glossary/gair.md"] = """
      ---
      title: Gair
      language: cy
      definition: Rhywbeth.
      ---
      """
    return sampleSite(files)
  }

  @Test(arguments: [
    "reports/", "reports/north-2009/", "reports/north-2009/recommendations/1/",
    "reports/visit/recommendations/1/", "frameworks/frame/aspects/care/",
  ])
  func `a link by a title in another language says which`(path: String) throws {
    let page = try Self.site.rendered(path)
    let links = page.components(separatedBy: "<a ").dropFirst()
      .filter { $0.contains(">\(Self.welsh)</a>") && !$0.contains("</a></b>") }
      .filter { $0.prefix { $0 != "<" }.contains(Self.welsh) }
    #expect(!links.isEmpty, "\(path)")
    for link in links {
      #expect(link.prefix { $0 != ">" }.contains(" lang=\"cy\""), "\(link.prefix(200))")
    }
  }

  @Test func `an answer and a term say the language of their words`() throws {
    let answer = try Self.site.rendered("responses/answer/")
    #expect(answer.contains("<h1 lang=\"cy\">Ateb y bwrdd</h1>"))
    #expect(answer.contains("<ol lang=\"cy\">"))
    #expect(try Self.site.rendered("glossary/").contains("<div id=\"gair\" lang=\"cy\">"))
  }
}
