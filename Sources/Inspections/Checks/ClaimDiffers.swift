public import Diagnostics

/// Coverage that disagrees with the record it is about.
public enum ClaimDiffers {
  /// The check `claim-differs`.
  public static let check = Check(
    "claim-differs", .claims, .warning,
    summary: "What an account says of a report is what the report says.",
    explanation: """
      Newspapers and summaries simplify. The grades, dates and numbers that a coverage record claims \
      are held against the report, and a difference is shown on both pages. A grade that is not on \
      the scale of the report's framework is a difference of its own kind and is never translated. \
      Dates differ only where no reading of them is the same.

      An editor's `differs:` speaks where fields cannot. It is a warning where it is about something \
      the register holds or knows for itself, and a notice where it is about a framework, or about a \
      report that is only known of. A claimed date of publication that agrees with the record but \
      not with the date on the cover is a notice too. So is a number of reports "in a year" \
      (`together:`) that only some reading of their dates bears out, and a body's summary of its own \
      result that names the overall grade and leaves lower grades of aspects out.

      Example: `overall: inadequate` of a report that gives no overall grade.
      """)

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.coverage.records.flatMap { account in
      account.claims.flatMap { run($0, context.register) } + leftOut(of: account, context.register)
    }
  }

  /// Grades below the overall one that a body's own summary says nothing of.
  private static func leftOut(of account: Coverage, _ register: Register) -> [Diagnostic] {
    guard account.kind == .providerSummary else { return [] }
    return account.claims.compactMap { claim in
      guard let overall = claim.overall,
        let report = claim.report.flatMap({ register.reports[$0] }),
        let scale = register.framework(of: report)?.grades.map(\.id.value),
        let place = scale.firstIndex(of: GradeID(overall.value)),
        !account.claims.contains(where: { $0.report == report.id && !$0.judgements.isEmpty })
      else { return nil }
      let lower = Set(scale[(place + 1)...])
      let judgements = report.judgements.filter { judgement in
        judgement.grade.value.grades.contains(where: lower.contains)
      }
      return judgements.isEmpty ? nil : .gradesLeftOut(overall, judgements, claim)
    }
  }

  /// A time that the dates of publication may bear out, and the dates on the covers do not.
  private static func overOnCovers(
    _ together: Together, _ claim: Claim, _ register: Register
  ) -> Diagnostic? {
    let dates = together.reports.map { name -> PartialDate? in
      let report = register.reports[name.value]
      return report?.dated.known() ?? report?.published.known()
    }
    guard let spread = DateSpread(dates), spread.isCertainlyOver(together.within.value) else {
      return nil
    }
    return .overOnCovers(together, spread, claim)
  }

  private static func run(_ claim: Claim, _ register: Register) -> [Diagnostic] {
    let report = claim.report.flatMap { register.reports[$0] }
    let verdict = verdict(of: claim, in: register)
    var found = verdict.comparisons.compactMap { comparison -> Diagnostic? in
      switch comparison.result {
      case .differs where comparison.fact == .together: .togetherDiffers(comparison, claim)
      case .differs: .claimDiffers(comparison, claim, report)
      case .offScale: .claimOffScale(comparison, claim, report)
      case .agrees, .notRecorded: nil
      }
    }
    if verdict.isEditors, verdict.outcome == .differs {
      found.append(.editorDiffers(claim, report))
    }
    if let together = claim.together,
      !verdict.comparisons.contains(where: { $0.fact == .together && $0.result == .differs }),
      let diagnostic = overOnCovers(together, claim, register)
    {
      found.append(diagnostic)
    }
    if let published = claim.published, let dated = report?.dated,
      let cover = report?.dated.known(),
      !verdict.comparisons.contains(where: { $0.fact == .published && $0.result == .differs }),
      published.value.isCertainlyAfter(cover) || published.value.isCertainlyBefore(cover)
    {
      found.append(.coverDiffers(published, cover, dated.span, claim))
    }
    return found
  }
}

extension Claim {
  /// Where the subject is named, and its id.
  fileprivate var named: Located<String> {
    switch subject {
    case .report(let report): report.map(\.name)
    case .area(let area): area.map(\.name)
    case .organisation(let organisation): organisation.map(\.name)
    case .framework(let framework): framework.map(\.name)
    }
  }
}

extension ClaimComparison.Fact {
  /// The key that claims it.
  fileprivate var key: String {
    switch self {
    case .overall: "overall"
    case .published: "published"
    case .fieldwork: "fieldwork"
    case .recommendations: "recommendations"
    case .together: "together"
    case .judgement(let aspect): "judgements.\(aspect)"
    }
  }

