import Diagnostics
import Foundation
import Testing

/// One thing that is wrong, and what is said about it.
struct Fact: Sendable, CustomTestStringConvertible {
  /// Where the documents' mistakes are shown.
  enum Site: String, Sendable {
    case shipped
    case copy

    /// The folder of its records.
    var content: String {
      switch self {
      case .shipped: "\(Repository.root)/content"
      case .copy: "\(Repository.sites)/published-mistakes/content"
      }
    }

    /// The text of a record.
    func text(of file: String) throws -> String {
      try String(contentsOfFile: "\(content)/\(file).md", encoding: .utf8)
    }
  }

  /// The number of the item; 0 for what was found later.
  let item: Int
  /// What is wrong, in words.
  let what: String
  let check: String
  let level: Level
  let site: Site
  let file: String
  /// A part of each message.
  let words: String
  let count: Int

  init(
    _ item: Int, _ what: String, _ check: String, _ level: Level, on site: Site = .shipped,
    _ file: String, _ words: String = "", count: Int = 1
  ) {
    self.item = item
    self.what = what
    self.check = check
    self.level = level
    self.site = site
    self.file = file
    self.words = words
    self.count = count
  }

  var testDescription: String { "\(item) \(what)" }

  func matches(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.check.name == check && diagnostic.level == level
      && diagnostic.primary.span.file.path == "content/\(file).md"
      && (words.isEmpty || diagnostic.message.contains(words))
  }
}

/// One thing that looks wrong and is not.
struct Silence: Sendable, CustomTestStringConvertible {
  /// The number of the item; 0 for numbers that hold.
  let item: Int
  let what: String
  /// The checks that could take it for wrong.
  let checks: [String]
  let site: Fact.Site
  let file: String
  /// A text of the file that shows that the matter is there at all.
  let material: String
  /// A part of what a message about it would say; any message where it is empty.
  let words: String

  init(
    _ item: Int, _ what: String, _ checks: [String], on site: Fact.Site = .shipped, _ file: String,
    shows material: String, _ words: String = ""
  ) {
    self.item = item
    self.what = what
    self.checks = checks
    self.site = site
    self.file = file
    self.material = material
    self.words = words
  }

  var testDescription: String { "\(item) \(what)" }

  func forbids(_ diagnostic: Diagnostic) -> Bool {
    checks.contains(diagnostic.check.name)
      && diagnostic.primary.span.file.path == "content/\(file).md"
      && (words.isEmpty || diagnostic.message.contains(words))
  }
}

/// One thing that only a reader can judge, and the words of a note that tell of it.
struct EditorsNote: Sendable, CustomTestStringConvertible {
  let item: Int
  let what: String
  let file: String
  let words: String

  init(_ item: Int, _ what: String, _ file: String, _ words: String) {
    self.item = item
    self.what = what
    self.file = file
    self.words = words
  }

  var testDescription: String { "\(item) \(what)" }
}

/// Slips of the pen that no record carries and no check is about.
let slips = [
  (item: 21, what: "an unclosed quotation, a verb, a stray page header, grades not in bold"),
  (item: 44, what: "an unbalanced bracket, a body's name in the plural"),
]

private let eastMidlands = "reports/east-midlands-2008"
private let answer = "responses/east-midlands-2008-cafcass"
private let visit = "reports/far-south-west-2010-monitoring"
private let consultation = "reports/cafcass-consultation-2009"
private let article = "coverage/community-care-2009-02"
private let summary2018 = "coverage/cafcass-summary-2018"

