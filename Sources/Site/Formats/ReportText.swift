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
    section("TEXT", text(of: report.header.body))
    section("WHAT THE REPORT RESTS ON", evidence(of: report, site: site))
    section("WHAT INSPECTORS ASKED FOR", recommendations(of: report, site: site))
    section("PROGRESS", progress(of: report, site: site))
    section("WHAT WAS ANSWERED", answers(to: report, site: site))
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
      lines.append("Withdrawn \(DateWords.words(withdrawal.date)): \(withdrawal.reason.plain)")
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
    for change in report.changes {
      fact("Corrected \(DateWords.words(change.date.value))", change.note.plain)
    }
    return lines
  }

  private static func judgements(of report: Report, site: SiteContext) -> [String] {
    let tally = TallyWords.judgements(of: report, in: site.register)
      .map { "Counted from the judgements below: \($0)" }
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
            name, given(found, site: site), place: judgement.paragraph?.value)
        ]
          + judgement.parts.map {
            "  "
              + line(
                $0.title.plain, ReportWords.grade($0.grade.value, in: framework),
                place: $0.paragraph?.value)
          }
      }
  }

  private static func line(
    _ subject: String, _ given: String, place paragraph: PrintedNumber?
  ) -> String {
    let place = paragraph.map { " (paragraph \($0))" } ?? ""
    return "\(subject): \(given)\(place)"
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
    if found.isCarried { given += ", carried over from \(ReportWords.time(of: found.source))" }
    return given
  }

  /// The body's own plain text: headings underlined, a numbered paragraph with its number.
  private static func text(of body: RenderedBody) -> [String] {
    let lineEnd = UInt8(ascii: "\n")
    var headings = body.headings[...]
    var paragraphs = body.paragraphs[...]
    var lines: [String] = []
    let said = body.text
    for line in said.split(separator: lineEnd) {
      let text = String(decoding: line, as: UTF8.self)
      if let heading = headings.first, line.elementsEqual(heading.text.utf8) {
        lines += ["", text, String(repeating: "-", count: text.count)]
        headings.removeFirst()
      } else if let paragraph = paragraphs.first,
        // What an embed stands for is no text, so a line may end with a space before it.
        withoutSpaces(atEndOf: line)
          == said[paragraph.place].drop(while: { $0 == lineEnd }).prefix(while: { $0 != lineEnd })
      {
        lines.append("\(paragraph.number.marker) \(text)")
        paragraphs.removeFirst()
      } else {
        lines.append(text)
      }
    }
    return lines
  }

  private static func withoutSpaces(atEndOf line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line[..<(line.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? line.startIndex)]
  }

  private static func recommendations(of report: Report, site: SiteContext) -> [String] {
    site.histories[report].map { followed in
      let recommendation = followed.recommendation
      // What is open says itself why it has no date.
      let isSaid = followed.due == nil && followed.status == .open && followed.addressees.isEmpty
      let due = isSaid ? "" : "; " + RecommendationWords.due(of: followed, in: site.register)
      return "\(recommendation.number.value.marker) \(recommendation.text.value.plain) "
        + details(of: followed, in: site.register)
        + "[\(StatusWords.line(followed, in: site.register))\(due)]"
    }
  }

  /// How urgent it is, whose task, where it comes from and what money it is about, in brackets.
  private static func details(
    of followed: RecommendationHistory, in register: Register
  ) -> String {
    let framework = register.framework(of: followed.report)
    let recommendation = followed.recommendation
    let details =
      [AmountWords.priority(of: recommendation, in: framework)]
      + [
        recommendation.owner.map { "owner: \($0.plain)" },
        recommendation.cause.map { "cause: \($0.plain)" },
      ] + recommendation.amounts.map { AmountWords.words($0, in: framework) }
    let found = details.compactMap(\.self)
    return found.isEmpty ? "" : "[\(found.joined(separator: "; "))] "
  }

  private static func progress(of report: Report, site: SiteContext) -> [String] {
    guard let visit = report.visit else { return [] }
    let framework = site.register.framework(of: report)
    let overall = FollowUpWords.overallWords(of: report, in: site.register)
      .map { "As a whole: \($0)" }
    let tally = TallyWords.progress(of: report, in: site.register)
      .map { "Counted from the items: \($0)" }
    return [overall, tally].compactMap { $0 }
      + (visit.progress.known() ?? []).map { progress in
        let place = progress.paragraph.map { " (paragraph \($0.value))" } ?? ""
        let words = ReportWords.progress(progress.judgement.value, in: framework)
        let bodies = RecommendationWords.forBodies(progress.to, in: site.register)
        let date = progress.date.known().map { ", \(DateWords.words($0))" } ?? ""
        let evidence = progress.evidence.map { "; evidence: \($0.plain)" } ?? ""
        return "\(progress.recommendation.value.marker) \(words)\(bodies)\(date)\(place)\(evidence)"
      }
  }
}
