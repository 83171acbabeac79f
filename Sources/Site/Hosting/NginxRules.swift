/// Directives for nginx, to be included in the `server` block that has the site's `root`.
///
/// A field that `add_header` adds in a `location` would take the place of all that stand above, so what
/// differs between files is a variable.
///
/// Source: nginx's documentation of the modules core, headers, rewrite, gzip and charset.
enum NginxRules {
  static func words(_ rules: HeaderRules, _ moves: [Redirect], base: String) -> String {
    var words = """
      index index.html;
      error_page 404 \(base)404.html;
      absolute_redirect off;
      server_tokens off;
      charset utf-8;
      charset_types \(rules.textTypes.filter { $0 != "text/html" }.joined(separator: " "));
      gzip on;
      gzip_vary on;
      gzip_min_length 1000;
      gzip_types \(rules.textTypes.filter { $0 != "text/html" }.joined(separator: " "));
      set $findings_cache "\(HeaderRules.shortCache)";
      add_header Cache-Control $findings_cache always;

      """
    for field in rules.always {
      words += "add_header \(field.name) \"\(quoted(field.value))\" always;\n"
    }
    for folder in rules.unchanging {
      words += """
        location ^~ "\(quoted(base + folder))" {
          set $findings_cache "\(HeaderRules.unchangingCache)";
        }

        """
    }
    for (ending, type) in rules.types {
      let start = ending.hasPrefix(".") ? "" : "/"
      words += """
        location ~ "\(start)\(ApacheRules.pattern(ending))$" {
          types { }
          default_type \(type);
        }

        """
    }
    // The list of what a build wrote, and whatever else is hidden, but for what is meant for others.
    words += "location ~ \"/\\.(?!well-known/)\" {\n  return 404;\n}\n"
    for move in moves {
      words +=
        "location = \"\(quoted(move.decodedSource))\" {\n"
        + "  return 301 \"\(quoted(move.to.replacing("$", with: "%24")))\";\n}\n"
    }
    return words
  }

  /// A text between double quotes.
  private static func quoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
