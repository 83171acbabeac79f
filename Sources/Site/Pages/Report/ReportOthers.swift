import HTML
import Inspections
import Templates

/// What an inspected body answered to a report, in short; never the inspectorate's word.
struct ResponseSummary: Sendable {
  let response: Response
  let report: Report?
  let site: SiteContext

  static let view = View<ResponseSummary>(
    "ResponseSummary", "What an inspected body answered to a report, in short.",
    [
      .record("author", "Who answers.", RecordLink.view) { summary in
        summary.site.link(
          summary.response.organisation.value,
          note: summary.site.register.organisations[summary.response.organisation.value]
            .map { RecordWords.kind($0.kind.value).lowercased() } ?? "")
      },
      .text("title", "The answer's name.") { $0.response.title.value.plain },
      .language { $0.response.titleLanguage },
      .address("link", "The answer's page.") {
        $0.site.addresses.link(.response($0.response.id, anchor: nil))
      },
      .text("published", "When the public could read it, in words.") {
        $0.response.published.known().map(DateWords.words(_:)) ?? "date not known"
      },
      .text("answered", "How much it answers of what was put to the body; may be empty.") {
        $0.answered
      },
      .text("stances", "How many it accepts and rejects, worked out; may be empty.") {
        $0.stances
      },
      .text("actions", "How many actions it names, worked out; may be empty.") { summary in
        let count = summary.response.items.reduce(0) { $0 + $1.actions.count }
        return count == 0 ? "" : NumberWords.count(count, "action", "actions")
      },
    ])

  /// `all that was put to it`, `3 of 7 that were put to it`, `2 that were put to others`.
  ///
  /// Of what it answers on another's behalf, and of what was asked of nobody by name, it counts what it
  /// answers.
  private var answered: String {
    let answered = Set(response.items.map(\.recommendation.value))
    let body = response.organisation.value
    let asked = (report?.recommendations ?? []).filter { recommendation in
      answered.contains(recommendation.number.value)
        || recommendation.to.isEmpty || recommendation.to.contains { $0.value == body }
    }
    guard !asked.isEmpty else { return answered.isEmpty ? "" : String(answered.count) }
    guard asked.contains(where: { $0.to.isEmpty || $0.to.names(body) }) else {
      return "\(asked.count) that \(asked.count == 1 ? "was" : "were") put to others"
    }
    let count = asked.count { answered.contains($0.number.value) }
    return count == asked.count
      ? "all that was put to it" : "\(count) of \(asked.count) that were put to it"
  }

  private var stances: String {
    let counts = Response.Item.Stance.allCases.compactMap { stance -> String? in
      let count = response.items.count { $0.stance == stance }
      return count == 0 ? nil : StanceWords.words(stance, of: count)
    }
    return counts.joined(separator: ", ")
  }
}

/// What somebody else wrote about a report, with its claims about that report alone.
struct CoverageSummary: Sendable {
  let account: Coverage
  /// The report whose claims are shown; nil for all claims.
  let about: ReportID?
  let site: SiteContext

  static let view = View<CoverageSummary>(
    "CoverageSummary", "What somebody else wrote, with its claims.",
    [
      .text("outlet", "Who published it.") { $0.account.outlet.value },
      .text("kind", "Whose account it is, in words.") { CoverageWords.kind($0.account.kind) },
      .text("published", "When, in words.") {
        $0.account.published.known().map(DateWords.words(_:)) ?? "date not known"
      },
      .text("title", "Its headline.") { $0.account.title.value.plain },
      .language { $0.account.titleLanguage },
      .address("link", "Its place on the page of all coverage.") {
        $0.site.addresses.link(.coverage($0.account.id))
      },
      .list("claims", "Its claims about the report.", ClaimEntry.view) { $0.claims },
    ])

  private var claims: [ClaimEntry] {
    account.claims.filter { about == nil || $0.report == about }
      .map { ClaimEntry($0, in: account, isOnItsReport: about != nil, site: site) }
  }
}

/// Kinds of coverage in English.
enum CoverageWords {
  static func kind(_ kind: Coverage.Kind) -> String {
    switch kind {
    case .news: "news"
    case .providerSummary: "the inspected body’s own summary"
    case .blog: "blog"
    case .other: "other"
    }
  }
}
