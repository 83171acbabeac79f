import Foundation
import Testing

@testable import Site

struct CalendarTests {
  @Test(arguments: [0, 1, 30, 66, 67, 68, 69, 140, 500])
  func `no line is longer than 75 octets, and unfolding gives the text back`(length: Int) {
    for letter in ["a", "é", "→", "🧭"] {
      let text = String(repeating: letter, count: length)
      var calendar = CalendarBuffer()
      calendar.text("SUMMARY", text)
      let whole = String(decoding: calendar.bytes, as: UTF8.self)
      let lines = calendar.bytes.split(separator: UInt8(ascii: "\n"))
      #expect(lines.allSatisfy { $0.last == UInt8(ascii: "\r") && $0.count - 1 <= 75 })
      #expect(whole.replacing("\r\n ", with: "") == "SUMMARY:\(text)\r\n")
      for line in lines { #expect(String(validating: line, as: UTF8.self) != nil) }
    }
  }

  @Test func `an area has a calendar only where that has an event`() throws {
    for (due, isMade) in [("", false), (", due: 2010-01", true)] {
      let site = sampleSite(Sample.files("recommendations: [{id: 1, text: Do it\(due)}]"))
      let calendar = "areas/north/due-dates.ics"
      #expect((site.file(calendar) != nil) == isMade)
      #expect(try site.rendered("areas/north/").contains(calendar) == isMade)
    }
  }

  @Test func `separators and line ends of a text are escaped`() {
    #expect(CalendarBuffer.escaped("a,b;c\\d\ne\u{7}") == "a\\,b\\;c\\\\d\\ne ")
  }

  @Test(arguments: [
    ("within 3 months", "2009-06-15", "20090915"), ("2009-12", "2009-06-15", "20091231"),
    ("immediately", "2009-06", "20090630"), ("within 28 days", "2009-02", "20090328"),
    ("within 1 month", "2009", "20100131"),
  ])
  func `an event stands on the last day that its date may mean`(
    due: String, published: String, day: String
  ) throws {
    let files = Sample.files(
      "recommendations:\n  - {id: 1, text: Do it, due: \(due)}\n  - {id: 2, text: This too, due: \(due)}",
      published: published)
    let calendar = try #require(sampleSite(files).file("data/due-dates.ics"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:\(day)\r\n"))
    let words =
      day == "20090328" ? "by 28 March 2009" : day == "20100131" ? "by 31 January 2010" : "by "
    #expect(calendar.contains("SUMMARY:Due \(words)"))
    #expect(calendar.contains(": recommendations 1 and 2\\, "))
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 2)
  }
}
