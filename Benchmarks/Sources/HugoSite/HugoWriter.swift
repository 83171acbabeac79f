import Foundation
import HTML
import Inspections
import MadeUpRegister
import Publisher
import Site
import Templates

/// Writes the site that findings makes of a register as `content/`, `data/` and `static/` of a Hugo
/// site with the same pages.
///
/// Whatever findings works out while it builds stands ready in front matter: due dates, tallies, what
/// visits concluded, the names behind ids, positions in drawings. Hugo's layouts look up no more than
/// what a report asked for, which is written once and shown on three pages.
public struct HugoWriter {
  let register: MadeUpRegister.Register
  let size: Int
  let source: String
  let tree: Tree
  private let places: [String: Int]

  /// Writes below `folder` what findings would make of the project in `source`.
  public init(
    register: MadeUpRegister.Register, size: Int, source: String, folder: String
  ) {
    self.register = register
    self.size = size
    self.source = source
    tree = Tree(folder)
    places = Dictionary(uniqueKeysWithValues: zip(register.reportIDs, 0...))
  }

  /// Writes every file; throws what the file system says, or that the project cannot be built.
  public func write(asOf day: String) async throws {
    guard let now = Instant("\(day)T00:00:00Z") else { throw UnusableProject(words: day) }
    let check = try await checkSite(BuildRequest(root: source, now: now))
    guard let plan = check.plan else {
      throw UnusableProject(words: "\(source): \(check.diagnostics.count) diagnostics")
    }
    let shapes = Dictionary(
      uniqueKeysWithValues: PageKind.templates(assets: []).map { ($0.name, $0.shape) })
    let marks = Marks()
    for page in plan.pages where page.kind != .notFound {
      guard let shape = shapes[page.kind.rawValue] else { continue }
      try write(page, PageFacts(kind: page.kind, marks: marks), shape)
    }
    try tree.makeFolder("data")
    try tree.write("data/marks.json", "", marks.data.json)
    // Hugo writes its own `sitemap.xml` and `robots.txt`.
    for file in plan.files where file.path.contains("/") {
      try tree.makeFolder("static/\(file.path.prefix { $0 != "/" })")
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      try tree.makeFolder("static/\(folder)")
      try tree.write("static/\(file.path)", "", file.bytes())
    }
  }

  private func write(_ page: PlannedPage, _ facts: PageFacts, _ shape: ViewShape) throws {
    let record = page.fill()
    let file = Self.file(of: page)
    try tree.makeFolder("content/\(file.split(separator: "/").dropLast().joined(separator: "/"))")
    let matter = Fact.record([
      "title": .words(record.text("page", "title", in: shape)), "url": .text("/\(page.path)"),
      "layout": .text(page.kind.rawValue), "params": facts.facts(of: record, shape),
    ])
    var bytes = matter?.frontMatter ?? []
    bytes += "\n".utf8
    if page.kind == .report, let place = places[String(page.path.split(separator: "/")[1])] {
      bytes += Body(of: register, report: place, size: size, style: .address).bytes
    } else {
      bytes += record.html("matter", "body", in: shape)?.bytes ?? []
    }
    try tree.write("content/\(file)", "", bytes)
  }

  /// Where Hugo has a page: lists are sections, everything else is a page with its address.
  private static func file(of page: PlannedPage) -> String {
    let parts = page.path.split(separator: "/").map(String.init)
    guard let section = parts.first else { return "_index.md" }
    let sections: Set = [
      "areas", "reports", "recommendations", "timeline", "comparison", "frameworks",
      "organisations",
    ]
    guard sections.contains(section) else { return parts.joined(separator: "-") + ".md" }
    if parts.count == 1 { return "\(section)/_index.md" }
    let folder = page.kind == .recommendation ? "recommendations" : section
    return "\(folder)/\(parts.dropFirst().joined(separator: "-")).md"
  }
}

/// A project that findings does not build.
struct UnusableProject: Error {
  let words: String
}

extension ViewRecord {
  /// A text of a record inside.
  fileprivate func text(_ outer: String, _ inner: String, in shape: ViewShape) -> String? {
    guard case .text(let text) = value(outer, inner, in: shape) else { return nil }
    return text
  }

  /// A piece of HTML of a record inside.
  fileprivate func html(_ outer: String, _ inner: String, in shape: ViewShape) -> HTMLFragment? {
    guard case .html(let html) = value(outer, inner, in: shape) else { return nil }
    return html
  }

  private func value(_ outer: String, _ inner: String, in shape: ViewShape) -> ViewValue? {
    guard let place = shape.fields.firstIndex(where: { $0.name == outer }),
      case .record(let record) = value(of: place),
      case .record(let within) = shape.fields[place].type,
      let slot = within.fields.firstIndex(where: { $0.name == inner })
    else { return nil }
    return record.value(of: slot)
  }
}
