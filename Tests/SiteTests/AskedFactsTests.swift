import Foundation
import Testing

@testable import Site

/// How urgent something is, what money it is about, to whom it was put and by when it is to be
/// answered, outside the pages of the recommendations themselves.
struct AskedFactsTests {
  private static let framework = """
    ---
    title: Audits
    inspectorate: board
    from: 2025
    priorities: [{id: first, title: At once}, {id: second, title: "In time, please"}]
    amounts: [{id: waste, title: Waste}]
    rules:
      - {rule: answer-within, value: 28 days, status: in force}
    ---
    """

  private static let fields = """
    recommendations:
      - id: 1
        text: Sell the barge.
        to: [harbour, town]
        priority: second
        due: 2026-12
        amounts: [{kind: waste, value: 1000, currency: GBP}]
      - id: 2
        text: Count the ropes.
        to: harbour
        priority: first
        due: 2026-12
        amounts: [{kind: waste, value: 250.50, currency: GBP}, {kind: waste, value: 3, currency: EUR}]
    """

  private static func site(
    _ more: [String: String] = [:], rule: String? = nil, now: String = "2026-11-23T00:00:00Z"
  ) -> SiteContext {
    var files = Sample.files(fields, published: "2026-01-12")
    files["frameworks/frame.md"] =
      rule.map {
        framework.replacing("{rule: answer-within, value: 28 days, status: in force}", with: $0)
      } ?? framework
    files["organisations/harbour.md"] = "---\ntitle: The Harbour\nkind: inspected-body\n---\n"
    files["organisations/town.md"] = "---\ntitle: The Town\nkind: inspected-body\n---\n"
    return sampleSite(files.merging(more) { $1 }, now: now)
  }

  private static let answer = """
    ---
    title: The Harbour's answer
    report: north-2009
    organisation: harbour
    published: 2026-02-01
    items: [{recommendation: 1, stance: accepted}]
    ---
    """

