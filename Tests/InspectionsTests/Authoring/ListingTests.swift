import Diagnostics
import Inspections
import Testing

struct ListingTests {
  private let register = InventedRegister().register

  @Test func `records are listed by collection in aligned columns`() {
    let listing = RegisterListing(register, collections: [.areas, .glossary])
    #expect(
      listing.text == """
        areas (2)
          north       region  2001  North       areas/north.md
          north-east  region        North East  areas/north-east.md

        glossary (1)
          plan  term  Plan  glossary/plan.md

        """)
  }

  @Test func `an empty register says so`() {
    #expect(RegisterListing(register, collections: [.pages]).text == "no records\n")
  }

  @Test func `a record is shown with its links in both directions`() {
    let found = RecordOverview.find("north-east-2010", in: register)
    #expect(
      found.map(\.text) == [
        """
        reports/north-east-2010
          title  Inspection of the North East
          kind   inspection
          date   2010-02-03
          file   reports/north-east-2010.md
          holds  1 judgement, 2 recommendations
        names
          published by  organisations/watch    The Watch
          made under    frameworks/rules-2009  Rules of 2009
          inspects      areas/north-east       North East
        is named by
          told of by  coverage/gazette-2010  Plans were poor

        """
      ])
  }

  @Test func `what replaced an area is shown from both sides`() {
    #expect(
      RecordOverview.find("north", in: register)[0].text.contains("succeeded by  areas/north-east"))
    #expect(
      RecordOverview.find("areas/north-east", in: register)[0].text.contains(
        "succeeds      areas/north "))
  }

  @Test func `a name that means nothing gets the nearest`() {
    #expect(RecordOverview.find("nort", in: register).isEmpty)
    #expect(RecordOverview.suggestion(for: "nort", in: register) == "north")
  }

  @Test func `both come as JSON with a version`() {
    let list = String(decoding: RegisterListing(register).json.encoded(), as: UTF8.self)
    #expect(list.hasPrefix("{\n  \"version\": 1,"))
    #expect(list.contains("\"file\": \"areas/north.md\""))
    let record = String(
      decoding: RecordOverview.find("plan", in: register)[0].json.encoded(), as: UTF8.self)
    #expect(record.contains("\"named_by\": []"))
  }
}
