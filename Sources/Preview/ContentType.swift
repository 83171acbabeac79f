/// What browsers are told a file is, by the ending of its name.
enum ContentType {
  /// Pages, the only files the preview adds anything to.
  static let html = "text/html; charset=utf-8"
  static let text = "text/plain; charset=utf-8"
  static let events = "text/event-stream; charset=utf-8"

  private static let types = [
    "html": html, "htm": html, "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json", "jsonld": "application/ld+json", "map": "application/json",
    "webmanifest": "application/manifest+json", "csv": "text/csv; charset=utf-8",
    "txt": text, "md": "text/markdown; charset=utf-8", "bib": text,
    "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
    "ics": "text/calendar; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "woff": "font/woff",
    "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "pdf": "application/pdf",
    "wasm": "application/wasm", "zip": "application/zip", "gz": "application/gzip",
    "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg",
  ]

  /// The type of a file, or bytes of no known kind; case does not count.
  ///
  /// Source: the media types registered with IANA.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }
}
