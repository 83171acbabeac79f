import HTML
import Testing

@testable import Site

struct LayoutIDTests {
  /// The templates of pages that hold a body, with what all pages hold.
  private let templates = [
    "layout", "page", "report", "report-print", "area", "organisation", "framework", "response",
  ]

  @Test func `every id that a page with a body has of its own is kept from headings`() {
    let names = Set(templates.map { "\($0).mustache" })
    let files = ThemeFile.builtIn.filter {
      names.contains($0.path) || $0.path.hasPrefix("partials/")
    }
    #expect(files.count > templates.count)
    let drawings = [Patterns.ofCharts, site([:]).timelinePatterns].map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    for text in texts + drawings {
      for part in text.split(separator: " id=\"").dropFirst() {
        let id = part.prefix { $0 != "\"" }
        #expect(id.contains("{") || id.contains(".") || LayoutIDs.all.contains(String(id)), "\(id)")
      }
    }
  }
}
