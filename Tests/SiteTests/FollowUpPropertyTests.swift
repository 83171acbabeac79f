import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import Site

/// Figures of registers made at random: everything is counted once, and nothing depends on an order.
struct FollowUpPropertyTests {
  private static let today = "2014-05-20"
  private static let dates = [
    "unknown", "2008", "2008-04", "2009-W01", "2009-W31", "2010-02-28", "2011-12-31", "2012",
    "2013-01-01", "2014-05",
  ]
  private static let times = [
    "", ", due: within 3 months", ", due: immediately", ", due: 2012-06", ", due: unknown",
    ", due: 2019-01-01",
  ]

  private func files(_ generator: inout Seeded) -> [String: String] {
    func pick(_ all: [String], _ generator: inout Seeded) -> String {
      all[Int.random(in: 0..<all.count, using: &generator)]
    }
    var files = [
      "organisations/other.md": "title: The Other\nkind: inspected-body",
      "areas/old.md": "title: Old\nkind: region\nto: 2012-W01\nsuccessors: unknown",
    ]
    for report in 0..<Int.random(in: 1...8, using: &generator) {
      let area = pick(["north", "old"], &generator)
      let id = "\(area)-\(report)"
      let count = Int.random(in: 0...5, using: &generator)
      let asked = (0..<count).map { number in
        let to = pick(["agency", "other", "[agency, other]"], &generator)
        let text = pick(["Do it", "Do that", "Do more"], &generator)
        return "{id: \(number + 1), text: \(text), to: \(to)\(pick(Self.times, &generator))}"
      }
      files["reports/\(id).md"] = asking(area, published: pick(Self.dates, &generator), asked)
      for visit in 0..<Int.random(in: 0...2, using: &generator) {
        let closed = (0..<count).filter { _ in Bool.random(using: &generator) }.map { number in
          let reason = pick(["implemented", "superseded"], &generator)
          return "{recommendation: \(number + 1), as: \(reason)}"
        }
        files["reports/\(id)-visit-\(visit).md"] = visiting(
          id, area: area, published: pick(Self.dates, &generator), closed)
      }
    }
    return files
  }

  @Test func `everything is counted once`() async {
    await Fuzz.rounds("figures", usual: 60) { generator in
      let site = site(files(&generator), on: Self.today)
      for subject in site.followUp.subjects {
        let figures = subject.figures
        let all = figures.all.total
        #expect(all == kinds.reduce(0) { $0 + figures.all[$1] })
        #expect(all == figures.years.reduce(0) { $0 + $1.counts.total })
        #expect(all == figures.timings.reduce(0) { $0 + $1.count })
        for kind in kinds {
          #expect(figures.all[kind] == figures.years.reduce(0) { $0 + $1.counts[kind] })
        }
        #expect(figures.all[.closed] == figures.closing.count + figures.closing.undated)
        #expect(figures.all[.closed] == figures.reasons.reduce(0) { $0 + $1.count })
      }
    }
  }

