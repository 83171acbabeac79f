/// Where a site is served, and what its pages may load, as `site.yml` says.
public struct HostingSettings: Sendable {
  /// Hosts for which headers and redirects are written into the site.
  public let written: Set<HostingFiles>
  /// Hosts whose pictures texts show.
  public let pictureHosts: [String]

  init(_ fields: inout Decoding) {
    written = Set(
      fields.list(
        "hosting", of: Values.choice(HostingFiles.self),
        "Hosts for which headers and redirects are written into the site; `findings headers` prints them "
          + "for others."))
    pictureHosts = fields.list(
      "picture_hosts", of: Values.formed(.origin),
      "Hosts whose pictures texts show, like `https://pictures.example.org`; the policy in the written "
        + "headers lets pages load pictures from nowhere else but the site.")
  }
}
