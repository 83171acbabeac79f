import CommonMark
import Diagnostics

/// A valid file of a kind, with what only its author knows written as `unknown` or left as a comment.
///
/// A new report is a draft, so that nothing appears before it is ready. A monitoring visit lists every
/// recommendation that it must judge, and a response every item that it must answer.
///
/// - Parameters:
///   - kind: what to begin.
///   - id: the id of the new record, which becomes its file's stem.
///   - about: the report that a visit follows, a response answers or coverage is about; nil to find
///     one by the id, whose beginning is often a report's or an area's.
///   - register: the records there are, from which likely facts are taken.
///   - today: the day that stands in comments as an example of a date.
/// - Returns: the file's path and text.
public func skeleton(
  _ kind: SkeletonKind, id: String, about: ReportID? = nil, register: Register, today: Day
) -> Skeleton {
  let maker = SkeletonMaker(id: id, about: about, register: register, today: today)
  let text =
    switch kind {
    case .report: maker.report()
    case .monitoring: maker.monitoring()
    case .area: maker.area()
    case .response: maker.response()
    case .coverage: maker.coverage()
    case .term: maker.term()
    }
  return Skeleton(path: "\(kind.collection.rawValue)/\(id).md", text: text)
}

/// What the skeletons have in common: the register's likely facts and the way lines are written.
struct SkeletonMaker {
  let id: String
  let about: ReportID?
  let register: Register
  let today: Day

  /// The id in words, as a first title.
  var title: String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The area whose id begins this one's, the longest first.
  var likelyArea: Area? {
    let beginnings = register.areas.records.filter { id.hasPrefix($0.id.name) }
    return beginnings.max { $0.id.name.utf8.count < $1.id.name.utf8.count }
  }

  /// The framework that began last.
  var likelyFramework: Framework? {
    register.frameworks.records.max {
      ($0.life.from.known()?.earliest.number ?? 0, $0.id) < (
        $1.life.from.known()?.earliest.number ?? 0, $1.id
      )
    }
  }

  /// The report that was named, or one whose id begins this one's, or the last with recommendations
  /// of the likely area, or of any.
  var likelyReport: Report? {
    if let about { return register.reports[about] }
    let reports = register.reports.records
    let beginnings = reports.filter { id.hasPrefix($0.id.name) }
    if let report = beginnings.max(by: { $0.id.name.utf8.count < $1.id.name.utf8.count }) {
      return report
    }
    let asking = register.links.reportsByDate.filter { !$0.recommendations.isEmpty }
    let area = likelyArea?.id
    return asking.last { report in report.areas.contains { $0.value == area } } ?? asking.last
  }

  /// The publisher of the likely report, or the inspectorate that publishes most.
  var likelyPublisher: OrganisationID? {
    let inspectorates = register.organisations.records.filter {
      if case .inspectorate = $0.kind.value { true } else { false }
    }
    return inspectorates.map(\.id).max {
      let left = register.links.reportsOfPublisher[$0]?.count ?? 0
      let right = register.links.reportsOfPublisher[$1]?.count ?? 0
      return left != right ? left < right : $0 > $1
    }
  }

  /// A line `key: value`, or a comment that asks for the value where the register offers none.
  func line(_ key: String, _ value: String?, hint: String = "") -> String {
    guard let value else { return "# \(key): …" + (hint.isEmpty ? "" : "  (\(hint))") + "\n" }
    return "\(key): \(value)" + (hint.isEmpty ? "" : "  # \(hint)") + "\n"
  }

  /// A whole file: front matter, then the body.
  func file(_ fields: [String], body: String) -> String {
    "---\n" + fields.joined() + "---\n\n" + body
  }

  /// A file's recommendation in a comment of one line.
  func reminder(of recommendation: Recommendation) -> String {
    shortened(recommendation.text.value.source, to: 70)
  }
}
