import Foundation
import Publisher
import TestSupport
import Testing

/// The register in memory beside builds from nothing, change after change.
struct WorkspaceTests {
  /// Holds every file and diagnostic of a state against a build from nothing.
  private func expectSame(
    _ state: WorkspaceState, as project: Project, _ change: String
  ) async throws {
    let (files, diagnostics) = try await renderSite(project.request())
    let said = try #require(await state.findings())
    #expect(project.terminal(said) == project.terminal(diagnostics), "\(change)")
    guard let files else { return }
    #expect(Set(await state.paths()) == Set(files.keys), "\(change)")
    for (path, bytes) in files {
      #expect(await state.file(at: path) == bytes, "\(path) after \(change)")
    }
  }

  @Test func `what changes on the disk is what a build from nothing would make`() async throws {
    let project = try Project.golden("everything")
    let workspace = Workspace(project.request())
    try await expectSame(workspace.refresh(), as: project, "nothing")
    let reports = try FileManager.default.contentsOfDirectory(
      atPath: project.folder["content/reports"]
    ).sorted()
    let report = "content/reports/\(try #require(reports.first))"
    let text = try #require(project.folder.text(report))
    let changes: [(String, (Project) throws -> Void)] = [
      ("a longer text", { try $0.folder.write(report, text + "\n\nOne more sentence.\n") }),
      ("a broken fence", { try $0.folder.write(report, String(text.dropFirst(2))) }),
      ("the repair", { try $0.folder.write(report, text) }),
      ("a record gone", { try FileManager.default.removeItem(atPath: $0.folder[report]) }),
      ("the record back", { try $0.folder.write(report, text) }),
      (
        "another time zone",
        { try $0.edit("content/site.yml", "Europe/London", "Europe/Paris") }
      ),
      (
        "a style sheet",
        { try $0.folder.write("templates/assets/findings.css", "body { margin: 0 }") }
      ),
      ("a template", { try $0.folder.write("templates/search.mustache", "{{no-such-name}}") }),
      (
        "its removal",
        { try FileManager.default.removeItem(atPath: $0.folder["templates/search.mustache"]) }
      ),
    ]
    for (change, make) in changes {
      try make(project)
      try await expectSame(workspace.refresh(), as: project, change)
    }
  }

  @Test func `texts that are changed one after another need nothing to be read or planned anew`()
    async throws
  {
    let project = try Project.golden("everything")
    let workspace = Workspace(project.request())
    // What is known of pages is kept from here on.
    _ = await (try workspace.refresh()).findings()
    let reports = try FileManager.default.contentsOfDirectory(
      atPath: project.folder["content/reports"]
    ).sorted().map { "content/reports/\($0)" }
    #expect(reports.count > 3)
    let sentences = [
      "One more sentence.", "Half of the ten lights, that is seven, were lit.",
      "See [no such place](#nowhere).", "Call 020 7946 0018.",
    ]
    for (number, report) in (reports + reports.prefix(2)).enumerated() {
      let text = try #require(project.folder.text(report))
      let sentence = sentences[number % sentences.count]
      try project.folder.write(report, text + "\n\(sentence)\n")
      try await expectSame(workspace.refresh(), as: project, "\(sentence) in \(report)")
    }
  }

