import Inspections

/// A kind of host, whose form for headers and redirects is known.
public enum HostingForm: String, Sendable, CaseIterable {
  case netlify, cloudflare, apache, nginx, s3

  /// What `findings headers` prints for it.
  public func words(for site: SiteContext) -> String {
    let (rules, moves) = (HeaderRules(for: site), Redirect.all(in: site))
    let base = site.addresses.basePath
    return switch self {
    case .netlify, .cloudflare:
      "# _headers\n" + FolderRules.headers(rules, base: base) + "\n# _redirects\n"
        + FolderRules.redirects(moves, isForced: self == .netlify)
    case .apache: ApacheRules.words(rules, moves, base: base)
    case .nginx: NginxRules.words(rules, moves, base: base)
    case .s3: S3Rules.words(moves, base: base)
    }
  }
}

/// The files that the hosts of `hosting` in `site.yml` read in the site itself.
public func hostingFiles(_ site: SiteContext) -> [PlannedFile] {
  let hosts = site.register.site.hosting.written
  let base = site.addresses.basePath
  var files: [PlannedFile] = []
  if hosts.contains(.netlify) || hosts.contains(.cloudflare) {
    files.append(
      PlannedFile(path: "_headers") {
        Array(FolderRules.headers(HeaderRules(for: site), base: base).utf8)
      })
    // Cloudflare's form, which Netlify reads too, has no sign for going before a page.
    let isForced = !hosts.contains(.cloudflare)
    files.append(
      PlannedFile(path: "_redirects") {
        Array(FolderRules.redirects(Redirect.all(in: site), isForced: isForced).utf8)
      })
  }
  if hosts.contains(.apache) {
    files.append(
      PlannedFile(path: ".htaccess") {
        Array(
          ApacheRules.words(HeaderRules(for: site), Redirect.all(in: site), base: base).utf8)
      })
  }
  return files
}
