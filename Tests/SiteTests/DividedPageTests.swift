import Testing

@testable import Site

/// What pages say of a list that is divided: by year, and a long year by month.
struct DividedPageTests {
  /// A hundred and twenty reports, sixty in January and sixty in February 2010, each with a judgement,
  /// a recommendation, a correction and an account of it in the same month.
  private static let divided: SiteContext = {
    var files: [String: String] = [:]
    for number in 1...120 {
      let month = number <= 60 ? "2010-01" : "2010-02"
      files["reports/r\(number).md"] = """
        title: Report \(number)
        kind: inspection
        publisher: ofsted
        framework: round
        form: known-of
        area: north
        published: \(month)
        overall: poor
        judgements: [{aspect: care, grade: poor}]
        recommendations: [{id: 1, text: Do it., aspect: care, to: [agency]}]
        changes: [{date: \(month)-28, note: A word.}]
        """
      files["coverage/c\(number).md"] = """
        title: Account \(number)
        outlet: The Courier
        kind: news
        published: \(month)
        about: [r\(number)]
        claims: [{report: r\(number), says: It was poor., untested: A word is no grade.}]
        """
    }
    return site(files)
  }()

  @Test(
    arguments: [
      "reports/", "recommendations/", "changes/", "coverage/", "frameworks/round/aspects/care/",
      "areas/north/reports/",
    ])
  func `an index says that the latest are below only where they are, and never that there is none`(
    _ path: String
  ) throws {
    let whole = try Self.divided.rendered(path)
    #expect(whole.contains("The latest"))
    let year = try Self.divided.rendered("\(path)2010/")
    #expect(year.contains("\(path)2010/01/\""))
    #expect(!year.contains("atest"))
    #expect(!year.contains("<ul class=\"entries\">") && !year.contains("<caption"))
    for page in [whole, year] {
      #expect(!page.contains("holds no") && !page.contains("no judgement"))
    }
  }

  @Test func `how many each part of a list has stands apart from the next`() throws {
    let page = try Self.divided.rendered("reports/")
    #expect(page.contains("aria-label=\"Parts of the list, each with how many it has\""))
    let nav = try #require(page.range(of: "<ul class=\"letters\">"))
    let end = try #require(page[nav.upperBound...].range(of: "</ul>"))
    let parts = page[nav.upperBound..<end.lowerBound].split(separator: "</li>").filter {
      $0.contains("<a")
    }
    #expect(parts.count > 1)
    for part in parts {
      #expect(part.contains(/[^>]\ <span class="standing">\(\d+\)<\/span><\/a>$/))
    }
  }

  @Test func `what is counted of the accounts below an index is said to be of those`() throws {
    // Twenty accounts open the list, with one claim each that nothing tests.
    let coverage = try Self.divided.rendered("coverage/")
    #expect(coverage.contains("<p>In those below: <span class=\"worked-out\">20 claims:"))
    #expect(!(try Self.divided.rendered("coverage/2010/")).contains("claims"))
  }

  @Test func `a page of a framework is not divided by framework`() throws {
    let whole = try Self.divided.rendered("timeline/")
    #expect(whole.contains("divided by the framework they were made under, and by date."))
    let framework = try Self.divided.rendered("timeline/round/2010/")
    #expect(framework.contains("They are divided by date."))
  }

  @Test func `part of a list without a judgement says so of itself`() throws {
    // Of 2010 a hundred recommendations and no judgement, of 2009 both.
    let items = (1...100).map { "  - {id: \($0), text: Do it., aspect: care}" }
      .joined(separator: "\n")
    let asking = """
      title: Letter
      kind: inspection
      publisher: ofsted
      framework: round
      form: known-of
      area: north
      published: 2010-01-03
      recommendations:
      \(items)
      """
    let site = site(["reports/letter.md": asking])
    let path = "frameworks/round/aspects/care/"
    #expect(try site.rendered(path).contains("no judgement") == false)
    #expect(
      try site.rendered("\(path)2010/").contains("This part of the list has no judgement"))
  }

  @Test func `a register without reports says so`() throws {
    let empty = siteContext(of: soundRegister(["site.yml": plainSettings], usual: [:]))
    let page = try empty.rendered("reports/")
    #expect(page.contains("The register holds no reports yet.") && !page.contains("<table"))
  }
}
