import Foundation
import Inspections
import Testing

@testable import Site

/// What an area's page says of scales beside that of its latest report.
struct ScaleTests {
  private static let grades = "grades: [{id: high, title: High}, {id: low, title: Low}]"

  private static func framework(_ title: String, _ fields: String = "") -> String {
    "title: \(title)\ninspectorate: ofsted\n\(fields)\n\(grades)\naspects: [{id: care, title: Care}]"
  }

  /// The beginning and the sentence of each table after the first.
  private func below(_ files: [String: String]) throws -> [[String]] {
    let site = site(files)
    let area = try #require(site.register.areas[AreaID("north")])
    let all = AreaOverview(of: area, in: site.register, on: site.now.day).judgements
    let page = try site.rendered("areas/north/")
    return all.indices.dropFirst().map { place in
      let own = all[place].framework?.title.value.plain ?? ""
      let start = page.range(of: "<details><summary>On [^<]*: \(own)", options: .regularExpression)
      let words = ScaleWords.comparison(
        of: all[place].framework, withAll: all[..<place].map(\.framework), in: site.register)
      return [
        start.map { String(page[$0].dropFirst("<details><summary>".count)) } ?? "",
        page.contains(words) ? words : "",
      ]
    }
  }

  private static let early = judgedInNorth(2010, under: "early", "{aspect: care, grade: low}")
  private static let late = judgedInNorth(2011, under: "late", "{aspect: care, grade: high}")

  @Test(arguments: [
    ("from: 2008\nto: 2010-12", "from: 2011", "On an older scale"),
    ("from: 2008\nto: unknown", "from: 2011", "On an older scale"),
    ("from: 2008\nsuccessors: late", "from: 2011", "On an older scale"),
    ("from: 2008", "from: 2011\nreplaces: early", "On an older scale"),
    ("from: 2008", "from: 2008", "On another scale"),
    // It ended after the last report on the other scale, so it is no older than that.
    ("from: 2008\nto: 2011-12", "from: 2008", "On another scale"),
  ])
  func `a scale is older only where its framework gave way`(
    early: String, late: String, words: String
  ) throws {
    let found = try below([
      "frameworks/early.md": Self.framework("The early round", early),
      "frameworks/late.md": Self.framework("The late round", late),
      "reports/north-2010.md": Self.early, "reports/north-2011.md": Self.late,
      "reports/north-2009.md": judgedInNorth(2009, under: "early", "{aspect: care, grade: low}"),
    ])
    #expect(
      found == [
        ["\(words): The early round", "These grades are not comparable with those above."]
      ])
  }

  @Test func `a partner's scale is called that`() throws {
    let found = try below([
      "frameworks/late.md": Self.framework("The late round", "from: 2008"),
      "frameworks/school.md": Self.framework("School grades", "from: 2008"),
      "reports/north-2009.md": judgedInNorth(2009, under: "late", "{aspect: care, grade: low}"),
      "reports/north-2011.md": judgedInNorth(
        2011, under: "late",
        "{aspect: care, grade: high}, {subject: Lessons, grade: low, framework: school}"),
    ])
    #expect(
      found == [
        [
          "On the scale of a partner: School grades",
          "These grades are not comparable with those above.",
        ]
      ])
  }

  @Test func `a published equivalence is named, and what it does not cover`() throws {
    let mapping = "mappings: [{to: early, grades: {high: high, low: low}, source: The Office}]"
    let found = try below([
      "frameworks/early.md": Self.framework("The early round", "to: 2010-12"),
      "frameworks/late.md": Self.framework("The late round", "from: 2011\n\(mapping)"),
      "reports/north-2010.md": Self.early, "reports/north-2011.md": Self.late,
    ])
    // The usual report of 2009 is under a third framework.
    #expect(
      found == [
        [
          "On an older scale: The early round",
          "An equivalence with The late round is published: The Office.",
        ],
        [
          "On another scale: The round of 2009",
          "These grades are not comparable with those above.",
        ],
      ])
  }

  @Test func `aspects that are part of one stand under it, in tables and in the drawing`() throws {
    let framework = """
      title: The late round
      inspectorate: ofsted
      \(Self.grades)
      aspects:
        - {id: safe, title: Safe}
        - {id: caring, title: Caring}
        - {id: medicines, title: Medicines, parent: safe}
      """
    let site = site([
      "frameworks/late.md": framework,
      "reports/north-2009.md": judgedInNorth(
        2011, under: "late",
        "{aspect: safe, grade: low}, {aspect: medicines, grade: low}, {aspect: caring, grade: high}"
      ),
    ])
    func rows(_ page: String) -> [[String]] {
      page.split(separator: "<tr").dropFirst().compactMap { row in
        ["Safe", "Caring", "Medicines"].first { row.contains(">\($0)<") }.map {
          [$0, row.prefix { $0 != ">" }.trimmingCharacters(in: .whitespaces)]
        }
      }
    }
    let expected = [
      ["Safe", "class=\"group\""], ["Medicines", "class=\"part\""], ["Caring", ""],
    ]
    let area = try site.rendered("areas/north/")
    let history = try #require(area.range(of: "id=\"area.history\""))
    #expect(rows(String(area[..<history.lowerBound])) == expected)
    #expect(rows(try site.rendered("comparison/")) == expected)
    let report = rows(try site.rendered("reports/north-2009/"))
    #expect(report == expected, "\(report)")
    let north = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: north, in: site.register, on: site.now.day)
    let drawn = AreaRows(of: overview, in: site).aspects
    #expect(drawn.map(\.lead) == ["Safe", "Medicines", "Caring"])
    #expect(drawn.map(\.place) == [.part, .inner, .part])
  }

  @Test func `of very many aspects each opens to its parts`() throws {
    let wholes = (1...5).map { "{id: a\($0), title: A\($0)}" }
    let parts = (1...5).map { "{id: b\($0), title: B\($0), parent: a\($0)}" }
    let ids = (1...5).flatMap { ["a\($0)", "b\($0)"] }
    let site = site([
      "frameworks/late.md": """
      title: The late round
      inspectorate: ofsted
      \(Self.grades)
      aspects: [\((wholes + parts).joined(separator: ", "))]
      """,
      "reports/north-2009.md": judgedInNorth(
        2011, under: "late",
        ids.map { "{aspect: \($0), grade: low}" }.joined(separator: ", ")),
    ])
    let north = try #require(site.register.areas[AreaID("north")])
    let overview = AreaOverview(of: north, in: site.register, on: site.now.day)
    let drawn = AreaRows(of: overview, in: site).aspects
    #expect(drawn.map(\.lead) == ["A1", "A2", "A3", "A4", "A5"])
    #expect(drawn.map { $0.items.map(\.lead) } == [["B1"], ["B2"], ["B3"], ["B4"], ["B5"]])
  }
}
