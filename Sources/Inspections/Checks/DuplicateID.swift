public import Diagnostics

/// Names that two things share.
public enum DuplicateID {
  /// The check `duplicate-id`.
  public static let check = Check(
    "duplicate-id", .references, .error,
    summary: "A name stands for one thing.",
    explanation: """
      Two recommendations with one number, two samples with one id, two aspects or grades of a \
      framework that are called the same: a link to such a name could mean either. Numbers of \
      recommendations that differ in capitals alone would have one address on many servers. Two \
      judgements of a report on one aspect of one area each have an `id`, by which they are told apart; \
      where one has none, most likely another aspect was meant (a warning). So is a title that two areas or \
      two organisations have, where neither kind, body, code, whole nor life tells them apart: lists and \
      searches show readers two lines that are the same.

      Example: two entries of `recommendations` with `id: 3`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    repeatedNumbers(report)
      + repeated(
        report.samples.map { $0.id.map(\.name) } + report.surveys.map { $0.id.map(\.name) },
        "samples")
      + repeated(report.indicators.map { $0.id.map(\.name) }, "indicators")
      + repeated(report.judgements.compactMap(\.label), "judgements") + judgedTwice(report)
  }

  /// Reports each judgement on an aspect that is judged already, where one of the two has no name.
  private static func judgedTwice(_ report: Report) -> [Diagnostic] {
    var first: [Judged: (place: Span, isNamed: Bool)] = [:]
    return report.judgements.flatMap { judgement -> [Diagnostic] in
      guard case .aspects(let aspects) = judgement.subject else { return [] }
      return aspects.compactMap { aspect in
        let judged = Judged(
          aspect: aspect.value, framework: judgement.framework?.value, area: judgement.area?.value)
        let isNamed = judgement.label != nil
        guard let earlier = first[judged] else {
          first[judged] = (aspect.span, isNamed)
          return nil
        }
        return isNamed && earlier.isNamed
          ? nil : .judgedTwice(aspect, first: earlier.place, subject: .field(judgement.path))
      }
    }
  }

  private struct Judged: Hashable {
    let aspect: AspectID
    let framework: FrameworkID?
    let area: AreaID?
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    let site = context.register.site
    var found = repeated(site.licences.map { $0.id.map(\.name) }, "licences")
    found += repeated(site.answerScales.map { $0.id.map(\.name) }, "answer_scales")
    for scale in site.answerScales {
      found += repeated(
        scale.answers.map { $0.id.map(\.name) }, "answer_scales.\(scale.id.value).answers")
    }
    for framework in context.register.frameworks.records {
      found += repeated(framework.grades.map { $0.id.map(\.name) }, "grades")
      found += repeated(framework.progress.map { $0.id.map(\.name) }, "progress")
      found += repeated(framework.aspects.map { $0.id.map(\.name) }, "aspects")
      found += repeated(framework.priorities.map { $0.id.map(\.name) }, "priorities")
      found += repeated(framework.amountKinds.map { $0.id.map(\.name) }, "amounts")
      found += repeated(framework.quantifiers.map { $0.word.map { $0 } }, "quantifiers")
    }
    return found + repeatedCodes(context.register) + repeatedTitles(context.register)
  }

  private static func repeatedTitles(_ register: Register) -> [Diagnostic] {
    repeated(register.areas.records) { one, other in
      one.kind.value == other.kind.value && one.code?.value == other.code?.value
        && one.parent?.value == other.parent?.value
        && Set(one.bodies.map(\.value)) == Set(other.bodies.map(\.value))
        && one.life.isDated(as: other.life)
    }
      + repeated(register.organisations.records) { one, other in
        one.kind.value == other.kind.value && one.life.isDated(as: other.life)
      }
  }

  /// Reports each record with the title of an earlier one that looks like it.
  private static func repeated<Stored: Record>(
    _ records: [Stored], _ looksLike: (Stored, Stored) -> Bool
  ) -> [Diagnostic] {
    var bearers: [String: [Stored]] = [:]
    return records.compactMap { record in
      let title = record.title.value.plain
      defer { bearers[title, default: []].append(record) }
      return bearers[title]?.first { looksLike(record, $0) }.map { .sameTitle(record, as: $0) }
    }
  }

  private static func repeatedNumbers(_ report: Report) -> [Diagnostic] {
    var first: [String: Located<PrintedNumber>] = [:]
    return report.recommendations.map(\.number).compactMap { number in
      let name = number.value.description
      guard let earlier = first.updateValue(number, forKey: name.lowercased()) else { return nil }
      return .duplicateID(
        number.map(\.description), first: earlier.span,
        words: earlier.value == number.value
          ? "is already the name of another of the recommendations"
          : "would have the address of recommendation '\(earlier.value)'",
        subject: .field("recommendations.\(name)"))
    }
  }

  /// Reports every name but the first of those that are the same.
  private static func repeated(_ names: [Located<String>], _ list: String) -> [Diagnostic] {
    guard names.count > 1 else { return [] }
    var first: [String: Span] = [:]
    return names.compactMap { name in
      guard let earlier = first[name.value] else {
        first[name.value] = name.span
        return nil
      }
      return .duplicateID(
        name, first: earlier, words: "is already the name of another of the \(list)",
        subject: .field("\(list).\(name.value)"))
    }
  }

  /// A body's code for an area is its own as long as the lives of two areas cannot be apart.
  private static func repeatedCodes(_ register: Register) -> [Diagnostic] {
    var seen: [String: [Area]] = [:]
    var found: [Diagnostic] = []
    for area in register.areas.records {
      guard let code = area.code else { continue }
      let keys = area.bodies.map { "\($0.value) \(code.value)" }
      let others = keys.lazy.compactMap { seen[$0] }.joined()
      if let other = others.first(where: { $0.life.certainlyOverlaps(area.life) }) {
        found.append(
          .duplicateID(
            code, first: other.code?.span,
            words: "is the code of area '\(other.id)' at the same time",
            subject: .field("code")))
      }
      for key in keys { seen[key, default: []].append(area) }
    }
    return found
  }
}

extension Sequence where Element: Hashable {
  /// Whether something stands in it twice.
  ///
  /// One of two names that are the same most likely stands for a third, which something else refers to;
  /// that is told once, of the two.
  var hasRepeats: Bool {
    var seen: Set<Element> = []
    return !allSatisfy { seen.insert($0).inserted }
  }
}

extension Life {
  /// Whether two lives have a day in common on every reading of their dates.
  ///
  /// An end that is recorded as unknown, or a beginning that is not recorded, proves nothing.
  fileprivate func certainlyOverlaps(_ other: Life) -> Bool {
    guard let start = from.known(), let otherStart = other.from.known() else { return false }
    return !endsPossiblyBefore(otherStart) && !other.endsPossiblyBefore(start)
  }

  /// Whether the same is said of its beginning and its end as of another's.
  fileprivate func isDated(as other: Life) -> Bool {
    from?.value == other.from?.value && to?.value == other.to?.value
  }

  private func endsPossiblyBefore(_ date: PartialDate) -> Bool {
    switch to?.value {
    case nil: false
    case .unknown: true
    case .known(let end): end.earliest <= date.latest
    }
  }
}

extension Diagnostic {
  fileprivate static func sameTitle<Stored: Record>(
    _ record: Stored, as other: Stored
  ) -> Diagnostic {
    let kind = Stored.collection.singular
    return Diagnostic(
      DuplicateID.check, level: .warning,
      "'\(record.title.value.plain)' is the title of \(kind) '\(other.id)', too",
      at: Label(record.title.span, "the same again"),
      secondary: [Label(other.title.span, "first here")],
      notes: ["nothing that readers see in lists tells the two apart"],
      help: "take one of the two out, or say in a title which it is", subject: .field("title"))
  }

  fileprivate static func judgedTwice(
    _ aspect: Located<AspectID>, first: Span, subject: Subject
  ) -> Diagnostic {
    Diagnostic(
      DuplicateID.check, level: .warning,
      "'\(aspect.value)' is judged twice, and what tells the two apart is not said",
      at: Label(aspect.span, "judged again"), secondary: [Label(first, "first here")],
      help: "name the aspect that is meant, or give each of the two an 'id'", subject: subject)
  }

  fileprivate static func duplicateID(
    _ name: Located<String>, first: Span?, words: String, subject: Subject
  ) -> Diagnostic {
    Diagnostic(
      DuplicateID.check, "'\(name.value)' \(words)", at: Label(name.span, "the same again"),
      secondary: first.map { [Label($0, "first here")] } ?? [],
      help: "give one of the two another name", subject: subject)
  }
}
