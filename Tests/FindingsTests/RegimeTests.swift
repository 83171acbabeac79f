import Foundation
import TestSupport
import Testing

/// Small registers of other inspectorates, written as an editor would, and what readers must find.
///
/// What each page and file must say comes from the records, not from the pages.
struct RegimeTests {
  static let prisons = Task { try await Project.content(of: "prisons-follow").built() }
  static let accidents = Task { try await Project.content(of: "accidents").built() }

  // HMP Fenwick was inspected in March 2023, reviewed in January 2024 and inspected again in October
  // 2025, when inspectors graded anew and judged progress on the concerns of 2023.

  @Test func `the area's latest grades are those of the second inspection`() async throws {
    let page = try await Self.prisons.value.words("areas/hmp-fenwick/")
    let latest = try #require(page.between("Aspect Grade", "Grades over time"))
    for (aspect, grade) in [
      ("Safety", "2 – not sufficiently good"), ("Respect", "3 – reasonably good"),
      ("Purposeful activity", "1 – poor"), ("Preparation for release", "3 – reasonably good"),
    ] {
      #expect(latest.contains("\(aspect) \(grade)"), "\(aspect)")
    }
    #expect(page.contains("In the register Inspected in 2023 and 2025; visited in 2024"))
  }

  @Test func `the comparison and the timeline show the second inspection`() async throws {
    let site = try await Self.prisons.value
    let comparison = site.words("comparison/")
    for grade in ["2 – not sufficiently good", "3 – reasonably good", "1 – poor"] {
      #expect(comparison.contains(grade))
    }
    // The partner's grade of 2023 is on another scale, which has a table of its own.
    let own = try #require(comparison.range(of: "Latest grade on each aspect, Expectations"))
    #expect(
      !comparison[own.lowerBound...].contains("2023"),
      "no grade of the first inspection is the latest")
    let timeline = PageReading(site.text("timeline/index.html")).links
    for report in ["fenwick-2023", "fenwick-2025"] {
      #expect(timeline.contains("/reports/\(report)/"))
    }
    #expect(!timeline.contains("/reports/fenwick-irp-2024/"))
  }

  @Test func `judgements add up to the same wherever they are counted`() async throws {
    let site = try await Self.prisons.value
    // Purposeful activity has a part in the framework, which nobody judged: it counts.
    let tally = "2 × “3 – reasonably good”, 1 × “2 – not sufficiently good”, 1 × “1 – poor”"
    #expect(
      site.words("reports/fenwick-2025/").contains("counted from the judgements below: \(tally)"))
    #expect(site.words("areas/hmp-fenwick/").contains("counted from the judgements: \(tally)"))
    #expect(
      site.text("reports/fenwick-2025/report.txt")
        .contains("Counted from the judgements below: \(tally)"))
    for list in ["reports/", "timeline/"] {
      #expect(site.words(list).contains("counted from the judgements: \(tally)"), "\(list)")
    }
    for feed in ["feed.xml", "areas/hmp-fenwick/feed.xml", "frameworks/expectations-2023/feed.xml"]
    {
      #expect(site.text(feed).contains("Counted from the judgements: \(tally)."), "\(feed)")
    }
    let rows = try site.rows("data/judgements.csv").filter { $0["report"] == "fenwick-2025" }
    #expect(
      rows.map { "\($0["aspects"] ?? "") \($0["grades"] ?? "") \($0["counted"] ?? "")" } == [
        "safety not-sufficiently-good yes", "respect reasonably-good yes",
        "purposeful-activity poor yes", "release reasonably-good yes",
      ])
  }

  @Test func `the second inspection's progress stands beside its grades`() async throws {
    let site = try await Self.prisons.value
    let tally = "of 4: 1 Good progress, 2 Reasonable progress, 1 No meaningful progress"
    let report = site.words("reports/fenwick-2025/")
    #expect(report.contains("Judgements at a glance") && report.contains("Progress at a glance"))
    #expect(report.contains(tally))
    let area = site.words("areas/hmp-fenwick/")
    #expect(area.contains("counted from its items: \(tally)"))
    #expect(
      area.contains(
        "Progress in October 2025 on the four asked for in June 2023: Good progress on one, "
          + "Reasonable progress on two and No meaningful progress on one."))
    #expect(
      site.text("reports/fenwick-2025/report.txt").contains("Counted from the items: \(tally)"))
    #expect(site.text("areas/hmp-fenwick/feed.xml").contains("Progress: \(tally)."))
    let first = site.words("reports/fenwick-2023/")
    #expect(first.contains("HMP Fenwick, full inspection, October 2025"), "what happened next")
    let progress = try site.rows("data/progress.csv").filter { $0["visit"] == "fenwick-2025" }
    #expect(progress.map { $0["judgement"] } == ["good", "none", "reasonable", "reasonable"])
  }

  @Test func `nothing is said of an overall grade where the framework gives none`() async throws {
    let site = try await Self.prisons.value
    // The page of the data names the columns that there are, and one is for progress as a whole.
    for (path, bytes) in site.files where !path.hasPrefix("data/") {
      guard [".html", ".xml", ".txt"].contains(where: path.hasSuffix) else { continue }
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("overall"), "\(path)")
    }
    let head = try #require(site.text("data/reports.csv").split(separator: "\r\n").first)
    #expect(!head.split(separator: ",").contains("overall"))
  }

  @Test func `the number that the scheme prints is in the data, beside the title as it was typed`()
    async throws
  {
    let site = try await Self.prisons.value
    let rows = try site.rows("data/judgements.csv").filter { $0["report"] == "fenwick-2025" }
    #expect(rows.map { $0["printed"] } == ["2", "3", "1", "3"])
    let grades = try site.rows("data/grades.csv").filter { $0["id"]?.contains("/grade/") == true }
    #expect(
      grades.filter { $0["framework"] == "expectations-2023" }
        .map { "\($0["printed"] ?? "") \($0["title"] ?? "")" } == [
          "4 4 – good", "3 3 – reasonably good", "2 2 – not sufficiently good", "1 1 – poor",
        ])
    for page in ["reports/fenwick-2025/", "areas/hmp-fenwick/", "comparison/"] {
      #expect(!site.words(page).contains("poor (1)"), "a title has its number once: \(page)")
    }
  }

  @Test func `a partner's grade stands on the partner's scale and counts with no other`()
    async throws
  {
    let site = try await Self.prisons.value
    let report = site.words("reports/fenwick-2023/")
    #expect(
      report.contains(
        "Education, skills and work Inadequate on the scale of Education inspection in prisons"))
    // Purposeful activity counts, for what is judged of its part is on another scale: 3, 2, 1 and 1.
    #expect(
      report.contains(
        "1 × “3 – reasonably good”, 1 × “2 – not sufficiently good”, 2 × “1 – poor”; "
          + "not counted, because it is on another scale: Education, skills and work"))
    #expect(
      site.text("reports/fenwick-2023/report.txt")
        .contains(
          "Education, skills and work: Inadequate on the scale of Education inspection in prisons")
    )
    let area = try #require(
      site.words("areas/hmp-fenwick/").between(
        "Education inspection in prisons All from 6–17 March 2023", "History"))
    #expect(area.contains("Education, skills and work Inadequate"))
    let rows = try site.rows("data/judgements.csv").filter { $0["aspects"] == "education" }
    #expect(rows.map { $0["framework"] } == ["education-2023"])
    #expect(rows.map { "\($0["grades"] ?? "") \($0["counted"] ?? "")" } == ["inadequate partner"])
  }

  @Test func `reinspection is due five years after the end of the last fieldwork`() async throws {
    #expect(
      try await Self.prisons.value.words("areas/hmp-fenwick/")
        .contains(
          "an inspection is due by 16 October 2030, five years after that of 6–16 October 2025")
    )
  }

  @Test func `priority and key concerns are told apart and narrow the list`() async throws {
    let site = try await Self.prisons.value
    #expect(
      site.words("recommendations/").contains("Priority All Priority concern (3) Key concern (2)"))
    let list = site.text("recommendations/index.html")
    #expect(list.contains("data-priority=\"expectations-2023.priority\""))
    #expect(list.contains("<option value=\"expectations-2023.key\">"))
    #expect(
      site.words("reports/fenwick-2023/recommendations/3/").contains("Priority Key concern"))
    let rows = try site.rows("data/recommendations.csv")
    #expect(rows.map { $0["priority"] }.filter { $0 == "key" }.count == 2)
  }

  @Test func `a report that says nothing of progress as a whole has nothing said of it`()
    async throws
  {
    let site = try await Self.prisons.value
    for page in ["reports/fenwick-2025/", "reports/fenwick-irp-2024/"] {
      #expect(!site.words(page).contains("Overall progress"), "\(page)")
    }
  }

  // The board asked for train control in 2020, had two answers, and classified each in a letter.

  @Test
  func `answers and letters stand in order of time, and the class keeps its dash and capitals`()
    async throws
  {
    let page = try await Self.accidents.value.words(
      "reports/rail-2019-collision/recommendations/R-20-1/")
    var rest = try #require(page.between("What happened next", "What each letter concluded"))[...]
    for step in [
      "1 July 2020 Rail Regulator answered", "15 September 2020", "Open—Acceptable Response",
      "20 November 2021 Rail Regulator answered", "3 March 2022", "Open—Unacceptable Response",
    ] {
      let found = try #require(rest.range(of: step), "\(step)")
      rest = rest[found.upperBound...]
    }
    let today = try #require(page.between("Where it stands today", "Priority"))
    #expect(today.contains("3 March 2022: Open—Unacceptable Response"))
    let letter = try await Self.accidents.value.words("reports/r-20-1-2022-03/")
    #expect(letter.contains("Open—Unacceptable Response on the one item"))
  }

  @Test func `a label as printed is the id in text, links and data`() async throws {
    let site = try await Self.accidents.value
    let report = PageReading(site.text("reports/rail-2019-collision/index.html"))
    #expect(
      report.links.contains("/reports/rail-2019-collision/recommendations/R-20-1/")
        && report.links.contains("#para-1.1"))
    let words = site.words("reports/rail-2019-collision/")
    // An embed inside a sentence is a link with words.
    #expect(words.contains("2.1 To the regulator: safety recommendation R-20-1"))
    #expect(words.contains("R-20-1 Require positive train control on sidings."))
    let text = site.text("reports/rail-2019-collision/report.txt")
    #expect(
      text.contains("2.1 To the regulator: safety recommendation R-20-1\n")
        && text.contains("R-20-1 Require positive train control on sidings."))
    #expect(
      try site.rows("data/recommendations.csv").map { $0["number"] } == ["R-20-1", "R-20-2"])
    let json = site.text("reports/rail-2019-collision/report.json")
    #expect(json.contains("\"R-20-1\"") && json.contains("#para-2.1"))
    #expect(json.contains("\"text\":\"To the regulator: safety recommendation R-20-1\""))
  }

  @Test func `what is closed for one and open for another is not closed as a whole`() async throws {
    let site = try await Self.accidents.value
    let page = site.words("reports/rail-2019-collision/recommendations/R-20-2/")
    let today = try #require(page.between("Where it stands today", "Priority"))
    #expect(
      today.hasPrefix(
        " Open closed as implemented for Northern Railroad (published 30 May 2024) and open for "
          + "Association of Signal Makers; when last looked at, in the letter published on 30 May 2024: "
          + "Closed—Acceptable Action for Northern Railroad and Open—Await Response for Association of "
          + "Signal Makers "))
    #expect(today.contains("For Northern Railroad Closed: implemented"))
    #expect(today.contains("For Association of Signal Makers Open no date set"))
    #expect(page.contains("30 May 2024, for Northern Railroad, concluded on 28 May 2024"))
    #expect(page.contains("Evidence: Records of inspections of 2023."))
    let standing = try site.rows("data/addressees.csv").map {
      [$0["recommendation"], $0["organisation"], $0["status"], $0["progress"], $0["closed_as"]]
    }
    #expect(
      standing == [
        ["rail-2019-collision/R-20-1", "rail-regulator", "open", "oua", ""],
        ["rail-2019-collision/R-20-2", "northern-railroad", "closed", "caa", "implemented"],
        ["rail-2019-collision/R-20-2", "signal-makers", "open", "oar", ""],
      ])
    #expect(
      try site.rows("data/recommendations.csv").map { [$0["status"], $0["closed_as"]] }
        == [["open", ""], ["open", ""]])
    #expect(
      try site.rows("data/progress.csv").filter { $0["outcome"] == "judged" }
        .map { [$0["id"], $0["to"], $0["date"]] } == [
          ["r-20-1-2020-09/R-20-1", "", ""], ["r-20-1-2022-03/R-20-1", "", ""],
          ["r-20-2-2024-05/R-20-2/northern-railroad", "northern-railroad", "2024-05-28"],
          ["r-20-2-2024-05/R-20-2/signal-makers", "signal-makers", ""],
        ])
  }

  @Test(arguments: [
    ("northern-railroad", "R-20-2", "Closed: implemented", "Northern Railroad answered ; accepted"),
    ("signal-makers", "R-20-2", "Open no date set", "Open—Await Response"),
    ("rail-regulator", "R-20-1", "Open no date set", "Rail Regulator answered ; accepted"),
  ])
  func `an organisation's page lists what was put to it, as it stands for it`(
    body: String, number: String, status: String, answer: String
  ) async throws {
    let page = try await Self.accidents.value.words("organisations/\(body)/")
    let asked = try #require(page.between("What was put to it", "Status today"))
    #expect(asked.contains("One safety recommendation"))
    let row = page.components(separatedBy: "Status today").last ?? ""
    #expect(row.hasPrefix(" \(number) "))
    #expect(row.contains(status) && row.contains(answer))
    let other = number == "R-20-1" ? "R-20-2" : "R-20-1"
    #expect(!page.contains(other))
  }

  // The letter of May 2024 is about R-20-2 alone, which was asked of two bodies.

  @Test func `a letter on one item is not taken for one on both`() async throws {
    let site = try await Self.accidents.value
    let said =
      "Closed—Acceptable Action for Northern Railroad and Open—Await Response for Association of Signal "
      + "Makers on the one item, R-20-2"
    for page in ["reports/rail-2019-collision/", "reports/r-20-2-2024-05/"] {
      #expect(site.words(page).contains(said), "\(page)")
    }
    #expect(site.text("feed.xml").contains("Progress: \(said)."))
    #expect(
      site.text("reports/r-20-2-2024-05/report.txt").contains("Counted from the items: \(said)\n"))
    let regulator = site.words("organisations/rail-regulator/")
    #expect(regulator.contains("Followed up in the letter published on 3 March 2022"))
    #expect(!regulator.contains("2024"))
    #expect(
      site.words("reports/rail-2019-collision/").components(
        separatedBy: "Answers all that was put to it."
      ).count == 4)
  }

  @Test func `priority and addressee narrow the overview, and money is added by currency`()
    async throws
  {
    let site = try await Self.accidents.value
    let overview = site.words("recommendations/")
    #expect(
      overview.contains(
        "Asked of All Association of Signal Makers (1) Northern Railroad (1) Rail Regulator (1)"))
    #expect(overview.contains("Priority All Urgent (1) Standard (1)"))
    #expect(overview.contains(/asked of [A-Za-z ]*Association of Signal Makers/))
    let page = site.text("recommendations/index.html")
    #expect(page.contains("<option value=\"signal-makers\">"))
    #expect(page.contains(/data-to="[^"]*signal-makers/))
    #expect(page.contains("<option value=\"safety-recommendations.urgent\">"))
    #expect(page.contains("data-priority=\"safety-recommendations.urgent\""))
    #expect(
      site.words("organisations/signal-makers/recommendations/")
        .contains("What was put to Association of Signal Makers"))
    // USD 1,200,000 and 300,000; the CAD 90,000.50 stand alone and are added to nothing.
    let report = site.text("reports/rail-2019-collision/index.html")
    #expect(
      report.contains(
        "<span class=\"worked-out\">Added up: Damage avoided a year: USD 1,500,000 in two amounts; "
          + "CAD 90,000.50 in another currency is not added.")
    )
    #expect(!report.contains("1,590,000"))
    #expect(
      site.words("reports/rail-2019-collision/recommendations/R-20-1/")
        .contains("Damage avoided a year: CAD 90,000.50"))
    #expect(
      try site.rows("data/amounts.csv").map { [$0["kind"], $0["value"], $0["currency"]] } == [
        ["saved", "1200000", "USD"], ["saved", "90000.5", "CAD"], ["saved", "300000", "USD"],
      ])
  }

  @Test func `accidents have no area, and letters are called letters`() async throws {
    let site = try await Self.accidents.value
    #expect(!site.files.keys.contains { $0.hasPrefix("areas/") && $0 != "areas/index.html" })
    #expect(site.words("reports/r-20-1-2022-03/").contains("Letter by Transport Board"))
    #expect(
      site.words("frameworks/safety-recommendations/")
        .contains("Used for one accident report and three letters in this register"))
    for (path, bytes) in site.files where [".html", ".xml", ".txt"].contains(where: path.hasSuffix)
    {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("isited"), "\(path) says that something was visited")
    }
  }

  @Test func `what a register does not have is offered nowhere, and keeps its address`()
    async throws
  {
    let site = try await Self.accidents.value
    let empty = ["/areas/", "/comparison/", "/timeline/", "/glossary/", "/coverage/"]
    for page in [
      "index.html", "404.html", "search/index.html", "reports/r-20-1-2022-03/index.html",
    ] {
      let links = PageReading(site.text(page)).links
      for address in empty { #expect(!links.contains(address), "\(page) leads to \(address)") }
      #expect(links.contains("/reports/") && links.contains("/recommendations/"))
    }
    for address in empty { #expect(site.files["\(address.dropFirst())index.html"] != nil) }
    let prisons = PageReading(try await Self.prisons.value.text("404.html")).links
    #expect(prisons.contains("/areas/") && prisons.contains("/timeline/"))
    // No report is about an area, and none has a grade.
    let reports = site.text("reports/index.html")
    #expect(!reports.contains(">About<") && !reports.contains(">As a whole<"))
    #expect(reports.contains("colspan=\"2\""))
    let others = try await Self.prisons.value.text("reports/index.html")
    #expect(others.contains(">About<") && others.contains(">As a whole<"))
    #expect(others.contains("colspan=\"4\""))
  }

  @Test
  func `nothing is said of grades where there is no scale, nor of several where there is one`()
    async throws
  {
    let home = try await Self.accidents.value.words("")
    #expect(!home.contains("How to read a grade") && !home.contains("Grades of different scales"))
    #expect(home.contains("How to read this register") && home.contains("Closed—Acceptable Action"))
    let two = try await Self.prisons.value.words("")
    #expect(
      two.contains(
        "Grades of different scales cannot be compared: no published word on how they correspond is "
          + "held here."))
  }

  @Test func `terms are the framework's own, with a capital where they begin a line`() async throws
  {
    let prisons = try await Self.prisons.value
    #expect(
      prisons.text("reports/fenwick-2025/index.html").contains(
        ">What is concluded on each concern<"))
    #expect(
      prisons.words("organisations/prison-service/").contains(
        "Of five concerns asked for since 2023"))
    #expect(prisons.words("").contains("None of five concerns is closed by a document held here."))
    let site = try await Self.accidents.value
    #expect(
      site.text("reports/r-20-2-2024-05/index.html")
        .contains(">What is concluded on each safety recommendation<"))
    #expect(site.words("").contains("Letters on relays, May 2024 Letter, published 30 May 2024"))
    #expect(site.text("feed.xml").contains("<summary>Letter, published 30 May 2024."))
    #expect(
      site.words("reports/rail-2019-collision/recommendations/R-20-2/")
        .contains("3 March 2022 Letter published ; this was not looked at."))
    #expect(site.text("reports/r-20-2-2024-05/report.txt").contains("\nLetter by Transport Board"))
  }

  @Test
  func `bodies that nobody inspects are not called inspected, and a letter’s fieldwork is told`()
    async throws
  {
    let site = try await Self.accidents.value
    for (path, bytes) in site.files where [".html", ".xml", ".txt"].contains(where: path.hasSuffix)
    {
      guard !path.hasPrefix("data/") else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("inspected body"), "\(path)")
    }
    #expect(site.words("responses/regulator-2021/").contains("Answer of the body that was asked"))
    #expect(site.words("progress/").contains("What was done is for a letter to say"))
    #expect(site.words("progress/").contains("can be given. No time was set for any of them."))
    // It has no areas that could have ended.
    #expect(!site.words("progress/").contains("has ended"))
    let prisons = try await Self.prisons.value
    #expect(prisons.words("progress/").contains("every area that it is about has ended"))
    #expect(site.words("reports/r-20-2-2024-05/").contains("Fieldwork not known"))
    let title =
      "<h1>Collision of two freight trains at Alder Junction, 14 March 2019: safety recommendation R-20-2</h1>"
    #expect(
      site.text("reports/rail-2019-collision/recommendations/R-20-2/index.html").contains(title))
    let answers = try #require(
      site.words("reports/rail-2019-collision/").between("What was answered This", "Cite this")
        ?? site.words("reports/rail-2019-collision/").between(
          "What was answered These", "Cite this"))
    var rest = answers[...]
    for date in ["1 July 2020", "20 November 2021", "2 February 2023"] {
      let found = try #require(rest.range(of: date), "\(date)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func `classes without an order have no place in one`() async throws {
    let site = try await Self.accidents.value
    for page in site.files.keys where page.hasSuffix(".html") {
      #expect(!site.text(page).contains("on the progress scale of"), "\(page)")
      #expect(!site.text(page).contains("class=\"mark progress-mark\""), "\(page)")
    }
    #expect(
      try site.rows("data/grades.csv").allSatisfy { $0["scale"] == "progress" && $0["place"] == "" }
    )
    #expect(
      site.words("frameworks/safety-recommendations/")
        .contains("they stand in no order from best to worst"))
  }
}
