import CommonMark
import Diagnostics
import TestSupport
import Testing

@testable import Inspections

/// What `site.yml` says of where and when a site is.
struct SiteSettingsTests {
  private func read(_ key: String, _ value: String) -> Diagnosed<SiteSettings?> {
    var fields = [
      "title": "Register", "base_url": "https://example.org/", "language": "en-GB",
      "publisher": "Nobody",
    ]
    fields[key] = value
    let text = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    return readSite(Array(text.utf8), file: SourceFile(path: "site.yml"))
  }

  @Test(arguments: [
    "https://example.org", "https://example.org/", "http://localhost:8000/a/b/",
    "https://[::1]:80/",
    "https://example.org/a%20b/~c/d;e", "https://xn--bcher-kva.example/",
  ])
  func `a site stands at a host and folders`(address: String) {
    let read = read("base_url", address)
    #expect(read.diagnostics.map(\.message) == [])
    #expect(read.value?.baseURL.value == (address.hasSuffix("/") ? address : address + "/"))
  }

  @Test(arguments: [
    ("https://example.org//register/", "it has two strokes in a row"),
    ("https://example.org/register//", "it has two strokes in a row"),
    ("https://example.org/?a=b", "it has a query"), ("https://example.org?", "it has a query"),
    ("\"https://example.org/#top\"", "it has a fragment"),
    ("https://me@example.org/", "it names a user"),
    ("https://me:secret@example.org/", "it names a user"),
    ("https://example.org/a b/", "it has a space"), ("https:///register/", "it has no host"),
    ("https://", "it has no host"), ("https://:80/", "it has no host"),
    ("https://example..org/", "its host is not one"),
    ("https://exa_mple.org/", "its host is not one"),
    ("https://example.org:port/", "its port is no number up to 65535"),
    ("https://example.org:99999/", "its port is no number up to 65535"),
    ("https://example.org/a/../b/", "it has a folder '.' or '..'"),
    ("https://bücher.example/", "it has characters beyond ASCII"),
    ("https://example.org/a\\b/", "it has a character that addresses do not have"),
    ("ftp://example.org/", "it starts with neither https:// nor http://"),
    ("//example.org/", "it starts with neither https:// nor http://"),
    ("example.org", "it starts with neither https:// nor http://"),
    ("HTTPS://example.org/", "its scheme is in capitals"),
  ])
  func `an address that the pages cannot be added to is refused with the reason`(
    address: String, fault: String
  ) {
    let read = read("base_url", address)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.check.name) == ["wrong-type"])
    #expect(read.diagnostics.map(\.primary.text) == [fault])
  }

  @Test(arguments: [
    ("en_GB", "not a language tag", "did you mean 'en-GB'?", "en-GB"),
    ("english", "not a language tag", "did you mean 'en'?", nil),
    ("en-UK", "not a language tag", nil, nil), ("xx", "not a language tag", nil, nil),
    (
      "cy", "the pages do not speak it",
      "write a tag of English, for the words of the pages are English", nil
    ),
    (
      "de-DE", "the pages do not speak it",
      "write a tag of English, for the words of the pages are English", nil
    ),
  ])
  func `a language is a tag, and one that the pages speak`(
    tag: String, fault: String, help: String?, fix: String?
  ) {
    let read = read("language", tag)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.message) == ["'\(tag)' is not what belongs here"])
    #expect(read.diagnostics.map(\.primary.text) == [fault])
    #expect(read.diagnostics.first?.help == help)
    #expect(read.diagnostics.first?.fix?.replacement == fix)
  }

  @Test(arguments: ["Europe/London", "America/New_York", "Asia/Kolkata", "UTC"])
  func `a time zone has a name`(name: String) {
    let read = read("time_zone", name)
    #expect(read.diagnostics.map(\.message) == [])
    #expect(read.value?.timeZone != nil)
  }

  @Test(arguments: [
    ("Europe/Londn", "did you mean 'Europe/London'?"), ("GMT+1", nil), ("+01:00", nil),
    ("London time", nil), ("../../etc/passwd", nil),
  ])
  func `a name that no time zone has is refused`(name: String, help: String?) {
    let read = read("time_zone", name)
    #expect(read.diagnostics.map(\.primary.text) == ["no such time zone"])
    #expect(read.diagnostics.first?.help == help)
    #expect(read.diagnostics.first?.fix == nil)
  }
}