extension Fact {
  /// The items that data or text can show: item, check, level, place and words.
  static let reported = [
    Fact(
      1, "a survey of 46 young people that is 45 in paragraph 47",
      "sample-size", .error, eastMidlands, "'45 young people'"),
    Fact(
      2, "a contents list without Annex B",
      "contents-list", .error, on: .copy, eastMidlands, "'Annex B: the evidence'"),
    Fact(
      3, "recommendation 1 is narrower in Annex A",
      "wording-drift", .warning, eastMidlands, "recommendation 1 "),
    Fact(
      4, "recommendation 4 has three wordings",
      "wording-drift", .warning, eastMidlands, "recommendation 4 ", count: 2),
    Fact(
      4, "recommendation 7 loses a noun",
      "wording-drift", .warning, eastMidlands, "recommendation 7 "),
    Fact(
      4, "recommendation 8 is reworded",
      "wording-drift", .warning, eastMidlands, "recommendation 8 "),
    Fact(
      4, "recommendation 3 loses a small word",
      "wording-drift", .notice, on: .copy, eastMidlands, "recommendation 3 "),
    Fact(
      4, "recommendation 5 loses a comma",
      "wording-drift", .notice, on: .copy, eastMidlands, "recommendation 5 "),
    Fact(
      5, "most for 14 of 29",
      "quantifier", .error, eastMidlands, "14 of 29 is 48.3"),
    Fact(
      7, "five references that miss their evidence",
      "unknown-paragraph", .notice, eastMidlands, "leads to paragraph", count: 5),
    Fact(
      9, "one Act under two names",
      "near-miss-name", .warning, on: .copy, eastMidlands, "Act 2000' is nearly"),
    Fact(
      10, "race and diversity, Inadequate without a recommendation",
      "grade-without-recommendation", .warning, eastMidlands, "race-diversity"),
    Fact(
      11, "four graded aspects without a place in the summary",
      "contents-list", .notice, eastMidlands, "the summary has no place", count: 4),
    Fact(
      13, "eight dates after the end of the region",
      "due-after-end", .warning, answer, "2008-04", count: 8),
    Fact(
      14, "ten recommendations that nobody followed up",
      "never-followed-up", .notice, eastMidlands, count: 10),
    Fact(
      15, "January on the cover and February in the press",
      "claim-differs", .notice, article, "'2008-02' is claimed"),
    Fact(
      15, "the same in an article of 2008",
      "claim-differs", .notice, "coverage/community-care-2008-05", "'2008-02' is claimed"),
    Fact(
      17, "15 interviews that are 15 observations, beside 15 other interviews",
      "sample-size", .notice, eastMidlands, "'15 interviews'"),
    Fact(
      22, "a consultation report after the start it consults on",
      "outside-life", .warning, consultation, "2009-10"),
    Fact(
      23, "21 replies online, of which 5 were on paper",
      "sample-size", .warning, consultation, "'21 replies made online'"),
    Fact(
      25, "comments said to be in Annex 1",
      "unknown-paragraph", .notice, consultation, "'Annex 1' leads to"),
    Fact(
      26, "an adjective that changes between question and finding",
      "wording-drift", .notice, on: .copy, "reports/consultation-2009", "survey 'q3'"),
    Fact(
      27, "a name without its second and, where it is not listed",
      "near-miss-name", .warning, on: .copy, "reports/consultation-2009", "Advisory Support"),
    Fact(
      28, "adviser and advisor in one letter",
      "near-miss-name", .notice, visit, "'family court advisor'"),
    Fact(
      28, "recommendation and area for improvement in one letter",
      "near-miss-name", .notice, visit, "'recommendations' is a term"),
    Fact(
      32, "seven items past their dates at the visit",
      "overdue-at-visit", .notice, visit, count: 7),
    Fact(
      33, "no inspection of Far South West within three years",
      "reinspection-overdue", .warning, "areas/far-south-west", "2009-06"),
    Fact(
      35, "Ofsted's takeover in the wrong year",
      "claim-differs", .warning, article, "Ofsted became the inspectorate"),
    Fact(
      36, "an overall grade that the report does not give",
      "claim-differs", .warning, article, "'inadequate' is claimed as the overall grade"),
    Fact(
      37, "a grade off the scale of the pilots",
      "claim-differs", .warning, article, "'adequate' is claimed"),
    Fact(
      38, "a fourth report in a year that took longer",
      "claim-differs", .notice, article, "'1 year' is claimed for 4 reports"),
    Fact(
      40, "a final plan by the end of March",
      "claim-differs", .notice, article, "The final plan"),
    Fact(
      41, "two accounts of the South East",
      "claim-differs", .notice, article, "the South East"),
    Fact(
      42, "a second inspection that was none",
      "claim-differs", .warning, summary2018, "the second time"),
    Fact(
      43, "an inspection in March that began in February",
      "claim-differs", .notice, summary2018, "March 2018"),
    Fact(
      43, "Outstanding, with the grades of aspects left out",
      "claim-differs", .notice, summary2018, "is all that the body tells of its grades"),
  ]

