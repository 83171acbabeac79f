import CommonMark
public import Diagnostics

/// Shares whose figures cannot be true, or not of what they are about.
public enum ShareFigures {
  /// The check `share-figures`.
  public static let check = Check(
    "share-figures", .figures, .error,
    summary: "The figures behind a share are a part and its whole.",
    explanation: """
      A `share:` link gives the figures behind a word: `share:14/29`, or grades of a sample such as \
      `share:private-reports.inadequate`. The part must not exceed the whole, the whole must not be \
      nothing, and a sample must have a known size and a known distribution before it can give \
      figures. Where the link's own text states figures, such as "14 of the 29" or "48 per cent", \
      they must be the same; a percentage may be rounded, and "more than 40 per cent" or "all but two \
      of the 29" must be so.

      Example: `[most](share:31/29)`.
      """)

  /// Holds the texts of links against their figures; the figures themselves are looked at where the
  /// link is resolved.
  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.shares(in: context.register).compactMap { link, figures in
      contradiction(to: figures, in: link.text).map { .shareText(link, $0, figures) }
    }
  }

  /// Figures in a link's text that differ from those of the link; none where some that it states hold.
  static func contradiction(to figures: Share, in text: String) -> String? {
    let words = words(of: text)
    let tallies = statedTallies(in: words)
    if let tally = tallies.first {
      return tallies.contains { $0.total == figures.base && $0.holds(for: figures.count) }
        || tally.bound == .unclear ? nil : "\(tally.count) of \(tally.total)"
    }
    let percentages = statedPercentages(in: words)
    return percentages.contains { $0.holds(for: figures.perCent) }
      ? nil : percentages.first.map { "\($0.value.plain) per cent" }
  }

  /// A share in per cent that a text states.
  private struct Percentage {
    let value: Double
    /// Half of what the last decimal that is written counts.
    let tolerance: Double
    let bound: Bound

    func holds(for share: Double) -> Bool {
      bound.holds(share, stated: value, tolerance: tolerance + 1e-9)
    }
  }

  /// The percentages of a text that can be shares; what is more, less or rises by so much is none.
  private static func statedPercentages(in words: [Word]) -> [Percentage] {
    words.indices.compactMap { index in
      guard let figure = percentage(at: index, in: words),
        words[figure.end - 1].endsClause || !changes.contains(word(figure.end, in: words))
      else { return nil }
      if let low = rangeStart(before: index, in: words), low < figure.value {
        return Percentage(
          value: low, tolerance: figure.tolerance, bound: .upTo(Int(figure.value.rounded(.up))))
      }
      return Percentage(
        value: figure.value, tolerance: figure.tolerance,
        bound: bound(after: figure.end, in: words)
          ?? bound(before: figure.start, in: words)?.bound ?? .exactly)
    }
  }

  /// A number at a place with its sign or its words of per cent: `43.1%`, `forty per cent`.
  private static func percentage(
    at index: Int, in words: [Word]
  ) -> (value: Double, tolerance: Double, start: Int, end: Int)? {
    let text = words[index].text
    if text.hasSuffix("%"), let value = Double(text.dropLast()) {
      return (value, tolerance(of: String(text.dropLast())), index, index + 1)
    }
    let written = number(at: index, in: words)
    let end = written?.words.upperBound ?? index + 1
    guard let value = written.map({ Double($0.value) }) ?? Double(text) else { return nil }
    let isPerCent = word(end, in: words) == "per" && word(end + 1, in: words) == "cent"
    guard isPerCent || word(end, in: words) == "percent" else { return nil }
    return (value, tolerance(of: text), index, end + (isPerCent ? 2 : 1))
  }

  private static func tolerance(of number: String) -> Double {
    let decimals = number.firstIndex(of: ".").map {
      number.distance(from: $0, to: number.endIndex) - 1
    }
    return [0.5, 0.05, 0.005][min(decimals ?? 0, 2)]
  }

  /// The lower end of a range whose upper end begins at `index`: "40 to 45 per cent".
  private static func rangeStart(before index: Int, in words: [Word]) -> Double? {
    guard index > 0 else { return nil }
    let isJoined = words[index - 1].gap == .range
    let hasJoint = ["to", "and", "or"].contains(words[index - 1].text)
    let place = isJoined ? index - 1 : index - 2
    guard isJoined || hasJoint, place >= 0 else { return nil }
    let before = word(place - 1, in: words)
    guard words[index - 1].text != "and" || before == "between" else { return nil }
    let text = words[place].text
    return Double(text.hasSuffix("%") ? String(text.dropLast()) : text)
  }

  /// Words after a percentage that make it a change, a margin or a chance.
  private static let changes: Set<String> = [
    "point", "points", "more", "fewer", "less", "higher", "lower", "increase", "rise", "reduction",
    "drop", "fall", "decrease", "confidence", "margin", "sample", "above", "below", "up", "down",
    "better", "worse", "cut", "target",
  ]
}

extension Double {
  /// The number without decimals where it has none, with one otherwise.
  var plain: String {
    self == rounded() ? "\(Int(self))" : "\((self * 10).rounded() / 10)"
  }
}

extension Diagnostic {
  private static func share(
    _ link: Reference, _ message: String, label: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      ShareFigures.check, message, at: Label(link.span, label), help: help,
      subject: link.paragraph.map(Subject.paragraph))
  }

  fileprivate static func shareText(
    _ link: Reference, _ stated: String, _ figures: Share
  ) -> Diagnostic {
    share(
      link,
      "'\(link.text)' says \(stated), and the figures are \(figures.count) of \(figures.base)",
      label: "\(figures.perCent.plain) per cent", help: "correct the text or the figures")
  }

  static func impossibleShare(
    _ link: Reference, count: Int, base: Int
  ) -> Diagnostic {
    share(
      link, "'\(link.target)' cannot be a share: it is \(count) of \(base)",
      label: base == 0 ? "a part of nothing" : "the part exceeds the whole",
      help: "write the part first and the whole after the stroke")
  }

  static func shareWithoutFigures(_ link: Reference, _ sample: String) -> Diagnostic {
    share(
      link, "'\(link.target)' has no figures: the size or the division of '\(sample)' is not known",
      label: "nothing to count", help: "record the figures in front matter, or drop the link")
  }

  static func malformedShare(_ link: Reference) -> Diagnostic {
    share(
      link, "'\(link.target)' is not a share",
      label: "neither figures nor a part of a sample",
      help: "write figures like 'share:14/29' or a part like 'share:private-reports.good'")
  }
}
