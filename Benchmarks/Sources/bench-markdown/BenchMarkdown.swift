import Foundation
import CCmarkReference
import CommonMark
import MadeUpRegister
import Measuring

/// Compares our Markdown layer with plain cmark.
@main
enum BenchMarkdown {
  static func main() throws {
    let body = Body(
      of: Register(seed: 1, reports: 100), report: 4, size: 16_384, style: .scheme)
    let measurement = try Measurement(of: [
      Contender("cmark_markdown_to_html") { cmarkHTML(body.bytes) }
    ])
    print((measurement.median(of: 0) * 1e6).short)
  }

  static func cmarkHTML(_ bytes: [UInt8]) -> Int {
    let html = unsafe bytes.withUnsafeBytes {
      unsafe cmark_markdown_to_html($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
    }
    guard let html = unsafe html else { return 0 }
    defer { unsafe free(html) }
    return unsafe strlen(html)
  }
}
