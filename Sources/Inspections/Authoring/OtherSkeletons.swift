import CommonMark
import Diagnostics

extension SkeletonMaker {
  func area() -> String {
    let bodies = register.organisations.records.filter {
      if case .inspectedBody = $0.kind.value { true } else { false }
    }
    return file(
      [
        line("title", title), line("kind", "unknown", hint: "region, service-area, national …"),
        line(
          "organisation", bodies.first?.id.name,
          hint: bodies.isEmpty ? "the body it is part of" : ""),
        "# organisations: [{organisation: …, from: …, to: …}]  (where another body ran it before)\n",
        line("parent", "unknown"), line("covers", "unknown", hint: "or [one place, another]"),
        line("from", "unknown", hint: "like 2008-04"),
        "# to: …  (absent while the area exists)\n",
        line("replaces", "unknown", hint: "or ids of areas"),
        "# standing: {state: …, date: …}  (why there is no report, or none is due)\n",
      ],
      body: "What the area is and how it came to be.\n")
  }

  func response() -> String {
    let report = likelyReport
    let body =
      report?.areas.first.flatMap { register.areas[$0.value]?.organisation?.value }
      ?? register.organisations.records.first { organisation in
        if case .inspectedBody = organisation.kind.value { true } else { false }
      }?.id
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
        line("title", title),
        line("report", report?.id.name, hint: report == nil ? "the report it answers" : ""),
        line("organisation", body?.name), line("published", "unknown", hint: "like \(today)"),
        items.isEmpty ? "items: []\n" : "items:\n" + items.joined(),
      ],
      body: "What the body answers, in a few sentences.\n")
  }

  func coverage() -> String {
    file(
      [
        line("title", title, hint: "the headline, or words of our own"),
        line("outlet", "unknown", hint: "who published it"),
        line("published", "unknown", hint: "like \(today)"),
        "# address: https://…\n", line("kind", "news", hint: "or provider-summary, blog, other"),
        line("about", likelyReport.map { "[\($0.id.name)]" } ?? "[]"),
        "claims: []\n",
        "#  - {report: \(likelyReport?.id.name ?? "…"), overall: …, published: …, says: …}\n",
      ],
      body: "What the account says, in a few sentences.\n")
  }

  func term() -> String {
    file(
      [
        line("title", title), line("definition", "unknown", hint: "a sentence or two"),
        "# framework: …  (where only its reports use the term in this sense)\n",
        "also_known_as: []\n",
      ], body: "")
  }
}
