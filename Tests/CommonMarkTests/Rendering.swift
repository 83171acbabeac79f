import Diagnostics
import HTML

@testable import CommonMark

/// The HTML of a body, with its references open.
func html(_ markdown: String, _ options: RenderOptions = RenderOptions(paragraphs: .withGaps))
  -> String
{
  let body = body(markdown, options)
  return String(decoding: body.value.html.bytes, as: UTF8.self)
}

/// A body and what was said of it.
func body(_ markdown: String, _ options: RenderOptions = RenderOptions(paragraphs: .withGaps))
  -> Diagnosed<RenderedBody>
{
  let bytes = Array(markdown.utf8)
  return renderBody(
    bytes, range: 0..<bytes.count, in: SourceFile(path: "reports/a.md"), options: options)
}

/// What was said of a body: the check and the underlined text of each diagnostic, in order.
func findings(
  _ markdown: String, _ options: RenderOptions = RenderOptions(paragraphs: .withGaps)
) -> [String] {
  let bytes = Array(markdown.utf8)
  return body(markdown, options).diagnostics.sorted().map { diagnostic in
    let text = String(decoding: bytes[diagnostic.primary.span.range], as: UTF8.self)
    return "\(diagnostic.check.name): \(text)"
  }
}