  /// True findings beyond the items, most of them on what is reported elsewhere.
  static let beyond = [
    Fact(
      0, "a title that makes 2018 Good",
      "claim-differs", .warning, "coverage/todays-family-lawyer-2024", "'good' is claimed"),
    Fact(
      0, "a three-year round that did not begin in April 2009",
      "claim-differs", .notice, "coverage/community-care-2008-09"),
    Fact(
      0, "no inspection of Greater London within three years",
      "reinspection-overdue", .warning, "areas/greater-london"),
    Fact(
      0, "no inspection of North and South of Tyne within three years",
      "reinspection-overdue", .warning, "areas/north-south-of-tyne"),
  ]
}

extension Silence {
  /// The items that look wrong and are not.
  static let items = [
    Silence(
      18, "one number for two things: 33 files and 33 reports", ["sample-size"], eastMidlands,
      shows: "[33 case files](sample:case-files)", "'33"),
    Silence(
      18, "one number for two things: 14 meetings and 14 records", ["sample-size", "duplicate-id"],
      eastMidlands, shows: "[14](sample:stakeholder-meetings)", "'14"),
    Silence(
      18, "one number for two things: 6 partners and 6 meetings", ["sample-size", "duplicate-id"],
      eastMidlands, shows: "[6](sample:partner-visits)", "'6"),
    Silence(
      20, "words that are no grades, and a verdict off the scale",
      ["unknown-grade", "stated-tally"],
      eastMidlands, shows: "condemns in words that are not on the scale"),
    Silence(
      30, "inspected and published in one month",
      ["published-before-fieldwork", "publication-lag", "publication-date"],
      "reports/far-south-west-2009", shows: "fieldwork: 2009-06\npublished: 2009-06"),
    Silence(
      31, "satisfactory overall with two of seven inadequate",
      ["stated-tally", "visit-incomplete"],
      visit, shows: "overall_progress: satisfactory"),
    Silence(
      39, "31 days to publication, under a rule not in force", ["publication-lag"],
      "reports/birmingham-black-country-2009", shows: "published: 2009-02-16"),
    Silence(
      45, "headings that occur twice",
      ["heading-order", "duplicate-id", "contents-list", "unknown-reference"],
      on: .copy, eastMidlands, shows: "### General assessment", "General assessment"),
    Silence(
      45, "a heading for a section and again for an annex", ["heading-order", "duplicate-id"],
      eastMidlands, shows: "### Court reports"),
    Silence(
      46, "East Midlands, inspected within its life", ["outside-life"], eastMidlands,
      shows: "fieldwork: 2007-06/2007-07"),
    Silence(
      46, "South East, published after its end", ["outside-life"], "reports/south-east-2008",
      shows: "fieldwork: 2007-11/2007-12"),
    Silence(
      47, "one inspector in two reports", ["near-miss-name", "duplicate-id", "staff-name"],
      on: .copy, eastMidlands, shows: "name: Jo Marsh", "Marsh"),
    Silence(
      47, "and in the other report", ["near-miss-name", "duplicate-id", "staff-name"],
      on: .copy, "reports/consultation-2009", shows: "name: Jo Marsh", "Marsh"),
  ]

