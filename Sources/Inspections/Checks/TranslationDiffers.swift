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
      figures of its samples, surveys and indicators are those of the original. It says its \
      `language`, which is not the original's, and is a translation of an original and not of \
      another translation.

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
      guard let other = expected[fact.path] else { return .translationAdds(fact, original) }
      return other.value == fact.value ? nil : .translationDiffers(fact, other)
    }
    return wrong
      + theirs.filter { !given.contains($0.path) }.map { .translationLacks($0, at: name) }
  }

  /// Something that all texts of a report say alike.
  struct Fact {
    let path: String
    let value: String
    let span: Span
  }

  private static func facts(of report: Report) -> [Fact] {
    judged(by: report) + asked(by: report) + measured(by: report)
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
    }
    return facts
  }

  private static func asked(by report: Report) -> [Fact] {
    let progress = report.visit?.progress.known() ?? []
    return report.recommendations.map { asked in
      let number = "\(asked.number.value)"
      return Fact(path: "recommendations.\(number)", value: number, span: asked.number.span)
    }
      + progress.map { entry in
        Fact(
          path: "progress.\(entry.report?.value.name ?? "")\(entry.recommendation.value)",
          value: entry.judgement.value.name, span: entry.judgement.span)
      }
  }

  private static func measured(by report: Report) -> [Fact] {
    var facts = report.samples.flatMap { sample in
      counted(
        "samples.\(sample.id.value)", sample.size,
        (sample.grades?.value ?? []).map { ($0.value.grade.name, $0.value.count, $0.span) })
    }
    facts += report.surveys.flatMap { survey in
      counted(
        "surveys.\(survey.id.value)", survey.base,
        (survey.responses?.value ?? []).map { ($0.value.answer.name, $0.value.count, $0.span) })
    }
    for indicator in report.indicators {
      let path = "indicators.\(indicator.id.value)"
      for (figure, key) in [(indicator.value, "value")]
        + (indicator.target.map { [($0, "target")] } ?? [])
      {
        facts.append(
          Fact(
            path: "\(path).\(key)", value: figure.value.value?.plain ?? "unknown",
            span: figure.span))
      }
    }
    return facts
  }

  /// How many there were in all, and of each part.
  private static func counted(
    _ path: String, _ size: Located<Known<Int>>?, _ parts: [(name: String, count: Int, span: Span)]
  ) -> [Fact] {
    let whole = size.map {
      Fact(path: path, value: $0.value.value.map(String.init) ?? "unknown", span: $0.span)
    }
    return (whole.map { [$0] } ?? [])
      + parts.map { Fact(path: "\(path).\($0.name)", value: "\($0.count)", span: $0.span) }
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
