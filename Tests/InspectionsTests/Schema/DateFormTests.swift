import Inspections
import Testing

/// Which texts are dates.
struct DateFormTests {
  @Test(arguments: [
    ("2008", "2008"), ("2008-01", "2008-01"), ("2008-02-29", "2008-02-29"),
    ("2009-W53", "2009-W53"),
    ("0001-01-01", "0001-01-01"), ("9999", "9999"),
  ])
  func `a date is read at its precision and written as it was`(text: String, written: String) {
    #expect(PartialDate(text)?.description == written)
    #expect(DateInterval(text)?.description == written)
    #expect(DateInterval("\(text)/\(text)")?.description == written)
  }

  @Test(arguments: [
    "", "-", "--", "/", "2008-", "-2008", "2008-1", "2008-01-", "2008-01-1", "2008-13",
    "2009-02-29",
    "2008-01-01-01", "208", "20080", "0000", "2008-W", "2008-W1", "2010-W53", "2008-W00",
    "2008-W1a",
    "2008-01-W1", " 2008", "2008 ", "+208", "٢٠٠٨", "2008-0\u{308}1", "2008\u{2010}01", "２００８",
  ])
  func `anything else is none`(text: String) {
    #expect(PartialDate(text) == nil)
    #expect(DateInterval("\(text)/2012") == nil)
    #expect(DateInterval("1950/\(text)") == nil)
  }

  @Test func `an interval has one date or two, the earlier first`() {
    #expect(DateInterval("2007-06/2007-07")?.description == "2007-06/2007-07")
    #expect(DateInterval("2007/2007-07")?.end == PartialDate("2007-07"))
    #expect(DateInterval("2008/2007") == nil)
    #expect(DateInterval("2007/2008/2009") == nil)
  }
}
