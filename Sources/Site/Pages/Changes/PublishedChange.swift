import Diagnostics
import Inspections

/// A correction or a withdrawal that readers of a report are told of.
struct PublishedChange: Sendable {
  /// What was done.
  enum Deed: Sendable {
    /// The report was corrected; the number of the correction, from 1.
    case corrected(Change, number: Int)
    case withdrawn(Withdrawal)
  }

  let report: Report
  let deed: Deed

  /// When it was done.
  var date: PartialDate {
    switch deed {
    case .corrected(let change, _): change.date.value
    case .withdrawn(let withdrawal): withdrawal.date.value
    }
  }

  /// What is said of it.
  var note: InlineText {
    switch deed {
    case .corrected(let change, _): change.note
    case .withdrawn(let withdrawal): withdrawal.reason
    }
  }

  /// Where readers see it, from the root of the site.
  var path: String {
    let page = Addresses.path(of: .report(report.id, anchor: nil))
    return switch deed {
    case .corrected(_, let number): "\(page)#change.\(number)"
    case .withdrawn: page
    }
  }

  /// Every change of some reports, newest first.
  ///
  /// Complexity: O(n log n) in the changes.
  static func all(of reports: [Report]) -> [PublishedChange] {
    reports.flatMap { report in
      report.changes.enumerated().map { index, change in
        PublishedChange(report: report, deed: .corrected(change, number: index + 1))
      }
        + (report.withdrawal.map { [PublishedChange(report: report, deed: .withdrawn($0))] } ?? [])
    }.sorted { left, right in
      let days = (left.date.latest, right.date.latest)
      return days.0 == days.1 ? left.path.precedesByBytes(right.path) : days.0 > days.1
    }
  }
}
