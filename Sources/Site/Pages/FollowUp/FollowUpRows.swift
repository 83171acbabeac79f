import Inspections
import Templates

/// A wording that several reports ask for.
struct RepeatedRecommendation: Sendable {
  /// All that ask it, in order of the reports' dates.
  let all: [RecommendationHistory]
  let site: SiteContext

  /// Complexity: O(n log n) in `all`.
  init(_ all: [RecommendationHistory], site: SiteContext) {
    self.site = site
    self.all = all.map { (day: $0.report.date?.earliest.number ?? .max, followed: $0) }
      .sorted { ($0.day, $0.followed.report.id) < ($1.day, $1.followed.report.id) }
      .map { $0.followed }
  }

  static let view = View<RepeatedRecommendation>(
    "RepeatedRecommendation", "A wording that several reports ask for.",
    [
      .text("wording", "The wording, as the first of them has it.") {
        $0.all.first?.recommendation.text.value.plain ?? ""
      },
      .text("count", "How often it was asked.") { NumberWords.grouped($0.all.count) },
      .list("asked", "Where it was asked, in order of the reports' dates.", RecordLink.view) {
        model in
        model.all.prefix(mostPlaces).map { followed in
          let (report, number) = (followed.report, followed.recommendation.number.value)
          return RecordLink(
            title: "\(report.title.value.plain), \(number)",
            link: model.site.addresses.link(.recommendation(report.id, number)),
            note: StatusWords.title(followed.status))
        }
      },
      .number("left-out", "How many later places the list leaves out; absent where none.") {
        $0.all.count > mostPlaces ? $0.all.count - mostPlaces : nil
      },
    ])

  /// How many places the page names of one wording.
  private static let mostPlaces = 12
}

/// How recommendations fare at one body, or under one framework, as a row of the register's page.
struct FollowUpPart: Sendable {
  let subject: FollowUpSubject
  /// The statuses that have a column.
  let kinds: [RecommendationStatus.Kind]
  let name: RecordLink
  let site: SiteContext

  /// By name.
  static func isBefore(_ left: FollowUpPart, _ right: FollowUpPart) -> Bool {
    (left.name.title.lowercased(), left.link) < (right.name.title.lowercased(), right.link)
  }

  /// The page of its figures.
  var link: String { site.addresses.link(subject.scope.path) }

  static let view = View<FollowUpPart>(
    "FollowUpPart", "How recommendations fare at one body, or under one framework.",
    [
      .text("title", "What the body or the framework is called.") { $0.name.title },
      .language { $0.name.language },
      .address("link", "The page of its figures.") { $0.link },
      .text("asked", "How many recommendations there are.") {
        NumberWords.grouped($0.subject.figures.all.total)
      },
      .list("counts", "How many have each status, in the order of the columns.", Count.view) {
        part in
        part.kinds.map {
          Count(title: StatusWords.title($0), number: part.subject.figures.all[$0])
        }
      },
    ])

  /// How many have a status.
  private struct Count: Sendable {
    let title: String
    let number: Int

    static let view = View<Count>(
      "StatusCount", "How many recommendations have a status.",
      [
        .text("title", "The status.") { $0.title },
        .text("number", "How many have it.") { NumberWords.grouped($0.number) },
      ])
  }
}
