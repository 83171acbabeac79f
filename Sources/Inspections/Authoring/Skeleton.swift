import CommonMark
import Diagnostics

/// A file of a kind, with what its author said, what follows from that in the register, and a comment
/// wherever a fact is for the author alone to know.
///
/// It is a draft, so that nothing appears before it is ready. A monitoring visit lists every
/// recommendation that it must judge, and a response every item that it must answer.
///
/// - Parameters:
///   - kind: what to begin.
///   - id: the id of the new record, which becomes its file's stem.
///   - facts: what its author says.
///   - register: the records there are, from which facts are taken that can be no other.
///   - today: the day that stands in comments as an example of a date.
/// - Returns: the file's path and text, each fact that nobody said, and what it cannot be without.
public func skeleton(
  _ kind: SkeletonKind, id: String, facts: SkeletonFacts = SkeletonFacts(), register: Register,
  today: Day
) -> Skeleton {
  let maker = SkeletonMaker(id: id, facts: facts, register: register, today: today)
  let text =
    switch kind {
    case .report: maker.report()
    case .monitoring: maker.monitoring()
    case .area: maker.area()
    case .organisation: maker.organisation()
    case .framework: maker.framework()
    case .response: maker.response()
    case .coverage: maker.coverage()
    case .term: maker.term()
    case .page: maker.page()
    }
  let path = "\(kind.collection.rawValue)/\(id).md"
  let read = readRecord(
    Array(text.utf8), file: SourceFile(path: path), id: id, collection: kind.collection,
    options: RenderOptions(), extra: register.site.extraFields)
  return Skeleton(
    path: path, text: text, assumed: maker.suggestions(of: kind).compactMap { $0 },
    open: read.diagnostics.compactMap(\.missingKey))
}

/// A fact that the register suggests.
struct Suggestion<Stored: Record> {
  /// The record; nil where the register suggests none.
  let record: Stored?
  /// What it is for the new record, and why it is suggested; nil where its author said it.
  let words: String?

  /// What somebody said.
  static func said(_ record: Stored?) -> Self { Self(record: record, words: nil) }

  /// The first record that there is a reason for.
  static func first(_ role: String, _ candidates: [(record: Stored?, reason: String)]) -> Self {
    for (record, reason) in candidates {
      if let record {
        return Self(record: record, words: "\(role) '\(record.header.id)', \(reason)")
      }
    }
    return Self(record: nil, words: nil)
  }
}

/// What the skeletons have in common: what the register suggests, and the way lines are written.
struct SkeletonMaker {
  let id: String
  let facts: SkeletonFacts
  let register: Register
  let today: Day

  /// The id in words, for a draft that nobody named.
  var title: String {
    if let title = facts.title { return title }
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The area that was said, one whose id begins this one's, or the only one.
  var inspected: Suggestion<Area> {
    if let area = facts.area { return .said(register.areas[area]) }
    let areas = register.areas.records
    return .first(
      "area",
      [
        (Self.longest(of: areas, beginning: id), "for the new id begins with its id"),
        (areas.count == 1 ? areas.first : nil, "the only one"),
      ])
  }

  /// The framework that was said, or the only one, or the one that began last.
  var rules: Suggestion<Framework> {
    if let framework = facts.framework { return .said(register.frameworks[framework]) }
    let frameworks = register.frameworks.records
    let latest = frameworks.max {
      ($0.life.from.known()?.earliest.number ?? 0, $0.id) < (
        $1.life.from.known()?.earliest.number ?? 0, $1.id
      )
    }
    return .first(
      "framework",
      [(frameworks.count == 1 ? latest : nil, "the only one"), (latest, "the one that began last")])
  }

  /// The report that was said, one whose id begins this one's, or the only one that asks for something.
  var about: Suggestion<Report> {
    if let about = facts.about { return .said(register.reports[about]) }
    let reports = register.reports.records
    let asking = reports.filter { !$0.recommendations.isEmpty }
    return .first(
      "report",
      [
        (Self.longest(of: reports, beginning: id), "for the new id begins with its id"),
        (reports.count == 1 ? reports.first : nil, "the only one"),
        (asking.count == 1 ? asking.first : nil, "the only one that asks for something"),
      ])
  }

  /// The inspectorate whose framework it is, the only one, or the one that publishes most.
  func publisher(under framework: Framework?) -> Suggestion<Organisation> {
    let inspectorates = register.organisations.records.filter {
      if case .inspectorate = $0.kind.value { true } else { false }
    }
    return .first(
      "publisher",
      [
        (
          framework?.inspectorate.value.value.flatMap { register.organisations[$0] },
          "whose framework it is"
        ),
        (inspectorates.count == 1 ? inspectorates.first : nil, "the only inspectorate"),
        (
          inspectorates.max { published($0) < published($1) },
          "the inspectorate that publishes most"
        ),
      ])
  }

  private func published(_ inspectorate: Organisation) -> Int {
    register.links.reportsOfPublisher[inspectorate.id]?.count ?? 0
  }

  /// The body that was said, or the only one that is inspected.
  var inspectedBody: Suggestion<Organisation> {
    if let body = facts.organisation { return .said(register.organisations[body]) }
    let bodies = register.organisations.records.filter {
      if case .inspectedBody = $0.kind.value { true } else { false }
    }
    return .first("body", [(bodies.count == 1 ? bodies.first : nil, "the only inspected one")])
  }

  private static func longest<Stored: Record>(of records: [Stored], beginning id: String) -> Stored?
  {
    records.filter { id == $0.header.id || id.hasPrefix($0.header.id + "-") }
      .max { $0.header.id.utf8.count < $1.header.id.utf8.count }
  }

  /// A line `key: value`, or a comment that asks for the value where nobody knows it yet.
  func line(_ key: String, _ value: String?, hint: String = "") -> String {
    guard let value else { return "# \(key): …" + (hint.isEmpty ? "" : "  (\(hint))") + "\n" }
    return "\(key): \(value)" + (hint.isEmpty ? "" : "  # \(hint)") + "\n"
  }

  /// The title as YAML reads it, whatever stands in it.
  func titleLine(_ hint: String = "") -> String {
    line(
      "title", facts.title.map(quotedYAML) ?? title,
      hint: facts.title == nil ? hint.isEmpty ? "made of the id" : hint : "")
  }

  /// The line of what it is, as its author said, whatever that is, or as `usual` has it; `others` says
  /// what else it could be, where nobody said.
  func kindLine(usual: String?, others: String) -> String {
    line(
      "kind", facts.kind.map { isPlainID($0) ? $0 : quotedYAML($0) } ?? usual,
      hint: facts.kind == nil ? others : "")
  }

  /// A whole file: front matter, then the body.
  func file(_ fields: [String], body: String) -> String {
    "---\n" + fields.joined() + "---\n\n" + body
  }

  /// A file's recommendation in a comment of one line.
  func reminder(of recommendation: Recommendation) -> String {
    shortened(recommendation.text.value.source, to: 70)
  }

  /// The line by which a record that has no status is kept back.
  static let draftLine = "draft: true  # take the line out when it is ready\n"
}

/// A text in double quotes, as YAML reads it, whatever stands in it.
func quotedYAML(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { quoted += "\\" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}
