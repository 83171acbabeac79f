import CCmarkReference
import CommonMark
import Diagnostics
import Foundation
import HTML

/// A report's body in our Markdown layer.
func ourBody(_ bytes: [UInt8]) -> Diagnosed<RenderedBody> {
  renderBody(
    bytes, range: bytes.indices, in: SourceFile(path: "report.md"), options: RenderOptions())
}

/// Bytes of HTML from our Markdown layer.
func ourLength(of bytes: [UInt8]) -> Int {
  ourBody(bytes).value.html.bytes.count
}

/// Bytes of HTML from plain cmark, with none of our extensions and no positions.
func cmarkLength(of bytes: [UInt8]) -> Int {
  let html = bytes.withUnsafeBytes {
    cmark_markdown_to_html($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
  }
  guard let html else { return 0 }
  defer { free(html) }
  return strlen(html)
}
