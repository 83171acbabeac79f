public import Diagnostics

/// A JSON value for a template that is rendered with data from a file.
public indirect enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number as it was written, so that 1.10 stays 1.10.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; of keys that are given twice, the last one counts.
  case object([String: JSONValue])

  /// Reads one JSON value; nil and a `template-data` diagnostic where the text is none.
  ///
  /// Complexity: O(n). Source: RFC 8259.
  public static func parse(_ source: SourceText) -> Diagnosed<JSONValue?> {
    var parser = JSONParser(source: source)
    do throws(JSONParser.Mistake) {
      return Diagnosed(try parser.document())
    } catch {
      let end = min(error.offset + 1, max(source.bytes.count, error.offset))
      return Diagnosed(
        nil, [.badData(Span(source.file, error.offset..<end), expected: error.expected)])
    }
  }
}
