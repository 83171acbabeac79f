public import Diagnostics
import Inspections
import Site

extension Check {
  /// Pages that are too heavy for a reader on a slow line.
  public static let pageWeight = Check(
    "page-weight", .links, .warning,
    summary:
      "No page is heavier than \(PageWeight.most / 1000) kB, but for what authors wrote at length.",
    explanation: """
      Lists of any length are divided into pages of about a hundred rows, and what a record's \
      page shows of others is bounded, so a page stays light however large the register grows. \
      One that is heavier than \(PageWeight.most / 1000) kB takes seconds on a telephone. The message \
      names the part of the page that is the heaviest: often texts that are long by themselves, or a \
      template of your own that shows more than a page should.

      Pages of reports and answers, and pages of your own, are as long as their text and are not measured.

      Example: a template `area.mustache` that lists every recommendation with its whole history.
      """)
}

/// What makes a page heavy.
struct PageWeight: Sendable {
  /// The bytes of the whole page.
  let bytes: Int
  /// The heading of the heaviest part; empty for what stands before the first heading.
  let heading: String
  /// The bytes from that heading to the next.
  let part: Int

  /// The most bytes of a page that nobody needs to be told of.
  static let most = 150_000

  /// What makes a page heavy; nil where it is not, or where its text is as long as an author made it.
  ///
  /// Complexity: O(n) for a heavy page, else O(1).
  init?(of bytes: [UInt8], kind: PageKind) {
    guard bytes.count > Self.most, !kind.isAuthorsText else { return nil }
    self.bytes = bytes.count
    var start = 0
    var heaviest = 0..<0
    for place in bytes.indices where Self.isHeading(at: place, in: bytes) {
      if place - start > heaviest.count { heaviest = start..<place }
      start = place
    }
    if bytes.count - start > heaviest.count { heaviest = start..<bytes.count }
    part = heaviest.count
    heading = Self.heading(at: heaviest.lowerBound, in: bytes)
  }

  /// Whether `<h2`, `<h3` or the like begins at a place.
  private static func isHeading(at place: Int, in bytes: [UInt8]) -> Bool {
    bytes[place] == UInt8(ascii: "<") && place + 3 < bytes.count
      && bytes[place + 1] == UInt8(ascii: "h")
      && (UInt8(ascii: "2")...UInt8(ascii: "6")).contains(bytes[place + 2])
  }

  /// The words of a heading, without its tags; empty where none begins at the place.
  private static func heading(at place: Int, in bytes: [UInt8]) -> String {
    guard isHeading(at: place, in: bytes) else { return "" }
    var words: [UInt8] = []
    var isTag = false
    let end = Array("</h".utf8)
    for index in bytes[place...].prefix(mostOfHeading).indices {
      if index > place, bytes[index...].starts(with: end) { break }
      switch bytes[index] {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">"): isTag = false
      default: if !isTag { words.append(bytes[index]) }
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static let mostOfHeading = 400
}

/// A warning for each page that is too heavy.
///
/// `facts` are those of the plan's pages, in their order.
func weighPages(in facts: [PageFacts], of plan: SitePlan) -> [Diagnostic] {
  let heavy = zip(plan.pages, facts).compactMap { page, facts in
    facts.weight.map { Diagnostic.pageWeight($0, of: page.path) }
  }
  return laterFindings(heavy, of: plan.context.register)
}

extension Diagnostic {
  fileprivate static func pageWeight(_ weight: PageWeight, of page: String) -> Diagnostic {
    let part =
      weight.heading.isEmpty ? "what stands before its first heading" : "'\(weight.heading)'"
    return Diagnostic(
      .pageWeight, "'/\(page)' has \(kilobytes(weight.bytes))",
      at: Label(Span(startOf: SourceFile(path: "/" + page)), "this page"),
      notes: ["\(part) is its heaviest part, with \(kilobytes(weight.part))"],
      help: "shorten what that part shows, in the record or in the template")
  }

  private static func kilobytes(_ bytes: Int) -> String { "\((bytes + 500) / 1000) kB" }
}
