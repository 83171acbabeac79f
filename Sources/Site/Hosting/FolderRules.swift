/// The files `_headers` and `_redirects`, which Netlify and Cloudflare Pages read at the root of a site.
///
/// Both hosts let pages be asked for again at every visit by themselves, and would join two values of
/// `Cache-Control`, so only what never changes has one.
///
/// Source: Netlify's and Cloudflare's documentation of the two files.
enum FolderRules {
  static func headers(_ rules: HeaderRules, base: String) -> String {
    var words = "\(base)*\n"
    for field in rules.always { words += "  \(field.name): \(field.value)\n" }
    for folder in rules.unchanging {
      words += "\(base)\(folder)*\n  Cache-Control: \(HeaderRules.unchangingCache)\n"
    }
    for (ending, type) in rules.types where !ending.hasPrefix(".") {
      words += "\(base)*/\(ending)\n  Content-Type: \(type); charset=utf-8\n"
    }
    return words
  }

  /// A line each; with `isForced` Netlify goes by it although there is a page at the address.
  static func redirects(_ moves: [Redirect], isForced: Bool) -> String {
    moves.map { "\($0.from) \($0.to) 301\(isForced ? "!" : "")\n" }.joined()
  }
}
