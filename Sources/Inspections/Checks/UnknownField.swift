public import Diagnostics
import FrontMatter

/// Keys that the schema does not know.
public enum UnknownField {
  /// The check `unknown-field`.
  public static let check = Check(
    "unknown-field", .syntax, .error,
    summary: "Front matter holds only fields that the content format defines.",
    explanation: """
      A misspelt key would otherwise be ignored, and a fact with it. Every key is held against the \
      schema of its record; the nearest known key is suggested.

      Example: `publishd: 2008-02` in a report; the field is `published`.
      """, canBeWaived: false)
}

extension Diagnostic {
  /// Suggests `nearest`, one of the `free` fields: those that are not there yet, for renaming to one
  /// that is would make two of it.
  static func unknownField(
    _ pair: Node.Pair, in record: RecordDescription, nearest: String?, among free: [String]
  ) -> Diagnostic {
    let keys = record.fields.map(\.key)
    let isListed = nearest == nil || keys.count <= 12
    return Diagnostic(
      UnknownField.check, "'\(pair.key)' is not a field of \(record.nameWithArticle)",
      at: Label(pair.keySpan, "not in the schema"),
      notes: isListed ? ["fields are \(keys.joined(separator: ", "))"] : [],
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "remove the field, or move its text to the body",
      fix: NearMiss.only(pair.key, among: free).map { Fix(pair.keySpan, replacement: $0) })
  }
}
