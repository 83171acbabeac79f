import Diagnostics
import Inspections

/// A report as an item of a CSL-JSON file.
enum CSLItem {
  /// The file: an array with one item, UTF-8.
  ///
  /// Source: the Citation Style Language's schema for input data, csl-data.json.
  static func file(_ citation: ReportCitation) -> [UInt8] {
    let authors = citation.authors.map { OrderedJSON.fields(["literal": .string($0)]) }
    let item = OrderedJSON.fields([
      "id": .string(citation.id),
      "type": .string("report"),
      "title": .string(citation.title),
      "author": .list(authors),
      "publisher": .text(NumberWords.list(citation.authors)),
      "number": .text(citation.number),
      "issued": citation.published.map { date in
        .fields(["date-parts": .array([.array(parts(of: date))])])
      },
      "archive": .string(citation.register),
      "URL": .string(citation.address),
      "language": .string(citation.language),
      "note": citation.formWords.isEmpty
        ? nil : .string("\(citation.formWords) in a register, not the published text"),
    ])
    return OrderedJSON.array([item]).encoded(isIndented: false)
  }

  /// Year, month and day as far as they are known; a week is given by its month.
  private static func parts(of date: PartialDate) -> [OrderedJSON] {
    let first = date.earliest.components
    switch date.precision {
    case .year: return [.number(first.year)]
    case .month, .week: return [.number(first.year), .number(first.month)]
    case .day: return [.number(first.year), .number(first.month), .number(first.day)]
    }
  }
}
