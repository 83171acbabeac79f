import TestSupport
import Testing

/// What pages say beside what the records hold: no more, and nothing of it as something else.
struct SaidAndHeldTests {
  @Test func `areas without a report are not among those that the reports are on`() async throws {
    // Of the ten places of the register two wait for their first inspection.
    let kitchens = try await OtherRegimeTests.kitchens.value
    #expect(kitchens.words("").contains("Ten reports on eight areas, "))
    // Cafcass South is named by the coverage alone.
    let shipped = try await ShippedAreaTests.site.value
    #expect(shipped.words("").contains("19 reports on 11 areas, "))
  }

  @Test func `an area of which nothing has a date has a list and no drawing`() async throws {
    let site = try await OtherRegimeTests.kitchens.value
    let page = site.text("areas/ivy-house-cafe/index.html")
    #expect(!page.contains("timeline-frame") && page.contains("id=\"timeline.list\""))
    #expect(
      site.words("areas/ivy-house-cafe/").contains(
        "As things stand : no report on this area is held."))
    #expect(site.text("areas/bridge-street-bakery/index.html").contains("timeline-frame"))
  }

  @Test func `an end that nobody knows is no doubt that it ended`() async throws {
    let site = try await ShippedAreaTests.site.value
    #expect(
      site.words("organisations/cafcass/").contains("DCSF , from June 2007; its end is not known"))
  }

  @Test func `judgements that others tell of are counted as far as they are known`() async throws {
    let site = try await ShippedAreaTests.site.value
    let tally = "counted from the judgements, as far as known: 3 Satisfactory"
    #expect(site.words("areas/greater-london/").contains(tally))
    #expect(
      site.words("reports/greater-london-2010/").contains(
        "counted from the judgements below, as far as known: 3 Satisfactory"))
    // A report that is held gives all of its judgements.
    #expect(!site.words("areas/east-midlands/").contains("as far as known"))
  }

  @Test func `recorded counts are not said to have been counted here`() async throws {
    let site = try await ShippedAreaTests.site.value
    let counts = "of 12: 2 Good progress, 8 Satisfactory progress, 2 Inadequate progress"
    let page = site.text("areas/greater-london/index.html")
    #expect(page.contains("Recorded: \(counts); which ones is not known."))
    #expect(!page.contains("counted from its items"))
    let text = site.text("reports/greater-london-2010-monitoring/report.txt")
    #expect(text.contains("Recorded: \(counts)") && !text.contains("Counted from the items"))
  }

  @Test func `an aspect that something serves is not its cause, and one verdict stands once`()
    async throws
  {
    let site = try await ShippedAreaTests.site.value
    let page = site.words("reports/far-south-west-2009/recommendations/3/")
    #expect(!page.contains("Because of"))
    #expect(
      page.contains("direct work and Court reports : Inadequate"), "one verdict on three aspects")
    #expect(page.ranges(of: ": Inadequate").count == 1)
    #expect(
      site.words("reports/east-midlands-2008/recommendations/7/")
        .contains("Serves Feedback and complaints : Good"))
  }

  @Test func `a plan that was judged is no grade of the service`() async throws {
    let site = try await ShippedAreaTests.site.value
    let rows = try site.rows("data/judgements.csv").filter { $0["report"] == "far-south-west-2009" }
    #expect(
      rows.compactMap { $0["grade"] }.filter { $0 == "satisfactory" }.isEmpty && !rows.isEmpty)
  }

  @Test func `what each body answered and what was last concluded of it stand in the row`()
    async throws
  {
    let site = try await OtherRegimeTests.audits.value
    let list = site.words("recommendations/")
    #expect(
      list.contains(
        "Ports Authority answered ; accepted Department of Works answered ; accepted Implemented for "
          + "Ports Authority published 20 January 2025 Action under way for Department of Works "
          + "published 22 January 2026"))
  }

  @Test func `of what is put to a body it is said how much is put to others, too`() async throws {
    let site = try await OtherRegimeTests.audits.value
    #expect(
      site.words("organisations/ports-authority/").contains(
        "Two recommendations put to Ports Authority, one of them also to Department of Works."))
    #expect(
      !site.words("recommendations/").contains(
        "addressed to Ports Authority and Department of Works"))
  }

  @Test func `an account of a year stands after the inspection that it is about`() async throws {
    let site = try await ShippedAreaTests.site.value
    let page = site.words("areas/england/")
    let list = try #require(
      page.firstRange(of: "The country begins.")?.upperBound ?? page.startIndex)
    let inspected = try #require(
      page[list...].ranges(of: "National inspection of Cafcass, 2024").first?.lowerBound)
    let told = try #require(
      page[list...].ranges(of: "On Ofsted’s Outstanding grades for Cafcass").last?.lowerBound)
    #expect(inspected < told)
  }

  @Test func `no source is said to be named where none is`() async throws {
    let site = try await GoldenSiteTests.everything.value
    for report in ["far-isles-2021", "far-isles-2022-visit"] {
      let page = site.words("reports/\(report)/")
      #expect(!page.contains("named below"), "\(report)")
      #expect(page.contains("Where what stands here comes from is not recorded."), "\(report)")
    }
    let shipped = try await ShippedAreaTests.site.value
    #expect(shipped.words("reports/greater-london-2010/").contains("from the sources named below"))
  }

  @Test func `a text that is withheld is not said to be missing`() async throws {
    let site = try await GoldenSiteTests.everything.value
    for report in ["light-ships-2015", "pilots-2022"] {
      #expect(!site.words("reports/\(report)/").contains("holds no text"), "\(report)")
    }
    #expect(
      site.words("reports/pilots-2025-letter/").contains(
        "The register holds no text of this report."))
  }

  @Test func `what is recorded as not known is said to be so`() async throws {
    let site = try await GoldenSiteTests.everything.value
    #expect(site.words("reports/pilots-2025-letter/").contains("Fieldwork not known"))
    #expect(
      site.words("reports/north-shore-2020-visit/").contains(
        "20 February 2020 ; the date on the cover is not known"))
    #expect(
      site.words("reports/north-shore-2019/").contains(
        "North Shore: 31% period not known; target not known"))
    #expect(
      site.text("reports/north-shore-2020-visit/report.txt").contains("\nOn the cover: not known\n")
    )
    #expect(site.text("reports/pilots-2025-letter/report.txt").contains("\nFieldwork: not known\n"))
  }

  @Test func `a framework of which no number is recorded has no line for it`() async throws {
    let site = try await GoldenSiteTests.everything.value
    #expect(site.words("frameworks/harbour-lights-2019/").contains("Reference IHL 12"))
    #expect(!site.words("frameworks/harbour-pilots-2022/").contains("Reference"))
  }

  @Test func `words of a report in another language say which wherever they stand`() async throws {
    let schools = try await OtherRegimeTests.schools.value
    #expect(unmarkedTitles(["Mae hanner y ffens wedi ei thrwsio."], in: schools) == [])
    let everything = try await GoldenSiteTests.everything.value
    #expect(unmarkedTitles(["Y gegin", "Newid yr ysgolion."], in: everything) == [])
    #expect(
      everything.text("reports/pilots-2024-cy/index.html").contains(
        "<a href=\"#ysgolion\"><span lang=\"cy\">Ysgolion</span>"))
  }

  @Test func `a median holds what is said of it, and no half day is rounded away`() async throws {
    let everything = try await GoldenSiteTests.everything.value
    #expect(
      everything.words("progress/").contains(
        "a median of 237 days (about eight months) from asking to closing: at least half of them "
          + "took that long or less."))
    #expect(
      everything.words("organisations/lights-board/progress/")
        .contains("a median of between 623.5 and 638 days"))
    let audits = try await OtherRegimeTests.audits.value
    #expect(audits.words("organisations/ports-authority/progress/").contains("403.5 days"))
    #expect(
      audits.text("organisations/ports-authority/progress/follow-up-times.csv").contains("403.5"))
  }

  @Test func `one thematic report is not several`() async throws {
    let site = try await GoldenSiteTests.everything.value
    let words = site.words("")
    let one = "thematic report of 2021"
    #expect(words.contains("in a \(one)") && !words.contains("\(one) and"))
    #expect(words.contains("in thematic reports of 2021 and 2022"))
  }
}
