public import Diagnostics

/// Translations that say something else than their originals.
public enum TranslationDiffers {
  /// The check `translation-differs`.
  public static let check = Check(
    "translation-differs", .references, .error,
    summary: "A translation has the judgements and numbers of its original.",
    explanation: """
      A report with `translation_of` is the same report in another language, and counts once. Its \
      grades and scores, the numbers of its recommendations, its conclusions on progress and the \
      figures of its samples, surveys and indicators are those of the original. Where both texts give \
      them, so are the time of its fieldwork, and of each recommendation the date by which it is due, \
      whom it is asked of, its aspects, its priority and its amounts. It says its `language`, which is \
      not the original's, and is a translation of an original and not of another translation.

      Example: `overall: good` in the Welsh text of a report whose English text has \
      `overall: excellent`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    guard let name = report.translationOf, let original = register.reports[name.value] else {
      return []
    }
    if original === report { return [.translatesItself(name)] }
    if let first = original.translationOf { return [.translatesTranslation(name, first)] }
    guard let language = report.language else { return [.noLanguage(name)] }
    let spoken = original.language?.value ?? register.site.language.value
    var found: [Diagnostic] = []
    if language.value.lowercased() == spoken.lowercased() {
      found.append(.sameLanguage(language, as: original))
    }
    return found + differences(of: report, from: original, at: name)
  }

  private static func differences(
    of report: Report, from original: Report, at name: Located<ReportID>
  ) -> [Diagnostic] {
    let (ours, theirs) = (facts(of: report), facts(of: original))
    let expected = Dictionary(theirs.map { ($0.path, $0) }) { first, _ in first }
    let given = Set(ours.map(\.path))
    let wrong = ours.compactMap { fact -> Diagnostic? in
      guard let other = expected[fact.path] else {
        return fact.isExpected ? .translationAdds(fact, original) : nil
      }
      return other.value == fact.value ? nil : .translationDiffers(fact, other)
    }
    return wrong
      + theirs.filter { $0.isExpected && !given.contains($0.path) }
      .map { .translationLacks($0, at: name) }
  }

  /// Something that all texts of a report say alike.
  struct Fact {
    let path: String
    let value: String
    let span: Span
    /// Whether it stands in every text; other facts are held against each other where two texts give them.
    var isExpected = true
  }

  private static func facts(of report: Report) -> [Fact] {
    judged(by: report) + asked(by: report) + concluded(by: report) + measured(by: report)
      + stated("fieldwork", report.fieldwork, isExpected: false)
  }

  /// A fact that may be recorded as unknown; none where nothing is said.
  private static func stated<Value>(
    _ path: String, _ given: Located<Known<Value>>?, isExpected: Bool = true
  ) -> [Fact] {
    guard let given else { return [] }
    let value = given.value.value.map { "\($0)" } ?? "unknown"
    return [Fact(path: path, value: value, span: given.span, isExpected: isExpected)]
  }

  private static func judged(by report: Report) -> [Fact] {
    var facts: [Fact] = []
    if let overall = report.overall {
      facts.append(Fact(path: "overall", value: overall.value.written, span: overall.span))
    }
    // Subjects that are no aspects are words, and words are what a translation changes.
    for (place, judgement) in report.judgements.enumerated() {
      let path =
        switch judgement.subject {
        case .aspects: judgement.path
        case .other: judgement.label == nil ? "judgements.\(place + 1)" : judgement.path
        }
      facts.append(
        Fact(path: path, value: judgement.grade.value.written, span: judgement.grade.span))
      if let score = judgement.score {
        facts.append(Fact(path: "\(path).score", value: score.value.words, span: score.span))
      }
      facts += judgement.parts.enumerated().map { number, part in
        Fact(
          path: "\(path).parts.\(number + 1)", value: part.grade.value.written,
          span: part.grade.span)
      }
    }
    return facts
  }

  private static func asked(by report: Report) -> [Fact] {
    report.recommendations.flatMap { asked -> [Fact] in
      let number = "\(asked.number.value)"
      let path = "recommendations.\(number)"
      var facts = [Fact(path: path, value: number, span: asked.number.span)]
      facts += stated("\(path).due", asked.due, isExpected: false)
      facts += names("\(path).priority", asked.priority.map { [$0] } ?? [])
      facts += names("\(path).to", asked.to) + names("\(path).aspects", asked.aspects)
      return facts
        + asked.amounts.map { amount in
          Fact(
            path: "\(path).amounts.\(amount.kind.value)", value: amount.value.written,
            span: amount.kind.span, isExpected: false)
        }
    }
  }

  /// Whom or what some ids name, in whatever order.
  private static func names<Named>(_ path: String, _ ids: [Located<ID<Named>>]) -> [Fact] {
    ids.first.map { first in
      let value = ids.map(\.value).sorted().map(\.name).joined(separator: ", ")
      return [Fact(path: path, value: value, span: first.span, isExpected: false)]
    } ?? []
  }

  private static func concluded(by report: Report) -> [Fact] {
    guard let visit = report.visit else { return [] }
    let progress = (visit.progress.known() ?? []).flatMap { entry -> [Fact] in
      let bodies = entry.to.map(\.value).sorted().map { ".\($0.name)" }.joined()
      let path = "progress.\(entry.report?.value.name ?? "")\(entry.recommendation.value)\(bodies)"
      return [
        Fact(path: path, value: entry.judgement.value.name, span: entry.judgement.span)
      ] + stated("\(path).date", entry.date, isExpected: false)
    }
    let counts = visit.progressCounts.map { count in
      Fact(
        path: "progress_counts.\(count.value.grade)", value: "\(count.value.count)",
        span: count.span)
    }
    return progress + counts + stated("overall_progress", visit.overall, isExpected: false)
  }

  private static func measured(by report: Report) -> [Fact] {
    var facts = report.samples.flatMap { sample in
      let path = "samples.\(sample.id.value)"
      return counted(
        path, sample.size,
        (sample.grades?.value ?? []).map { ($0.value.grade.name, $0.value.count, $0.span) })
        + sample.splits.enumerated().flatMap { number, split in
          split.counts.value.enumerated().map { part, count in
            Fact(
              path: "\(path).splits.\(number + 1).\(part + 1)", value: "\(count.value.count)",
              span: count.span, isExpected: false)
          }
        }
    }
    facts += report.surveys.flatMap { survey in
      counted(
        "surveys.\(survey.id.value)", survey.base,
        (survey.responses?.value ?? []).map { ($0.value.answer.name, $0.value.count, $0.span) })
    }
    return facts + report.indicators.flatMap(figures(of:))
  }

  private static func figures(of indicator: Indicator) -> [Fact] {
    let path = "indicators.\(indicator.id.value)"
    return stated("\(path).value", indicator.value) + stated("\(path).target", indicator.target)
      + indicator.comparators.enumerated().map { number, comparator in
        Fact(
          path: "\(path).comparators.\(number + 1)", value: "\(comparator.value.value)",
          span: comparator.value.span, isExpected: false)
      }
      + stated("\(path).period", indicator.period, isExpected: false)
  }

  /// How many there were in all, and of each part.
  private static func counted(
    _ path: String, _ size: Located<Known<Int>>?, _ parts: [(name: String, count: Int, span: Span)]
  ) -> [Fact] {
    stated(path, size)
      + parts.map { Fact(path: "\(path).\($0.name)", value: "\($0.count)", span: $0.span) }
  }
}

extension Money {
  /// The amount with its currency, `12500 GBP`, with as many decimals as it needs.
  fileprivate var written: String {
    let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
    return rest == 0 ? "\(whole) \(currency)" : "\(number) \(currency)"
  }
}

extension Diagnostic {
  fileprivate static func translatesItself(_ name: Located<ReportID>) -> Diagnostic {
    Diagnostic(
      TranslationDiffers.check, "'\(name.value)' is this report itself", at: Label(name.span),
      help: "name the original", subject: .field("translation_of"))
  }

  fileprivate static func translatesTranslation(
    _ name: Located<ReportID>, _ first: Located<ReportID>
  ) -> Diagnostic {
    Diagnostic(
      TranslationDiffers.check, "'\(name.value)' is a translation itself",
      at: Label(name.span, "not the original"), secondary: [Label(first.span, "the original")],
      help: "name '\(first.value)'", subject: .field("translation_of"))
  }

  fileprivate static func noLanguage(_ name: Located<ReportID>) -> Diagnostic {
    Diagnostic(
      TranslationDiffers.check, "'translation_of' stands without a language",
      at: Label(name.keySpan, "in which language is not said"),
      help: "add 'language: cy', or whatever it is", subject: .field("translation_of"))
  }

  fileprivate static func sameLanguage(
    _ language: Located<String>, as original: Report
  ) -> Diagnostic {
    Diagnostic(
      TranslationDiffers.check, "'\(language.value)' is the language of the original, too",
      at: Label(language.span, "no other language"),
      secondary: original.language.map { [Label($0.span, "the original's")] } ?? [],
      help: "correct the language of one of the two", subject: .field("language"))
  }

  fileprivate static func translationDiffers(
    _ fact: TranslationDiffers.Fact, _ other: TranslationDiffers.Fact
  ) -> Diagnostic {
    Diagnostic(
      TranslationDiffers.check, "'\(fact.value)' is '\(other.value)' in the original",
      at: Label(fact.span, "the texts differ"), secondary: [Label(other.span, "the original")],
      help: "correct one of the two", subject: .field(fact.path))
  }

  fileprivate static func translationAdds(
    _ fact: TranslationDiffers.Fact, _ original: Report
  ) -> Diagnostic {
    Diagnostic(
      TranslationDiffers.check, "'\(fact.path)' is not in the original, '\(original.id)'",
      at: Label(fact.span, "only in this language"),
      help: "add it to the original, or take it out here", subject: .field(fact.path))
  }

  fileprivate static func translationLacks(
    _ fact: TranslationDiffers.Fact, at name: Located<ReportID>
  ) -> Diagnostic {
    Diagnostic(
      TranslationDiffers.check, "'\(fact.path)' of the original is missing here",
      at: Label(name.span, "not in this language"), secondary: [Label(fact.span, "the original")],
      help: "add it in this language", subject: .field(fact.path))
  }
}
