public import Diagnostics
import FrontMatter

/// What is known of a report that could not be read, or not in full.
///
/// A check that finds that the register lacks something says so only where none of these may be it.
public struct LostReport: Sendable {
  /// What it is; nil where that is not known.
  private let kind: Report.Kind?
  /// The reports that it follows, none or several; nil where that is not known.
  private let follows: [ReportID]?
  /// The areas that it names; none where it may be about any.
  private let areas: [AreaID]
  /// Whether it may give grades.
  private let mayJudge: Bool

  /// A report of which nothing could be read.
  static let unknown = LostReport(kind: nil, follows: nil, areas: [], mayJudge: true)

  private init(kind: Report.Kind?, follows: [ReportID]?, areas: [AreaID], mayJudge: Bool) {
    self.kind = kind
    self.follows = follows
    self.areas = areas
    self.mayJudge = mayJudge
  }

  /// What a record has that counts as unreadable: what is missing from it may stand behind a break.
  public init(_ report: Report) {
    let isWhole = report.header.isWhole
    self.init(
      kind: report.kind.value,
      follows: report.visit?.follows.map(\.value) ?? (isWhole ? [] : nil),
      areas: report.areas.map(\.value), mayJudge: report.judges || !isWhole)
  }

  /// What the front matter of a file says that no record could be made of.
  ///
  /// Only where it is whole and all its keys are of the format does a key that is not there say something: one
  /// that is misspelt may be any.
  public init(_ bytes: [UInt8], file: SourceFile, extra: ExtraFields) {
    let document = readDocument(bytes, file: file).value
    guard case .mapping(let pairs)? = document.frontMatter?.content else {
      self = .unknown
      return
    }
    let shape = extra.description(ofExtended: .reports) ?? description(of: .reports)
    let keys = Set(shape.fields.map(\.key))
    let isWhole = document.isComplete && pairs.allSatisfy { keys.contains($0.key) }
    func value(_ key: String) -> Node? { pairs.first { $0.key == key }?.value }
    func names(_ key: String) -> [String] { value(key)?.scalars ?? [] }
    let kind = names("kind").first.flatMap(Report.Kind.init)
    let follows = names("follows").map(ReportID.init(_:))
    let isFree = isWhole && kind != nil && kind != .monitoring && value("follows") == nil
    self.init(
      kind: kind, follows: follows.isEmpty && !isFree ? nil : follows,
      areas: (names("area") + names("areas")).map(AreaID.init(_:)),
      mayJudge: !isWhole || value("overall") != nil || value("judgements") != nil)
  }

  /// Whether it may judge what became of a report's recommendations.
  ///
  /// It may where it names the report, or a name that no report has; where it is not known what it follows, it
  /// may unless both are of areas and have none in common.
  func mayFollow(_ report: Report, in register: Register) -> Bool {
    if let follows,
      follows.allSatisfy({ register.reports.contains($0) || register.isUnreadable($0) })
    {
      return follows.contains(report.id)
    }
    return areas.isEmpty || report.areas.isEmpty
      || report.areas.contains { mayBeAbout($0.value, in: register) }
  }

  /// Whether it may be an inspection of an area.
  func mayInspect(_ area: AreaID, in register: Register) -> Bool {
    switch kind {
    case .thematic, .consultation: false
    case .monitoring: mayJudge && mayBeAbout(area, in: register)
    case .inspection, nil: mayBeAbout(area, in: register)
    }
  }

  /// Whether it may be about an area: one whose name no area has may be any.
  private func mayBeAbout(_ area: AreaID, in register: Register) -> Bool {
    areas.isEmpty || areas.contains(area)
      || areas.contains { !register.areas.contains($0) && !register.isUnreadable($0) }
  }
}

extension Node {
  /// The texts of a scalar or of a list of them.
  fileprivate var scalars: [String] {
    switch content {
    case .scalar(let text, _): [text]
    case .sequence(let nodes): nodes.flatMap(\.scalars)
    case .mapping: []
    }
  }
}
