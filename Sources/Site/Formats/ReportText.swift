import Diagnostics
import CommonMark
import Inspections

/// A report as plain text, for readers and programs that want nothing else.
enum ReportText {
  /// The report's facts, judgements, text and recommendations; UTF-8, a line a block.
  static func bytes(of report: Report, site: SiteContext) -> [UInt8] {
    var lines: [String] = []
    func section(_ title: String, _ content: [String]) {
      guard !content.isEmpty else { return }
      lines += ["", title, ""] + content
    }
    let citation = ReportCitation(of: report, site: site)
    lines.append(citation.title)
    lines.append(ReportPage.kindWords(of: report, in: site.register))
    lines.append(citation.address)
    lines += notices(of: report, site: site)
    section("FACTS", facts(of: report, site: site))
    section("JUDGEMENTS", judgements(of: report, site: site))
    section("TEXT", text(of: report, site: site))
    section("WHAT THE REPORT RESTS ON", EvidenceText(report: report, site: site).lines)
    section("WHAT INSPECTORS ASKED FOR", recommendations(of: report, site: site))
    section("WHAT WAS ANSWERED", answers(to: report, site: site))
    section("PROGRESS", progress(of: report, site: site))
    section("CITE", [citation.text])
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func notices(of report: Report, site: SiteContext) -> [String] {
    var lines: [String] = []
    switch report.form {
    case .full: break
    case .digest:
      lines.append(
        "This is a digest in other words. Quote from the published report, not from here.")
    case .knownOf:
      lines.append("The register knows of this report through others only and does not hold it.")
    case .restricted:
      lines += report.restriction.map { [ReportWords.restricted($0, in: site.register)] } ?? []
    }
    if let withdrawal = report.withdrawal {
      lines.append("Withdrawn \(DueWords.at(withdrawal.date.value)): \(withdrawal.reason.plain)")
      if report.isTextWithheld { lines.append("The text of this report is withheld.") }
      if let next = withdrawal.supersededBy {
        lines.append("Superseded by: \(site.link(next.value).title)")
      }
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private static func facts(of report: Report, site: SiteContext) -> [String] {
    let register = site.register
    var lines: [String] = []
    func fact(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(value)") }
    }
    fact("Published by", NumberWords.list(report.publishers.map { site.link($0.value).title }))
    fact("About", NumberWords.list(report.areas.map { site.link($0.value).title }))
    fact("Framework", report.framework.known().map { site.link($0).title })
    for version in register.versions(of: report) where version !== report {
      fact("In another language", site.link(version.id).title)
    }
    fact("Reference", report.reference.known())
    fact("Fieldwork", report.fieldwork.known().map(DateWords.words(_:)))
    fact("Published", report.published.known().map(DateWords.words(_:)) ?? "not known")
    fact("On the cover", report.dated.known().map(DateWords.words(_:)))
    if let overall = report.overall {
      fact("Overall grade", ReportWords.grade(overall.value, in: register.framework(of: report)))
    }
    fact(
      "Licence",
      report.licence.flatMap { id in
        register.site.licences.first { $0.id.value == id.value }?.title
      })
    for extra in register.extras(of: report) {
      fact(extra.field.title, ExtraWords.line(extra, in: site))
    }
    fact("Remark of the register", report.header.note?.plain)
    for change in report.changes {
      fact("Corrected \(DueWords.at(change.date.value))", change.note.plain)
    }
    return lines
  }

  private static func judgements(of report: Report, site: SiteContext) -> [String] {
    let tally = TallyWords.judgements(of: report, in: site.register)
      .map { "\(NumberWords.capitalised(TallyWords.source(of: report, " below"))): \($0)" }
    return [tally].compactMap { $0 }
      + report.judgements.flatMap { judgement -> [String] in
        let subject =
          switch judgement.subject {
          case .other(let text): text.plain
          case .aspects(let ids):
            NumberWords.list(
              ids.map { id in
                site.register.aspect(id.value, of: judgement, in: report)?.aspect.title
                  ?? id.value.name
              })
          }
        let found = JudgementInReport(judgement, in: report, of: site.register)
        let framework = found.framework
        let place = judgement.area.map { " in \(site.link($0.value).title)" } ?? ""
        let name = (judgement.label.map { "\($0.value): \(subject)" } ?? subject) + place
        return [
          line(
            name, given(found, site: site), place: judgement.paragraph?.value,
            heading: judgement.heading?.value, note: judgement.note)
        ]
          + judgement.parts.map {
            "  "
              + line(
                $0.title.plain, ReportWords.grade($0.grade.value, in: framework),
                place: $0.paragraph?.value, note: $0.note)
          }
      }
  }

  private static func line(
    _ subject: String, _ given: String, place paragraph: PrintedNumber?, heading: String? = nil,
    note: InlineText?
  ) -> String {
    let place = paragraph.map { "paragraph \($0)" } ?? heading.map { "under “\($0)”" }
    return PhraseWords.joined([
      "\(subject): \(given)\(place.map { " (\($0))" } ?? "")", note?.plain,
    ])
  }

  /// `Good, 59 of 100`, `Inadequate on the scale of Education`, `Outstanding, carried over from May 2021`.
  private static func given(_ found: JudgementInReport, site: SiteContext) -> String {
    let judgement = found.judgement
    let score = judgement.score?.value.words
    let grade =
      score != nil && judgement.grade.value == .notGraded
      ? nil : ReportWords.grade(judgement.grade.value, in: found.framework)
    var given = [grade, score].compactMap { $0 }.joined(separator: ", ")
    if let framework = found.framework, site.register.isPartners(judgement, in: found.report) {
      given += " on the scale of \(framework.title.value.plain)"
    }
    if found.isCarried {
      given += ", carried over from \(ReportWords.source(found.source, in: site.register))"
    }
    return given
  }

  /// The body's own plain text: headings underlined, a numbered paragraph with its number.
  private static func text(of report: Report, site: SiteContext) -> [String] {
    let body = report.header.body
    let text = FilledText(body, in: ReferenceScope(report), site: site)
    var headings = body.headings[...]
    var paragraphs = zip(body.paragraphs, text.paragraphs).map { (number: $0.number, place: $1) }[
      ...]
    var lines: [String] = []
    var start = 0
    for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let place = start..<start + line.count
      start = place.upperBound + 1
      let words = text.words(in: place)
      if let paragraph = paragraphs.first, place.contains(paragraph.place.lowerBound) {
        lines.append("\(paragraph.number.marker) \(words)")
        paragraphs.removeFirst()
      } else if let heading = headings.first, words == heading.text {
        lines += ["", words, String(repeating: "-", count: words.count)]
        headings.removeFirst()
      } else if !words.isEmpty {
        lines.append(words)
      }
    }
    return lines
  }
}

// What was asked, and what became of it.
extension ReportText {
  private static func recommendations(of report: Report, site: SiteContext) -> [String] {
    site.histories[report].map { followed in
      let recommendation = followed.recommendation
      let standing = StatusWords.lineWithDue(followed, in: site.register)
      return "\(recommendation.number.value.marker) \(recommendation.text.value.plain) "
        + details(of: followed, in: site.register) + "[\(standing)]"
    }
  }

  /// Who must act, how urgent it is, whose task, where it comes from, what money it is about, where it
  /// stands and what is remarked on it, in brackets.
  private static func details(
    of followed: RecommendationHistory, in register: Register
  ) -> String {
    let framework = register.framework(of: followed.report)
    let recommendation = followed.recommendation
    let bodies = RecommendationWords.addressees(of: recommendation, in: register)
    let task: [String?] = [
      bodies.isEmpty ? nil : "asked of \(bodies)",
      AmountWords.priority(of: recommendation, in: framework).map { "priority: \($0)" },
      recommendation.owner.map { "owner: \($0.plain)" },
      recommendation.cause.map { "cause: \($0.plain)" },
    ]
    let money: [String?] = recommendation.amounts.flatMap {
      [AmountWords.words($0, in: framework), $0.note?.plain]
    }
    let rest: [String?] = [
      recommendation.paragraph.map { "paragraph \($0.value)" }, recommendation.dueNote?.plain,
      recommendation.note?.plain,
    ]
    let found = PhraseWords.joined(task + money + rest)
    return found.isEmpty ? "" : "[\(found)] "
  }

  /// What bodies answered, which is not the inspectorate's word.
  private static func answers(to report: Report, site: SiteContext) -> [String] {
    let answers = site.register.answers(to: report)
    guard !answers.isEmpty else { return [] }
    return ["This is what was answered. It is no judgement of the inspectorate."]
      + answers.flatMap { answer in
        let body = RecommendationWords.name(of: answer.organisation.value, in: site.register)
        let date = answer.published.known().map(DateWords.words(_:)) ?? "date not known"
        let path = Addresses.path(of: .response(answer.id, anchor: nil))
        return ["\(body), \(date): \(answer.title.value.plain), \(site.addresses.absolute(path))"]
          + (answer.header.note.map { ["  \($0.plain)"] } ?? [])
          + answer.items.map { line($0, of: answer, in: site.register) }
      }
  }

  /// `  3. accepted: Replies are checked weekly. By October 2023`.
  private static func line(
    _ item: Response.Item, of response: Response, in register: Register
  ) -> String {
    let others = item.to.filter { $0.value != response.organisation.value }
    let bodies = RecommendationWords.forBodies(others, in: register)
    let said = item.actions.map(\.plain) + (item.target.map { ["aim: \($0.plain)"] } ?? [])
    let due = item.due.map { due in
      "by \(due.value.value.map(DateWords.words(_:)) ?? "a date not known")"
    }
    let rest = said + [due].compactMap(\.self) + (item.note.map { [$0.plain] } ?? [])
    return "  \(item.recommendation.value.marker) \(StanceWords.words(item.stance))\(bodies)"
      + (rest.isEmpty ? "" : ": \(PhraseWords.joined(rest))")
  }

  private static func progress(of report: Report, site: SiteContext) -> [String] {
    guard let progress = VisitProgress(of: report, site: site) else { return [] }
    let register = site.register
    let visit = progress.visit
    let overall = FollowUpWords.overallWords(of: report, in: register).map { "As a whole: \($0)" }
    let tally = TallyWords.progress(of: report, in: register).map {
      "\(visit.isItemised ? "Counted from the items" : "Recorded"): \($0)"
    }
    let rest = NumberWords.list(progress.notAssessed)
    return [overall, tally].compactMap { $0 }
      + (visit.progress.known() ?? []).map { line($0, of: report, in: register) }
      + (rest.isEmpty ? [] : ["Not looked at: \(rest)"])
      + register.closures(by: report).map { closure in
        let status = StatusWords.title(.closed(closure.reason, by: report.id))
        let closed =
          "\(closure.recommendation.value.marker) \(status)"
          + RecommendationWords.forBodies(closure.to, in: register)
        return PhraseWords.joined([closed, closure.note?.plain])
      }
  }

  private static func line(
    _ progress: Progress, of report: Report, in register: Register
  ) -> String {
    let words = ReportWords.progress(
      progress.judgement.value, in: register.framework(of: report))
    let bodies = RecommendationWords.forBodies(progress.to, in: register)
    let date = progress.date.known().map { ", \(DateWords.words($0))" } ?? ""
    let place = progress.paragraph.map { " (paragraph \($0.value))" } ?? ""
    let parts = [
      "\(progress.recommendation.value.marker) \(words)\(bodies)\(date)\(place)",
      progress.evidence.map { "evidence: \($0.plain)" },
      progress.finding.map { "found: \($0.plain)" },
      progress.furtherAction.map { "asked for further: \($0.plain)" },
      progress.note?.plain,
    ]
    return PhraseWords.joined(parts)
  }
}
