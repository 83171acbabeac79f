import TestSupport
import Testing

/// Pages of small registers as somebody reads them who sees the product for the first time: whose word is
/// whose, what a number counts, and that nothing is offered that is not there.
///
/// What each page must say comes from the records, not from the pages.
struct PlainReadingTests {
  @Test func `a partner's grade names its scale wherever it stands under another framework`()
    async throws
  {
    let site = try await RegimeTests.prisons.value
    let scale = "Inadequate on the scale of Education inspection in prisons"
    #expect(site.words("frameworks/expectations-2023/aspects/education/").contains(scale))
    // The framework's own grades stand on no other's.
    #expect(
      !site.words("frameworks/expectations-2023/aspects/safety/").contains("on the scale of"))
  }

  @Test func `only letters that looked at a recommendation count as having followed it up`()
    async throws
  {
    let site = try await RegimeTests.accidents.value
    let page = "reports/rail-2019-collision/recommendations/"
    #expect(
      site.words(page + "R-20-1/").contains(
        "Followed up twice, last report published on 3 March 2022: Open—Unacceptable Response; "
          + "one other letter did not look at this"))
    #expect(
      site.words(page + "R-20-2/").contains(
        "Followed up once, report published on 30 May 2024: Closed—Acceptable Action for Northern "
          + "Railroad and Open—Await Response for Association of Signal Makers; "
          + "two other letters did not look at this"))
  }

  @Test func `an inspection that follows up is not called a visit`() async throws {
    let prisons = try await RegimeTests.prisons.value
    let concern = prisons.words("reports/fenwick-2023/recommendations/2/")
    #expect(concern.contains("6–16 October 2025 Inspection : No meaningful progress"))
    #expect(concern.contains("What each follow-up concluded"))
    let clinics = try await OtherRegimeTests.clinics.value
    #expect(
      clinics.words("areas/brannoc-pharmacy/").contains(
        "closed by the clinical audit of 12–14 May 2025"))
    #expect(!clinics.words("areas/brannoc-pharmacy/").contains("visit"))
  }

  @Test func `a recorded rating is no work of the register, and names its scale in the list`()
    async throws
  {
    let site = try await OtherRegimeTests.kitchens.value
    let mark = "Hygiene rating: <span class=\"grade\">"
    for list in ["reports", "timeline"] {
      let page = site.text("\(list)/index.html")
      #expect(page.ranges(of: mark).count == 10, "\(list)")
      #expect(!page.contains("<span class=\"worked-out\">Hygiene rating"), "\(list)")
    }
    #expect(site.words("reports/").contains("Hygiene rating: Clean (4) Hygiene ratings"))
  }

  @Test func `of a report that nobody may read the register does not say that it gives no grade`()
    async throws
  {
    let site = try await OtherRegimeTests.clinics.value
    let row = "the report may not be published no grade held"
    #expect(site.words("timeline/").contains(row))
    #expect(!site.words("reports/").contains("gives no grade"))
  }

  @Test func `one conclusion is told in one breath`() async throws {
    let site = try await OtherRegimeTests.schools.value
    #expect(
      site.words("areas/ysgol-y-bryn/").contains(
        "Progress in February 2026: Not enough progress on one recommendation."))
  }

  @Test func `columns in which nothing is recorded are left out`() async throws {
    let prisons = try await RegimeTests.prisons.value
    let second = prisons.words("reports/fenwick-2025/")
    #expect(second.contains("What was asked Progress 1."))
    #expect(!second.contains("What was found") && !second.contains("not recorded"))
    // Of the review of 2024 it is recorded what was found, and not what more was asked.
    let review = prisons.words("reports/fenwick-irp-2024/")
    #expect(review.contains("What was asked Progress What was found 1."))
    let accidents = try await RegimeTests.accidents.value
    let letter = accidents.words("reports/r-20-2-2024-05/")
    #expect(letter.contains("Evidence: Records of inspections of 2023."))
    #expect(!letter.contains("What more is asked"))
  }

  @Test func `the home page explains only the marks that the register can have`() async throws {
    let care = try await CareRegimeTests.homes.value.words("")
    // Neither framework has a scale of progress.
    #expect(care.contains("Status Status is where it stands today. It is not a grade."))
    #expect(!care.contains("judges progress") && !care.contains("hatched"))
    // The board's classes stand in no order, so none is the least.
    let accidents = try await RegimeTests.accidents.value.words("")
    #expect(accidents.contains("A later letter judges progress"))
    #expect(!accidents.contains("hatched"))
    #expect(try await RegimeTests.prisons.value.words("").contains("a half is hatched"))
  }

  @Test func `the home page says which areas it lists where it lists some`() async throws {
    let kitchens = try await OtherRegimeTests.kitchens.value.words("")
    #expect(kitchens.contains("Areas The eight with the latest reports, of ten: Elder Lane"))
    #expect(try await RegimeTests.prisons.value.words("").contains("Areas HMP Fenwick"))
  }

  @Test func `what is open or past its date is not taken for all that is not closed`() async throws
  {
    let site = try await RegimeTests.prisons.value
    #expect(site.words("").contains("Open or past their date (5); Past their date (4)"))
    #expect(
      site.words("recommendations/open/").contains(
        "Concerns open or past their date These are not due yet"))
    #expect(site.words("progress/").contains("End of Open or past its date"))
  }

  @Test func `a comparison on one scale offers no choice of scales`() async throws {
    let clinics = try await OtherRegimeTests.clinics.value
    #expect(!clinics.text("comparison/index.html").contains("class=\"on-this-page\""))
    let prisons = try await RegimeTests.prisons.value
    #expect(prisons.text("comparison/index.html").contains("class=\"on-this-page\""))
  }

  @Test func `the page for a lost address offers no second way where there is no first`()
    async throws
  {
    let site = try await RegimeTests.prisons.value
    #expect(site.text("404.html").contains("may have moved.</p>\n<p>Start from <a"))
  }
}
