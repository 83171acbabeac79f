import HTML

/// What the preview adds to pages: a report of the build, and a script that keeps it current.
///
/// Both come from files of the preview's own, so that they work under a content security policy
/// that allows nothing inline. Without JavaScript the report is there, and the pages are as ever.
enum LivePage {
  /// The path of the preview's own files; no site has it, for it starts with a reserved name.
  static let folder = "/.findings-preview/"
  static let eventsPath = folder + "events"
  static let scriptPath = folder + "live.js"
  static let stylePath = folder + "live.css"

  /// The page with the report and the script before the end of its body.
  ///
  /// Complexity: O(n) at worst; the end of the body is looked for from the end of the page.
  static func page(_ page: [UInt8], _ snapshot: Snapshot) -> [UInt8] {
    let end = endOfBody(page)
    return page[..<end] + addition(snapshot) + page[end...]
  }

  /// A page for when there is no site yet.
  static func withoutSite(_ snapshot: Snapshot) -> [UInt8] {
    var buffer = HTMLBuffer()
    buffer.markup(
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Preview</title>
      <meta name="viewport" content="width=device-width"></head><body><main>
      """)
    switch snapshot.report {
    case .building: buffer.markup("<h1>The site is being built</h1>")
    case .errors: buffer.markup("<h1>The site cannot be built yet</h1>")
    case .none, .notes: buffer.markup("<h1>There is no such page</h1>")
    }
    buffer.markup("</main></body></html>\n")
    return page(buffer.bytes, snapshot)
  }

  private static func addition(_ snapshot: Snapshot) -> [UInt8] {
    var buffer = HTMLBuffer()
    buffer.markup("<link rel=\"stylesheet\" href=\"/.findings-preview/live.css\">\n")
    buffer.markup("<details id=\"findings-preview\" data-kind=\"")
    buffer.text(snapshot.report.kind)
    switch snapshot.report {
    case .errors: buffer.markup("\" open>")
    case .notes: buffer.markup("\">")
    case .none, .building: buffer.markup("\" hidden>")
    }
    buffer.markup("<summary>")
    buffer.text(snapshot.report.title)
    buffer.markup("</summary><pre>")
    buffer.text(snapshot.report.text)
    buffer.markup("</pre></details>\n<script src=\"/.findings-preview/live.js\" data-version=\"")
    buffer.text(snapshot.version)
    buffer.markup("\"></script>\n")
    return buffer.bytes
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

  /// A state as a server-sent event: version, kind, title and the lines of the text.
  static func event(_ snapshot: Snapshot) -> [UInt8] {
    let report = snapshot.report
    // After the preview was started again, pages find it within half a second.
    var event = "retry: 500\n"
    for line in [snapshot.version, report.kind, report.title] { event += "data: \(line)\n" }
    // A carriage return would end a line of the event too.
    for line in report.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      event += "data: \(line)\n"
    }
    return Array((event + "\n").utf8)
  }

  /// Listens while the page is seen: a browser opens only six connections to a host at a time.
  static let script = """
    (() => {
      const version = document.currentScript.dataset.version;
      const box = document.getElementById("findings-preview");
      let source = null;
      const hear = (event) => {
        const [served, kind, title, ...lines] = event.data.split("\\n");
        if (served !== version) return location.reload();
        box.dataset.kind = kind;
        box.hidden = kind === "none" || kind === "building";
        box.open = kind === "errors" || (box.open && kind === "notes");
        box.querySelector("summary").textContent = title;
        box.querySelector("pre").textContent = lines.join("\\n");
      };
      const listen = () => {
        if (source) source.close();
        source = null;
        if (document.hidden) return;
        source = new EventSource("\(eventsPath)");
        source.onmessage = hear;
      };
      document.addEventListener("visibilitychange", listen);
      addEventListener("pagehide", () => source && source.close());
      addEventListener("pageshow", listen);
    })();

    """

  static let style = """
    #findings-preview { position: fixed; inset: auto 0 0 0; z-index: 2147483647; margin: 0;
      max-height: 40vh; overflow: auto; background: #fff; color: #111;
      border-top: 4px solid #b58900; font: 16px/1.5 system-ui, sans-serif; }
    #findings-preview[data-kind="errors"] { border-color: #b00020; }
    #findings-preview[data-kind="errors"][open] { inset: 0; max-height: none; }
    #findings-preview[hidden] { display: none; }
    #findings-preview summary { padding: 0.5rem 1rem; font-weight: 700; cursor: pointer; }
    #findings-preview pre { margin: 0; padding: 0 1rem 1rem; overflow: auto;
      font: 14px/1.45 ui-monospace, monospace; white-space: pre; background: none; color: inherit; }
    @media (prefers-color-scheme: dark) {
      #findings-preview { background: #16181c; color: #eee; }
    }
    @media print { #findings-preview { display: none; } }

    """
}

extension Snapshot.Report {
  /// The word that the script and the style tell reports apart by.
  var kind: String {
    switch self {
    case .none: "none"
    case .building: "building"
    case .errors: "errors"
    case .notes: "notes"
    }
  }

  /// The headline over the text.
  var title: String {
    switch self {
    case .none: ""
    case .building: "The site is being built"
    case .errors: "The site was not rebuilt: mend these errors"
    case .notes: "The build has something to say"
    }
  }

  /// What the build said, in the terminal format.
  var text: String {
    switch self {
    case .none, .building: ""
    case .errors(let text), .notes(let text): text
    }
  }
}
