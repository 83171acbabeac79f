import TestSupport
import Testing

@testable import Inspections

/// What is advised where it is plain what was meant.
struct PlainSlipTests {
  private static let report = """
    title: A report
    kind: thematic
    publisher: ofsted
    framework: unknown
    published: 2010
    """

  private func advice(_ fields: String, body: String = "Text.") -> [String?] {
    let text = "---\n\(fields)\n---\n\n\(body)\n"
    return SpecRegister(["reports/r.md": text]).diagnostics.filter { $0.level == .error }.map(
      \.help)
  }

  @Test(arguments: [
    ("in 12 months", "write 'within 12 months'"), ("1 year", "write 'within 1 year'"),
    ("at once", "write 'immediately'"), ("within 6 mths", "write 'within 6 months'"),
    ("immediatly", "write 'immediately'"),
    ("1 July 2026", "write '2026-07-01'"),
    (
      "soon",
      "write the year first, then month and day as two digits each, as far as they are known"
    ),
  ])
  func `a time without its word is offered with it`(due: String, help: String) {
    let asked = "\nrecommendations:\n  - {id: 1, text: Do it., due: \(due)}"
    #expect(advice(Self.report + asked) == [help])
  }

  @Test(arguments: [
    ("www.example.org", "write 'https://www.example.org'"),
    ("example.gov.uk/a.pdf", "write 'https://example.gov.uk/a.pdf'"),
    ("plan.pdf", "move the file to 'content/files/plan.pdf', and write 'file:plan.pdf'"),
    ("old/www.pdf", "move the file to 'content/files/www.pdf', and write 'file:www.pdf'"),
  ])
  func `an address without https is told from a file`(target: String, help: String) {
    #expect(advice(Self.report, body: "See [it](\(target)).") == [help])
  }

  @Test(arguments: [
    ("2026-12-03", "has no time of day", "2026-12-03T09:30Z"),
    ("3 December 2026", "has no time of day", "2026-12-03T09:30Z"),
    ("2026-12-03T09:30", "does not say in which zone", "'2026-12-03T09:30Z' where that is UTC"),
    ("2026-12-03 9:30", "does not say in which zone", "'2026-12-03T09:30Z' where that is UTC"),
    ("2026-12-03T09:30 CET", "does not end with a zone", "'2026-12-03T09:30+01:00'"),
    ("2026-12-03 09:30Z", "is not written as", "write '2026-12-03T09:30Z'"),
    ("3 December 2026, 09:30 GMT", "is not written as", "write '2026-12-03T09:30Z'"),
    ("2026-12-03T25:30Z", "'25:30' is no time of day", "hours and minutes"),
    ("2026-02-30T09:30Z", "'2026-02-30' is not in the calendar", "look the day up"),
    ("2026-12", "does not say on which day", "'T', the time of day and its zone"),
    ("soon", "is not written as", "'T', the time of day and its zone"),
  ])
  func `of an instant is said what is missing, or wrong`(
    release: String, message: String, help: String
  ) {
    let fields = Self.report.replacing("published: 2010", with: "status: scheduled")
    let found = SpecRegister(["reports/r.md": "---\n\(fields)\nrelease: \(release)\n---\n"])
      .diagnostics.filter { $0.level == .error }
    #expect(found.map(\.check.name) == ["bad-date"])
    #expect(found.first?.message.contains(message) == true, "\(found.map(\.message))")
    #expect(found.first?.help?.contains(help) == true, "\(found.map(\.help))")
  }

  @Test(arguments: [
    ("published: 2010-03-04T09:30Z", "write '2010-03-04'"),
    ("published: 4 March 2010 09:30", "write '2010-03-04'"),
  ])
  func `a date with a time of day is offered without it`(field: String, help: String) {
    #expect(advice(Self.report.replacing("published: 2010", with: field)) == [help])
  }

  @Test(arguments: [
    ("\"1,040\"", "write '1040', without the comma"),
    ("1,040,000", "write '1040000', without the comma"),
    ("1 040", "write '1040', in digits alone"), ("40%", "write '40', in digits alone"),
    ("1,04", "write the number in digits"), ("1,5.0", "write the number in digits"),
    ("forty", "write the number in digits"), ("\"1.040\"", "write the number in digits"),
    ("\"1.040,50\"", "write the number in digits"),
    ("1.040.000", "write '1040000', in digits alone"),
    ("0,040", "write the number in digits"), ("1,0400", "write the number in digits"),
  ])
  func `signs within a number are named`(size: String, help: String) {
    let sample = "\nsamples:\n  - id: s\n    title: Files\n    size: \(size)"
    #expect(advice(Self.report + sample) == [help])
  }

