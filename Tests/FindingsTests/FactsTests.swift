import Diagnostics
import Foundation
import Publisher
import TestSupport
import Testing

/// What is known to be wrong with the documents that the shipped register is about, item by item.
///
/// People found 47 things by reading these documents. The tables in `Facts.swift` say of each how the
/// program deals with it: a check reports it, on the register that is shipped or, where that leaves
/// the mistake out, on the faithful copy in `Tests/Sites/published-mistakes`; or it only looks wrong,
/// and no check speaks of it; or only a reader can judge it, and an editor's note tells of it. Two are
/// slips of the pen that no record carries, so that nothing of them can be tested.
struct FactsTests {
  /// Every finding of the two sites, as if nothing were waived.
  static let findings = Task {
    [
      Fact.Site.shipped: try await unwaived(Project.shipped()),
      Fact.Site.copy: try await unwaived(Project.content(of: "published-mistakes")),
    ]
  }

  @Test(arguments: Fact.reported + Fact.beyond)
  func `what data or text can show is reported, at its level and place`(_ fact: Fact) async throws {
    let found = try await Self.findings.value[fact.site] ?? []
    #expect(found.count { fact.matches($0) } == fact.count)
  }

  @Test(arguments: Silence.items + Silence.numbersThatHold)
  func `what only looks wrong is not reported`(_ silence: Silence) async throws {
    let material = try silence.site.text(of: silence.file)
    #expect(material.contains(silence.material), "the sites carry it")
    let found = try await Self.findings.value[silence.site] ?? []
    #expect(found.filter { silence.forbids($0) }.map(\.message) == [])
  }

  @Test(arguments: EditorsNote.items)
  func `what only a reader can judge stands in an editor's note`(_ note: EditorsNote) throws {
    let lines = try Fact.Site.shipped.text(of: note.file).components(separatedBy: "\n")
    let quoted = lines.filter { $0.hasPrefix(">") }.map { $0.dropFirst(2) }.joined(separator: " ")
    let fields = lines.filter { !$0.hasPrefix(">") }.map { $0.drop { $0 == " " } }
      .joined(separator: " ")
    #expect((quoted + fields).contains(note.words))
  }

  @Test func `every item but the slips of the pen has a row that is held`() {
    let rows =
      Fact.reported.map(\.item) + Silence.items.map(\.item) + EditorsNote.items.map(\.item)
    #expect(Set(rows) == Set(1...47).subtracting(slips.map(\.item)))
    #expect(slips.count == 2)
  }

  /// The false alarms of both sites: findings that no row of the tables says are true.
  @Test func `nothing else is reported`() async throws {
    for (site, findings) in try await Self.findings.value {
      let facts = (Fact.reported + Fact.beyond).filter { $0.site == site }
      let others = findings.filter { finding in !facts.contains { $0.matches(finding) } }
      print("\(site.rawValue): \(findings.count) findings, \(others.count) false alarms")
      #expect(others.map { "\($0.check.name): \($0.message)" } == [])
    }
  }

  @Test func `the shipped register stands without errors, each of them waived with a reason`()
    async throws
  {
    let project = try Project.shipped()
    let standing = try await checkSite(project.request())
    #expect(standing.filter { $0.level == .error }.map(\.message) == [])
    let unwaived = try await Self.findings.value[.shipped] ?? []
    print("shipped: \(unwaived.count - standing.count) of \(unwaived.count) findings waived")
    #expect(unwaived.contains { $0.level == .error })
  }

  @Test func `what the faithful copy gets is shown as expected`() async throws {
    let project = try Project.content(of: "published-mistakes")
    let text = project.terminal(try await checkSite(project.request()))
    let file = "../Sites/published-mistakes/findings.txt"
    #expect(Snapshot.difference(Array(text.utf8), from: file) == nil)
  }

  @Test(arguments: [
    ("most", "private-reports.inadequate"), ("most", "public-reports.good+adequate"),
    ("majority", "all-reports.inadequate"), ("most", "60/88"), ("almost all", "73/88"),
    ("few", "15/88"), ("few", "private-reports.good"), ("most", "20/28"), ("almost all", "27/33"),
    ("almost all", "37/45"), ("almost all", "37/46"), ("almost all", "71/88"), ("most", "22/33"),
    ("most", "19/28"), ("just over half", "45/89"),
  ])
  func `a word that its figures bear out is left alone`(word: String, figures: String) async throws
  {
    #expect(try await Self.quantifiers(saying: word, of: figures) == 1, "only that of paragraph 34")
  }

  @Test(arguments: [
    ("almost all", "private-reports.inadequate"), ("most", "public-reports.adequate"),
    ("most", "all-reports.inadequate"), ("few", "public-reports.good"),
    ("few", "private-reports.good+adequate"), ("majority", "public-reports.adequate"),
  ])
  func `a word that its figures contradict is an error`(word: String, figures: String) async throws
  {
    #expect(try await Self.quantifiers(saying: word, of: figures) == 2)
  }

  /// How many quantity words are wrong when paragraph 27 says one more.
  private static func quantifiers(saying word: String, of figures: String) async throws -> Int {
    let project = try Project.shipped()
    try project.edit(
      "content/reports/east-midlands-2008.md", "27. One of the interviews was weak.",
      "27. It was [\(word)](share:\(figures)).")
    return try await unwaived(project).count { $0.check.name == "quantifier" }
  }

  /// The findings of a project whose records waive nothing.
  private static func unwaived(_ project: Project) async throws -> [Diagnostic] {
    for path in try TemporaryFolder.files(below: project.folder["content"])
    where path.hasSuffix(".md") {
      let text = project.folder.text("content/\(path)") ?? ""
      try project.folder.write("content/\(path)", withoutWaivers(text))
    }
    return try await checkSite(project.request())
  }

  /// A document without the field `waivers`, which ends where the next field does not stand in.
  private static func withoutWaivers(_ text: String) -> String {
    var isWaiver = false
    let kept = text.components(separatedBy: "\n").filter { line in
      if line.hasPrefix("waivers:") {
        isWaiver = true
      } else if !line.hasPrefix(" ") {
        isWaiver = false
      }
      return !isWaiver
    }
    return kept.joined(separator: "\n")
  }
}
