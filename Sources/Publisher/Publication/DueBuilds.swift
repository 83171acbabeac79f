import Diagnostics
public import Inspections
import Site

/// A moment from which a site that was built before says something else.
public struct DueBuild: Sendable, Hashable {
  /// Why it does.
  public enum Reason: Sendable, Hashable, Comparable {
    /// A scheduled report is released. Which it is, nobody is told before.
    case release
    /// The date of something that was asked has passed.
    case recommendation(String)
    /// A report should have been answered.
    case answer(String)
    /// An area should have been inspected again.
    case reinspection(String)

    /// What it is called in JSON.
    var name: String {
      switch self {
      case .release: "release"
      case .recommendation: "recommendation-due"
      case .answer: "answer-due"
      case .reinspection: "reinspection-due"
      }
    }

    /// The page that it is about; nil where nobody is to know.
    var path: String? {
      switch self {
      case .release: nil
      case .recommendation(let path), .answer(let path), .reinspection(let path): path
      }
    }

    /// The reason in words.
    var words: String {
      switch self {
      case .release: "a scheduled report is released"
      case .recommendation(let path): "the date of /\(path) has passed"
      case .answer(let path): "the time to answer /\(path) has passed"
      case .reinspection(let path): "the time to inspect /\(path) again has passed"
      }
    }
  }

  /// The moment from which a build is needed.
  public let instant: Instant
  /// Why, in order, each once.
  public let reasons: [Reason]
}

/// When builds are needed after the moment of the request and up to the end of a day.
public struct DueBuilds: Sendable {
  /// The moment that the request is for.
  public let now: Instant
  /// The last day that is looked at.
  public let until: Day
  /// The moments, the next first.
  public let builds: [DueBuild]
  /// Where the site is.
  let address: String
}

/// Works out when builds are needed.
///
/// - Returns: nil where `site.yml` cannot be read.
/// - Throws: ``EnvironmentError`` where files cannot be read.
public func dueBuilds(
  until day: Day, for request: BuildRequest
) async throws(EnvironmentError) -> DueBuilds? {
  guard let linked = try await loadLinkedRecords(request)?.linked else { return nil }
  let (register, now) = (linked.register, linked.now)
  var reasons: [Instant: Set<DueBuild.Reason>] = [:]
  func note(_ reason: DueBuild.Reason, at instant: Instant) {
    guard instant > now.instant, dayOf(instant) <= day else { return }
    reasons[instant, default: []].insert(reason)
  }
  func dayOf(_ instant: Instant) -> Day {
    Moment(.instant(instant), in: register.site.timeZone).day
  }
  func note(_ reason: DueBuild.Reason, after date: PartialDate) {
    // A date has passed when the last day is over that it may mean.
    let next = date.latest.adding(days: 1)
    note(reason, at: Moment(.day(next), in: register.site.timeZone).instant)
  }
  for report in linked.unseen where report.status == .scheduled {
    if let release = report.release?.value { note(.release, at: release) }
  }
  let histories = RecommendationHistories(in: register, on: now.day)
  for report in register.reports.records {
    for history in histories[report] where history.status == .open {
      guard let due = history.due else { continue }
      let number = history.recommendation.number.value
      note(
        .recommendation(Addresses.path(of: .recommendation(report.id, number))), after: due.date)
    }
    if let due = answerDue(to: report, in: register),
      (register.links.responses[report.id] ?? []).isEmpty
    {
      note(.answer(Addresses.path(of: .report(report.id, anchor: nil))), after: due.date)
    }
  }
  for area in register.areas.records {
    guard let next = Reinspection(of: area.id, in: register) else { continue }
    note(.reinspection(Addresses.path(of: .area(area.id, anchor: nil))), after: next.due)
  }
  return DueBuilds(
    now: now.instant, until: day,
    builds: reasons.sorted { $0.key < $1.key }
      .map { DueBuild(instant: $0.key, reasons: $0.value.sorted()) },
    address: request.addresses(of: register.site).baseURL)
}
