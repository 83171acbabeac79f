import Foundation

/// The files of a finished site by path.
struct BuiltSite: Equatable {
  let files: [String: [UInt8]]

  /// The paths whose bytes are not the same in both.
  func differences(from other: BuiltSite) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }

  /// The pages, each with its HTML.
  var pages: [(path: String, page: PageReading)] {
    files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
      .map { ($0.key, PageReading(String(decoding: $0.value, as: UTF8.self))) }
  }

  func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }
}

/// What a test wants to know of a page, read from its HTML without the help of what wrote it.
struct PageReading {
  let html: String
  /// The value of every `id`, in order.
  let ids: [String]
  /// The value of every `href` and `src`, in order.
  let links: [String]

  init(_ html: String) {
    self.html = html
    ids = Self.values(of: ["id"], in: html)
    links = Self.values(of: ["href", "src"], in: html)
  }

  /// Looks inside tags only, and takes quotes of either kind.
  private static func values(of names: [String], in html: String) -> [String] {
    var found: [String] = []
    for tag in html.components(separatedBy: "<").dropFirst() {
      for name in names {
        for quote in ["\"", "'"] {
          guard let start = tag.range(of: " \(name)=\(quote)") else { continue }
          let rest = tag[start.upperBound...]
          guard let end = rest.range(of: quote) else { continue }
          found.append(
            String(rest[..<end.lowerBound])
              .replacingOccurrences(of: "&amp;", with: "&")
              .replacingOccurrences(of: "&#39;", with: "'")
              .replacingOccurrences(of: "&quot;", with: "\""))
        }
      }
    }
    return found
  }
}
