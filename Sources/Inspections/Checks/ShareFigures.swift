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
      they must be the same; a percentage may be rounded.

      Example: `[most](share:31/29)`.
      """)

  /// Holds the texts of links against their figures; the figures themselves are looked at where the
  /// link is resolved.
  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    report.shares(in: context.register).compactMap { link, figures in
      contradiction(to: figures, in: link.text).map { .shareText(link, $0, figures) }
    }
  }

  /// Figures in a link's text that differ from those of the link.
  static func contradiction(to figures: Share, in text: String) -> String? {
    let words = words(of: text)
    if let tally = statedTallies(in: words).first {
      return tally.count == figures.count && tally.total == figures.base
        ? nil : "\(tally.count) of \(tally.total)"
    }
    guard let (value, decimals) = statedPercentage(in: words) else { return nil }
    let step = [1, 0.1, 0.01][min(decimals, 2)]
    return abs(value - figures.perCent) <= step / 2 + 1e-9 ? nil : "\(value.plain) per cent"
  }

  /// The first percentage of a text and the number of its decimals.
  private static func statedPercentage(in words: [Word]) -> (Double, Int)? {
    for (index, word) in words.enumerated() {
      let isSigned = word.text.hasSuffix("%")
      let next = index + 1 < words.count ? words[index + 1].text : ""
      guard isSigned || next == "per" || next == "percent" else { continue }
      let number = isSigned ? String(word.text.dropLast()) : word.text
      guard let value = Double(number) else { continue }
      let point = number.firstIndex(of: ".")
      return (value, point.map { number.distance(from: $0, to: number.endIndex) - 1 } ?? 0)
    }
    return nil
  }
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
