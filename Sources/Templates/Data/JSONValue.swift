public import Diagnostics

/// A JSON value for a template that is rendered with data from a file.
public indirect enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, in decimal digits.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; of keys that are given twice, one counts.
  case object([String: JSONValue])

  /// Reads one JSON value; nil and a `template-data` diagnostic where the text is none.
  ///
  /// Complexity: O(n).
  public static func parse(_ source: SourceText) -> Diagnosed<JSONValue?> {
    var reader = JSONReader(source.bytes)
    do {
      return Diagnosed(try reader.read())
    } catch {
      return Diagnosed(nil, [.badData(source, error)])
    }
  }
}

extension Check {
  /// Data files that are not JSON.
  static let templateData = Check(
    "template-data", .templates, .error,
    summary: "The data of a template is one JSON value.",
    explanation: """
      `findings render-template FILE --data FILE.json` reads one JSON value in UTF-8. A comma after \
      the last entry, single quotes and comments are not JSON.

          {"title": "East Midlands" "kind": "region"}

      Source: RFC 8259.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  fileprivate static func badData(_ source: SourceText, _ fault: JSONReader.Fault) -> Diagnostic {
    Diagnostic(
      .templateData, "the data stops being JSON here",
      at: Label(
        Span(source.file, fault.place..<min(fault.place + 1, source.bytes.count)), "not JSON"),
      notes: [fault.reason],
      help: "write one JSON value, with keys and texts in double quotes")
  }
}
