import CommonMark
import Diagnostics

/// Where a text of a record's body stands, as far as it can be told from the finished text.
struct WrittenPlace {
  /// The numbered paragraph; the opening of the front matter where it stands in none.
  let span: Span
  /// The bytes of the file in which the words are to be looked for.
  let range: Range<Int>
  /// The numbered paragraph, for waivers.
  let subject: Diagnostic.Subject?
}

extension RecordHeader {
  /// The first numbered paragraph that holds a text, or else the whole body.
  ///
  /// Complexity: O(n) in the bytes of the paragraphs.
  func place(of text: String) -> WrittenPlace {
    guard let paragraph = body.firstParagraph(saying: text) else {
      return WrittenPlace(span: frontMatter, range: body.source, subject: nil)
    }
    return WrittenPlace(
      span: paragraph.span, range: paragraph.span.range, subject: .paragraph(paragraph.number))
  }
}
