import Diagnostics
import Inspections
import Publisher
import TestSupport
import Testing

/// What readers may see, and from when on.
struct ReleaseTests {
  static let scheduled = "reports/north-west-shore-2026/index.html"
  static let draft = "reports/night-watch-2027/index.html"

  @Test func `drafts and scheduled reports are nowhere on the site`() async throws {
    let site = try await GoldenSiteTests.everything.value
    #expect(site.files[Self.scheduled] == nil)
    #expect(site.files[Self.draft] == nil)
    for name in ["north-west-shore-2026", "night-watch-2027"] {
      let mentions = site.files.filter { String(decoding: $0.value, as: UTF8.self).contains(name) }
      #expect(mentions.keys.sorted() == [], "\(name)")
    }
  }

  @Test func `an editor sees them all`() async throws {
    let project = try Project.golden("everything")
    var request = project.request()
    request.unreleased = .all
    let site = try await project.built(request)
    #expect(site.files[Self.scheduled] != nil)
    #expect(site.files[Self.draft] != nil)
  }

  @Test(arguments: [
    ("2026-12-01T09:29:59Z", false), ("2026-12-01T09:30:00Z", true), ("2027-01-01T00:00:00Z", true),
  ])
  func `a scheduled report appears at its release and not before`(
    moment: String, isShown: Bool
  ) async throws {
    let project = try Project.golden("everything")
    var request = project.request()
    request.now = .instant(try #require(Instant(moment)))
    let site = try await project.built(request)
    #expect((site.files[Self.scheduled] != nil) == isShown)
    #expect(site.files[Self.draft] == nil)
  }

  @Test(arguments: [
    ("status: published", false, ["publication-date"]), ("", false, ["publication-date"]),
    (
      "status: withdrawn\nwithdrawal: {date: 2026-11-20, reason: Too early.}", false,
      ["publication-date"]
    ),
    ("status: draft", false, []), ("status: scheduled", false, []), ("status: published", true, []),
    ("", true, []), ("status: draft", true, []), ("status: scheduled", true, []),
  ])
  func `a release that lies ahead keeps a report back whatever its status`(
    status: String, isPast: Bool, errors: [String]
  ) async throws {
    let project = try Project.golden("everything")
    try project.edit(
      "content/reports/north-west-shore-2026.md",
      "status: scheduled\nrelease: 2026-12-01T09:30:00Z\npublished: 2026-12-01",
      "\(status)\npublished: 2026-11-02\nrelease: \(isPast ? "2026-11-02" : "2026-12-01")T09:30:00Z"
    )
    let checked = try await checkSite(project.request())
    #expect(checked.filter { $0.level == .error }.map(\.check.name) == errors)
    // Even where a site makes light of the contradiction.
    try project.edit("content/site.yml", "checks: {", "checks: {publication-date: notice, ")
    let site = try await project.built()
    let isShown = isPast && status != "status: draft"
    #expect((site.files[Self.scheduled] != nil) == isShown)
    let mentions = site.files.filter {
      String(decoding: $0.value, as: UTF8.self).contains("north-west-shore-2026")
    }
    #expect(mentions.isEmpty != isShown)
  }

  @Test func `what readers see cannot lead to what they do not see yet`() async throws {
    let project = try Project.golden("everything")
    try project.edit(
      "content/areas/coast.md", "All of it.",
      "All of it, and [soon more](report:north-west-shore-2026).")
    try project.edit(
      "content/coverage/almanac-2020.md", "kind: other", "kind: other\nabout: night-watch-2027")
    let outcome = try await buildSite(project.request())
    let errors = outcome.diagnostics.filter { $0.level == .error }
    #expect(
      errors.map(\.message) == [
        "'north-west-shore-2026' is a report that readers cannot see yet",
        "'night-watch-2027' is a report that readers cannot see yet",
      ])
    #expect(outcome.written == nil)
    var request = project.request()
    request.unreleased = .all
    #expect(try await buildSite(request).written != nil)
  }

