import Diagnostics
import Inspections

/// A report as an item of a CSL-JSON file.
enum CSLItem {
  /// The file: an array with one item, UTF-8.
  ///
  /// Source: the Citation Style Language's schema for input data, csl-data.json.
  static func file(_ citation: ReportCitation) -> [UInt8] {
    let authors = citation.authors.map { OrderedJSON.fields(["literal": .string($0)]) }
    let issued = citation.published?.certain ?? []
    let item = OrderedJSON.fields([
      "id": .string(citation.id),
      "type": .string("report"),
      "title": .string(citation.title),
      "author": .list(authors),
      "publisher": .text(NumberWords.list(citation.authors)),
      "number": .text(citation.number),
      "issued": issued.isEmpty
        ? nil : .fields(["date-parts": .array([.array(issued.map(OrderedJSON.number))])]),
      "archive": .string(citation.register),
      "URL": .string(citation.address),
      "language": .string(citation.language),
      "note": .text(citation.remark),
    ])
    return OrderedJSON.array([item]).encoded(isIndented: false)
  }
}
