import Diagnostics
import CommonMark
import Inspections

/// One report as JSON, version 1: its facts by their keys in the content format, its conclusions and
/// its numbered paragraphs, each with its address.
enum ReportJSON {
  static func value(of report: Report, site: SiteContext) -> OrderedJSON {
    let address = ReportCitation(of: report, site: site).address
    return .fields([
      "version": .number(1),
      "id": .string(report.id.name),
      "address": .string(address),
      "title": .string(report.title.value.plain),
      "kind": .string(report.kind.value.rawValue),
      "form": .string(report.form.rawValue),
      "status": .string(report.status.rawValue),
      "withdrawal": report.withdrawal.map(json),
      "publishers": .list(report.publishers.map { .string($0.value.name) }),
      "framework": known(report.framework) { .string($0.name) },
      "areas": .list(report.areas.map { .string($0.value.name) }),
      "reference": report.reference.map { .string($0.value) },
      "fieldwork": known(report.fieldwork) { .string("\($0)") },
      "dated": known(report.dated) { .string("\($0)") },
      "published": known(report.published) { .string("\($0)") },
      "date": report.date.map { .string("\($0)") },
      "licence": report.licence.map { .string($0.value.name) },
      "overall": report.overall.map { json($0.value) },
      "judgements": .list(report.judgements.map { json($0, address) }),
      "recommendations": .list(
        histories(of: report, register: site.register, on: site.now.day)
          .map { json($0, site: site) }),
      "follows": report.visit.map { .string($0.follows.value.name) },
      "progress": report.visit.flatMap {
        .list(($0.progress.known() ?? []).map { json($0, address) })
      },
      "overallProgress": report.visit.flatMap { known($0.overall) { .string($0.name) } },
      "workedOut": workedOut(of: report, in: site.register),
      "samples": .list(report.samples.map(json)),
      "surveys": .list(report.surveys.map(json)),
      "indicators": .list(report.indicators.map(json)),
      "changes": .list(report.changes.map(json)),
      "paragraphs": .list(
        report.header.body.paragraphs.map { paragraph in
          .fields([
            "number": .number(paragraph.number),
            "address": .string("\(address)#para-\(paragraph.number)"),
            "text": .string(paragraph.text),
          ])
        }),
      "text": .text(String(decoding: report.header.body.text, as: UTF8.self)),
    ])
  }

  /// What its judgements and its conclusions on progress add up to; nil where there are none.
  private static func workedOut(of report: Report, in register: Register) -> OrderedJSON? {
    let judgements = JudgementTally(of: report, in: register.framework(of: report))
    let progress = ReportFacts(of: report, in: register).progressTally
    guard !report.judgements.isEmpty || progress != nil else { return nil }
    return .fields([
      "judgements": report.judgements.isEmpty
        ? nil
        : .fields([
          "total": .number(judgements.total),
          "counts": .list(
            judgements.counts.map {
              .fields(["grade": json($0.given), "count": .number($0.count)])
            }),
          "leftOut": .list(judgements.sections.map { .array(aspects(of: $0)) }),
        ]),
      "progress": progress.map { tally in
        .fields([
          "total": .number(tally.total),
          "counts": .list(
            tally.counts.map {
              .fields(["judgement": .string($0.grade.name), "count": .number($0.count)])
            }),
        ])
      },
    ])
  }

  private static func aspects(of judgement: Judgement) -> [OrderedJSON] {
    guard case .aspects(let ids) = judgement.subject else { return [] }
    return ids.map { .string($0.value.name) }
  }

  /// A fact, null where it is recorded as not known, nothing where nothing is recorded.
  private static func known<Value>(
    _ fact: Located<Known<Value>>?, _ json: (Value) -> OrderedJSON
  ) -> OrderedJSON? {
    fact.map { $0.value.value.map(json) ?? .null }
  }

  /// A grade's id, both of a split one, `"none"` where nothing was graded, null where it is not known.
  private static func json(_ grade: JudgedGrade) -> OrderedJSON {
    switch grade {
    case .grade(let id): .string(id.name)
    case .split(let ids): .array(ids.map { .string($0.name) })
    case .notGraded: .string("none")
    case .unknown: .null
    }
  }

  private static func json(_ withdrawal: Withdrawal) -> OrderedJSON {
    .fields([
      "date": .string("\(withdrawal.date)"),
      "reason": .string(withdrawal.reason.plain),
      "supersededBy": withdrawal.supersededBy.map { .string($0.value.name) },
      "withheld": withdrawal.withheld.map { .string($0.rawValue) },
    ])
  }

