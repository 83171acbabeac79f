import Foundation
import TestSupport
import Testing

/// What day it is, from outside: the site says, and neither the machine nor the day in UTC.
struct TimeZoneTests {
  static let build = ["build", "--search", "off", "--as-of"]

  private func day(_ moment: String, zone: String?) throws -> String {
    let project = try Project.golden("everything")
    try project.edit(
      "content/site.yml", "time_zone: Europe/London\n", zone.map { "time_zone: \($0)\n" } ?? "")
    let run = try Program.run(Self.build + [moment], in: project.folder.path)
    #expect(run.status == 0)
    let page = try #require(project.folder.text("public/as-of/index.html"))
    let mark = try #require(page.range(of: "<time datetime=\"2026-", options: .backwards))
    return String(page[mark.upperBound...].prefix(5))
  }

  @Test(arguments: [
    ("2026-11-30T23:45:00Z", nil, "11-30"), ("2026-11-30T23:45:00Z", "Europe/London", "11-30"),
    ("2026-11-30T23:45:00Z", "Asia/Kolkata", "12-01"),
    ("2026-12-01T03:00:00Z", "America/New_York", "11-30"),
    ("2026-12-01", "America/New_York", "12-01"),
    ("2026-12-01", "Asia/Kolkata", "12-01"),
  ])
  func `the page of the day has the day where the site is`(
    moment: String, zone: String?, day: String
  ) throws {
    #expect(try self.day(moment, zone: zone) == day)
  }

  @Test func `the machine's own zone changes no byte`() throws {
    let project = try Project.golden("everything")
    let built = try ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].map { machine in
      let run = try Program.run(
        Self.build + ["2026-06-30T23:30:00Z"], in: project.folder.path,
        environment: ["TZ": machine])
      #expect(run.status == 0)
      return try project.folder.contents(of: "public")
    }
    #expect(built[0] == built[1] && built[0] == built[2])
  }
}
