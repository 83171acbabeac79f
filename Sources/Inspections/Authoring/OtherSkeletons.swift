import CommonMark
import Diagnostics

extension SkeletonMaker {
  func area() -> String {
    file(
      [
        titleLine(), kindLine(usual: "unknown", others: "region, service-area, national …"),
        line("organisation", inspectedBody.record?.id.name, hint: "the body it is part of"),
        "# organisations: [{organisation: …, from: …, to: …}]  (where another body ran it before)\n",
        line("parent", "unknown"), line("covers", "unknown", hint: "or [one place, another]"),
        line("from", "unknown", hint: "like 2008-04"),
        "# to: …  (absent while the area exists)\n",
        line("replaces", "unknown", hint: "or ids of areas"),
        "# standing: {state: …, date: …}  (why there is no report, or none is due)\n",
        Self.draftLine,
      ],
      body: "What the area is and how it came to be.\n")
  }

  func organisation() -> String {
    file(
      [
        titleLine(),
        kindLine(usual: nil, others: "inspectorate, inspected-body, department or other"),
        line("from", "unknown", hint: "like 2008-04"),
        "# to: …  (absent while it exists)\n", line("replaces", nil, hint: "ids of organisations"),
        line("address", nil, hint: "its own site"), Self.draftLine,
      ],
      body: "What the body is and does.\n")
  }

  func framework() -> String {
    file(
      [
        titleLine(),
        line(
          "inspectorate", publisher(under: nil).record?.id.name ?? "unknown",
          hint: "whose framework it is"),
        line("from", "unknown", hint: "like \(today.components.year)-04"),
        "grades: []\n#  - {id: good, title: Good}  (best first; leave it out where nothing is graded)\n",
        "progress: []\n#  - {id: enough, title: Enough progress}  (what visits conclude, best first)\n",
        "aspects: []\n#  - {id: records, title: Keeping of records}  (what is judged)\n",
        "# rules: [{rule: publish-within, value: 2 months, status: in force}]\n", Self.draftLine,
      ],
      body: "What is judged under this framework, and how often.\n")
  }

  func response() -> String {
    let report = about.record
    let items = (report?.recommendations ?? []).map { recommendation in
      """
        - recommendation: \(recommendation.number.value)  # \(reminder(of: recommendation))
          stance: not-stated  # or accepted, partly, rejected
          actions: []
          due: unknown

      """
    }
    return file(
      [
        titleLine(), line("report", report?.id.name, hint: "the report it answers"),
        line("organisation", answering.record?.id.name, hint: "who answers"),
        line("published", "unknown", hint: "like \(today)"),
        items.isEmpty ? "items: []\n" : "items:\n" + items.joined(), Self.draftLine,
      ],
      body: "What the body answers, in a few sentences.\n")
  }

  /// The body that was said, that runs the area of the report, or the only one.
  var answering: Suggestion<Organisation> {
    guard facts.organisation == nil,
      let body = about.record?.areas.first.flatMap({ register.areas[$0.value]?.organisation?.value }
      )
    else { return inspectedBody }
    return .first("body", [(register.organisations[body], "which runs the area of the report")])
  }

  func coverage() -> String {
    let report = about.record?.id.name
    return file(
      [
        titleLine("the headline, or words of our own"),
        line("outlet", nil, hint: "who published it"),
        line("published", "unknown", hint: "like \(today)"),
        "# address: https://…\n",
        kindLine(usual: "news", others: "or provider-summary, blog, other"),
        line("about", report.map { "[\($0)]" } ?? "[]"),
        "claims: []\n",
        "#  - {report: \(report ?? "…"), overall: …, published: …, says: …}\n", Self.draftLine,
      ],
      body: "What the account says, in a few sentences.\n")
  }

  func term() -> String {
    file(
      [
        titleLine(), line("definition", nil, hint: "what it means, in a sentence or two"),
        facts.framework.map { "framework: \($0)\n" }
          ?? "# framework: …  (where only its reports use the term in this sense)\n",
        "also_known_as: []\n", Self.draftLine,
      ], body: "")
  }

  func page() -> String {
    file(
      [titleLine(), line("summary", nil, hint: "what it is about, in a sentence"), Self.draftLine],
      body: "What readers should know.\n")
  }
}
