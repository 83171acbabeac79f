import Testing

@testable import Inspections

struct WrittenDateTests {
  @Test(arguments: [
    ("1 July 2026", "2026-07-01"), ("1st July 2026", "2026-07-01"),
    ("1st of July, 2026", "2026-07-01"),
    ("July 1, 2026", "2026-07-01"), ("2026 July 1", "2026-07-01"), ("01-Jul-2026", "2026-07-01"),
    ("3rd Sept. 2026", "2026-09-03"), ("July 2026", "2026-07"), ("2026 July", "2026-07"),
    ("Jul. 2026", "2026-07"), ("31/07/2026", "2026-07-31"), ("07/31/2026", "2026-07-31"),
    ("7/7/2026", "2026-07-07"), ("07/2026", "2026-07"), ("2026/07", "2026-07"),
    ("2026/07/01", "2026-07-01"), ("2026.7.1", "2026-07-01"), ("2026-7-1", "2026-07-01"),
    ("20260701", "2026-07-01"), ("29 February 2028", "2028-02-29"), ("2009-W3", "2009-W03"),
    ("week 3 of 2009", "2009-W03"),
  ])
  func `a date that reads in one way has one reading`(text: String, date: String) {
    #expect(WrittenDate.readings(of: text).map(\.description) == [date])
  }

  @Test(arguments: [
    ("01/07/2026", ["2026-07-01", "2026-01-07"]), ("1.7.2026", ["2026-07-01", "2026-01-07"]),
    ("12-11-2008", ["2008-11-12", "2008-12-11"]),
  ])
  func `a date that some read otherwise has both readings`(text: String, dates: [String]) {
    #expect(WrittenDate.readings(of: text).map(\.description) == dates)
  }

  @Test(arguments: [
    "", "soon", "July", "1 July", "1 July 26", "01/07/26", "31 June 2026", "31/06/2026",
    "2026-06/07",
    "June 2026/27", "July 2026-27", "30 February 2026", "spring 2026", "Q1 2026", "c. 2008",
    "2008?",
    "ju 2026", "1 2 3 2026", "99999999", "2026-13", "1 July 2026 or so", "１ July 2026",
  ])
  func `what is no date, or no certain one, has no reading`(text: String) {
    #expect(WrittenDate.readings(of: text).isEmpty)
  }

  @Test(arguments: [
    ("1 July 2026 to 5 July 2026", "2026-07-01/2026-07-05"),
    ("1 to 5 July 2026", "2026-07-01/2026-07-05"),
    ("1–5 July 2026", "2026-07-01/2026-07-05"), ("June to July 2007", "2007-06/2007-07"),
    ("30 June – 2 July 2007", "2007-06-30/2007-07-02"),
    ("2026-07-01 - 2026-07-05", "2026-07-01/2026-07-05"),
    ("2026-07-01–2026-07-05", "2026-07-01/2026-07-05"),
    ("31/07/2026 to 13/08/2026", "2026-07-31/2026-08-13"),
  ])
  func `two dates that read in one way are an interval`(text: String, interval: String) {
    #expect(WrittenDate.interval(in: text)?.description == interval)
  }

  @Test(arguments: [
    "01/07/2026 to 05/07/2026", "5 July 2026 to 1 July 2026", "July to soon", "a – b", " to ", "/",
    "1 July 2026 – 3 July 2026 – 5 July 2026",
  ])
  func `what is not sure to be two dates is none`(text: String) {
    #expect(WrittenDate.interval(in: text) == nil)
  }
}
