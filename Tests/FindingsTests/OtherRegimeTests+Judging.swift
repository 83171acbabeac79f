import Foundation
import TestSupport
import Testing

/// Ten premises with ratings, two services with standards, and two schools.
extension OtherRegimeTests {
  // Ten premises: eight are rated, by ten inspections; one is exempt and one waits.

  @Test func `each of the premises has its latest rating, or says why it has none`() async throws {
    let site = try await Self.kitchens.value
    let comparison = site.words("comparison/")
    let ratings = [
      ("anchor-cafe", "Spotless (5) 4 March 2025"),
      ("bridge-street-bakery", "Clean (4) 20 May 2025"),
      ("crown-kitchen", "Clean (4) 11 June 2025"),
      ("dale-school-canteen", "Spotless (5) 6 November 2024"),
      ("elder-lane-takeaway", "Acceptable (3) 2 September 2025"),
      ("ferry-snack-bar", "Needs work at once (0) 19 August 2025"),
      ("grange-kitchen", "Acceptable (3) 25 February 2025"),
      ("juniper-stall", "Spotless (5) 8 July 2025"),
    ]
    for (premises, rating) in ratings {
      let words = site.words("areas/\(premises)/")
      let grade = try #require(rating.split(separator: ")").first) + ")"
      let day = try #require(rating.split(separator: ") ").last)
      #expect(words.contains("Hygiene rating: \(grade), "), "\(premises)")
      #expect(words.contains(", at the hygiene inspection of \(day)."), "\(premises)")
      #expect(words.contains("All from \(day) "), "\(premises)")
      #expect(comparison.contains(rating), "\(premises)")
    }
    for old in ["14 January 2025", "17 September 2024"] { #expect(!comparison.contains(old)) }
    for state in ["Exempt, as of May 2024", "Awaiting inspection, as of 12 October 2026"] {
      #expect(site.words("areas/").contains(state), "\(state)")
    }
    #expect(site.words("areas/hill-newsagent/").contains("Sells only wrapped food that keeps."))
    #expect(
      try site.rows("data/areas.csv").filter { $0["standing"] != "" }
        .map { "\($0["id"] ?? "") \($0["standing_date"] ?? "")" }
        == ["hill-newsagent 2024-05", "ivy-house-cafe 2026-10-12"])
    #expect(try site.rows("data/areas.csv").count == 10)
  }

