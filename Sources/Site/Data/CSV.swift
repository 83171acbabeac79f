import Diagnostics

/// Tables as comma-separated values.
///
/// Source: RFC 4180; lines end in CR and LF, the first line names the columns.
enum CSV {
  /// Between the entries of a list in one cell.
  static let listSeparator = "|"

  /// Writes a file with the names of its columns and its rows behind `start`, a piece at a time.
  static func write(
    _ heads: [String], rows: some Sequence<[DataValue]>, after start: [UInt8] = [],
    to put: ([UInt8]) -> Void
  ) {
    var bytes = start
    line(heads.map { .text($0) }, to: &bytes)
    for row in rows {
      line(row, to: &bytes)
      guard bytes.count >= PlannedFile.mostOfPiece else { continue }
      put(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    put(bytes)
  }

  private static func line(_ values: [DataValue], to bytes: inout [UInt8]) {
    for (position, value) in values.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      field(shielded(text(of: value), of: value), to: &bytes)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private static func text(of value: DataValue) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.decimalDigits
    case .list(let values):
      values.map { entry(text(of: $0)) }.joined(separator: listSeparator)
    case .object: json(value)
    case .unknown: "unknown"
    case .absent: ""
    }
  }

  /// A text of a list, in which nothing may look like the next one.
  private static func entry(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "|")) else { return text }
    return text.replacing(listSeparator, with: "/")
  }

  /// What has members of its own stands in a cell as JSON.
  private static func json(_ value: DataValue) -> String {
    var buffer = JSONBuffer()
    value.write(to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Whether a formula begins so; spreadsheets in East Asian locales take the full-width forms too.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// A text that spreadsheets would take for a formula gets an apostrophe in front, for whoever opens
  /// the file must not run what somebody wrote; the JSON file has it as it is.
  ///
  /// Source: OWASP, CSV injection.
  private static func shielded(_ text: String, of value: DataValue) -> String {
    switch value {
    case .text, .list:
      let isFormula = text.unicodeScalars.first.map(startsFormula) == true
      return isFormula ? "'" + text : text
    case .integer, .number, .object, .unknown, .absent: return text
    }
  }

  /// A field that holds a comma, a quote or a line end stands in quotes, with quotes doubled.
  static func field(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    let needsQuotes = text.withUTF8 { utf8 in
      unsafe utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
    }
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
