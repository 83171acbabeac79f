public import Diagnostics

/// Rules of frameworks that nothing is held against, though they seem to be meant for that.
public enum UnreadableRule {
  /// The check `unreadable-rule`.
  public static let check = Check(
    "unreadable-rule", .dates, .warning,
    summary: "A rule that reports are held against can be read.",
    explanation: """
      Reports are held against the rules `publish-within`, `answer-within` and `reinspect-within` of \
      their framework, if these set a length of time in days, weeks, months or years. Under another \
      name, such as `published-within`, and with a length that cannot be read, such as `6 wks` or \
      `10 working days`, a rule is words on a page, and a report that is six months late gives no \
      finding. A rule that is only proposed is not looked at for its length.

      Where the source counts otherwise, say so in the rule's `note`, and give the rule a name of its \
      own, or waive the check.

      Example: `{rule: publish-within, value: 6 wks, status: in force}`, for `value: 6 weeks`.
      """)

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.frameworks.records.flatMap { framework in
      framework.rules.compactMap { rule in
        if Rule.checked.contains(rule.name.value) { return length(of: rule) }
        guard let meant = Rule.checkedName(near: rule.name.value),
          !framework.rules.contains(where: { $0.name.value == meant })
        else { return nil }
        return .misnamedRule(rule, meant: meant)
      }
    }
  }

  private static func length(of rule: Rule) -> Diagnostic? {
    guard rule.status != .proposed, case .words(let words) = rule.value.value else { return nil }
    return .unreadableLength(rule, words.source)
  }
}

extension Rule {
  /// The names of the rules that reports are held against.
  static let checked = ["publish-within", answerWithin, "reinspect-within"]

  /// The one of these that another name was most likely meant for: a slip of it, or another form of its
  /// verb, as in `publication-within`.
  static func checkedName(near name: String) -> String? {
    let words = name.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }
    // A first inspection is none again, and `publish-plan-within` is a rule of its own.
    if let same = checked.first(where: { $0.filter(\.isLetter) == words.joined() }) {
      return same == name ? nil : same
    }
    guard words.count <= 2, !checked.contains("re" + name) else { return nil }
    if let nearest = NearMiss.of(name, among: checked) { return nearest }
    guard words.count == 2, words[1] == "within" else { return nil }
    return checked.first { $0.commonPrefix(with: words[0]).count >= 5 }
  }
}

extension String {
  /// What two texts begin with.
  fileprivate func commonPrefix(with other: Substring) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}

extension Diagnostic {
  fileprivate static func misnamedRule(_ rule: Rule, meant: String) -> Diagnostic {
    Diagnostic(
      UnreadableRule.check, "'\(rule.name.value)' is not a rule that reports are held against",
      at: Label(rule.name.span, "a rule in words alone"),
      notes: ["those are \(Rule.checked.joined(separator: ", "))"],
      help: "did you mean '\(meant)'?",
      subject: .field("rules"))
  }

  fileprivate static func unreadableLength(_ rule: Rule, _ words: String) -> Diagnostic {
    let length = WrittenDuration.reading(of: words)
    return Diagnostic(
      UnreadableRule.check, "'\(words)' is not a length of time that can be read",
      at: Label(rule.value.span, "no report is held against it"),
      notes: ["allowed: a length in days, weeks, months or years, like 21 days or 6 weeks"],
      help: length.map { "write '\($0)'" }
        ?? "write it in one of these, or waive the check with what the source says",
      fix: length.map { Fix(rule.value.span, replacement: "\($0)") }, subject: .field("rules"))
  }
}