  /// The reports of a project, by their paths.
  private func reports(of project: Project) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: project.folder["content/reports"]).sorted()
      .map { "content/reports/\($0)" }
  }

  @Test func `fields that are changed one after another give what a build from nothing would`()
    async throws
  {
    let project = try Project.golden("everything")
    let workspace = Workspace(project.request())
    _ = await (try workspace.refresh()).findings()
    let edits: [(name: String, (String) -> String)] = [
      ("an unknown field", { $0.replacing("\ntitle:", with: "\nno_such_field: 1\ntitle:") }),
      (
        "a title", { $0.replacing(/(?m)^title: "?/, maxReplacements: 1) { "\($0.output)Another " } }
      ),
      (
        "a later publication",
        { $0.replacing(/(?m)^published: .*$/, with: "published: 2027-02-03") }
      ),
      ("no publication", { $0.replacing(/(?m)^published: .*\n/, with: "") }),
      ("another area", { $0.replacing(/(?m)^areas?: .*$/, with: "area: far-isles") }),
      ("another kind", { $0.replacing(/(?m)^kind: .*$/, with: "kind: consultation") }),
      ("another number", { $0.replacing(/id: 1\b/, with: "id: 17") }),
    ]
    let reports = try reports(of: project)
    #expect(reports.count >= 2 * edits.count - 1)
    for (number, (name, edit)) in edits.enumerated() {
      let report = reports[number * 2]
      let text = try #require(project.folder.text(report))
      try project.folder.write(report, edit(text))
      try await expectSame(workspace.refresh(), as: project, "\(name) in \(report)")
      // The next state has this one mended besides.
      try project.folder.write(report, text)
    }
    try await expectSame(workspace.refresh(), as: project, "the repair of all")
  }

  @Test
  func `what is found in a report by itself is not sought again when a field of another changes`()
    async throws
  {
    let project = try Project.golden("everything")
    let reports = try reports(of: project)
    let (held, edited) = (reports[0], reports[1])
    try project.folder.write(
      held,
      try #require(project.folder.text(held))
        + "\nThe Children Act 1989 and the Childrn Act 1989.\n")
    let workspace = Workspace(project.request())
    let before = try await #require(workspace.refresh().recordFindings())
    let text = try #require(project.folder.text(edited))
    try project.folder.write(edited, text.replacing("\ntitle:", with: "\nno_such_field: 1\ntitle:"))
    let after = try await #require(workspace.refresh().recordFindings())
    #expect(after.contains { $0.check.name == "unknown-field" })
    let found = before.filter {
      $0.check.name == "near-miss-name" && $0.primary.span.file.path == held
    }
    #expect(!found.isEmpty)
    for one in found { #expect(after.contains { $0 === one }, "\(one.message)") }
    // What reports stand among is another, so all are asked again.
    try project.edit("content/site.yml", "Europe/London", "Europe/Paris")
    let again = try await #require(workspace.refresh().recordFindings())
    for one in found { #expect(again.contains { $0 == one } && !again.contains { $0 === one }) }
  }

  private struct Weak {
    weak var state: WorkspaceState?
  }

  @Test func `a workspace holds no state that nobody asks for any more`() async throws {
    let project = try Project.golden("everything")
    let workspace = Workspace(project.request())
    let names = try FileManager.default.contentsOfDirectory(
      atPath: project.folder["content/reports"])
    let report = "content/reports/\(try #require(names.min()))"
    let text = try #require(project.folder.text(report))
    var states: [Weak] = []
    for number in 0..<6 {
      try project.folder.write(report, text + "\nSaved \(number) times.\n")
      let state = try await workspace.refresh()
      _ = await state.findings()
      states.append(Weak(state: state))
    }
    #expect(states.allSatisfy { $0.state == nil })
  }

  @Test func `what only editors changed needs no look at the disk`() async throws {
    let project = try Project.golden("everything")
    let workspace = Workspace(project.request())
    _ = try await workspace.refresh()
    let site = "content/site.yml"
    let saved = try #require(project.folder.text(site))
    try project.folder.write("content/pages/new.md", "---\ntitle: New\n---\n\nNew.\n")
    await workspace.setBuffer(Array((saved + "\n").utf8), of: site)
    let typed = try await workspace.refresh(looksAtDisk: false)
    #expect(typed.changed.map(\.path) == [site])
    let looked = try await workspace.refresh()
    #expect(looked.changed.map(\.path) == ["content/pages/new.md"])
  }

  @Test func `an unsaved text counts until it is taken back`() async throws {
    let project = try Project.golden("everything")
    let workspace = Workspace(project.request())
    let before = try await workspace.refresh()
    let path = "content/site.yml"
    let saved = try #require(project.folder.text(path))
    await workspace.setBuffer(Array((saved + "\nno_such_field: 1\n").utf8), of: path)
    let typed = try await workspace.refresh()
    #expect(typed.changed.map(\.path) == [path])
    #expect(typed.findings(in: path).contains { $0.check.name == "unknown-field" })
    #expect(!before.findings(in: path).contains { $0.check.name == "unknown-field" })
    await workspace.setBuffer(nil, of: path)
    try await expectSame(workspace.refresh(), as: project, "taking it back")
  }
}
