import Diagnostics
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
