public import Diagnostics
import FrontMatter

/// Fields that a record needs and does not have.
public enum MissingField {
  /// The check `missing-field`.
  public static let check = Check(
    "missing-field", .syntax, .error,
    summary: "A record has every field that its kind requires.",
    explanation: """
      Some facts are needed before a record means anything: a title, a report's kind and publisher, \
      the report that a monitoring visit follows. A fact that nobody knows may often be recorded as \
      `unknown`; leaving a required field out is a mistake.

      Example: an inspection without `area`.
      """, canBeWaived: false)
}

extension Diagnostic {
  /// The key of the field that it misses; nil where it says something else.
  var missingKey: String? {
    guard check == MissingField.check, let start = message.firstIndex(of: "'") else { return nil }
    return String(message[message.index(after: start)...].prefix { $0 != "'" })
  }

  static func missingField(
    _ field: FieldDescription, at span: Span, of record: RecordDescription
  ) -> Diagnostic {
    Diagnostic(
      MissingField.check, "'\(field.key)' is missing from this \(record.name)", at: Label(span),
      notes: ["\(field.key): \(field.documentation)", "its value is \(field.type.words)"],
      help: "add a line '\(field.key): \(field.type.outline)'")
  }
}

extension TypeDescription {
  /// A value of it to be filled in: the fields that it cannot be without, or three dots.
  fileprivate var outline: String {
    switch self {
    case .record(let record):
      let needed = record.fields.filter { $0.requirement == .required }
      return needed.isEmpty
        ? "…" : "{" + needed.map { "\($0.key): …" }.joined(separator: ", ") + "}"
    case .list(let inner):
      return inner.record == nil ? "[…]" : "[\(inner.outline)]"
    case .orUnknown(let inner), .oneOrMany(let inner): return inner.outline
    case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due, .instant, .address, .formed, .choice, .reference, .name, .judgedGrade, .map,
      .params:
      return "…"
    }
  }
}

extension Node {
  /// The first key of a mapping, where a message about the whole mapping points.
  var firstKeySpan: Span {
    guard case .mapping(let pairs) = content, let first = pairs.first else { return span }
    return first.keySpan
  }
}
