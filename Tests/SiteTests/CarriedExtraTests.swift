import Foundation
import TestSupport
import Testing

@testable import Site

/// What a site's own fields say of a report is so of its translation, but for texts, which are in the
/// original's language.
struct CarriedExtraTests {
  private static let wards = site([
    "site.yml": plainSettings + """

      fields:
        reports:
          - {name: ward, type: text, title: Ward, meaning: Where it was.}
          - {name: wing, type: text, title: Wing, meaning: In which part.}
          - {name: beds, type: number, title: Beds, meaning: How many there were.}
          - {name: seen, type: date, title: Seen, meaning: When it was seen.}
          - {name: open, type: flag, title: Open, meaning: Whether it is open.}
      """,
    "reports/north-2010.md": """
    title: The ward in the North
    kind: thematic
    publisher: ofsted
    framework: round
    form: known-of
    published: 2010-06
    ward: Lower floor
    wing: East side
    beds: 12
    seen: 2010-05-04
    open: true
    """,
    "reports/north-2010-cy.md": """
    title: Y ward yn y Gogledd
    language: cy
    translation_of: north-2010
    kind: thematic
    publisher: ofsted
    framework: round
    form: known-of
    published: 2010-06
    wing: Adain y dwyrain
    open: true
    """,
  ])

  @Test func `a translation shows what its original says and its own texts`() throws {
    let words = try Self.wards.rendered("reports/north-2010-cy/").replacing(/<[^>]+>/, with: "")
    #expect(words.contains("Beds 12"))
    #expect(words.contains("Seen 4 May 2010"))
    #expect(words.contains("Wing Adain y dwyrain"))
    #expect(!words.contains("Lower floor") && !words.contains("East side"))
  }

  @Test func `its text and its JSON say the same`() throws {
    let text = String(
      decoding: try Self.wards.reportFile("reports/north-2010-cy/report.txt"), as: UTF8.self)
    #expect(text.contains("Beds: 12"))
    #expect(!text.contains("Lower floor"))
    let json = String(
      decoding: try Self.wards.reportFile("reports/north-2010-cy/report.json"), as: UTF8.self)
    #expect(json.contains("\"beds\""))
    #expect(!json.contains("\"ward\""))
  }

  @Test func `the table has each fact once, of the record that says it`() throws {
    let table = try #require(Self.wards.file("data/extra.csv"))
    let rows = table.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(
      rows.sorted() == [
        "reports/north-2010-cy/open", "reports/north-2010-cy/wing", "reports/north-2010/beds",
        "reports/north-2010/open", "reports/north-2010/seen", "reports/north-2010/ward",
        "reports/north-2010/wing",
      ])
  }

  @Test func `what nobody knows of a date or a reference is said`() throws {
    let unknown = site([
      "site.yml": plainSettings + """

        fields:
          reports:
            - {name: seen, type: date, title: Seen, meaning: When it was seen.}
            - {name: sister, type: reference, to: reports, title: Sister, meaning: Another.}
            - {name: days, type: date, list: true, title: Days, meaning: On which days.}
        """,
      "reports/north-2010.md": """
      title: The ward in the North
      kind: thematic
      publisher: ofsted
      framework: round
      form: known-of
      published: 2010-06
      seen: unknown
      sister: unknown
      days: unknown
      """,
    ])
    let words = try unknown.rendered("reports/north-2010/").replacing(/<[^>]+>/, with: "")
    for title in ["Seen", "Sister", "Days"] { #expect(words.contains("\(title) not known")) }
    let table = try #require(unknown.file("data/extra.csv"))
    #expect(table.components(separatedBy: ",unknown,").count == 4)
  }
}
