import Inspections
import Testing

@testable import Site

/// Headers and redirects in the form of each host.
struct HostingTests {
  private static let policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    + "img-src 'self' https://pictures.example.org; font-src 'self'; media-src 'self'; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  private static func hosted(_ settings: String = "", aliases: String = "/old/, /a b.html")
    -> SiteContext
  {
    site([
      "site.yml": "\(plainSettings)\npicture_hosts: [https://pictures.example.org]\n\(settings)",
      "areas/south.md": """
      title: South
      kind: region
      from: 2001
      aliases: [\(aliases)]
      """,
    ])
  }

  private static func text(_ path: String, of site: SiteContext) -> String? {
    hostingFiles(site).first { $0.path == path }.map { String(decoding: $0.bytes(), as: UTF8.self) }
  }

  @Test(arguments: HostingForm.allCases.filter { $0 != .s3 })
  func `every server is told the same policy, and what never changes`(host: HostingForm) {
    let words = host.words(for: Self.hosted())
    #expect(words.contains(Self.policy))
    for field in [
      "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
      "max-age=31536000, immutable",
      "Strict-Transport-Security",
    ] {
      #expect(words.contains(field), "\(field)")
    }
  }

  @Test func `a site without encryption does not ask for it`() {
    let settings = plainSettings.replacing("https://", with: "http://")
    let words = HostingForm.nginx.words(for: site(["site.yml": settings]))
    #expect(!words.contains("Strict-Transport-Security"))
  }

  @Test func `hosts get their files where the site asks for them`() throws {
    #expect(hostingFiles(Self.hosted()).isEmpty)
    let site = Self.hosted("hosting: [netlify, apache]")
    #expect(hostingFiles(site).map(\.path) == ["_headers", "_redirects", ".htaccess"])
    let headers = try #require(Self.text("_headers", of: site))
    #expect(headers.hasPrefix("/register/*\n  Content-Security-Policy: \(Self.policy)\n"))
    #expect(
      headers.contains(
        "\n/register/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
    #expect(
      headers.contains(
        "\n/register/*/feed.xml\n  Content-Type: application/atom+xml; charset=utf-8\n"))
    #expect(
      Self.text("_redirects", of: site)
        == "/register/old/ /register/areas/south/ 301!\n"
        + "/register/a%20b.html /register/areas/south/ 301!\n")
  }

  @Test func `Cloudflare goes by a redirect without a sign`() {
    #expect(
      Self.text("_redirects", of: Self.hosted("hosting: [cloudflare, netlify]", aliases: "/old/"))
        == "/register/old/ /register/areas/south/ 301\n")
  }

  @Test func `nginx compares addresses decoded, and takes no sign for its own`() {
    let words = HostingForm.nginx.words(
      for: Self.hosted(aliases: #"/old/, '/a"b$1/'"#))
    #expect(
      words.contains(
        "\nlocation = \"/register/old/\" {\n  return 301 \"/register/areas/south/\";\n}"))
    #expect(words.contains("\nlocation = \"/register/a\\\"b$1/\" {\n"))
    #expect(words.contains("location ^~ \"/register/assets/\" {"))
  }

  @Test func `Apache compares whole addresses, with signs that mean themselves`() {
    let words = HostingForm.apache.words(for: Self.hosted(aliases: "/old.html, /x(1)/"))
    #expect(
      words.contains("\nRedirectMatch 301 \"^/register/old\\.html$\" \"/register/areas/south/\"\n"))
    #expect(words.contains("\"^/register/x\\(1\\)/$\""))
    #expect(words.contains("\nErrorDocument 404 /register/404.html\n"))
    // What a build keeps for itself is nobody's to read; certificates and contacts are.
    #expect(words.contains("\nRedirectMatch 404 \"/\\.(?!well-known/)\"\n"))
  }

  @Test func `a bucket gets rules for folders, and no more than it takes`() {
    let many = (1...60).map { "/old-\($0)/" }.joined(separator: ", ")
    let words = HostingForm.s3.words(for: Self.hosted(aliases: "\(many), /page.html"))
    #expect(words.ranges(of: "\"KeyPrefixEquals\"").count == 50)
    #expect(words.contains("\"register/old-1/\"") && words.contains("\"register/areas/south/\""))
    #expect(!words.contains("page.html") && words.contains("\"register/404.html\""))
  }
}
