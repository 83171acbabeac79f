import Inspections
import TestSupport
import Testing

@testable import Site

struct ListDivisionTests {
  private struct Row {
    let number: Int
    let name: String
    let date: PartialDate?
    var items = 1
    var bytes = 100
  }

  private let byDate = ListDivision<Row>(
    by: [.year(\.date), .month(\.date)], named: .days(\.date), items: \.items, bytes: \.bytes)
  private let byName = ListDivision<Row>(
    by: [.letter(\.name)], named: .names(\.name), items: \.items, bytes: \.bytes)

  private func rows(_ count: Int, on date: String) -> [Row] {
    (0..<count).map { Row(number: $0, name: "", date: PartialDate(date)) }
  }

  @Test func `a list of a hundred is one page, and one more divides it`() {
    let hundred = rows(60, on: "2012-03-01") + rows(40, on: "2011")
    #expect(byDate.pages(of: hundred, at: "reports/").map(\.place.path) == ["reports/"])
    let more = hundred + rows(1, on: "2010")
    let pages = byDate.pages(of: more, at: "reports/", leading: 20)
    #expect(
      pages.map(\.place.path) == [
        "reports/", "reports/2012/", "reports/2011/", "reports/2010/",
      ])
    #expect(pages.map(\.rows.count) == [20, 60, 40, 1])
    #expect(pages[0].parts.map(\.count) == [60, 40, 1])
    #expect(pages[0].parts.map(\.anchor) == ["year-2012", "year-2011", "year-2010"])
    #expect(pages[0].isIndex && pages[0].place.count == 101)
  }

  @Test func `rows of one part that stand apart come together, in the place of the first`() {
    let apart = rows(60, on: "2012-03-01") + rows(30, on: "2011") + rows(20, on: "2012-05-01")
    let pages = byDate.pages(of: apart, at: "reports/")
    #expect(
      pages.map(\.place.path) == ["reports/", "reports/2012/", "reports/2011/"])
    #expect(pages[0].parts.map(\.count) == [80, 30])
    #expect(pages[1].rows.map(\.number) == Array(0..<60) + Array(0..<20))
  }

  @Test
  func `a long year is divided by month, and a long month by number with its days in the name`() {
    let march = (0..<150).map {
      Row(number: $0, name: "", date: PartialDate("2012-03-\($0 < 75 ? "20" : "05")"))
    }
    let pages = byDate.pages(of: march + rows(1, on: "2012"), at: "r/")
    #expect(
      pages.map(\.place.path) == [
        "r/", "r/2012/", "r/2012/03/", "r/2012/03/2/", "r/2012/undated/",
      ])
    #expect(
      pages.map(\.place.title) == [
        "", "2012", "20 March 2012 (part 1 of 2)", "5 March 2012 (part 2 of 2)",
        "2012, month not known",
      ])
    #expect(pages[2].above.map(\.title) == ["2012"])
    #expect(pages[2].parts.map(\.path) == ["r/2012/03/", "r/2012/03/2/"] && !pages[2].isIndex)
  }

  @Test func `of very many pages by number each lists some at the same distance`() {
    let pages = byDate.pages(of: rows(9_950, on: "2012-03-05"), at: "r/")
    // A hundred pages: forty links would do for at most forty of them, so every third is listed.
    #expect(pages.count == 102 && pages.filter(\.isIndex).count == 2)
    #expect(pages[5].parts.map(\.path).prefix(3) == ["r/2012/03/", "r/2012/03/4/", "r/2012/03/7/"])
    #expect(pages[5].parts.count == 34 && !pages[5].isIndex)
  }

  @Test func `few rows that take much room are divided too, and one row of any size stands alone`()
  {
    let heavy = (0..<4).map {
      Row(number: $0, name: "", date: PartialDate("2012-01-01"), bytes: 60_000)
    }
    let pages = byDate.pages(of: heavy, at: "r/")
    #expect(pages.filter { !$0.isIndex }.map(\.rows.count) == [1, 1, 1, 1])
    let one = [Row(number: 0, name: "", date: nil, items: 5000, bytes: 9_000_000)]
    #expect(byDate.pages(of: one, at: "r/").map(\.place.path) == ["r/"])
  }

  @Test func `names stand under letters without accents, and long letters say their range`() {
    func named(_ names: [String], _ count: Int) -> [Row] {
      names.flatMap { name in
        (0..<count).map { Row(number: $0, name: "\(name) \($0)", date: nil) }
      }
    }
    let names = named(["7 days"], 1) + named(["Ábel"], 1) + named(["Beach", "Bridge"], 70)
    let pages = byName.pages(of: names, at: "areas/")
    #expect(
      pages.map(\.place.path) == ["areas/", "areas/other/", "areas/a/", "areas/b/", "areas/b/2/"])
    #expect(
      pages.map(\.place.title) == [
        "", "0–9", "A", "Beach 0 to Beach 69 (part 1 of 2)",
        "Bridge 0 to Bridge 69 (part 2 of 2)",
      ])
  }

  @Test(arguments: [
    // Ninety rows of which 22 fit a page take five pages, of eighteen each.
    (90, 4_500, [18, 18, 18, 18, 18]),
    (101, 10, [51, 50]), (3, 60_000, [1, 1, 1]), (7, 30_000, [2, 3, 2]),
    (5, 99_000, [1, 1, 1, 1, 1]),
  ])
  func `pages by number are as few as can be, and about as full as one another`(
    count: Int, bytes: Int, sizes: [Int]
  ) {
    let byNumber = ListDivision<Row>(by: [], named: .names(\.name), bytes: \.bytes)
    let rows = (0..<count).map {
      Row(number: $0, name: "Row \($0)", date: nil, bytes: bytes)
    }
    let pages = byNumber.pages(of: rows, at: "r/")
    #expect(pages.map(\.rows.count) == sizes)
    #expect(pages.flatMap { $0.rows.map(\.number) } == Array(0..<count))
  }

  @Test func `a part does not take the address of a record`() {
    let division = ListDivision<Row>(
      by: [.year(\.date)], named: .days(\.date), bytes: \.bytes, besides: { $0 == "2012" })
    let pages = division.pages(of: rows(70, on: "2012") + rows(70, on: "2011"), at: "reports/")
    #expect(
      pages.map(\.place.path) == ["reports/", "reports/2012-list/", "reports/2011/"])
    #expect(pages[0].parts.map(\.path) == ["reports/2012-list/", "reports/2011/"])
  }

  @Test(arguments: 0..<40)
  func `every row is on one page, no page is too long, and neighbours lead through all`(_ seed: Int)
  {
    var random = Seeded(state: UInt64(seed))
    let dates: [PartialDate?] = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      let year = Int.random(in: 2005...2012, using: &random)
      let month = Int.random(in: 10...12, using: &random)
      let day = Int.random(in: 10...28, using: &random)
      let texts = ["\(year)", "\(year)-\(month)", "\(year)-\(month)-\(day)", "\(year)-W\(day)", ""]
      return texts.randomElement(using: &random).flatMap { PartialDate($0) }
    }
    let rows = (0..<Int.random(in: 0...900, using: &random)).map { number in
      Row(
        number: number, name: "", date: dates.randomElement(using: &random) ?? nil,
        items: Int.random(in: 1...12, using: &random),
        bytes: Int.random(in: 10...30_000, using: &random))
    }
    let pages = byDate.pages(of: rows, at: "list/")
    let listing = pages.filter { !$0.isIndex }
    #expect(listing.flatMap { $0.rows.map(\.number) }.sorted() == rows.map(\.number))
    #expect(Set(pages.map(\.place.path)).count == pages.count)
    for page in listing where page.rows.count > 1 {
      #expect(page.rows.reduce(0) { $0 + $1.items } <= ListBounds.items)
      #expect(page.rows.reduce(0) { $0 + $1.bytes } <= ListBounds.bytes)
    }
    for page in pages {
      #expect(page.isIndex || page.place.count == page.rows.reduce(0) { $0 + $1.items })
      if page.isIndex { #expect(page.place.count == page.parts.reduce(0) { $0 + $1.count }) }
      for part in page.parts { #expect(pages.contains { $0.place.path == part.path }) }
    }
    for (left, right) in zip(listing, listing.dropFirst()) {
      #expect(left.neighbours?.next?.path == right.place.path)
      #expect(right.neighbours?.previous?.path == left.place.path)
    }
    #expect(listing.first?.neighbours?.previous == nil && listing.last?.neighbours?.next == nil)
  }
}