  @Test(arguments: [
    ("1.250,50", "1250.50"), ("1,250.50", "1250.50"), ("1.250.000", "1250000"),
    ("1.250.000,5", "1250000.5"), ("1 250,50", "1250.50"), ("1’250.50", "1250.50"),
    ("£1,250", "1250"), ("£12.50", "12.50"), ("£1.250", nil), ("12,50", nil), ("1.25,50", nil),
    ("12,50,000", nil), ("1,250.50.5", nil),
  ])
  func `an amount is offered where its signs can be meant in one way`(
    value: String, meant: String?
  ) {
    let amount =
      "\nrecommendations:\n  - {id: 1, text: Do it., amounts: [{kind: cost, value: \"\(value)\", currency: GBP}]}"
    let help = advice(Self.report + amount).first ?? nil
    let said = help.map { help in String(help.prefix { $0 != "," }) }
    #expect(said == (meant.map { "write '\($0)'" } ?? "write the number in digits"))
  }

  @Test(arguments: ["&nbsp;", "&#32;", "\\u200b", "\\u2060 ", "&#x200B;&nbsp;", "\\u2800", "** **"])
  func `a title of which nothing is seen is none`(title: String) {
    let fields = Self.report.replacing("title: A report", with: "title: \"\(title)\"")
    let found = SpecRegister(["reports/r.md": "---\n\(fields)\n---\n"]).diagnostics
      .filter { $0.level == .error }
    #expect(found.map(\.check.name) == (title == "** **" ? [] : ["wrong-type"]))
  }

  @Test(arguments: [
    ("[x](/areas/north/)", "write 'area:north'"), ("[x](/areas/north)", "write 'area:north'"),
    ("[x](../areas/north/)", "write 'area:north'"),
    ("[x](areas/north/index.html)", "write 'area:north'"),
    ("[x](/areas/north.html#history)", "write 'area:north#history'"),
    ("[x](/reports/r/#para-2)", "write 'para:r#2'"),
    ("[x](/reports/r/recommendations/3/)", "write 'rec:r#3'"),
    ("[x](north.md)", "did you mean '../areas/north.md'?"),
    ("[x](/areas/nort/)", "did you mean 'north'?"),
    ("[x](www.example.org/x)", "write 'https://www.example.org/x'"),
    (
      "[x](/data/)",
      "name a record, like 'area:ID' or '../areas/ID.md', or write the whole address with 'https://'"
    ),
  ])
  func `the address of a page is put into the name of its record`(link: String, help: String) {
    #expect(advice(Self.report, body: "See \(link).") == [help])
  }

  @Test(arguments: [
    ("title: unknown", "title"), ("source: {title: unknown}", "title"),
    ("recommendations: [{id: 1, text: unknown}]", "text"),
  ])
  func `a text cannot be unknown, but may be the word`(field: String, key: String) {
    let fields = Self.report.replacing("title: A report\n", with: "")
    let rest = field.hasPrefix("title") ? fields : Self.report
    let help =
      "write the text, leave the field out, or put 'unknown' into quotes where it is the text"
    #expect(advice("\(rest)\n\(field)") == [help])
    let quoted = field.replacing("\(key): unknown", with: "\(key): \"unknown\"")
    #expect(advice("\(rest)\n\(quoted)") == [])
  }

  @Test(arguments: [
    ("area: [north]", "write 'north' without brackets and without '- '"),
    ("area: [north, south]", "write one value, without brackets and without '- '"),
    ("fieldwork: {from: 2009}", "write one value right behind the field's name"),
    ("status: withdrawn", "add a line 'withdrawal: {date: …, reason: …}'"),
    ("source: {title: A page, address: www.example.org}", "write 'https://www.example.org'"),
    ("recommendations: 3", "write each entry on a line of its own after '- '"),
  ])
  func `a value of another shape is put into words that can be followed`(
    field: String, help: String
  ) {
    #expect(advice("\(Self.report)\n\(field)") == [help])
  }

  @Test func `curly quotes are named, for straight ones would be put around them`() {
    let quoted = Self.report.replacing("A report", with: "“A report: the first”")
    #expect(
      advice(quoted) == ["put straight quotes, \"…\", in place of the curly ones or around them"])
  }

  @Test(arguments: [
    ("recommendations: [{id: 1}]", "rec:1"),
    ("recomendations: [{id: 1, text: Do it.}]", "rec:1"),
    ("recommendations: [{id: 1, text: Do it.}, {id: 1, text: Do that.}]", "rec:2"),
    ("samples: [{id: s}]", "sample:s"),
  ])
  func `what names an entry that was left out is not reported besides`(
    field: String, target: String
  ) {
    let mistake = advice("\(Self.report)\n\(field)")
    #expect(!mistake.isEmpty)
    #expect(advice("\(Self.report)\n\(field)", body: "See [it](\(target)).") == mistake)
  }
}
