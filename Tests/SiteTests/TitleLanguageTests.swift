import Foundation
import Inspections
import TestSupport
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
      framework: frame
      definition: Rhywbeth.
      ---
      """
    files["areas/north.md"] = record("Y Gogledd", "kind: region\norganisation: service")
    files["organisations/service.md"] = record("Y Gwasanaeth", "kind: inspected-body")
    files["organisations/board.md"] = record("Y Bwrdd", "kind: inspectorate")
    files["frameworks/frame.md"] = Sample.framework.replacing(
      "title: A framework", with: "title: Y Fframwaith\nlanguage: cy")
    files["pages/amdanom.md"] = record("Amdanom ni", "") + "Geiriau.\n"
    files["coverage/papur.md"] = record(
      "Yn y papur", "outlet: Papur\npublished: 2010\nkind: news\nabout: north-2009")
    return sampleSite(files)
  }

  private static func record(_ title: String, _ fields: String) -> String {
    "---\ntitle: \(title)\nlanguage: cy\n\(fields)\n---\n"
  }

  @Test func `a title in another language says which, on every page`() throws {
    let pages = try Self.site.renderedPages()
    let titles = [
      Self.welsh, "Ateb y bwrdd", "Gair", "Y Gogledd", "Y Gwasanaeth", "Y Bwrdd", "Y Fframwaith",
      "Amdanom ni", "Yn y papur",
    ]
    for title in titles {
      var marked = 0
      for (path, page) in pages {
        // A term's whole entry says its language.
        for tag in tags(around: title, in: page) where tag != "dt" {
          marked += 1
          #expect(tag.contains("lang=\"cy\""), "<\(tag)>\(title) on \(path)")
        }
      }
      #expect(marked > 0, "\(title)")
    }
  }

  @Test(arguments: [
    "reports/", "reports/north-2009/", "reports/north-2009/recommendations/1/",
    "reports/visit/recommendations/1/", "frameworks/frame/aspects/care/", "areas/north/",
    "frameworks/frame/", "recommendations/",
  ])
  func `a page that leads to a report does so by its title in that language`(path: String) throws {
    let found = tags(around: Self.welsh, in: try Self.site.rendered(path))
    #expect(found.contains { $0.hasPrefix("a ") && $0.contains("lang=\"cy\"") })
  }

  @Test func `an answer, a term and a page say the language of their words`() throws {
    let answer = try Self.site.rendered("responses/answer/")
    #expect(answer.contains("<h1 lang=\"cy\">Ateb y bwrdd</h1>"))
    #expect(answer.contains("<ol lang=\"cy\">"))
    #expect(try Self.site.rendered("glossary/").contains("<div id=\"gair\" lang=\"cy\">"))
    #expect(
      try Self.site.rendered("pages/amdanom/").contains("<div class=\"prose\" lang=\"cy\">"))
  }

  @Test func `words of a report in another language say which`() throws {
    let files = Sample.files(
      """
      language: cy
      note: Sylw.
      judgements:
        - {aspect: care, grade: good, heading: Gofal da, note: Nodyn., parts: [{title: Rhan, grade: poor}]}
        - {subject: Y gegin, grade: good}
      samples: [{id: files, title: Ffeiliau, size: 3, also_printed: [{size: 4, note: Dwywaith.}]}]
      recommendations:
        - {id: 1, text: Gwnewch hyn.}
        - {id: 2, text: Gwnewch y llall., cause: Achos., variants: [{where: Annex, text: Gwnewch.}]}
      """)
    let site = sampleSite(files)
    let words = [
      "reports/north-2009/": [
        "Sylw.", "Gofal da", "Nodyn.", "Rhan", "Y gegin", "Ffeiliau", "Dwywaith.",
      ],
      "reports/north-2009/recommendations/2/": ["1. Gwnewch hyn.", "Achos."],
    ]
    for (path, words) in words {
      let page = try site.rendered(path)
      for word in words {
        let found = tags(around: word, in: page)
        #expect(!found.isEmpty && found.allSatisfy { $0.contains("lang=\"cy\"") }, "\(word)")
      }
    }
    #expect(
      try site.rendered("reports/north-2009/recommendations/2/")
        .contains("<p class=\"wording\" lang=\"cy\">"))
  }

  @Test func `a title that is marked as of a language is so in links and its heading`() throws {
    var files = Sample.files("")
    files["areas/north.md"] = """
      ---
      title: "[Y Gogledd](lang:cy)"
      kind: region
      organisation: service
      ---
      All of it.
      """
    let site = sampleSite(files)
    let area = try site.rendered("areas/north/")
    #expect(area.contains("<h1 lang=\"cy\">Y Gogledd</h1>"))
    #expect(area.contains("<div class=\"prose\">"), "its words are in the site's language")
    let areas = tags(around: "Y Gogledd", in: try site.rendered("areas/"))
    #expect(areas.count == 1 && areas.allSatisfy { $0.contains("lang=\"cy\"") })
  }

  @Test(arguments: [
    ("[Ysgol](lang:cy)", "cy"), ("[Ysgol Fawr](lang:cy-GB)", "cy-GB"),
    ("The [Ysgol](lang:cy)", nil), ("[Ysgol](lang:cy) and [École](lang:fr)", nil),
    ("[North](area:north)", nil), ("(Ysgol)", nil),
  ])
  func `only a title that is marked from end to end has a language`(
    title: String, language: String?
  ) {
    var files = Sample.files("")
    files["areas/north.md"] =
      "---\ntitle: \"\(title)\"\nkind: region\norganisation: service\n---\n"
    let area = sampleSite(files).register.areas[AreaID("north")]
    #expect(area?.title.value.language == language)
  }
}
