public import Inspections

/// What a server is to say of the files of a site beside their bytes: the one list from which the forms
/// for every host are written.
///
/// ```swift
/// let rules = HeaderRules(for: site)
/// rules.always.first?.name  // Content-Security-Policy
/// ```
public struct HeaderRules: Sendable {
  /// A header field.
  public struct Field: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value, of printable ASCII.
    public let value: String
  }

  /// Said of every file.
  public let always: [Field]
  /// Folders whose files never change, for their names tell what is in them; from the root of the site.
  public let unchanging = ["assets/", "pagefind/fragment/", "pagefind/index/", "pagefind/filter/"]
  /// Types that hosts do not know, or take for others, by what the names of files end in.
  public let types = [
    (ending: "feed.xml", type: "application/atom+xml"), (ending: ".csv", type: "text/csv"),
    (ending: ".ics", type: "text/calendar"), (ending: ".bib", type: "text/plain"),
    (ending: "cite.json", type: "application/vnd.citationstyles.csl+json"),
  ]
  /// What is text, and smaller when it is compressed.
  public let textTypes = [
    "text/html", "text/css", "text/plain", "text/csv", "text/calendar", "text/xml",
    "text/javascript",
    "application/javascript", "application/json", "application/xml", "application/atom+xml",
    "application/vnd.citationstyles.csl+json", "image/svg+xml",
  ]
  /// How long a file that never changes may be kept.
  public static let unchangingCache = "public, max-age=31536000, immutable"
  /// How long any other file may be, before it is asked whether it is still the same.
  public static let shortCache = "public, max-age=300, must-revalidate"

  /// The rules of a site, and of no page in particular: they are the same as long as its settings are.
  public init(for site: SiteContext) {
    let settings = site.register.site
    var always = [
      Field(name: "Content-Security-Policy", value: ContentPolicy.words(for: settings)),
      Field(name: "X-Content-Type-Options", value: "nosniff"),
      Field(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
      Field(
        name: "Permissions-Policy",
        value: "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]
    if site.addresses.baseURL.hasPrefix("https://") {
      always.append(Field(name: "Strict-Transport-Security", value: "max-age=31536000"))
    }
    self.always = always
  }
}

/// What pages may load and do: nothing but what is named.
public enum ContentPolicy {
  /// The policy of a site.
  ///
  /// Style sheets, scripts, fonts, pictures and recordings come from the site itself; pictures also from the
  /// hosts that `site.yml` names. The search runs WebAssembly and asks for parts of its index; without an
  /// index it has nothing to run.
  public static func words(for settings: SiteSettings) -> String {
    let pictures = (["'self'"] + settings.hosting.pictureHosts).joined(separator: " ")
    return [
      "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
      "img-src \(pictures)", "font-src 'self'", "media-src 'self'", "connect-src 'self'",
      "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }
}
