import Inspections
import Testing

@testable import Site

struct TimelinePageTests {
  private static func report(_ year: Int, _ month: Int, form: String = "known-of") -> String {
    """
    title: North
    kind: inspection
    publisher: ofsted
    framework: round
    form: \(form)
    area: north
    published: \(year)-0\(month)
    overall: good
    """
  }

  @Test func `a part of a framework's names the framework, and its month does, too`() throws {
    var files: [String: String] = [:]
    for number in 1...101 { files["reports/a\(number).md"] = Self.report(2010, 1 + number % 2) }
    for number in 1...50 { files["reports/b\(number).md"] = Self.report(2011, 3) }
    let site = site(files)
    let titles = TimelinePage.planned(site).map(\.path)
    #expect(
      titles == [
        "timeline/", "timeline/round/", "timeline/round/2009/", "timeline/round/2010/",
        "timeline/round/2010/01/", "timeline/round/2010/02/", "timeline/round/2011/",
      ])
    for (path, title) in [
      ("timeline/round/", "The round of 2009"),
      ("timeline/round/2011/", "The round of 2009, 2011"),
      ("timeline/round/2010/02/", "The round of 2009, February 2010"),
    ] {
      #expect(try site.rendered(path).contains(">Timeline: \(title)</h1>"), "\(path)")
    }
  }

  @Test func `whose word all rows are is said once, and in each row where it differs`() throws {
    let once = "<p>Everything here is as told by others; the reports are not held.</p>"
    let same = try site(["reports/r.md": Self.report(2010, 1)]).rendered("timeline/")
    #expect(same.contains(once) && !same.contains("class=\"standing\">as told"))
    let mixed = try site(["reports/r.md": Self.report(2010, 1, form: "digest")])
      .rendered("timeline/")
    #expect(!mixed.contains("Everything here is"))
    #expect(mixed.contains("<span class=\"standing\">from the report, retold in our words</span>"))
    #expect(
      mixed.contains("<span class=\"standing\">as told by others; the report is not held</span>"))
  }

  @Test func `of grades without a known framework it is not said that their scale is another`()
    throws
  {
    func inspection(_ year: Int, _ framework: String) -> String {
      Self.report(year, 3).replacing("framework: round", with: "framework: \(framework)")
        .replacing("overall: good", with: "")
    }
    let page = try site([
      "frameworks/later.md":
        "title: Later\ninspectorate: ofsted\ngrades: [{id: good, title: Good}]",
      "frameworks/last.md": "title: Last\ninspectorate: ofsted\ngrades: [{id: good, title: Good}]",
      "reports/a.md": inspection(2010, "unknown"), "reports/b.md": inspection(2011, "later"),
      "reports/c.md": inspection(2012, "last"),
    ]).rendered("timeline/")
    let headings = page.split(separator: "<div class=\"row heading\">").dropFirst().map {
      $0.split(separator: "</div>")[0].split(separator: "<span class=\"quiet\">").dropFirst().first?
        .split(separator: "</span>").first.map(String.init) ?? ""
    }
    #expect(
      headings == [
        "", "it is not known on which scale",
        "not comparable with those above, whose scale is not known", "another scale than above",
      ])
  }

  @Test func `a page without a drawing says why`() throws {
    let words = "These are too many to draw"
    #expect(try !site([:]).rendered("timeline/").contains(words))
    var files: [String: String] = [:]
    for number in 1...40 {
      files["areas/a\(number).md"] = "title: A \(number)\nkind: region\norganisation: agency"
      files["reports/a\(number).md"] = Self.report(2010, 1).replacing(
        "area: north", with: "area: a\(number)")
    }
    #expect(try site(files).rendered("timeline/").contains(words))
  }
}
