import Diagnostics
import HTML
import Inspections
import Templates

/// Aspects that a recommendation serves, with the one verdict of its report that is on all of them.
struct ServedAspects: Sendable {
  let aspects: [RecordLink]
  let found: JudgementInReport?
  let site: SiteContext

  static let view = View<ServedAspects>(
    "ServedAspects", "Aspects that a recommendation serves, with one verdict on all of them.",
    [
      .list("aspects", "The aspects.", PhraseLink.view) { PhraseLink.list($0.aspects) },
      .text("label", "The report's own label for the verdict; may be empty.") {
        $0.found?.judgement.label?.value ?? ""
      },
      .html("grade", "The grade with its mark; empty where the report has no verdict.") {
        $0.found.map { GradeMark.html($0.judgement, in: $0.framework, isScaleNamed: true) }
          ?? .empty
      },
      .record(
        "scale", "The framework on whose scale it is, where that is a partner's.", RecordLink.view
      ) { served in
        served.found?.partnersScale(in: served.site)
      },
      .optionalText("paragraph", "The numbered paragraph that says so; absent where none is known.")
      {
        $0.found?.reached.paragraph?.value.description
      },
      .address("paragraph-link", "The paragraph; absent where the register does not hold it.") {
        $0.found?.paragraphLink(in: $0.site)
      },
    ])
}

extension JudgementInReport {
  /// The framework on whose scale it is, where that is a partner's.
  func partnersScale(in site: SiteContext) -> RecordLink? {
    guard let framework, site.register.isPartners(judgement, in: report) else { return nil }
    return site.link(framework.id)
  }

  /// The paragraph that says so; nil where the register does not hold it.
  func paragraphLink(in site: SiteContext) -> String? {
    guard let number = reached.paragraph?.value, let anchor = source.paragraphAnchor(number)
    else { return nil }
    return site.addresses.link(.report(source.id, anchor: anchor))
  }
}
