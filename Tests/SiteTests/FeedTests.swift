import Foundation
import Testing

@testable import Site

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct FeedTests {
  @Test func `text in XML is escaped, and what XML cannot carry is replaced`() {
    var xml = XMLBuffer()
    xml.element("<t>", "a < b & \"c\" 'd' >\u{1}\u{FFFE}\té", "</t>")
    let text = String(decoding: xml.bytes, as: UTF8.self)
    #expect(
      text.hasSuffix("<t>a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt;\u{FFFD}\u{FFFD}\té</t>"))
  }

  @Test(arguments: [
    ("2009", "2009-01-01T00:00:00Z", false), ("2009-06", "2009-06-01T00:00:00Z", false),
    ("2009-W03", "2009-01-12T00:00:00Z", false), ("2009-06-15", "2009-06-15T00:00:00Z", true),
  ])
  func `an entry is dated on the first day its date may mean, and published on a known day only`(
    published: String, updated: String, isDay: Bool
  ) throws {
    let feed = try #require(sampleSite(Sample.files("", published: published)).file("feed.xml"))
    #expect(feed.contains("<updated>\(updated)</updated>"))
    #expect(feed.contains("<published>\(updated)</published>") == isDay)
  }

  @Test(arguments: [
    ("2009", "2009-05-04/2009-05-08", "2009-05-08"),
    ("2009-06", "2009-06-29/2009-07-03", "2009-06-01"),
    ("2009", "2008-03", "2009-01-01"), ("2009-06", "unknown", "2009-06-01"),
  ])
  func `of a month or a year no entry is dated before the inspectors were done`(
    published: String, fieldwork: String, updated: String
  ) throws {
    let files = Sample.files("fieldwork: \(fieldwork)", published: published)
    let feed = try #require(sampleSite(files).file("feed.xml"))
    #expect(feed.contains("<updated>\(updated)T00:00:00Z</updated>"))
  }

  @Test func `a correction moves an entry`() throws {
    let files = Sample.files("changes:\n  - {date: 2010-02-03, note: A wrong name was put right.}")
    let feed = try #require(sampleSite(files).file("areas/north/feed.xml"))
    #expect(feed.contains("<updated>2010-02-03T00:00:00Z</updated>"))
    #expect(feed.contains("Corrected: A wrong name was put right."))
  }

  @Test func `a report without a known date is in no feed`() throws {
    let feed = try #require(sampleSite(Sample.files("", published: "unknown")).file("feed.xml"))
    #expect(!feed.contains("<entry>"))
  }

  @Test func `a feed is well-formed whatever the titles hold`() throws {
    for path in ["feed.xml", "areas/north/feed.xml", "frameworks/frame/feed.xml"] {
      let feed = try #require(sampleSite(Sample.files("")).file(path))
      #expect(feed.contains("<title>Care, &quot;as found&quot; &lt;here&gt; &amp; there</title>"))
      #expect(XMLParser(data: Data(feed.utf8)).parse())
    }
  }

  /// 130 reports of 2010, half of March and half of June, and 20 of 2011.
  private func longFeed() -> SiteContext {
    var files = Sample.files("")
    for number in 0..<150 {
      files["reports/r\(number).md"] = Sample.report(
        "judgements:\n  - {aspect: care, grade: good}",
        published: number < 65 ? "2010-03-04" : number < 130 ? "2010-06-10" : "2011-02")
    }
    return sampleSite(files)
  }

  @Test func `what a feed no longer has is in archives, a year or a month each`() throws {
    let site = longFeed()
    func entries(of path: String) throws -> [String] {
      let text = try #require(site.file(path))
      #expect(XMLParser(data: Data(text.utf8)).parse())
      return text.matches(of: /<entry>\n<title>[^\n]*\n<id>([^<]*)<\/id>/).map { String($0.1) }
    }
    #expect(try entries(of: "feed.xml").count == 50)
    // The sample has a report of 2009 beside them.
    let archives = ["feed-2009.xml", "feed-2010-03.xml", "feed-2010-06.xml", "feed-2011.xml"]
    let archived = try archives.flatMap(entries(of:))
    #expect(Set(archived).count == archived.count)
    #expect(Set(archived).isSuperset(of: try entries(of: "feed.xml")))
    #expect(archived.filter { $0.contains("/reports/r") }.count == 150)
  }

  @Test func `each document of a feed leads to the one before it and after it`() throws {
    let site = longFeed()
    let base = "https://example.org/register/"
    func link(_ relation: String, of path: String) throws -> Substring? {
      try #require(site.file(path))
        .firstMatch(of: try Regex("<link rel=\"\(relation)\" href=\"([^\"]*)\"/>"))?
        .output[1].substring
    }
    #expect(try link("prev-archive", of: "feed.xml") == "\(base)feed-2011.xml")
    #expect(try link("current", of: "feed.xml") == nil)
    #expect(try link("prev-archive", of: "feed-2011.xml") == "\(base)feed-2010-06.xml")
    #expect(try link("next-archive", of: "feed-2010-06.xml") == "\(base)feed-2011.xml")
    #expect(try link("next-archive", of: "feed-2011.xml") == nil)
    #expect(try link("current", of: "feed-2010-06.xml") == "\(base)feed.xml")
    let archive = try #require(site.file("feed-2011.xml"))
    #expect(archive.contains("<fh:archive/>") && archive.contains("<id>\(base)feed.xml</id>"))
  }

  @Test func `a feed that has everything has no archives`() throws {
    let feed = try #require(sampleSite(Sample.files("")).file("feed.xml"))
    #expect(!feed.contains("archive"))
  }

  @Test func `the map of the site leaves out pages that nobody should find`() throws {
    let site = sampleSite(Sample.files("aliases: [/old/north/]"))
    let files = siteMapFiles(site, pages: site.pages)
    let map = try #require(files.first { $0.path == "sitemap.xml" })
    let text = String(decoding: map.bytes(), as: UTF8.self)
    #expect(text.contains("<loc>https://example.org/register/frameworks/frame/</loc>"))
    #expect(!text.contains("404.html") && !text.contains("/old/"))
  }
}
