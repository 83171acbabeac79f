import CommonMark
public import Diagnostics

/// Copies of a recommendation that do not have its words.
public enum WordingDrift {
  /// The check `wording-drift`.
  public static let check = Check(
    "wording-drift", .recommendations, .warning,
    summary: "A recommendation has one wording wherever it is printed.",
    explanation: """
      A body answers the words that it quotes. Where these are narrower than the inspectorate's, so \
      is the duty. Front matter holds the one wording; other places embed it (`![…](rec:3)`), and a \
      wording that drifted in the original is declared under `variants`.

      Text in the report or in a response that is nearly, but not quite, a recommendation is a \
      warning. A declared variant is a notice where only small words and punctuation differ, and a \
      warning where words that carry meaning were dropped, added or replaced. The difference is \
      shown word by word, with `[-dropped-]` and `[+added+]` words. A sentence that says what was found, \
      or what has been done, echoes a recommendation and is no copy of it; the number or letter before \
      a copy does not count, and words that lead to it do not either. The question of a survey is held \
      against the text in the same way, as a notice: an answer to other words is an answer to another \
      question.

      Example: "Plan and record every case well", printed in an annex as "Record every case well".
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let declared = report.recommendations.flatMap { recommendation in
      recommendation.variants.map { Diagnostic.declaredVariant($0, of: recommendation) }
    }
    return declared + undeclared(in: report.header, of: report, context)
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.responses.records.flatMap { response -> [Diagnostic] in
      guard let report = context.register.reports[response.report.value] else { return [] }
      return undeclared(in: response.header, of: report, context)
    }
  }

  /// Blocks of a body that are nearly a recommendation of `report`.
  private static func undeclared(
    in header: RecordHeader, of report: Report, _ context: CheckContext
  ) -> [Diagnostic] {
    let wordings =
      report.recommendations.map(WordingToFind.init)
      + (header.file == report.header.file ? report.surveys.compactMap(WordingToFind.init) : [])
    guard !wordings.isEmpty else { return [] }
    let shortest = wordings.map(\.lengths.lowerBound).min() ?? .max
    let longest = wordings.map(\.lengths.upperBound).max() ?? 0
    let text = context.text(of: header)
    var found: [Diagnostic] = []
    var start = 0
    while start < text.count {
      let end =
        text.firstPlace(of: UInt8(ascii: "\n"), in: start..<text.count) ?? text.count
      if (shortest...max(shortest, longest)).contains(end - start) {
        let line = text[start..<end]
        let mask = WordMask(line)
        if wordings.contains(where: { $0.mayBeLike(mask, length: line.count) }),
          let diagnostic = drift(
            of: String(decoding: line, as: UTF8.self),
            among: wordings.filter { $0.mayBeLike(mask, length: line.count) }, report, header)
        {
          found.append(diagnostic)
        }
      }
      start = end + 1
    }
    return found
  }

  private static func drift(
    of text: String, among candidates: [WordingToFind], _ report: Report, _ header: RecordHeader
  ) -> Diagnostic? {
    let plain = plainWords(withoutLabel(text))
    let known =
      report.recommendations.flatMap { [$0.text.value] + $0.variants.map(\.text.value) }
      + report.surveys.compactMap(\.question)
    // The one wording may stand behind words that lead to it: "we recommended that …".
    let isQuoted = known.contains { wording in
      let words = plainWords(wording.plainText)
      return plain == words || !words.isEmpty && plain.hasSuffix(" \(words)")
    }
    if isQuoted { return nil }
    var best: (wording: WordingToFind, likeness: Double)?
    for candidate in candidates {
      let likeness = likeness(candidate.text.plainText, withoutLabel(text))
      guard likeness >= 0.75, likeness > best?.likeness ?? 0 else { continue }
      if !candidate.isQuestion, isStatement(text, after: candidate.text.plainText) { continue }
      best = (candidate, likeness)
    }
    return best.map { .undeclaredVariant(text, of: $0.wording, in: header) }
  }
}

/// A recommendation or a question, with what tells quickly that a text is not nearly the same.
private struct WordingToFind {
  let text: InlineText
  /// What it is, like `recommendation 3`.
  let name: String
  /// Where the one wording stands.
  let span: Span
  let isQuestion: Bool
  /// How many bytes a text has that can be nearly the same; none for a very short wording.
  let lengths: Range<Int>
  private let mask: WordMask

  init(_ recommendation: Recommendation) {
    self.init(
      recommendation.text.value, "recommendation \(recommendation.number.value)",
      recommendation.text.span, isQuestion: false)
  }

  /// Nothing where the register does not have the question.
  init?(_ survey: Survey) {
    guard let question = survey.question else { return nil }
    self.init(
      question, "the question of survey '\(survey.id.value)'",
      Span(survey.span.file, question.rendered.source), isQuestion: true)
  }

  private init(_ text: InlineText, _ name: String, _ span: Span, isQuestion: Bool) {
    self.text = text
    self.name = name
    self.span = span
    self.isQuestion = isQuestion
    let bytes = text.rendered.text
    lengths = bytes.count < 30 ? 0..<0 : bytes.count * 5 / 9..<bytes.count * 9 / 5 + 1
    mask = WordMask(bytes[...])
  }

  /// Whether a text of these words and bytes can be nearly this recommendation; cheap, and seldom
  /// wrong when it says no.
  func mayBeLike(_ other: WordMask, length: Int) -> Bool {
    lengths.contains(length) && mask.sharesMost(with: other)
  }
}

/// The longer words of a text as bits, to tell quickly that two texts have little in common.
private struct WordMask {
  private var bits: UInt64 = 0

  init(_ text: ArraySlice<UInt8>) {
    var hash: UInt64 = 0
    var length = 0
    for byte in text {
      let folded = byte | 0x20
      if (0x61...0x7A).contains(folded) {
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
        length += 1
      } else {
        add(hash, length)
        (hash, length) = (0, 0)
      }
    }
    add(hash, length)
  }

  private mutating func add(_ hash: UInt64, _ length: Int) {
    if length >= 4 { bits |= 1 << ((hash ^ (hash >> 29)) & 63) }
  }

  /// Whether three in five of the longer words of each text may stand in the other.
  func sharesMost(with other: WordMask) -> Bool {
    let shared = (bits & other.bits).nonzeroBitCount * 5
    return shared >= bits.nonzeroBitCount * 3 && shared >= other.bits.nonzeroBitCount * 3
  }
}

extension InlineText {
  /// The text without markup.
  var plainText: String { String(decoding: rendered.text, as: UTF8.self) }
}

extension [WordRun] {
  /// The difference in one line, with signs around what was dropped and added.
  fileprivate var marked: String {
    map { run in
      switch run.kind {
      case .same: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "[+\(run.text)+]"
      }
    }.joined(separator: " ")
  }

  /// Whether only small words differ, or words in their endings of number.
  fileprivate var isTrivial: Bool {
    meaningful(.removed) == meaningful(.added)
  }

  private func meaningful(_ kind: WordRun.Kind) -> [String] {
    filter { $0.kind == kind }.flatMap { words(of: $0.text) }.map(\.text)
      .filter { !smallWords.contains($0) }
      .map { $0.hasSuffix("s") && $0.count > 3 ? String($0.dropLast()) : $0 }
  }
}

private let smallWords: Set<String> = [
  "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "that", "which",
  "this", "these", "those", "its", "their", "is", "are", "be", "as", "so", "also", "then", "from",
]

extension Diagnostic {
  fileprivate static func declaredVariant(
    _ variant: Recommendation.Variant, of recommendation: Recommendation
  ) -> Diagnostic {
    let runs = wordDifference(
      from: recommendation.text.value.plainText, to: variant.text.value.plainText,
      comparing: .plain)
    let isTrivial = runs.isTrivial
    return Diagnostic(
      WordingDrift.check, level: isTrivial ? .notice : WordingDrift.check.level,
      "'\(variant.location)' prints recommendation \(recommendation.number.value) "
        + (isTrivial ? "in slightly different words" : "with other words that carry meaning"),
      at: Label(variant.text.span, "a declared variant"),
      secondary: [Label(recommendation.text.span, "the one wording")],
      notes: [
        runs.allSatisfy { $0.kind == .same }
          ? "only punctuation differs" : "the difference: \(runs.marked)"
      ],
      subject: .field("\(recommendation.path).variants"))
  }

  fileprivate static func undeclaredVariant(
    _ text: String, of wording: WordingToFind, in header: RecordHeader
  ) -> Diagnostic {
    let place = header.place(of: text)
    let runs = wordDifference(
      from: wording.text.plainText, to: withoutLabel(text), comparing: .plain)
    let shown = text.count > 60 ? "\(text.prefix(60))…" : text
    return Diagnostic(
      WordingDrift.check, level: wording.isQuestion ? .notice : WordingDrift.check.level,
      "'\(shown)' is nearly \(wording.name)",
      at: Label(place.span, "not its words", words: .init(text, in: place.range)),
      secondary: [Label(wording.span, "the one wording")],
      notes: ["the difference: \(runs.marked)"],
      help: wording.isQuestion
        ? "use the words of the question, or waive the check if the original does not"
        : "embed the recommendation, or declare the wording under 'variants'",
      subject: place.subject)
  }
}
