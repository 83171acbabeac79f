/// The files of the site of all fields that are kept as expected output, by what they show.
///
/// A file stands here once, under the feature that it is the shortest account of; what a file
/// shows that is already shown by another is not kept twice. `RecordedFiles.kind(of:)` tells which
/// files are of one kind, and of every kind one is kept.
enum RecordedFiles {
  static let byFeature: [String: [String]] = [
    "what every page has, and what a site has once": [
      "404.html", "index.html", "feed.xml", "sitemap.xml", "robots.txt", "search/index.html",
      "as-of/day.css", "as-of/index.html",
      "editors/index.html", "pages/about/index.html", "about/index.html", "inspectorate/index.html",
      ".findings-manifest", "_headers", "_redirects", ".htaccess",
    ],
    "areas and what became of them": [
      "areas/index.html", "areas/the-shore/index.html", "areas/coast/index.html",
      "areas/north-shore/index.html", "areas/north-shore/feed.xml",
      "areas/north-shore/due-dates.ics",
      "areas/north-west-shore/index.html",
      "timeline/index.html", "data/areas.csv", "data/areas.json", "data/lineage.csv",
      "data/tenures.csv",
    ],
    "frameworks and their aspects": [
      "frameworks/index.html", "frameworks/harbour-lights-2019/index.html",
      "frameworks/harbour-lights-2019/feed.xml", "frameworks/harbour-pilots-2022/index.html",
      "frameworks/harbour-lights-2019/aspects/fog-signals/index.html",
      "frameworks/harbour-lights-2019/aspects/lamps/index.html",
      "comparison/index.html", "data/grades.csv",
    ],
    "the text of a report, with its notes, tables and drawings": [
      "reports/north-shore-2019/index.html", "reports/north-shore-2019/print/index.html",
      "reports/north-shore-2019/report.txt", "reports/north-shore-2019/cite.bib",
      "reports/north-shore-2019/cite.json", "reports/north-shore-2019/report.json",
    ],
    "what was corrected and withdrawn": [
      "changes/index.html", "changes/feed.xml", "areas/north-shore/changes/index.html",
      "areas/north-shore/changes/feed.xml",
    ],
    "what kinds and forms of reports there are": [
      "reports/index.html", "reports/far-isles-2021/index.html",
      "reports/lamps-consultation-2022/index.html", "reports/light-ships-2015/index.html",
      "reports/north-shore-2019/figures/answers-agreement-5.csv",
      "reports/north-shore-2016/index.html", "reports/pilots-2022/index.html",
      "reports/pilots-2024-cy/index.html", "data/reports.csv",
      "data/translations.csv", "data/judgements.csv",
    ],
    "recommendations, visits and closures": [
      "recommendations/index.html", "recommendations/recommendations.csv",
      "recommendations/overdue/index.html", "recommendations/overdue/recommendations.csv",
      "reports/north-shore-2019/recommendations/1/index.html",
      "reports/north-shore-2019/recommendations/2/index.html",
      "reports/light-ships-2015/recommendations/1/index.html",
      "reports/north-shore-2020-visit/index.html", "reports/far-isles-2022-visit/index.html",
      "reports/pilots-2025-letter/index.html", "data/recommendations.csv",
      "data/recommendations.excel.csv", "data/addressees.csv", "data/amounts.csv",
      "data/progress.csv", "data/progress-counts.csv", "data/due-dates.ics",
    ],
    "how recommendations fare": [
      "progress/index.html", "progress/follow-up-times.csv",
      "organisations/lights-board/progress/index.html",
      "organisations/lights-board/progress/follow-up-by-year.csv",
      "frameworks/harbour-lights-2019/progress/index.html",
      "frameworks/harbour-lights-2019/progress/follow-up-year-ends.csv",
      "data/follow-up-by-year.csv", "data/follow-up-year-ends.csv", "data/follow-up-times.csv",
    ],
    "organisations, responses, coverage and terms": [
      "organisations/index.html", "organisations/lights-board/index.html",
      "organisations/lights-inspectorate/index.html", "responses/north-shore-2019-board/index.html",
      "coverage/index.html", "glossary/index.html", "glossary/warden/index.html",
      "data/responses.csv",
    ],
    "numbers, the site's own fields, and the open data": [
      "data/index.html", "data/register.json",
      "data/samples.csv", "data/sample-grades.csv", "data/surveys.csv", "data/survey-answers.csv",
      "data/indicators.csv", "data/indicator-comparators.csv", "data/consultation-returns.csv",
      "data/extra.csv",
    ],
  ]

  static let paths = byFeature.values.flatMap(\.self)

  /// What kind of file has a path: folders that are records of a collection are not told apart, nor lists
  /// of recommendations by whose they are, and in the data and beside figures, files of the same ending.
  static func kind(of path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    if parts.count == 4, parts[2] == "recommendations" { parts.removeFirst(2) }
    for index in parts.indices.dropLast() where index % 2 == 1 {
      parts[index] = "*"
    }
    if parts[0] == "data" || ["progress", "figures"].contains(parts.dropLast().last),
      let name = parts.popLast()
    {
      parts.append("*" + name.drop { $0 != "." })
    }
    return parts.joined(separator: "/")
  }
}
