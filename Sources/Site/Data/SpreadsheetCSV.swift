import Inspections

/// A table as a file that Excel on Windows opens right with a double click: with a byte-order mark,
/// without which it does not take a file for UTF-8, and with the title of a record beside its id.
enum SpreadsheetCSV {
  /// Writes the file a piece at a time.
  ///
  /// Complexity: O(size of the table).
  static func write(_ filled: FilledTable, of site: SiteContext, to put: ([UInt8]) -> Void) {
    write(
      filled.table.titledColumns.map(\.key),
      rows: filled.rows.titled(site).lazy.map { $0.map(\.value) }, to: put)
  }

  /// Writes a file with the names of its columns and its rows a piece at a time.
  static func write(
    _ heads: [String], rows: some Sequence<[DataValue]>, to put: ([UInt8]) -> Void
  ) {
    CSV.write(
      heads, rows: rows.lazy.map { $0.map(guarded) }, after: [0xEF, 0xBB, 0xBF], to: put)
  }

  /// A text of digits and signs that Excel would read as a number or a date and so change, with an
  /// apostrophe before it: `070205` would lose its zero, and `2008-01` would gain a day.
  private static func guarded(_ value: DataValue) -> DataValue {
    guard case .text(let text) = value, let first = text.utf8.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      text.utf8.allSatisfy({ (0x2B...0x3A).contains($0) || $0 == 0x20 || $0 | 0x20 == 0x65 })
    else { return value }
    let isYear = text.utf8.count == 4 && first != UInt8(ascii: "0")
    let isDay = text.utf8.count == 10 && PartialDate(text) != nil
    return isYear || isDay ? value : .text("'\(text)")
  }
}