  @Test(arguments: [
    ("areas/coast.md", "'coast' is an area that readers cannot see yet"),
    (
      "frameworks/harbour-lights-2019.md",
      "'harbour-lights-2019' is a framework that readers cannot see yet"
    ),
  ])
  func `a draft that is named is there, and is not said to be none`(
    file: String, message: String
  ) async throws {
    let project = try Project.golden("everything")
    try project.edit("content/\(file)", "draft: false", "draft: true")
    let found = try await checkSite(project.request()).filter {
      $0.check.name == "unknown-reference"
    }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { !$0.notes.contains { $0.hasPrefix("known:") } })
    #expect(found.contains { $0.message == message })
    // Of all fields that name it once, however many there are; the links of texts have each their own.
    let ofFields = found.filter { if case .field = $0.subject { true } else { false } }
    #expect(ofFields.map(\.message) == [message])
    #expect(
      ofFields[0].notes.contains { $0.contains("name it, too") || $0.contains("names it, too") })
    #expect(found.first?.help?.contains("'\(file)'") == true)
    var request = project.request()
    request.unreleased = .all
    #expect(try await checkSite(request).filter { $0.level == .error } == [])
  }

  @Test(arguments: [
    ("[p](page:draft)", "'draft' is a page that readers cannot see yet"),
    ("[p](../pages/draft.md)", "'../pages/draft.md' is a page that readers cannot see yet"),
    (
      "[p](../reports/north-west-shore-2026.md)",
      "'../reports/north-west-shore-2026.md' is a report that readers cannot see yet"
    ),
    ("[p](/pages/draft/)", "'draft' is a page that readers cannot see yet"),
    ("[t](term:draft)", "'draft' is a term that readers cannot see yet"),
    ("[t](aspect:draft/lights)", "'draft' is a framework that readers cannot see yet"),
    ("[t](aspect:none/lights)", "'none' is not one of the frameworks"),
  ])
  func `a link to a draft says so, by whatever address`(link: String, message: String) async throws
  {
    let project = try Project.golden("everything")
    for (folder, fields) in [
      ("pages", ""), ("glossary", "definition: What it is.\n"),
      ("frameworks", "inspectorate: lights-inspectorate\n"),
    ] {
      try project.folder.write(
        "content/\(folder)/draft.md", "---\ntitle: Draft\n\(fields)draft: true\n---\n")
    }
    try project.edit("content/areas/coast.md", "All of it.", "All of it, \(link).")
    let errors = try await checkSite(project.request()).filter { $0.level == .error }
    #expect(errors.map(\.message) == [message])
  }

  @Test func `an entry of the navigation that leads to a draft says so`() async throws {
    let project = try Project.golden("everything")
    try project.folder.write(
      "content/pages/draft.md", "---\ntitle: Draft\ndraft: true\n---\n")
    try project.edit(
      "content/site.yml", "navigation:\n", "navigation:\n  - {title: Draft, to: /pages/draft/}\n")
    let errors = try await checkSite(project.request()).filter { $0.level == .error }
    #expect(errors.map(\.message) == ["'/pages/draft/' is a page that readers cannot see yet"])
  }

  @Test
  func `what is private in a draft stops a build unless it is waived, and no page tells of it`()
    async throws
  {
    let project = try Project.golden("everything")
    let draft = "content/reports/night-watch-2027.md"
    try project.edit(draft, "This is not finished.", "Write to jo.marsh@example.com.")
    #expect(try await buildSite(project.request()).written == nil)
    try project.edit(
      draft, "status: draft\n",
      """
      status: draft
      waivers:
        - {check: personal-data, paragraph: 1, reason: Nobody is called so., by: Us, date: 2026-01-01}

      """)
    let outcome = try await buildSite(project.request())
    #expect(outcome.written != nil)
    #expect(!outcome.diagnostics.contains { $0.primary.span.file.path == draft })
    let site = try project.folder.contents(of: "public")
    let mentions = site.filter {
      String(decoding: $0.value, as: UTF8.self).contains("night-watch-2027")
    }
    #expect(mentions.keys.sorted() == [])
  }

  @Test func `what is wrong in a draft does not hold up the others, but editors are told`()
    async throws
  {
    let project = try Project.golden("everything")
    try project.edit(
      "content/reports/night-watch-2027.md", "This is not finished.", "See [this](para:9).")
    var request = project.request()
    #expect(try await buildSite(request).written != nil)
    request.unreleased = .all
    let outcome = try await buildSite(request)
    #expect(outcome.diagnostics.contains { $0.check.name == "unknown-paragraph" })
    #expect(outcome.written == nil)
  }
}
