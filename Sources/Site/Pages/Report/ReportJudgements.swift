import Diagnostics
import CommonMark
import HTML
import Inspections
import Templates

/// The judgements of a report at a glance.
struct ReportJudgements: TextScope, Sendable {
  let report: Report
  let site: SiteContext
  private let tally: JudgementTally

  init(report: Report, site: SiteContext) {
    self.report = report
    self.site = site
    tally = JudgementTally(of: report, in: site.register)
  }

  static let view = View<ReportJudgements>(
    "ReportJudgements", "The judgements of a report.",
    [
      .text("scale", "The framework whose scale the grades are on; empty where it is not known.") {
        $0.framework?.title.value.plain ?? ""
      },
      .text("scale-language", "The language of that name, where it is not the site's.") {
        $0.framework?.titleLanguage ?? ""
      },
      .address("scale-link", "The framework's page.") { judgements in
        judgements.framework.map { judgements.site.addresses.link(.framework($0.id, anchor: nil)) }
      },
      .text("tally", "How the grades divide, worked out; may be empty.") { judgements in
        TallyWords.words(
          judgements.tally, of: judgements.report, in: judgements.site.register) ?? ""
      },
      .text("tally-source", "Where it is counted from.") {
        TallyWords.source(of: $0.report, " below")
      },
      .flag("names-places", "Whether any of them names the numbered paragraph that says so.") {
        $0.namesPlaces
      },
      .flag("lacks-places", "Whether none is recorded of any, and none is withheld.") {
        !$0.namesPlaces && !$0.report.isTextWithheld
      },
      .list(
        "rows", "The judgements in the report's order, parts below theirs.", ReportJudgementRow.view
      ) {
        judgements in judgements.rows
      },
    ])

  private var framework: Framework? { site.register.framework(of: report) }

  private var namesPlaces: Bool {
    report.judgements.contains { judgement in
      judgement.paragraph != nil || judgement.parts.contains { $0.paragraph != nil }
    }
  }

  /// Aspects that are part of one stand under it, where they follow it at once.
  private var rows: [ReportJudgementRow] {
    var rows: [ReportJudgementRow] = []
    rows.reserveCapacity(report.judgements.count)
    var wholes: [AspectID] = []
    for judgement in report.judgements {
      while let whole = wholes.last, !isPart(judgement, of: whole) { wholes.removeLast() }
      let isPart = !wholes.isEmpty
      let isSection = tally.sections.contains { $0 === judgement }
      if isSection, let whole = judgement.subject.aspects.first { wholes.append(whole.value) }
      add(judgement, isSection: isSection, isPart: isPart, to: &rows)
    }
    return rows
  }

  /// Whether all that a judgement is on is part of an aspect, and that is something.
  private func isPart(_ judgement: Judgement, of whole: AspectID) -> Bool {
    let aspects = judgement.subject.aspects
    return !aspects.isEmpty
      && aspects.allSatisfy { aspect in
        let listed = site.register.aspect(aspect.value, of: judgement, in: report)
        return listed?.aspect.parent?.value == whole
      }
  }

  private func add(
    _ judgement: Judgement, isSection: Bool, isPart: Bool, to rows: inout [ReportJudgementRow]
  ) {
    let found = JudgementInReport(judgement, in: report, of: site.register)
    rows.append(
      ReportJudgementRow(
        subject: .init(judgement, in: report, site: site),
        grade: GradeMark.html(judgement, in: found.framework, isScaleNamed: true), found: found,
        site: site,
        place: .init(judgement.paragraph?.value, judgement.heading?.value, in: report),
        isSection: isSection, isPart: isPart, note: text(judgement.note)))
    for part in judgement.parts {
      rows.append(
        ReportJudgementRow(
          subject: .init(words: text(part.title)),
          grade: GradeMark.html(part.grade.value, in: found.framework, isScaleNamed: true),
          found: nil, site: site,
          place: .init(part.paragraph?.value, nil, in: report),
          isSection: false, isPart: true, note: text(part.note)))
    }
  }

  var scope: ReferenceScope { ReferenceScope(report) }
}

/// One judgement, or one on a part of an aspect.
struct ReportJudgementRow: Sendable {
  let subject: JudgedSubject
  let grade: HTMLFragment
  /// The judgement; nil for one on a part.
  let found: JudgementInReport?
  let site: SiteContext
  let place: JudgementPlace
  let isSection: Bool
  let isPart: Bool
  let note: HTMLFragment