  /// Sums, shares, tallies and dates that the documents print and that are right.
  static let numbersThatHold = [
    Silence(
      0, "0 + 1 + 7 + 25 = 33", ["distribution-sum"], eastMidlands,
      shows: "{excellent: 0, good: 1, adequate: 7, inadequate: 25}"),
    Silence(
      0, "0 + 6 + 14 + 9 = 29", ["distribution-sum"], eastMidlands,
      shows: "{excellent: 0, good: 6, adequate: 14, inadequate: 9}"),
    Silence(
      0, "33 + 29 = 62, 25 + 9 = 34, 7 + 14 = 21, 1 + 6 = 7", ["distribution-sum"], eastMidlands,
      shows: "{excellent: 0, good: 7, adequate: 21, inadequate: 34}"),
    Silence(
      0, "15 + 73 = 88 and 60 + 28 = 88", ["distribution-sum"], eastMidlands,
      shows: "counts: {without comment: 60, with comment: 28}"),
    Silence(
      0, "1 + 3 + 1 + 1 = 6", ["distribution-sum"], eastMidlands,
      shows: "{administrators: 1, advisers: 3, managers: 1, support groups: 1}"),
    Silence(
      0, "shares in words and their figures", ["share-figures", "per-cent-range"], eastMidlands,
      shows: "[few](share:private-reports.good)"),
    Silence(
      0, "twelve graded aspects: seven, three, one and one divided", ["stated-tally"], eastMidlands,
      shows: "seven Inadequate, three Good, one Adequate"),
    Silence(
      0, "131 paragraphs and their numbers", ["paragraph-number", "footnote"], eastMidlands,
      shows: "paragraphs: 131"),
    Silence(
      0, "ten recommendations, each answered once", ["response-incomplete"], answer,
      shows: "recommendation: 10"),
    Silence(
      0, "a due date in the month of the region's end", ["due-after-end"], answer,
      shows: "due: 2008-04", "'2008-04'"),
    Silence(
      0, "thirteen rows that add up to 21", ["distribution-sum"], consultation,
      shows: "{strongly-agree: 7, agree: 11, neither: 1, disagree: 1,"),
    Silence(
      0, "16 + 5 = 21 = 7 + 6 + 1 + 3 + 2 + 2", ["distribution-sum"], consultation,
      shows: "responses: {online: 16, paper: 5}"),
    Silence(
      0, "15, 17, 18 and 19 of the 21 replies", ["stated-tally", "share-figures"], consultation,
      shows: "Of the 21 who replied, 18"),
    Silence(
      0, "five of the seven areas for improvement", ["stated-tally"], visit,
      shows: "the seven areas for improvement as showing satisfactory progress"),
    Silence(
      0, "26, 30, 34 and 65 per cent", ["per-cent-range"], visit, shows: "target: 65"),
    Silence(
      0, "a letter eight days after the visit",
      ["publication-lag", "published-before-fieldwork", "publication-date"], visit,
      shows: "fieldwork: 2010-02-01/2010-02-02"),
    Silence(
      0, "199 days to publication, under no rule", ["publication-lag"], eastMidlands,
      shows: "published: 2008-02"),
    Silence(
      0, "the week of 12 January 2009", ["claim-differs", "bad-date"], article,
      shows: "fieldwork: 2009-W03", "2009-W03"),
  ]
}

extension EditorsNote {
  /// The items that only a reader can judge.
  static let items = [
    EditorsNote(6, "8 critical comments and 9 examples", eastMidlands, "number 9. We do not carry"),
    EditorsNote(
      8, "section 3 for section 2, page 7 for note 31", eastMidlands,
      "Paragraph 17 promises more on oversight in section 3"),
    EditorsNote(
      12, "guidance and training asked for, neither answered", answer,
      "Inspectors asked for two things here, guidance and training"),
    EditorsNote(
      16, "the rest called dissatisfied", eastMidlands,
      "Two conclusions sit uneasily with the answers"),
    EditorsNote(19, "Adequate, or Adequate or better", eastMidlands, "leaves out \"or better\""),
    EditorsNote(
      24, "figures tied to the wrong question", consultation,
      "attaches figures to a question they do not answer"),
    EditorsNote(
      29, "plans not shared and plans sent", visit, "Items 4 and 7 are hard to reconcile"),
    EditorsNote(34, "improvements without a figure", visit, "gives a figure for neither"),
    EditorsNote(
      7, "five references, each with the right one", eastMidlands,
      "Five references from this report to its annexes miss their mark"),
    EditorsNote(
      9, "two names of one Act", eastMidlands,
      "Notes 23 and 38 of the report refer to one and the same Act"),
    EditorsNote(
      11, "what the summary lacks", eastMidlands,
      "It has no heading and no grade for the [workforce]"),
    EditorsNote(17, "three times 15", eastMidlands, "The number 15 occurs three times"),
    EditorsNote(
      23, "16 online and 5 on paper", consultation, "16 replies came online and 5 on paper"),
    EditorsNote(
      28, "two spellings and two terms", visit, "The letter spells the adviser's title \"advisor\""),
  ]
}
