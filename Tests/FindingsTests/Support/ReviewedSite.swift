import Foundation
import TestSupport

/// Files of a site as a person reviews them.
///
/// JSON is indented, long lines are broken, and what stands on several pages stands once, in
/// `shared/`, with a line in its place. Of the files that are recorded nothing is left out but white
/// space between the values of JSON: any other byte that changes in one changes a file here.
struct ReviewedSite {
  /// What is kept as expected output, by path.
  private(set) var files: [String: [UInt8]] = [:]
  /// What is kept beside the pages: each text with its name, that of the first page that has it.
  private var shared: [String: String] = [:]
  private var page = ""

  /// Takes of a site the files that are recorded, all where none are named.
  init(_ site: BuiltSite, recording paths: [String]? = nil, base: String) {
    var pages: [(path: String, blocks: [PageBlock])] = []
    let recorded = Set(paths ?? Array(site.files.keys))
    for (path, bytes) in site.files.sorted(by: { $0.key < $1.key }) where recorded.contains(path) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        files[path] = bytes
        continue
      }
      if path.hasSuffix(".html") {
        self.page = String(path.dropLast("index.html".count))
        let page = laidOutPage(text, address: base + path.dropLast("index.html".count))
        let drawn = sharing("svg", beginning: "<svg", in: page) { [$0] }
        let framed = sharing("div", beginning: "<div class=\"body\">", in: drawn) {
          PageBlock.blocks(of: $0).map(\.text)
        }
        pages.append((path, PageBlock.blocks(of: framed)))
      } else {
        let isJSON = path.hasSuffix(".json")
        write(isJSON ? JSONLayout.indented(rows(of: text, path, in: site)) : text, to: path)
      }
    }
    let uses = pages.flatMap(\.blocks).reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
    for page in pages {
      self.page = String(page.path.dropLast("index.html".count))
      let lines = page.blocks.map { block in
        guard block.isWorthSharing, uses[block.text, default: 0] > 1 else { return block.text }
        return share(block.text)
      }
      write(lines.joined(separator: "\n"), to: page.path)
    }
  }

  /// Compares every file with the expected ones; missing and extra files differ too.
  func differences(fromExpected name: String) -> [String] {
    let folder = "\(Repository.sites)/\(name)/expected"
    let expected = (try? TemporaryFolder.files(below: folder)) ?? []
    var found = expected.filter { files[$0] == nil }.map { path in
      let environment = ProcessInfo.processInfo.environment
      if environment["UPDATE_SNAPSHOTS"] == "1", environment["CI"] == nil {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(path)")
      }
      return "\(path) is expected and was not built"
    }
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let file = "../../Sites/\(name)/expected/\(path)"
      if let difference = Snapshot.difference(bytes, from: file) {
        found.append(difference)
      }
    }
    return found
  }

  /// A page with its address as `{address}` and its data indented.
  private func laidOutPage(_ text: String, address: String) -> String {
    var page = text
    for end in ["\"", "'", "<"] {
      page = page.replacingOccurrences(of: address + end, with: "{address}" + end)
    }
    let script = "<script type=\"application/ld+json\">"
    guard let start = page.range(of: script)?.upperBound,
      let end = page.range(of: "</script>", range: start..<page.endIndex)?.lowerBound
    else { return page }
    return page.replacingCharacters(
      in: start..<end, with: "\n\(JSONLayout.indented(String(page[start..<end])))\n")
  }

  /// A page with every element of a kind kept beside it in one or more parts.
  private mutating func sharing(
    _ element: String, beginning opening: String, in page: String, parts: (String) -> [String]
  ) -> String {
    var result = ""
    var rest = page[...]
    while let start = rest.range(of: opening)?.lowerBound {
      let end = endOfElement(element, in: rest[start...])
      result += rest[..<start]
      result += parts(String(rest[start..<end])).map { share($0) }.joined(separator: "\n")
      rest = rest[end...]
    }
    return result + rest
  }

  /// The rows that `register.json` repeats from the table of each kind, as the name of that table.
  private func rows(of text: String, _ path: String, in site: BuiltSite) -> String {
    guard path == "data/register.json" else { return text }
    var text = text
    for table in site.files.keys.sorted()
    where table.hasPrefix("data/") && table.hasSuffix(".json") && table != path {
      let rows = site.text(table).drop { $0 != "\n" }.dropLast("]}\n".count)
      guard rows.contains("{") else { continue }
      text = text.replacingOccurrences(of: "\(rows)]", with: "\"all rows of \(table)\"]")
    }
    return text
  }

  /// Keeps a text under the page that has it first, and the first id, class or name in it.
  private mutating func share(_ text: String) -> String {
    guard text.utf8.count > 40 else { return text }
    if let name = shared[text] { return "<shared \(name)>" }
    let tag = text.prefix { $0 != ">" }
    let label =
      [" id=\"", " class=\"", "<"].lazy.compactMap { tag.range(of: $0) }.first
      .map { tag[$0.upperBound...].prefix { $0 != "\"" && $0 != "\n" } } ?? "text"
    let words = label.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    let stem = "\(page)\(words)"
    var number = 1
    while files["shared/\(stem)-\(number).html"] != nil { number += 1 }
    shared[text] = "\(stem)-\(number)"
    write(text + "\n", to: "shared/\(stem)-\(number).html")
    return "<shared \(stem)-\(number)>"
  }

  private mutating func write(_ text: String, to path: String) {
    files[path] = Array(LongLines.broken(text).utf8)
  }
}

/// Some lines of a page, from one heading or landmark to the next.
private struct PageBlock {
  let lines: [Substring]

  var text: String { lines.joined(separator: "\n") }

  /// A line that says where the block is kept is shorter than this.
  var isWorthSharing: Bool { lines.count > 3 || text.utf8.count > 240 }

  private static let openings = [
    "<title", "<link rel=\"stylesheet\"", "<meta property=\"og:title\"", "<body", "<header", "<nav",
    "<main", "<h2", "<section", "<footer",
  ]
  private static let closings: Set<Substring> = ["</div>", "</section>", "</main>", ""]

  /// A page's blocks; the ends of elements around a block are blocks of their own.
  static func blocks(of page: String) -> [PageBlock] {
    var blocks: [PageBlock] = []
    var lines: [Substring] = []
    func endBlock() {
      let text = lines.lastIndex { !closings.contains($0) }.map { $0 + 1 } ?? 0
      blocks += [lines[..<text], lines[text...]].filter { !$0.isEmpty }
        .map { PageBlock(lines: Array($0)) }
      lines = []
    }
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if openings.contains(where: { line.hasPrefix($0) }) { endBlock() }
      lines.append(line)
    }
    endBlock()
    return blocks
  }
}

/// The end of an element that a text begins with.
private func endOfElement(_ name: String, in text: Substring) -> String.Index {
  var depth = 0
  var rest = text
  while let tag = rest.range(of: "</?\(name)\\b", options: .regularExpression) {
    depth += rest[tag].hasPrefix("</") ? -1 : 1
    rest = rest[tag.upperBound...]
    guard depth > 0 else {
      return rest.firstIndex(of: ">").map(rest.index(after:)) ?? text.endIndex
    }
  }
  return text.endIndex
}
