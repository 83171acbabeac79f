import HTML

/// What the preview adds to pages: what is said of them, and a script that keeps them current.
///
/// Both come from files of the preview's own, so that they work under a content security policy
/// that allows nothing inline. Without JavaScript the notes are there, and the pages are as ever.
enum LivePage {
  /// The path of the preview's own files; no site has it, for it starts with a reserved name.
  static let folder = "/.findings-preview/"
  static let eventsPath = folder + "events"
  static let notesPath = folder + "notes"
  static let scriptPath = folder + "live.js"
  static let stylePath = folder + "live.css"

  /// The page with the notes and the script before the end of its body.
  ///
  /// Complexity: O(n) at worst; the end of the body is looked for from the end of the page.
  static func page(_ page: [UInt8], with notes: [UInt8], version: String) -> [UInt8] {
    let end = endOfBody(page)
    return page[..<end] + addition(notes, version) + page[end...]
  }

  /// A page of the preview's own.
  static func own(_ title: String, _ content: [UInt8], notes: [UInt8], version: String) -> [UInt8] {
    var buffer = HTMLBuffer()
    buffer.markup(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
    buffer.text(title)
    buffer.markup(
      """
      </title>
      <meta name="viewport" content="width=device-width"></head>
      <body class="findings-preview-page"><main><h1>
      """)
    buffer.text(title)
    buffer.markup("</h1>\n")
    let start = buffer.bytes
    return page(
      start + content + Array("</main></body></html>\n".utf8), with: notes, version: version)
  }

  private static func addition(_ notes: [UInt8], _ version: String) -> [UInt8] {
    var buffer = HTMLBuffer()
    buffer.markup("<link rel=\"stylesheet\" href=\"/.findings-preview/live.css\">\n")
    let start = buffer.bytes
    buffer.removeAll()
    buffer.markup("<script src=\"/.findings-preview/live.js\" data-version=\"")
    buffer.text(version)
    buffer.markup("\"></script>\n")
    return start + notes + buffer.bytes
  }

  private static func endOfBody(_ page: [UInt8]) -> Int {
    let tag = Array("</body".utf8)
    var start = page.count - tag.count
    while start >= 0 {
      // Setting the bit that tells capitals apart leaves `<` and `/` as they are.
      if zip(page[start...], tag).allSatisfy({ $0 | 0x20 == $1 }) { return start }
      start -= 1
    }
    return page.count
  }
}