/// What a site adds to the format and hands to its templates.
struct ExtraFieldTests {
  private static let site = """
    title: Register
    base_url: https://example.org/
    language: en-GB
    publisher: Nobody
    format: 1
    fields:
      areas:
        - {name: beds, type: number, title: Beds, meaning: How many beds it has.}
        - {name: runners, type: reference, to: organisations, list: true, title: Runners, meaning: Who runs it.}
    params:
      helpline: "0114 496 0125"
      beta: true
      manual: https://example.org/manual
      offices: [North, South]
      team: {name: The editors, open: false}
      links:
        - {title: One, link: https://example.org/1}
        - {title: Two}

    """

  private static func settings(_ text: String = site) -> Diagnosed<SiteSettings?> {
    readSite(Array(text.utf8), file: SourceFile(path: "site.yml"))
  }

  @Test
  func `a record keeps what it says in extra fields, as it was typed and with its references`()
    throws
  {
    let site = try #require(Self.settings().value)
    let text = "---\ntitle: South\nkind: region\nrunners: [agency]\nbeds: 012.50\n---\n"
    let read = readRecord(text, at: "areas/south.md", extra: site.extraFields)
    #expect(read.diagnostics.map(\.message) == [])
    guard case .area(let area) = read.value else { throw Unexpected() }
    #expect(area.header.extras.map(\.field.title) == ["Beds", "Runners"])
    guard case .number("012.50") = area.header.extras[0].values[0],
      case .reference(RecordKey(.organisations, "agency")) = area.header.extras[1].values[0]
    else { throw Unexpected() }
    #expect(area.header.references.map(\.place.words) == ["runners"])
  }

  @Test func `a reference of an extra field is followed, and a slip in its key is told`() {
    let area = "---\ntitle: South\nkind: region\nrunners: [agence]\nbed: 4\n---\n"
    let register = SpecRegister(["site.yml": Self.site, "areas/south.md": area])
    #expect(
      register.diagnostics.map(\.message).sorted() == [
        "'agence' is not an organisation of this register", "'bed' is not a field of an area",
      ])
    #expect(register.diagnostics.contains { $0.help == "did you mean 'beds'?" })
  }

  @Test func `a reference that does not say where it leads is no field`() {
    let text = Self.site.replacing("to: organisations, ", with: "")
    let read = Self.settings(text)
    #expect(read.diagnostics.map(\.check.name) == ["missing-field"])
    #expect(read.value?.extraFields[.areas].map(\.name.value) == ["beds"])
  }

  @Test func `what a site hands to templates keeps its shape`() throws {
    let read = Self.settings()
    #expect(read.diagnostics.map(\.message) == [])
    let params = try #require(read.value?.params)
    #expect(params.map(\.name) == ["helpline", "beta", "manual", "offices", "team", "links"])
    guard case .text("0114 496 0125") = params[0].value, case .flag(true) = params[1].value,
      case .address("https://example.org/manual") = params[2].value,
      case .texts(["North", "South"]) = params[3].value,
      case .group(let team) = params[4].value, case .flag(false) = team[1].value,
      case .groups(let links) = params[5].value
    else { throw Unexpected() }
    #expect(links.map { $0.map(\.name) } == [["title", "link"], ["title"]])
  }

  @Test(arguments: [
    ("params: {Help Line: x}", "'Help Line' is not what belongs here"),
    ("params: {a: [{b: [c]}]}", "a list is not what belongs here"),
    ("params: words", "'words' is not what belongs here"),
    ("format: 2", "'2' is not what belongs here"),
  ])
  func `what templates could not name and formats to come are refused`(
    line: String, message: String
  ) {
    let usual = Self.site.split(separator: "\n").prefix(4).joined(separator: "\n")
    #expect(Self.settings(usual + "\n" + line + "\n").diagnostics.map(\.message) == [message])
  }

  @Test func `a site hands over no more values than the limit`() throws {
    let usual = Self.site.split(separator: "\n").prefix(4).joined(separator: "\n")
    let many = (0...Limits.params).map { "  a\($0): x" }.joined(separator: "\n")
    let read = Self.settings(usual + "\nparams:\n" + many + "\n")
    #expect(read.diagnostics.map(\.check.name) == ["file-limits"])
    #expect(read.value?.params.count == Limits.params)
  }

  private struct Unexpected: Error {}
}
