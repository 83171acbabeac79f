public import Diagnostics
import FrontMatter

/// Values that are not of the kind their field takes.
public enum WrongType {
  /// The check `wrong-type`.
  public static let check = Check(
    "wrong-type", .syntax, .error,
    summary: "A field's value is of the kind that the content format says.",
    explanation: """
      A number where a list belongs, a word that is not one of a field's choices, an empty value: \
      each would be read as something the author did not mean. YAML's own guesses do not count here: \
      `NO` is the word NO, and a number in quotes is still that number where a number is due. Nor is a \
      value of blanks alone a title. The language of a site is one that its pages speak, which is \
      English; its address has a host and folders and nothing else.

      Example: `kind: inspecton`, `size: many`.
      """, canBeWaived: false)
}

extension Diagnostic {
  static func wrongType(_ node: Node, expected: TypeDescription) -> Diagnostic {
    let suggestion: String?
    let meant: String?
    if case .choice(let words) = expected, case .scalar(let text, _) = node.content {
      (suggestion, meant) = (NearMiss.of(text, among: words), NearMiss.only(text, among: words))
    } else {
      (suggestion, meant) = (nil, nil)
    }
    return Diagnostic(
      WrongType.check, "\(node.words) is not what belongs here", at: Label(node.span),
      notes: ["allowed: \(expected.words)"],
      help: suggestion.map { "did you mean '\($0)'?" } ?? expected.advice,
      fix: meant.map { Fix(node.span, replacement: $0) })
  }
}

extension Diagnostic {
  static func wrongForm(
    _ node: Node, _ fault: TextForm.Fault, expected: TypeDescription
  ) -> Diagnostic {
    Diagnostic(
      WrongType.check, "\(node.words) is not what belongs here", at: Label(node.span, fault.label),
      notes: ["allowed: \(expected.words)"],
      help: fault.nearest.map { "did you mean '\($0)'?" } ?? fault.help,
      fix: fault.isSure ? fault.nearest.map { Fix(node.span, replacement: $0) } : nil)
  }
}

extension Node {
  /// The value as a message names it: the author's own text in quotes, or its kind.
  fileprivate var words: String {
    switch content {
    case .scalar("", _): "an empty value"
    case .scalar(let text, _) where text.allSatisfy(\.isWhitespace): "' '"
    case .scalar(let text, _): "'\(text.prefix(60))\(text.count > 60 ? "…" : "")'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension TypeDescription {
  /// What to do where a value of this kind is due and another stands there.
  fileprivate var advice: String? {
    switch self {
    case .integer, .number, .money: "write the number in digits"
    case .flag: "write true or false"
    case .list: "write each entry on a line of its own after '- '"
    case .orUnknown(let inner), .oneOrMany(let inner): inner.advice
    case .text, .inlineMarkdown, .printedNumber, .date, .interval, .duration, .due, .instant,
      .address, .formed,
      .choice, .reference, .name, .judgedGrade, .map, .params, .record:
      nil
    }
  }
}