  private static func json(_ judgement: Judgement, _ address: String) -> OrderedJSON {
    var subject: OrderedJSON?
    if case .other(let text) = judgement.subject { subject = .string(text.plain) }
    return .fields([
      "aspects": .list(aspects(of: judgement)),
      "subject": subject,
      "grade": json(judgement.grade.value),
      "paragraph": judgement.paragraph.map { .number($0.value) },
      "heading": judgement.heading.map { .string($0.value) },
      "samples": .list(judgement.samples.map { .string($0.value.name) }),
      "parts": .list(
        judgement.parts.map { part in
          .fields([
            "title": .string(part.title.plain), "grade": json(part.grade.value),
            "paragraph": part.paragraph.map { .number($0.value) },
          ])
        }),
      "note": judgement.note.map { .string($0.plain) },
    ])
  }

  private static func json(
    _ followed: RecommendationHistory, site: SiteContext
  ) -> OrderedJSON {
    let recommendation = followed.recommendation
    let number = recommendation.number.value
    return .fields([
      "number": .number(number),
      "address": .string(
        site.addresses.absolute(Addresses.path(of: .recommendation(followed.report.id, number)))),
      "text": .string(recommendation.text.value.plain),
      "variants": .list(
        recommendation.variants.map { variant in
          .fields([
            "where": .string(variant.location), "text": .string(variant.text.value.plain),
            "note": variant.note.map { .string($0.plain) },
          ])
        }),
      "aspects": .list(recommendation.aspects.map { .string($0.value.name) }),
      "paragraph": recommendation.paragraph.map { .number($0.value) },
      "to": .list(recommendation.to.map { .string($0.value.name) }),
      "workedOut": .fields([
        "on": .string(site.todayDate),
        "status": .string(followed.status.kind.rawValue),
        "due": followed.due.map { .string("\($0.date)") },
        "lastConclusion": followed.lastConclusion.map { last in
          .fields([
            "visit": .string(last.visit.id.name),
            "date": last.visit.date.map { .string("\($0)") },
            "judgement": last.progress.map { .string($0.judgement.value.name) },
          ])
        },
      ]),
    ])
  }

  private static func json(_ progress: Progress, _ address: String) -> OrderedJSON {
    .fields([
      "recommendation": .number(progress.recommendation.value),
      "judgement": .string(progress.judgement.value.name),
      "finding": progress.finding.map { .string($0.plain) },
      "furtherAction": progress.furtherAction.map { .string($0.plain) },
      "paragraph": progress.paragraph.map { .number($0.value) },
    ])
  }

  private static func json(_ sample: Sample) -> OrderedJSON {
    .fields([
      "id": .string(sample.id.value.name),
      "title": .string(sample.title.plain),
      "size": known(sample.size) { .number($0) },
      "paragraph": sample.paragraph.map { .number($0.value) },
      "grades": sample.grades.map { grades in
        .object(
          grades.value.map { ($0.value.grade.name, .number($0.value.count)) })
      },
    ])
  }

  private static func json(_ survey: Survey) -> OrderedJSON {
    .fields([
      "id": .string(survey.id.value.name),
      "title": .string(survey.title.plain),
      "question": survey.question.map { .string($0.plain) },
      "base": known(survey.base) { .number($0) },
      "scale": survey.scale.map { .string($0.value.name) },
      "responses": survey.responses.map { responses in
        .object(
          responses.value.map {
            ($0.value.answer.name, .number($0.value.count))
          })
      },
      "results": survey.results.map { .string($0.plain) },
    ])
  }

  private static func json(_ indicator: Indicator) -> OrderedJSON {
    .fields([
      "id": .string(indicator.id.value.name),
      "title": .string(indicator.title.plain),
      "unit": .string(indicator.unit),
      "value": indicator.value.value.value.map { .decimal($0) } ?? .null,
      "target": known(indicator.target) { .decimal($0) },
      "better": indicator.better.map { .string($0.rawValue) },
      "period": known(indicator.period) { .string("\($0)") },
      "comparators": .list(
        indicator.comparators.map { comparator in
          .fields([
            "area": comparator.area.map { .string($0.value.name) },
            "title": comparator.title.map { .string($0) },
            "value": .decimal(comparator.value.value),
          ])
        }),
    ])
  }

  private static func json(_ change: Change) -> OrderedJSON {
    .fields([
      "date": .string("\(change.date.value)"),
      "note": .string(change.note.plain),
      "paragraphs": .list(change.paragraphs.map { .number($0.value) }),
    ])
  }
}