  static let view = View<ReportJudgementRow>(
    "ReportJudgementRow", "One judgement.",
    [
      .list("aspects", "The aspects that are judged.", RecordLink.view) { $0.subject.aspects },
      .html("words", "What is judged, where it is no aspect of the framework.") {
        $0.subject.words
      },
      .record("area", "The area it is of, where it is not of all of the report's.", RecordLink.view)
      {
        row in row.found?.judgement.area.map { row.site.link($0.value) }
      },
      .html("grade", "The grade with its mark, or the words for its absence.") { $0.grade },
      .text("label", "The report's own label for it; may be empty.") {
        $0.found?.judgement.label?.value ?? ""
      },
      .text("anchor", "The anchor of a judgement with a label; may be empty.") {
        $0.found?.judgement.anchor ?? ""
      },
      .record(
        "carried-from", "The report that reached it, where it is carried over.", RecordLink.view
      ) { row in
        row.found.flatMap { found in
          found.isCarried
            ? row.site.link(
              found.source.id,
              note: ReportWords.time(of: found.source) + ReportWords.withdrawn(found.source)) : nil
        }
      },
      .record(
        "scale", "The framework on whose scale it is, where that is a partner's.", RecordLink.view
      ) { row in
        row.found?.partnersScale(in: row.site)
      },
      .optionalText("paragraph", "The numbered paragraph that says so.") {
        $0.place.paragraph?.description
      },
      .address("link", "The link to that paragraph, where the page has it.") { $0.place.link },
      .text("heading", "The heading that says so, where no paragraph has a number.") {
        $0.place.heading
      },
      .text("heading-language", "The language of that heading, where it is not the site's.") {
        $0.place.headingLanguage
      },
      .flag("is-section", "Whether it sums up aspects that are judged, and is not counted.") {
        $0.isSection
      },
      .flag("is-part", "Whether it is about a part of the aspect above it.") { $0.isPart },
      .html("note", "A remark; may be empty.") { $0.note },
    ])
}

/// What a judgement is about.
struct JudgedSubject: Sendable {
  let aspects: [RecordLink]
  let words: HTMLFragment

  init(aspects: [RecordLink] = [], words: HTMLFragment = .empty) {
    self.aspects = aspects
    self.words = words
  }

  init(_ judgement: Judgement, in report: Report, site: SiteContext) {
    switch judgement.subject {
    case .other(let text):
      self.init(words: site.text(text, in: ReferenceScope(report)))
    case .aspects(let ids):
      self.init(
        aspects: ids.map { id in
          guard let listed = site.register.aspect(id.value, of: judgement, in: report) else {
            return RecordLink(title: id.value.name, link: nil)
          }
          return RecordLink(
            title: listed.aspect.title,
            link: site.addresses.link(.aspect(listed.framework.id, id.value)),
            language: listed.framework.language?.value ?? "")
        })
    }
  }
}

/// Where in the report a judgement stands.
struct JudgementPlace: Sendable {
  let paragraph: PrintedNumber?
  let link: String?
  let heading: String
  /// The language of the heading; empty where it is the site's, or there is none.
  let headingLanguage: String

  /// A link only where the page has the paragraph: a digest leaves some out.
  init(_ paragraph: PrintedNumber?, _ heading: String?, in report: Report) {
    self.paragraph = paragraph
    self.heading = heading ?? ""
    headingLanguage = heading == nil ? "" : report.language?.value ?? ""
    link = paragraph.flatMap { report.paragraphLink($0) }
  }
}

extension Judgement {
  /// Where it stands on its report's page; nil for one without a label.
  var anchor: String? { label.map { "judgement.\($0.value)" } }
}

extension Report {
  /// The anchor of a numbered paragraph on the report's page; nil where the page does not have it.
  ///
  /// Complexity: O(1).
  func paragraphAnchor(_ number: PrintedNumber) -> String? {
    let anchor = "para-" + number.description
    return header.body.anchors.contains(anchor) ? anchor : nil
  }

  /// The link to a numbered paragraph on the report's own page; nil where the page does not have it.
  func paragraphLink(_ number: PrintedNumber) -> String? {
    paragraphAnchor(number).map { "#\($0)" }
  }
}
