import CommonMark
public import Diagnostics

/// Words of quantity that their figures contradict.
public enum QuantifierWord {
  /// The check `quantifier`.
  public static let check = Check(
    "quantifier", .figures, .error,
    summary: "A word of quantity means what the report's framework says it means.",
    explanation: """
      Some frameworks give words like "most" a meaning in per cent. A word that is tied to its \
      figures by a `share:` link is held against that meaning: the share must be greater than `over` \
      and less than `under`, and exactly as much is not enough. A word that the text denies, or uses \
      in another sense ("the most common"), is left alone, and so is a word without a meaning in the \
      report's own framework, whatever another framework says of it.

      Example: `[most](share:14/29)` where most means over 65 per cent, for 14 of 29 is 48.3 per cent.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let framework = context.register.framework(of: report), !framework.quantifiers.isEmpty
    else { return [] }
    return report.shares(in: context.register).compactMap { link, figures in
      guard let quantifier = quantifier(in: link.text, of: framework),
        !quantifier.holds(for: figures)
      else { return nil }
      return .quantifier(link, quantifier, figures, framework)
    }
  }

  /// The framework's word that a text uses: the longest, and not one that the text denies.
  private static func quantifier(in text: String, of framework: Framework) -> Quantifier? {
    let words = words(of: text).map(\.text)
    var best: (quantifier: Quantifier, length: Int)?
    for quantifier in framework.quantifiers {
      let phrase = plainWords(quantifier.word.value).split(separator: " ").map(String.init)
      guard !phrase.isEmpty, phrase.count > best?.length ?? 0,
        let place = position(of: phrase, in: words),
        !isDenied(phrase, at: place, in: words)
      else { continue }
      best = (quantifier, phrase.count)
    }
    return best?.quantifier
  }

  private static func position(of phrase: [String], in words: [String]) -> Int? {
    guard words.count >= phrase.count else { return nil }
    return (0...(words.count - phrase.count)).first {
      words[$0..<$0 + phrase.count].elementsEqual(phrase)
    }
  }

  /// Whether the words around turn the phrase into another: "not most", "more than a majority", "a
  /// few", which is more than few, "at most", "the most common", "all but two".
  private static func isDenied(_ phrase: [String], at place: Int, in words: [String]) -> Bool {
    let next = place + phrase.count < words.count ? words[place + phrase.count] : ""
    if phrase == ["all"], ["but", "except", "bar", "save"].contains(next) { return true }
    guard place > 0 else { return false }
    let isArticled = place > 1 && ["a", "an", "the"].contains(words[place - 1])
    let before = words[place - (isArticled ? 2 : 1)]
    if deniers.contains(before) { return true }
    switch phrase.last {
    case "few": return words[place - 1] == "a"
    case "most": return ["at", "the", "its", "their"].contains(words[place - 1])
    default: return false
    }
  }

  private static let deniers: Set<String> = [
    "not", "no", "hardly", "nearly", "almost", "than", "means", "never", "without", "from", "under",
    "below", "barely", "scarcely",
  ]
}

extension Quantifier {
  /// Whether a share lies within the word's meaning; the thresholds themselves do not.
  func holds(for share: Share) -> Bool {
    let part = Double(share.count) * 100
    let whole = Double(share.base)
    if let over, part <= over * whole { return false }
    if let under, part >= under * whole { return false }
    return true
  }

  /// The meaning in words, like `over 65 per cent`.
  var meaning: String {
    [over.map { "over \($0.plain)" }, under.map { "under \($0.plain)" }].compactMap { $0 }
      .joined(separator: " and ") + " per cent"
  }
}

extension Diagnostic {
  fileprivate static func quantifier(
    _ link: Reference, _ quantifier: Quantifier, _ share: Share, _ framework: Framework
  ) -> Diagnostic {
    let fitting = framework.quantifiers.filter { $0.holds(for: share) }.map(\.word.value)
    return Diagnostic(
      QuantifierWord.check,
      "'\(link.text)' is \(quantifier.meaning) in framework '\(framework.id)', and \(share.count) "
        + "of \(share.base) is \(share.perCent.plain)",
      at: Label(link.span, "\(share.perCent.plain) per cent"),
      secondary: [Label(quantifier.word.span, "the word's meaning")],
      notes: [
        fitting.isEmpty
          ? "no word of the framework fits this share"
          : "words that fit: \(fitting.joined(separator: ", "))"
      ],
      help: "use a word that fits, or leave the sentence as published and waive the check",
      subject: link.paragraph.map(Subject.paragraph))
  }
}
