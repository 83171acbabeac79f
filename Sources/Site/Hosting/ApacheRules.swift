/// Directives for Apache, which stand in `.htaccess` at the root of a site or in a server's own configuration.
///
/// Source: the documentation of Apache 2.4; mod_headers, mod_setenvif, mod_alias, mod_mime and mod_deflate.
enum ApacheRules {
  static func words(_ rules: HeaderRules, _ moves: [Redirect], base: String) -> String {
    let folders = rules.unchanging.map(pattern).joined(separator: "|")
    var words = """
      DirectoryIndex index.html
      ErrorDocument 404 \(base)404.html
      Options -Indexes
      FileETag MTime Size
      AddDefaultCharset utf-8
      AddCharset utf-8 .css .js .json .csv .ics .xml .svg
      RedirectMatch 404 "/\\.(?!well-known/)"

      """
    for (ending, type) in rules.types {
      words +=
        ending.hasPrefix(".")
        ? "AddType \(type) \(ending)\n"
        : "<Files \"\(ending)\">\n  ForceType \"\(type); charset=utf-8\"\n</Files>\n"
    }
    words += """
      <IfModule mod_setenvif.c>
        SetEnvIf Request_URI "^\(pattern(base))(\(folders))" findings_unchanging
      </IfModule>
      <IfModule mod_headers.c>

      """
    for field in rules.always {
      words += "  Header always set \(field.name) \"\(field.value)\"\n"
    }
    words += """
        Header set Cache-Control "\(HeaderRules.unchangingCache)" env=findings_unchanging
        Header set Cache-Control "\(HeaderRules.shortCache)" env=!findings_unchanging
      </IfModule>
      <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE \(rules.textTypes.joined(separator: " "))
      </IfModule>

      """
    for move in moves {
      words += "RedirectMatch 301 \"^\(pattern(move.decodedSource))$\" \"\(move.to)\"\n"
    }
    return words
  }

  /// A text as a regular expression that stands for it and nothing else, within quotes.
  static func pattern(_ text: String) -> String {
    var pattern = ""
    for character in text {
      switch character {
      case "\"": pattern += "\\x22"
      case ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "^", "$", "\\":
        pattern += "\\\(character)"
      default: pattern.append(character)
      }
    }
    return pattern
  }
}