  @Test func `the end of a year counts what was asked and closed by then`() async {
    await Fuzz.rounds("year ends", usual: 60) { generator in
      let site = site(files(&generator), on: Self.today)
      guard let figures = site.followUp[.register]?.figures else { return }
      let asked = site.followUp.histories.compactMap { followed in
        year(of: followed.report).map { (year: $0, followed: followed) }
      }
      for end in figures.ends {
        let year = end.day.components.year
        let so = asked.filter { $0.year <= year }
        let closed = so.count { closedForCertain($0.followed, by: end.day, in: site) }
        #expect(end.counts.total == so.count)
        #expect(end.counts[.closed] == closed)
        #expect(
          end.counts.unclosed == so.count - closed - end.counts[.notKnown]
            - end.counts[.withdrawn])
      }
      #expect(figures.ends.last?.counts.total ?? 0 == asked.count)
      #expect(figures.ends.isEmpty == asked.isEmpty)
    }
  }

  @Test func `the order of records and of recommendations changes nothing`() async {
    await Fuzz.rounds("orders", usual: 20) { generator in
      let site = site(files(&generator), on: Self.today)
      let shuffled = site.register.records.shuffled(using: &generator)
      let other = SiteContext(
        register: Register(site: site.register.site, records: shuffled), now: site.now,
        addresses: site.addresses)
      for name in ["by-year", "year-ends", "times"] {
        let path = "data/follow-up-\(name).csv"
        #expect(site.file(path) == other.file(path))
      }
      #expect(
        site.followUp.subjects.map { $0.repeats.map(\.count) }
          == other.followUp.subjects.map { $0.repeats.map(\.count) })
      let courses = site.followUp.histories.map { RecommendationCourse($0, in: site.register) }
      let straight = FollowUpFigures(of: courses, on: site.now.day)
      let mixed = FollowUpFigures(of: courses.shuffled(using: &generator), on: site.now.day)
      #expect(straight.ends.map(\.counts) == mixed.ends.map(\.counts))
      #expect(straight.years.map(\.counts) == mixed.years.map(\.counts))
      #expect(straight.closing.median == mixed.closing.median)
    }
  }

  @Test func `what is said once of a group is what each of it would say`() async {
    await Fuzz.rounds("groups", usual: 60) { generator in
      let site = site(files(&generator), on: Self.today)
      for report in site.register.reports.records {
        let all = site.histories[report]
        guard all.count > 1 else { continue }
        let shared = SharedFacts.of(all, in: site.register)
        let grounds = Set(
          all.map { StatusWords.ground($0, in: site.register, of: all.count) })
        #expect(shared.ground == (grounds.count == 1 ? grounds.first : nil))
        let bodies = Set(all.map { $0.recommendation.to.map(\.value) })
        #expect(shared.addressees == (bodies.count == 1 ? bodies.first : nil))
        let visits = Set(all.map { $0.lastConclusions.last?.visit.id })
        #expect(shared.visit == (visits.count == 1 ? visits.first ?? nil : nil))
      }
    }
  }

  @Test func `a filter counts every recommendation that has a value`() async {
    await Fuzz.rounds("filters", usual: 60) { generator in
      let site = site(files(&generator), on: Self.today)
      let all = site.register.reports.records.flatMap { site.histories[$0] }
      let values: [(filter: String, of: (RecommendationHistory) -> [String])] = [
        ("status", { [$0.status.kind.rawValue] }),
        ("area", { $0.report.areas.map(\.value.name) }),
        ("to", { $0.recommendation.to.map(\.value.name) }),
        ("year", { $0.report.year.map { ["\($0)"] } ?? [] }),
        ("due", { [RecommendationFilter.dueName(of: $0.yearDue)] }),
      ]
      let filters = RecommendationFilter.all(of: all, in: site)
      for (name, values) in values {
        var counts: [String: Int] = [:]
        for value in all.flatMap(values) { counts[value, default: 0] += 1 }
        let found = filters.first { $0.name == name }?.values.map { ($0.name, $0.count) } ?? []
        #expect(Dictionary(uniqueKeysWithValues: found) == (counts.count > 1 ? counts : [:]))
      }
    }
  }

  private var kinds: [RecommendationStatus.Kind] { RecommendationStatus.Kind.allCases }

  /// The year of publication by what was typed; a week of two years has none.
  private func year(of report: Report) -> Int? {
    let text = report.published?.value.value?.description ?? "unknown"
    return text == "unknown" || text == "2009-W01" ? nil : Int(text.prefix(4))
  }

  /// Whether the visit that closed it was published by a day, whatever its date may mean; all that are
  /// closed today are.
  private func closedForCertain(
    _ followed: RecommendationHistory, by day: Day, in site: SiteContext
  ) -> Bool {
    guard case .closed(_, let visit) = followed.status else { return false }
    guard day < site.now.day else { return true }
    let published = site.register.reports[visit]?.published?.value.value
    return published.map { $0.latest <= day } ?? false
  }
}

extension Register {
  /// Every record, by collection.
  fileprivate var records: [ContentRecord] {
    organisations.records.map(ContentRecord.organisation)
      + frameworks.records.map(ContentRecord.framework) + areas.records.map(ContentRecord.area)
      + reports.records.map(ContentRecord.report)
  }
}
