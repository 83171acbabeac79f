import CommonMark
import Diagnostics
import Foundation
import Inspections
import Testing

@testable import Site

/// A report whose text may not be published: what its fields say is shown, its body is not.
struct RestrictedTests {
  private static func report(_ part: String) -> String {
    """
    ---
    title: What happened
    kind: inspection
    publisher: board
    framework: frame
    area: north
    published: 2009-06
    fieldwork: 2009-05
    form: restricted
    restricted: {by: The court, reason: It is evidence.\(part)}
    judgements: [{aspect: care, grade: poor}]
    ---

    ## Zqleak heading

    1. Zqleak words with a [zqleak link](file:zqleak.pdf) and a note[^1].

    [^1]: Zqleak note.
    """
  }

  private static func site(_ part: String) -> SiteContext {
    var files = Sample.files("")
    files["reports/north-2009.md"] = report(part)
    return sampleSite(files)
  }

  @Test func `the body reaches no page, feed, text or data file`() throws {
    for (path, text) in try Self.site("").everything() {
      #expect(!text.lowercased().contains("zqleak"), "\(path)")
    }
  }

  @Test func `its fields and the reason are shown`() throws {
    let page = try Self.site("").rendered("reports/north-2009/")
    #expect(page.contains("The text of this report may not be published."))
    #expect(page.contains("The court: It is evidence."))
    #expect(page.contains("Poor"))
  }

  @Test func `the part that may be read is shown as such`() throws {
    let site = Self.site(", part: true")
    let page = try site.rendered("reports/north-2009/")
    #expect(page.contains("Zqleak words"))
    #expect(
      page.contains(
        "The text of this report may be published in part only, and that part stands here."))
    let text = String(decoding: try site.reportFile("reports/north-2009/report.txt"), as: UTF8.self)
    #expect(text.contains("may be published in part only") && text.contains("Zqleak words"))
  }

  @Test(arguments: ["", ", part: true"])
  func `a message covers the body that is kept back and nothing else`(part: String) {
    let file = SourceFile(path: "content/reports/a.md")
    let source = SourceText(file: file, bytes: Array(Self.report(part).utf8))
    let shown = String(decoding: Inspections.coveringWithheldText(source).bytes, as: UTF8.self)
    #expect(shown.lowercased().contains("zqleak") == !part.isEmpty)
    #expect(shown.contains("title: What happened"))
    #expect(shown.utf8.count == source.bytes.count)
  }

  @Test func `a message covers the body also where an escape hides the word that asks for it`() {
    let hidden = Self.report("").replacing("restricted", with: #""\x72estri\x63ted""#)
    let source = SourceText(
      file: SourceFile(path: "content/reports/a.md"), bytes: Array(hidden.utf8))
    let shown = String(decoding: Inspections.coveringWithheldText(source).bytes, as: UTF8.self)
    #expect(hidden.lowercased().contains("zqleak") && !shown.lowercased().contains("zqleak"))
  }
}
