import CommonMark
import Diagnostics

extension SkeletonMaker {
  /// What the register suggested for a record of a kind.
  func suggestions(of kind: SkeletonKind) -> [String?] {
    switch kind {
    case .report:
      [
        isInspection ? inspected.words : nil, rules.words, publisher(under: rules.record).words,
      ]
    case .monitoring:
      about.record == nil
        ? [rules.words, publisher(under: rules.record).words] : [about.words]
    case .area: [inspectedBody.words]
    case .framework: [publisher(under: nil).words]
    case .response: [about.words, answering.words]
    case .coverage: [about.words]
    case .organisation, .term, .page: []
    }
  }

  /// Whether a report that is begun is of one inspection, and so of one area; one that nobody said the
  /// kind of is.
  private var isInspection: Bool { reportKind == .inspection }

  private var reportKind: Report.Kind { facts.kind.flatMap(Report.Kind.init) ?? .inspection }

  func report() -> String {
    let framework = rules.record
    return file(
      [
        titleLine(),
        kindLine(usual: Report.Kind.inspection.rawValue, others: "or thematic, consultation"),
        line("publisher", publisher(under: framework).record?.id.name, hint: "an organisation"),
        line("framework", framework?.id.name ?? "unknown"),
        isInspection
          ? line("area", inspected.record?.id.name, hint: "the area that was inspected")
          : facts.area.map { "area: \($0)\n" } ?? "# areas: [one, another]  (what it covers)\n",
        line("fieldwork", "unknown", hint: "like 2007-06/2007-07"),
        line("dated", "unknown", hint: "the date on the cover"),
        line("published", "unknown", hint: "like \(today)"),
        line("status", "draft", hint: "published when it is ready"),
        reportKind == .consultation ? Self.consultation : found(under: framework),
      ],
      body: """
        ## Summary

        1. The report's first numbered paragraph stands here, under its own number.

        """)
  }

  /// How a consultation was held.
  private static let consultation = """
    # consultation: {open: 2008-09-08/2008-12-01, responses: {online: 16}, respondents: {parents: 7}}

    """

  /// What a report concludes and asks for.
  private func found(under framework: Framework?) -> String {
    let grades = framework?.grades.map(\.id.value.name).joined(separator: ", ") ?? ""
    let aspect = framework?.aspects.first?.id.value.name ?? "…"
    let lines = [
      grades.isEmpty || framework?.givesOverall == false
        ? "" : "# overall: …  (\(grades); leave it out where the report gives none)\n",
      "judgements: []\n",
      grades.isEmpty ? "" : "#  - {aspect: \(aspect), grade: …, paragraph: 1}\n",
      grades.isEmpty
        ? ""
        : "#    also: id: NC-02, score: {value: 2, of: 4}, carried_from: …, framework: … (a partner's)\n",
      "recommendations: []\n",
      "#  - {id: 1, text: …, aspect: \(aspect), paragraph: 1, due: within 3 months}\n",
      asked(in: framework),
    ]
    return lines.joined()
  }

  /// The optional fields of a recommendation, each with what it means.
  private func asked(in framework: Framework?) -> String {
    let body = inspected.record?.organisation?.value.name ?? "…"
    let priorities = framework?.priorities.map(\.id.value.name) ?? []
    let kinds = framework?.amountKinds.map(\.id.value.name) ?? []
    func offered(_ names: [String], _ list: String) -> String {
      names.isEmpty ? "declare them as `\(list)` of the framework" : names.joined(separator: ", ")
    }
    return """
      #    also: to: [\(body)]  (who must act, one organisation or several)
      #    also: priority: …  (how urgent it is: \(offered(priorities, "priorities")))
      #    also: amounts: [{kind: …, value: 1250.50, currency: GBP}]  (money it is about: \(offered(kinds, "amounts")))

      """
  }

  func monitoring() -> String {
    let followed = about.record
    let framework =
      followed == nil
      ? rules.record : followed?.framework.known().flatMap { register.frameworks[$0] }
    let scale = framework?.progress.map(\.id.value.name).joined(separator: ", ") ?? ""
    let numbers = followed?.recommendations.map(\.number.value) ?? []
    let reminders = (followed?.recommendations ?? []).flatMap { recommendation in
      [
        "#  - recommendation: \(recommendation.number.value)  # \(reminder(of: recommendation))\n",
        "#    judgement: …\n",
      ]
    }
    return file(
      [
        titleLine(), "kind: monitoring\n",
        line(
          "publisher",
          followed?.publishers.first?.value.name ?? publisher(under: framework).record?.id.name,
          hint: "an organisation"),
        line("framework", framework?.id.name ?? "unknown"),
        line(
          "area", followed?.areas.first?.value.name,
          hint: followed == nil
            ? "the area that was visited"
            : followed?.areas.isEmpty == true ? "what it follows names none" : ""),
        line(
          "follows", followed?.id.name,
          hint: followed == nil
            ? "the report whose recommendations it judges, or [several]" : ""),
        line("fieldwork", "unknown", hint: "like \(today)"),
        line("published", "unknown", hint: "like \(today)"),
        line("status", "draft", hint: "published when it is ready"),
        "# Take a recommendation out of not_assessed when it is judged here"
          + (scale.isEmpty ? ".\n" : ": \(scale).\n"),
        "progress: []\n", reminders.joined(),
        "not_assessed: [\(numbers.map(String.init).joined(separator: ", "))]\n",
        scale.isEmpty ? "" : "# overall_progress: …  (as the visit says, never computed)\n",
        "closes: []\n#  - {recommendation: 1, as: implemented}\n",
      ],
      body: "What the visit found, in a few sentences.\n")
  }
}
