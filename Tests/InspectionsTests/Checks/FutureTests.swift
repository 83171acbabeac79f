import Testing

/// Where "in the future" begins.
struct FutureTests {
  private func complaints(published: String, now: String, zone: String?) -> [String] {
    let site = """
      title: Register
      base_url: https://inspections.example.org/
      language: en-GB
      publisher: The editors
      \(zone.map { "time_zone: \($0)" } ?? "html: false")
      """
    let report = """
      ---
      title: A report
      kind: inspection
      publisher: ofsted
      framework: round
      area: north
      published: \(published)
      fieldwork: 2026-09
      ---
      """
    return SpecRegister(["site.yml": site, "reports/first.md": report], now: now)
      .diagnostics(of: "publication-date").flatMap(\.notes)
  }

  @Test(arguments: [
    ("2026-11-24", "2026-11-23T10:00:00Z", nil), ("2026-11-23", "2026-11-23T00:00:00Z", nil),
    ("2026-11-24", "2026-11-23T19:00:00Z", "Asia/Kolkata"),
    ("2026-11", "2026-11-01T00:00:00Z", nil),
  ])
  func `a day that has begun is not in the future`(published: String, now: String, zone: String?) {
    #expect(complaints(published: published, now: now, zone: zone) == [])
  }

  @Test(arguments: [
    ("2026-11-24", "2026-11-23T09:59:59Z", nil, "2026-11-23"),
    ("2026-11-25", "2026-11-23T23:00:00Z", nil, "2026-11-23"),
    ("2026-11-24", "2026-11-23T10:00:00Z", "UTC", "2026-11-23"),
    ("2026-11-23", "2026-11-23T04:59:59Z", "America/New_York", "2026-11-22"),
  ])
  func `a day that has begun nowhere, or not where the site is, is in the future`(
    published: String, now: String, zone: String?, today: String
  ) {
    #expect(
      complaints(published: published, now: now, zone: zone) == ["the site is built for \(today)"])
  }
}
