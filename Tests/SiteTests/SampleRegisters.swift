import Inspections
import Site

/// A register made from the texts of its files by their paths below `content/`.
func sampleRegister(_ files: [String: String]) -> Register {
  soundRegister(files, usual: ["site.yml": plainSettings])
}

/// A site of such a register, built for 23 November 2026.
func sampleSite(_ files: [String: String], now: String = "2026-11-23T00:00:00Z") -> SiteContext {
  siteContext(of: sampleRegister(files), at: now)
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
    title: "Care, \\"as found\\" \\\\<here> & there"
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