  /// The fact in words.
  fileprivate var words: String {
    switch self {
    case .overall: "the overall grade"
    case .published: "the date of publication"
    case .fieldwork: "the time of fieldwork"
    case .recommendations: "the number of recommendations"
    case .together: "the time between reports"
    case .judgement(let aspect): "the grade for \(aspect)"
    }
  }
}

extension Diagnostic {
  fileprivate static func claimDiffers(
    _ comparison: ClaimComparison, _ claim: Claim, _ report: Report?
  ) -> Diagnostic {
    let recorded = comparison.recorded ?? "none"
    let ending = recorded == "none" ? "which gives none" : "which has \(recorded)"
    return Diagnostic(
      ClaimDiffers.check,
      "'\(comparison.claimed.value)' is claimed as \(comparison.fact.words) of report "
        + "'\(claim.named.value)', \(ending)",
      at: Label(comparison.claimed.span, "the record: \(recorded)"),
      secondary: report.map { [Label($0.title.span, "the report")] } ?? [],
      subject: .field("claims.\(claim.named.value).\(comparison.fact.key)"))
  }

  fileprivate static func claimOffScale(
    _ comparison: ClaimComparison, _ claim: Claim, _ report: Report?
  ) -> Diagnostic {
    let framework = report?.framework.known().map { " '\($0)'" } ?? ""
    return Diagnostic(
      ClaimDiffers.check,
      "'\(comparison.claimed.value)' is claimed as \(comparison.fact.words) of report "
        + "'\(claim.named.value)', and is not on the scale of framework\(framework)",
      at: Label(comparison.claimed.span, "off the scale"),
      subject: .field("claims.\(claim.named.value).\(comparison.fact.key)"))
  }

  fileprivate static func editorDiffers(_ claim: Claim, _ report: Report?) -> Diagnostic {
    let isSecondHand =
      switch claim.subject {
      case .report: report?.form == .knownOf
      case .framework: true
      case .area, .organisation: false
      }
    let name = claim.named
    let says = claim.says.map { words($0.plainText, limit: 60) } ?? name.value
    return Diagnostic(
      ClaimDiffers.check, level: isSecondHand ? .notice : ClaimDiffers.check.level,
      "'\(says)' differs from the record, in the editor's judgement",
      at: Label(name.span, "claimed of '\(name.value)'"),
      subject: .field("claims.\(name.value)"))
  }

  fileprivate static func togetherDiffers(
    _ comparison: ClaimComparison, _ claim: Claim
  ) -> Diagnostic {
    Diagnostic(
      ClaimDiffers.check,
      "'\(comparison.claimed.value)' is claimed for \(claim.together?.reports.count ?? 0) reports, "
        + "which came out in \(comparison.recorded ?? "more")",
      at: Label(comparison.claimed.span, "more than that"),
      subject: .field("claims.\(claim.named.value).together"))
  }

  fileprivate static func overOnCovers(
    _ together: Together, _ spread: DateSpread, _ claim: Claim
  ) -> Diagnostic {
    Diagnostic(
      ClaimDiffers.check, level: .notice,
      "'\(together.within.value)' is claimed for \(together.reports.count) reports, and counted from "
        + "the dates on covers it is \(spread.first) to \(spread.last)",
      at: Label(together.within.span, "at least \(spread.fewestDays) days"),
      notes: ["dates of publication can be read so that it holds"],
      subject: .field("claims.\(claim.named.value).together"))
  }

  fileprivate static func gradesLeftOut(
    _ overall: Located<String>, _ judgements: [Judgement], _ claim: Claim
  ) -> Diagnostic {
    Diagnostic(
      ClaimDiffers.check, level: .notice,
      "'\(overall.value)' is all that the body tells of its grades, and \(judgements.count) "
        + "\(judgements.count == 1 ? "is" : "are") lower",
      at: Label(overall.span, "the overall grade alone"),
      secondary: judgements.map { Label($0.grade.span, "lower") },
      subject: .field("claims.\(claim.named.value).overall"))
  }

  fileprivate static func coverDiffers(
    _ published: Located<PartialDate>, _ cover: PartialDate, _ span: Span, _ claim: Claim
  ) -> Diagnostic {
    Diagnostic(
      ClaimDiffers.check, level: .notice,
      "'\(published.value)' is claimed as the date of publication, and the cover says \(cover)",
      at: Label(published.span), secondary: [Label(span, "on the cover")],
      subject: .field("claims.\(claim.named.value).published"))
  }

  private static func words(_ text: String, limit: Int) -> String {
    guard text.count > limit else { return text.hasSuffix(".") ? String(text.dropLast()) : text }
    return "\(text.prefix(limit))…"
  }
}
