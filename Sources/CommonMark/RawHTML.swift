import Diagnostics

extension CommonMarkChecks {
  /// Raw HTML in a body.
  static let rawHTML = Check(
    "raw-html", .safety, .error,
    summary: "A body holds no raw HTML unless the site allows it.",
    explanation: """
      Looks at every tag, comment and declaration in a body. Raw HTML can run programs in the \
      reader's browser, break the page it stands in and hide text from search and from screen \
      readers; a published report is taken on trust.

          The grade was <b>good</b>.

      Write `**good**`. A `<` that is meant as such is written `\\<`. A site that needs HTML says \
      `html: true` in `site.yml`. Cannot be waived in a document.

      Source: docs/writing.md.
      """,
    canBeWaived: false)
}

/// Raw HTML: passed through where the site allows it, else shown as text with a diagnostic.
extension BodyRenderer {
  mutating func inlineHTML(_ node: TreeNode) {
    let html = prepared.restored(node.literal) ?? node.literal.array
    guard options.rawHTML == .refuse else {
      output.html.append(contentsOf: html)
      return
    }
    let place = span(ofNext: html)
    reportHTML(html, at: place)
    output.escaped(html)
    output.plain.append(contentsOf: html)
  }

  mutating func htmlBlock(_ node: TreeNode) {
    startLeaf(node)
    let html = prepared.restored(node.literal) ?? node.literal.array
    output.startLine()
    if options.rawHTML == .allow {
      output.html.append(contentsOf: html)
    } else {
      reportHTML(html, at: leafSpan)
      output.markup("<p>")
      output.escaped(html.last == UInt8(ascii: "\n") ? html.dropLast() : html[...])
      output.markup("</p>")
      output.plain.append(contentsOf: html)
    }
    output.startLine()
    output.endPlainLine()
  }

  private mutating func reportHTML(_ html: [UInt8], at span: Span) {
    let line = html.prefix { $0 != UInt8(ascii: "\n") }
    let shown = String(decoding: line.prefix(60), as: UTF8.self)
    report(
      CommonMarkChecks.rawHTML, "'\(shown)\(line.count > 60 ? "…" : "")' is raw HTML",
      at: Diagnostic.Label(span, "not allowed on this site"),
      help: "write it in Markdown, or '\\<' for a plain '<'")
  }
}
