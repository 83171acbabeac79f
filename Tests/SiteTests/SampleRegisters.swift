import CommonMark
import Diagnostics
import Inspections
import Site

/// A register made from the texts of its files by their paths below `content/`.
func sampleRegister(_ files: [String: String]) -> Register {
  var files = files
  let siteText =
    files.removeValue(forKey: "site.yml")
      ?? """
      title: A register
      base_url: https://example.org/register/
      language: en-GB
      publisher: Its editors
      """
  let site = readSite(Array(siteText.utf8), file: SourceFile(path: "content/site.yml"))
  let records = files.sorted { $0.key < $1.key }.compactMap { path, text -> ContentRecord? in
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 2, let collection = Inspections.Collection(rawValue: parts[0]) else {
      return nil
    }
    return readRecord(
      Array(text.utf8), file: SourceFile(path: "content/\(path)"),
      id: String(parts[1].dropLast(".md".count)), collection: collection, options: RenderOptions(),
      extra: site.value?.extraFields ?? .none
    ).value
  }
  guard let settings = site.value else { preconditionFailure("the test's site.yml is broken") }
  return Register(site: settings, records: records)
}

/// A site of such a register, built for 23 November 2026.
func sampleSite(_ files: [String: String], now: String = "2026-11-23T00:00:00Z") -> SiteContext {
  let register = sampleRegister(files)
  guard let now = Instant(now) else { preconditionFailure("the test's moment is broken") }
  return SiteContext(
    register: register, now: Moment(.instant(now), in: register.site.timeZone),
    addresses: Addresses(baseURL: register.site.baseURL.value))
}

/// A report with its framework and its area, to which tests add what they are about.
enum Sample {
  static let framework = """
    ---
    title: A framework
    inspectorate: board
    from: 2009
    grades:
      - {id: good, title: Good}
      - {id: poor, title: Poor}
    aspects:
      - {id: care, title: Care}
    ---
    """

  static func report(_ fields: String, published: String = "2009-06") -> String {
    """
    ---
    title: "Care, \\"as found\\" <here> & there"
    kind: inspection
    publisher: board
    framework: frame
    area: north
    form: digest
    published: \(published)
    \(fields)
    ---
    """
  }

  static let area = "---\ntitle: North\nkind: region\norganisation: service\n---\n"

  static func files(_ fields: String, published: String = "2009-06") -> [String: String] {
    [
      "frameworks/frame.md": framework, "areas/north.md": area,
      "reports/north-2009.md": report(fields, published: published),
    ]
  }
}
