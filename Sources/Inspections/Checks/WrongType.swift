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
      value of blanks alone a title, nor `unknown` a text: only some fields may be unknown. The \
      language of a site is one that its pages speak, which is English; its address has a host and \
      folders and nothing else.

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
      help: suggestion.map { "did you mean '\($0)'?" } ?? expected.advice(for: node),
      fix: meant.map { Fix(node.span, replacement: $0) })
  }
}

extension Diagnostic {
  /// Says that nothing would be seen of a text that is written, as of `&nbsp;`.
  static func blankText(_ node: Node) -> Diagnostic {
    Diagnostic(
      WrongType.check, "\(node.words) is not what belongs here",
      at: Label(node.span, "nothing of it would be seen"),
      notes: ["allowed: \(TypeDescription.inlineMarkdown.words)"],
      help: "write the text, or leave the field out")
  }

  /// Says that a field of text has no `unknown`, and would show the word.
  static func unknownText(_ node: Node) -> Diagnostic {
    Diagnostic(
      WrongType.check, "'unknown' is no text, and the field cannot be unknown",
      at: Label(node.span, "would be shown as a word"),
      help: "write the text, leave the field out, or put 'unknown' into quotes where it is the text"
    )
  }

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
    case .scalar(let text, _) where text.isBlankText: "' '"
    case .scalar(let text, _): "'\(text.prefix(60))\(text.count > 60 ? "…" : "")'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension TypeDescription {
  /// What to do where a value of this kind is due and another stands there.
  fileprivate func advice(for node: Node) -> String? {
    switch (self, node.content) {
    case (.orUnknown(let inner), _): inner.advice(for: node)
    case (.oneOrMany(let inner), .scalar), (.oneOrMany(let inner), .mapping):
      inner.advice(for: node)
    case (.list, _), (.oneOrMany, .sequence): "write each entry on a line of its own after '- '"
    case (.map, _), (.params, _), (.record, _):
      "write its fields as 'name: value', indented on the lines below"
    case (_, .sequence(let entries)):
      entries.count == 1 && entries[0].scalarText != nil
        ? "write '\(entries[0].scalarText ?? "")' without brackets and without '- '"
        : "write one value, without brackets and without '- '"
    case (_, .mapping): "write one value right behind the field's name"
    case (.integer, .scalar(let text, _)), (.number, .scalar(let text, _)),
      (.money, .scalar(let text, _)):
      number(meant: text)
    case (.duration, .scalar(let text, _)):
      WrittenDuration.reading(of: text).map { "write '\($0)'" }
    case (.flag, .scalar): "write true or false"
    case (.address, .scalar(let text, _)): Self.address(meant: text)
    case (.text, .scalar), (.inlineMarkdown, .scalar), (.printedNumber, .scalar), (.date, .scalar),
      (.interval, .scalar), (.due, .scalar), (.instant, .scalar),
      (.formed, .scalar), (.choice, .scalar), (.reference, .scalar), (.name, .scalar),
      (.judgedGrade, .scalar):
      nil
    }
  }

  /// What to write for a number with signs around or within its digits, as in `1,040`, `£1 040`, `40%`,
  /// where they can be meant in one way.
  private func number(meant text: String) -> String {
    let generic = "write the number in digits"
    let isWhole = if case .integer = self { true } else { false }
    let isNumber = if case .number = self { true } else { false }
    let digits = text.drop { "£$€ \u{A0}".contains($0) }
    guard let meant = SeparatedNumber(digits.last == "%" ? digits.dropLast() : digits),
      meant.written != text, !isWhole || !meant.hasFraction, !isNumber || !meant.mayBeFraction
    else { return generic }
    let isCommaAlone = text.contains(",") && text.replacing(",", with: "") == meant.written
    return "write '\(meant.written)', \(isCommaAlone ? "without the comma" : "in digits alone")"
  }

  /// The whole address where only `https://` is missing.
  private static func address(meant text: String) -> String? {
    HostName.begins(text) ? "write 'https://\(text)'" : nil
  }
}

extension Node {
  /// The text of a scalar.
  fileprivate var scalarText: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }
}
