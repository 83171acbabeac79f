public import Diagnostics
import Foundation

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
    let data = Data(source.bytes)
    do {
      return Diagnosed(try JSONDecoder().decode(JSONValue.self, from: data))
    } catch {
      return Diagnosed(nil, [.badData(source, reason(for: data))])
    }
  }
}

extension JSONValue {
  /// What Foundation says of text that is no JSON: its decoder keeps that to itself, its older reader
  /// tells, mostly with the number of a byte.
  private static func reason(for data: Data) -> String {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return "no value was found"
    } catch {
      return (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
        ?? error.localizedDescription
    }
  }
}

extension JSONValue: Decodable {
  /// Reads the value from whatever JSON holds.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number.decimalDigits)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let items = try? value.decode([JSONValue].self) {
      self = .array(items)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
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
  fileprivate static func badData(_ source: SourceText, _ reason: String) -> Diagnostic {
    let number = reason.split { !$0.isASCII || !$0.isNumber }.last.flatMap { Int($0) }
    let start = min(number ?? source.bytes.count, source.bytes.count)
    let end = min(start + 1, source.bytes.count)
    return Diagnostic(
      .templateData, "the data stops being JSON here",
      at: Label(Span(source.file, start..<end), "not JSON"), notes: [reason],
      help: "write one JSON value, with keys and texts in double quotes")
  }
}
