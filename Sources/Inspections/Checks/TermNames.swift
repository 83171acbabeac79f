import CommonMark
import Diagnostics

/// Terms of the glossary that a report spells in two ways or takes from another framework; a part of
/// ``NearMissName``.
enum TermNames {
  static func diagnostics(of report: Report, _ register: Register) -> [Diagnostic] {
    var spellings: [String: [(form: String, link: Reference)]] = [:]
    var found: [Diagnostic] = []
    for link in report.header.body.references where link.scheme == "term" {
      guard let term = register.glossary[TermID(link.target)] else { continue }
      let words = singular(link.text)
      let forms = ([term.title.value.plain] + term.alsoKnownAs.map(\.value)).map(singular)
      guard forms.contains(words) else { continue }
      if let framework = term.framework, let own = report.framework.known(),
        framework.value != own
      {
        found.append(.termOfAnother(link, framework, own))
      }
      let others = spellings[link.target] ?? []
      if !others.contains(where: { $0.form == words }),
        let other = others.first(where: { isOneLetterAway(Array($0.form.utf8), Array(words.utf8)) })
      {
        found.append(.spelledTwice(link, other.link))
      }
      spellings[link.target, default: []].append((words, link))
    }
    return found
  }

  /// The words in lower case, without the endings of plurals.
  private static func singular(_ text: String) -> String {
    words(of: text).map { word in
      word.text.hasSuffix("s") && !word.text.hasSuffix("ss")
        ? String(word.text.dropLast()) : word.text
    }.joined(separator: " ")
  }
}

extension Diagnostic {
  fileprivate static func spelledTwice(_ link: Reference, _ other: Reference) -> Diagnostic {
    Diagnostic(
      NearMissName.check, level: .notice,
      "'\(link.text)' is spelled '\(other.text)' elsewhere in this text",
      at: Label(link.span, "one term"), secondary: [Label(other.span, "in another spelling")],
      help: "use one spelling, or waive the check if the original has both",
      subject: link.paragraph.map(Subject.paragraph))
  }

  fileprivate static func termOfAnother(
    _ link: Reference, _ framework: Located<FrameworkID>, _ own: FrameworkID
  ) -> Diagnostic {
    Diagnostic(
      NearMissName.check, level: .notice,
      "'\(link.text)' is a term of framework '\(framework.value)', and this report is under '\(own)'",
      at: Label(link.span, "another framework's term"), secondary: [Label(framework.span)],
      help: "use the term of this report's framework, or waive the check if the original does not",
      subject: link.paragraph.map(Subject.paragraph))
  }
}