  @Test func `a report with one rating has it in lists, on the timeline and in feeds`() async throws
  {
    let site = try await Self.kitchens.value
    let rating = "Hygiene rating: Needs work at once (0)"
    for list in ["", "reports/", "timeline/", "areas/ferry-snack-bar/"] {
      #expect(site.words(list).contains(rating), "\(list)")
    }
    let reports = try #require(
      site.words("areas/ferry-snack-bar/").components(separatedBy: "Reports and answers").last)
    #expect(reports.contains(rating))
    let drawing = site.text("timeline/index.html")
    #expect(drawing.contains("19 August 2025: \(rating)"))
    #expect(!drawing.contains("drawn without a grade"))
    #expect(site.text("index.html").contains("<h1>What inspectors found</h1>"))
    for feed in ["feed.xml", "areas/ferry-snack-bar/feed.xml"] {
      #expect(site.text(feed).contains("published 26 August 2025. \(rating).</summary>"), "\(feed)")
    }
    #expect(!site.words("reports/").contains("gives no grade"))
    #expect(
      try site.rows("data/judgements.csv").map { $0["printed"] }
        == ["5", "4", "1", "4", "5", "2", "3", "0", "3", "5"])
    #expect(
      try site.rows("data/grades.csv").map { "\($0["printed"] ?? "") \($0["place"] ?? "")" }
        == ["5 1", "4 2", "3 3", "2 4", "1 5", "0 6"])
    #expect(site.words("frameworks/hygiene-ratings/aspects/hygiene/").contains("ten judgements"))
    #expect(site.words("frameworks/hygiene-ratings/").contains("Used for ten hygiene inspections"))
  }

  @Test func `nothing is said to be overall, visited or asked where ratings are all there is`()
    async throws
  {
    let site = try await Self.kitchens.value
    #expect(files(of: site, saying: "overall").isEmpty)
    #expect(files(of: site, saying: "visited").isEmpty)
    #expect(files(of: site, saying: "progress at a glance").isEmpty, "nothing had been asked for")
    #expect(try site.rows("data/recommendations.csv").isEmpty)
    let heads = ["reports", "judgements"].map { site.text("data/\($0).csv").prefix(200) }
    for head in heads { #expect(!head.split(separator: "\r\n")[0].contains("overall,")) }
  }

  @Test func `a rating given again and a change of hands keep one history`() async throws {
    let site = try await Self.kitchens.value
    #expect(site.words("areas/crown-kitchen/").contains("In the register Inspected in 2025"))
    #expect(
      site.words("areas/crown-kitchen/")
        .contains("14 January 2025 11 June 2025 Hygiene rating Needs much work (1) Clean (4)"))
    #expect(site.words("reports/crown-2025-06/").contains("Follows Crown Inn, January 2025"))
    #expect(!site.words("areas/").contains("2025 and 2025"))
    let area = site.words("areas/elder-lane-takeaway/")
    #expect(area.contains("Run by Ashdown Catering , until 28 February 2025"))
    #expect(area.contains("Run by Birchwood Meals , since 1 March 2025"))
    #expect(area.contains("Hygiene rating Needs work (2) Acceptable (3)"))
    #expect(site.words("reports/elder-lane-2024/").contains("takeaway of Ashdown Catering"))
    #expect(site.words("reports/elder-lane-2025/").contains("takeaway of Birchwood Meals"))
    #expect(
      try site.rows("data/tenures.csv").map {
        "\($0["organisation"] ?? "") \($0["from"] ?? "") \($0["to"] ?? "")"
      } == ["ashdown-catering  2025-02-28", "birchwood-meals 2025-03-01 "])
  }

  // The pharmacy had a standard met, two nonconformities on one aspect and a score; the theatres two
  // judgements. The re-audit judged the three corrective actions of both.

  @Test func `several labelled conclusions on one aspect stand apart, with scores`() async throws {
    let site = try await Self.clinics.value
    let page = site.words("reports/pharmacy-2024/")
    for judged in [
      "Consent Met 38 of 40", "NC-01: Storage of medicines Minor nonconformity",
      "NC-02: Storage of medicines Major nonconformity", "Documents 12 of 20",
      "1 Met, 1 Minor nonconformity, 1 Major nonconformity; 1 with a score and no grade",
    ] { #expect(page.contains(judged), "\(judged)") }
    let ids = PageReading(site.text("reports/pharmacy-2024/index.html")).ids
    #expect(ids.contains("judgement.NC-01") && ids.contains("judgement.NC-02"))
    #expect(site.words("reports/theatres-2024/").contains("Minor nonconformity 31.5 of 40"))
    #expect(
      site.words("reports/re-audit-2025/").contains("below: 2 Met, 1 Minor nonconformity"))
    // CA-2 is about what paragraph 3 says, which is the second of the two.
    #expect(
      site.words("reports/pharmacy-2024/recommendations/CA-2/").contains(
        "Serves NC-01: Storage of medicines : Minor nonconformity ¶ 2 "
          + "NC-02: Storage of medicines : Major nonconformity ¶ 3"))
    let rows = try site.rows("data/judgements.csv")
    #expect(
      rows.map { $0["report"] == "pharmacy-2024" }.filter { $0 }.count == 4 && rows.count == 9)
    #expect(
      rows.filter { $0["score"] != "" }.map { "\($0["score"] ?? "")/\($0["score_of"] ?? "")" }
        == ["38/40", "12/20", "39/40", "19/20", "31.5/40", "20/20"])
    #expect(
      rows.filter { $0["label"] != "" }.map { "\($0["id"] ?? "") \($0["grades"] ?? "")" } == [
        "pharmacy-2024/NC-01 minor", "pharmacy-2024/NC-02 major", "re-audit-2025/NC-02 minor",
        "theatres-2024/NC-01 minor",
      ])
  }

  @Test func `a re-audit of two reports closes in each what it verified there`() async throws {
    let site = try await Self.clinics.value
    #expect(
      try site.rows("data/addressees.csv").map {
        "\($0["recommendation"] ?? "") \($0["status"] ?? "") \($0["progress"] ?? "")"
      } == [
        "pharmacy-2024/CA-1 closed verified", "pharmacy-2024/CA-2 past-date not-effective",
        "theatres-2024/CA-1 closed verified",
      ])
    #expect(
      try site.rows("data/progress.csv").map {
        "\($0["recommendation"] ?? "") \($0["date"] ?? "") \($0["evidence"] ?? "")"
      } == [
        "pharmacy-2024/CA-1 2025-05-12 Log of the store from January to April 2025.",
        "pharmacy-2024/CA-2  ",
        "theatres-2024/CA-1 2025-05-14 Twenty files of operations that were put off.",
      ])
    let pharmacy = "of two corrective actions, Verified effective on one and Not effective on one"
    #expect(site.words("areas/brannoc-pharmacy/").contains("Progress in May 2025: \(pharmacy)."))
    #expect(
      site.words("areas/brannoc-theatres/").contains(
        "Progress in May 2025: Verified effective on one corrective action."))
    #expect(
      site.words("areas/brannoc-theatres/").contains("In the register Inspected in 2024 and 2025"))
    let report = site.words("reports/re-audit-2025/")
    #expect(report.contains("Progress of 3: 2 Verified effective, 1 Not effective"))
    for of in ["pharmacy", "theatres"] {
      #expect(report.contains("Number CA-1 of Brannoc \(of), 2024 : Closed: implemented"), "\(of)")
    }
    let action = site.words("reports/pharmacy-2024/recommendations/CA-1/")
    #expect(action.contains("Owner Chief pharmacist Cause The log was kept by one person who was"))
    #expect(files(of: site, saying: "overall").isEmpty)
  }

  @Test func `a restricted report has its facts and no text, and judges nothing`() async throws {
    let site = try await Self.clinics.value
    let why = "may not be published. Ministry of Health : Its text is evidence before a court."
    let page = site.words("reports/incident-2024/")
    #expect(page.contains(why) && page.contains("Reference CA-24-15"))
    #expect(!page.contains("Judgements at a glance"))
    #expect(try site.rows("data/judgements.csv").allSatisfy { $0["report"] != "incident-2024" })
    #expect(site.words("reports/").contains("Clinical audit, may not be published"))
  }

  // One school has a report and a visit in English and Welsh, the other a report in Welsh alone.

  @Test func `no page shows a Welsh title without saying that it is Welsh`() async throws {
    #expect(unmarkedTitles(WelshTitles.all, in: try await Self.schools.value) == [])
  }

  @Test func `a report in two languages counts once, and one in Welsh alone is marked`()
    async throws
  {
    let site = try await Self.schools.value
    #expect(
      try site.rows("data/reports.csv").map { "\($0["id"] ?? "") \($0["language"] ?? "")" }
        == ["bryn-2025 ", "bryn-2026-visit ", "hill-2025 cy"])
    #expect(
      try site.rows("data/translations.csv").map { "\($0["id"] ?? "") \($0["report"] ?? "")" }
        == ["bryn-2025-cy bryn-2025", "bryn-2026-visit-cy bryn-2026-visit"])
    #expect(site.words("").contains("Three reports on two areas"))
    #expect(site.words("recommendations/").contains("One recommendation from one report."))
    #expect(try site.rows("data/progress.csv").count == 1)
    #expect(try site.rows("data/judgements.csv").count == 4)
    for list in ["reports/index.html", "index.html", "areas/hill-school/index.html"] {
      #expect(
        site.text(list).contains("href=\"/reports/hill-2025/\" lang=\"cy\">Ysgol yr Allt"),
        "\(list)")
      #expect(!site.text(list).contains("Ysgol y Bryn ym mis Mai"), "\(list)")
    }
    #expect(site.text("reports/hill-2025/index.html").contains("<h1 lang=\"cy\">"))
    #expect(!site.text("reports/bryn-2025/index.html").contains("<h1 lang"))
  }

  @Test func `decimal paragraphs have their addresses in each language`() async throws {
    let site = try await Self.schools.value
    for report in ["bryn-2025", "bryn-2025-cy"] {
      let page = PageReading(site.text("reports/\(report)/index.html"))
      #expect(
        page.ids.filter { $0.hasPrefix("para-") }
          == ["para-1.1", "para-1.2", "para-2.1", "para-2.2"], "\(report)")
      #expect(page.links.contains("/reports/\(report)/#para-2.1"), "\(report) refers to itself")
      let asked = site.words("reports/\(report)/recommendations/A1/")
      // Two months from 17 June 2025; the visit was 177 days after 17 August.
      #expect(asked.contains("Past its date, not closed") && asked.contains("17 August 2025"))
      #expect(asked.contains("10 February 2026, 177 days past its date: Not enough progress"))
    }
    #expect(
      site.text("reports/bryn-2025-cy/recommendations/A1/index.html")
        .contains("lang=\"cy\">Trwsiwch ffens yr iard."))
    #expect(
      try site.rows("data/judgements.csv").map { "\($0["printed"] ?? "") \($0["paragraph"] ?? "")" }
        == ["A 1.2", "C 2.1", "A 1.1", "A 1.2"])
  }

  @Test func `the site's own fields and its way out are shown, and params nowhere by themselves`()
    async throws
  {
    let site = try await Self.schools.value
    #expect(site.words("areas/ysgol-y-bryn/").contains("Pupils on roll 148 Teaches in Welsh yes"))
    #expect(site.words("areas/hill-school/").contains("Pupils on roll 205.5 Teaches in Welsh no"))
    let report = site.words("reports/bryn-2025/")
    #expect(report.contains("Laid before the council June 2025 Compared with Hill School"))
    #expect(!site.words("reports/hill-2025/").contains("Laid before"))
    #expect(
      try site.rows("data/extra.csv").map { "\($0["id"] ?? "") \($0["values"] ?? "")" } == [
        "areas/hill-school/pupils 205.5", "areas/hill-school/welsh_medium false",
        "areas/ysgol-y-bryn/pupils 148", "areas/ysgol-y-bryn/welsh_medium true",
        "reports/bryn-2025/laid 2025-06", "reports/bryn-2025/twin hill-school",
      ])
    for (path, page) in site.pages {
      #expect(
        path == "404.html"
          || page.links.contains("https://statistics.example.org/schools?year=2026"),
        "\(path)")
    }
    #expect(!site.files.values.contains { String(decoding: $0, as: UTF8.self).contains("960001") })
  }
}