  @Test func `a feed says how much was asked, of whom, how urgently and about what money`() throws {
    let feed = try #require(Self.site().file("feed.xml"))
    #expect(
      feed.contains(
        "Two recommendations, put to The Harbour and The Town. "
          + "By priority: At once (1) and In time, please (1). "
          + "Waste: GBP 1,250.50 in two amounts. Waste: EUR 3."))
  }

  @Test func `an entry of a feed can be sorted by addressee and priority`() throws {
    let feed = try #require(Self.site().file("feed.xml"))
    let root = "https://example.org/register/"
    for category in [
      "term=\"harbour\" scheme=\"\(root)organisations/\" label=\"The Harbour\"",
      "term=\"town\" scheme=\"\(root)organisations/\" label=\"The Town\"",
      "term=\"first\" scheme=\"\(root)frameworks/frame/\" label=\"At once\"",
      "term=\"second\" scheme=\"\(root)frameworks/frame/\" label=\"In time, please\"",
    ] {
      #expect(feed.components(separatedBy: "<category \(category)/>").count == 2, "\(category)")
    }
  }

  @Test func `an event of the calendar carries addressees, priorities and amounts`() throws {
    let calendar = try #require(Self.site().file("data/due-dates.ics"))
      .replacing("\r\n ", with: "")
    #expect(
      calendar.contains("\r\nCATEGORIES:At once,In time\\, please,The Harbour,The Town\r\n"))
    // The more urgent of the two is the first of the framework's two.
    #expect(calendar.contains("\r\nPRIORITY:1\r\n"))
    #expect(
      calendar.contains(
        "1. Sell the barge. (priority: In time\\, please\\; put to The Harbour and The Town\\; "
          + "Waste: GBP 1\\,000\\; Open\\; not yet due"))
  }

  @Test func `a report as plain text says of each thing asked what its page does`() throws {
    let more = [
      "reports/north-2009.md": Sample.report(
        """
        note: The title is ours.
        recommendations:
          - id: 1
            text: Sell the barge.
            to: harbour
            priority: second
            cause: Nobody sails it.
            due: 2026-12
            due_note: The year is in ink.
            amounts: [{kind: waste, value: 1000, currency: GBP, note: A guess.}]
            paragraph: 3
            note: Key concern.
        """, published: "2026-01-12"),
      "responses/answer.md": Self.answer.replacing(
        "stance: accepted", with: "stance: accepted, actions: [Ask a buyer.], due: 2026-05"),
    ]
    let site = Self.site(more)
    let text = String(
      decoding: try site.reportFile("reports/north-2009/report.txt"), as: UTF8.self)
    #expect(
      text.contains(
        "1. Sell the barge. [asked of The Harbour; priority: In time, please. Cause: Nobody sails it. "
          + "Waste: GBP 1,000. A guess. Paragraph 3. The year is in ink. Key concern.] [Open; "))
    #expect(text.contains("\n  1. accepted: Ask a buyer. By May 2026\n"))
    #expect(text.contains("\nRemark of the register: The title is ours.\n"))
    #expect(!text.contains(".;"))
  }

  @Test func `an answer is not said to be in the body's words, and its remark says what it is`()
    throws
  {
    let note = "note: A paraphrase by the editors.\nitems:"
    let site = Self.site([
      "responses/answer.md": Self.answer.replacing("items:", with: note),
      "responses/second.md": Self.answer.replacing(
        "organisation: harbour", with: "organisation: town"),
    ])
    let text = String(
      decoding: try site.reportFile("reports/north-2009/report.txt"), as: UTF8.self)
    #expect(text.contains("\nThis is what was answered. It is no judgement of the inspectorate.\n"))
    #expect(text.contains("\n  A paraphrase by the editors.\n"))
    let page = try site.rendered("reports/north-2009/")
    #expect(
      page.contains("<p>This is what was answered. It is no judgement of the inspectorate.</p>"))
    #expect(!text.contains("own word") && !page.contains("own word"))
  }

  @Test(arguments: [
    (
      "{kind: waste, value: 9, currency: EUR}",
      "Waste: GBP 1,250.50 in two amounts and EUR 12 in two amounts"
    ),
    (
      "{kind: waste, value: 9, currency: USD}",
      "Waste: GBP 1,250.50 in two amounts; EUR 3 and USD 9 in other currencies are not added"
    ),
    (
      "{kind: loss, value: 9, currency: GBP}",
      "Waste: GBP 1,250.50 in two amounts; EUR 3 in another currency is not added.</span> "
        + "<span class=\"worked-out\">Added up: Loss: GBP 9 in one amount"
    ),
  ])
  func `what is added up says of every amount where it is`(amount: String, words: String) throws {
    let site = Self.site([
      "frameworks/frame.md": Self.framework.replacing(
        "{id: waste, title: Waste}", with: "{id: waste, title: Waste}, {id: loss, title: Loss}"),
      "reports/north-2009.md": Sample.report(
        Self.fields + "\n  - {id: 3, text: Count again., to: town, amounts: [\(amount)]}",
        published: "2026-01-12"),
    ])
    for path in ["recommendations/", "reports/north-2009/"] {
      let page = try site.rendered(path)
      #expect(page.contains("Added up: \(words).</span>"), "\(path)")
    }
  }

  @Test func `where nothing is added, nothing is said to be`() throws {
    let one = Self.fields.replacing("value: 250.50, currency: GBP", with: "value: 5, currency: USD")
    let site = Self.site([
      "reports/north-2009.md": Sample.report(one, published: "2026-01-12")
    ])
    #expect(try !site.rendered("recommendations/").contains("Added up"))
  }

  @Test func `a recommendation tells search engines its priority, addressees and money`() throws {
    let page = try Self.site().rendered("reports/north-2009/recommendations/2/")
    for member in [
      "\"@type\":\"Recommendation\"", "\"category\":\"At once\"", "\"text\":\"Count the ropes.\"",
      "{\"@type\":\"Audience\",\"name\":\"The Harbour\",\"url\":\"https://example.org/register/organisations/harbour/\"}",
      "{\"@type\":\"MonetaryAmount\",\"name\":\"Waste\",\"value\":250.5,\"currency\":\"GBP\"}",
      "{\"@type\":\"MonetaryAmount\",\"name\":\"Waste\",\"value\":3,\"currency\":\"EUR\"}",
    ] {
      #expect(page.contains(member), "\(member)")
    }
    #expect(!page.contains("\"name\":\"The Town\""))
  }

  @Test func `a search can be narrowed by what money is about`() throws {
    let page = try Self.site().rendered("reports/north-2009/recommendations/1/")
    for filter in ["asked-of", "priority", "money"] {
      #expect(page.contains("\(filter)"), "\(filter)")
    }
    #expect(page.contains("Waste"))
  }

  /// 12 January and 28 days are 9 February.
  @Test(arguments: [
    ("2026-02-09T00:00:00Z", "An answer is due by 9 February 2026."),
    ("2026-02-10T00:00:00Z", "An answer was due by 9 February 2026."),
  ])
  func `what nobody answered says by when it was to be answered`(now: String, words: String) throws
  {
    let site = Self.site(["responses/answer.md": Self.answer], now: now)
    let unanswered = try site.rendered("reports/north-2009/recommendations/2/")
    #expect(unanswered.contains(words))
    #expect(
      unanswered.contains(
        "<span class=\"worked-out\">“within 28 days”, from publication on "
          + "12 January 2026, by the rule of the framework</span>"))
    let answered = try site.rendered("reports/north-2009/recommendations/1/")
    #expect(!answered.contains("An answer"))
  }

  @Test(arguments: [
    "organisations/harbour/", "areas/north/", "reports/north-2009/", "recommendations/",
  ])
  func `what a report put to somebody says by when it is to be answered, until it is`(
    page: String
  ) throws {
    let words = "An answer is due by 9 February 2026."
    let now = "2026-02-09T00:00:00Z"
    #expect(try Self.site(now: now).rendered(page).contains(words))
    let answered = Self.site(["responses/answer.md": Self.answer], now: now)
    #expect(!(try answered.rendered(page).contains(words)))
    let late = "2026-02-10T00:00:00Z"
    let was = "An answer was due by 9 February 2026; none is held."
    #expect(try Self.site(now: late).rendered(page).contains(was))
  }

  @Test func `an answer that takes up none of what was asked is not passed over`() throws {
    let answer = Self.answer.replacing(/items:[\s\S]*?---/, with: "---")
    let site = Self.site(["responses/answer.md": answer], now: "2026-02-10T00:00:00Z")
    #expect(
      try site.rendered("reports/north-2009/").contains(
        "An answer was due by 9 February 2026; none to what is listed here is held."))
  }

  @Test(arguments: [
    ("{rule: answer-within, value: 28 days, about: true, status: intended}", true),
    ("{rule: answer-within, value: 28 days, status: proposed}", false),
    ("{rule: publish-within, value: 28 days, status: in force}", false),
  ])
  func `a rule that is intended says so, and one that is only proposed asks for nothing`(
    rule: String, isSaid: Bool
  ) throws {
    let site = Self.site(rule: rule)
    let page = try site.rendered("reports/north-2009/recommendations/2/")
    #expect(
      page.contains("An answer was intended by 9 February 2026.") == isSaid)
    #expect(page.contains("“within about 28 days”") == isSaid)
    #expect(try #require(site.file("data/recommendations.csv")).contains("answer_due") == isSaid)
    #expect(try #require(site.file("data/due-dates.ics")).contains("UID:answer-due") == isSaid)
  }

  @Test func `the day by which to answer stands in the data and in the calendar`() throws {
    let site = Self.site(["responses/answer.md": Self.answer])
    let table = try #require(site.file("data/recommendations.csv"))
    #expect(table.components(separatedBy: ",2026-02-09,").count == 3)
    let calendar = try #require(site.file("data/due-dates.ics")).replacing("\r\n ", with: "")
    #expect(calendar.contains("UID:answer-due-2026-02-09-north-2009@example.org\r\n"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20260209\r\n"))
    #expect(calendar.contains("Answers held: The Harbour's answer\\, 1 February 2026."))
    let without = try #require(Self.site().file("data/due-dates.ics"))
    #expect(without.replacing("\r\n ", with: "").contains("No answer is held."))
  }
}

extension AskedFactsTests {
  private static let visit = """
    ---
    title: A visit
    kind: monitoring
    publisher: board
    framework: frame
    area: north
    follows: north-2009
    fieldwork: 2027-01-10
    published: 2027-02-01
    progress:
      - {recommendation: 1, judgement: done, date: 2027-01-20}
      - {recommendation: 2, judgement: done}
    ---
    """

  /// Due by the end of 2026: on 10 January that is ten days past, on 20 January twenty.
  @Test func `what has a date of its own is past due by that date`() throws {
    let site = Self.site(
      ["reports/visit.md": Self.visit], rule: "{rule: notice, value: 2 weeks, status: in force}",
      now: "2027-03-01T00:00:00Z")
    let dated = try site.rendered("reports/north-2009/recommendations/1/")
    #expect(dated.contains("at least 20 days past its date on 20 January 2027"))
    #expect(dated.contains("when last looked at, 20 January 2027, at least 20 days past its date"))
    let plain = try site.rendered("reports/north-2009/recommendations/2/")
    #expect(plain.contains("at least 10 days past its date then"))
    #expect(plain.contains("when last looked at, 10 January 2027, at least 10 days past its date"))
  }
}
