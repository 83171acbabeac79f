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

  @Test func `the map of the site leaves out pages that nobody should find`() throws {
    let site = sampleSite(Sample.files("aliases: [/old/north/]"))
    let files = siteMapFiles(site, pages: site.pages)
    let map = try #require(files.first { $0.path == "sitemap.xml" })
    let text = String(decoding: map.bytes(), as: UTF8.self)
    #expect(text.contains("<loc>https://example.org/register/frameworks/frame/</loc>"))
    #expect(!text.contains("404.html") && !text.contains("/old/"))
  }
}
