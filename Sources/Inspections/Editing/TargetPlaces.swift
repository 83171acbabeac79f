import CommonMark
public import Diagnostics

extension Target {
  /// The record that it is or that it is a part of; nil for a file.
  public var record: RecordKey? {
    switch self {
    case .report(let id, anchor: _), .recommendation(let id, _), .evidence(let id, _):
      RecordKey(.reports, id.name)
    case .area(let id, anchor: _): RecordKey(.areas, id.name)
    case .organisation(let id, anchor: _): RecordKey(.organisations, id.name)
    case .framework(let id, anchor: _), .aspect(let id, _): RecordKey(.frameworks, id.name)
    case .term(let id): RecordKey(.glossary, id.name)
    case .page(let id, anchor: _): RecordKey(.pages, id.name)
    case .response(let id, anchor: _): RecordKey(.responses, id.name)
    case .coverage(let id): RecordKey(.coverage, id.name)
    case .download: nil
    }
  }
}

extension ResolvedReference {
  /// What it leads to or shows; nil for figures, which lead nowhere by themselves.
  public var target: Target? {
    switch self {
    case .link(let target): target
    case .share: nil
    case .embed(let embed): embed.target
    }
  }
}

extension Embed {
  fileprivate var target: Target {
    switch self {
    case .recommendation(let report, let number): .recommendation(report, number)
    case .sampleChart(let report, let id), .sampleTable(let report, let id):
      .evidence(report, id.name)
    case .surveyChart(let report, let id), .surveyTable(let report, let id):
      .evidence(report, id.name)
    case .indicator(let report, let id): .evidence(report, id.name)
    case .timeline(let area): .area(area, anchor: nil)
    }
  }
}

extension Register {
  /// Where a target is written: the part of its record's file that says it, or the start of the file.
  ///
  /// Complexity: O(parts of the record).
  public func place(of target: Target) -> Span? {
    guard let key = target.record, let header = header(of: key) else { return nil }
    switch target {
    case .recommendation(let id, let number):
      return reports[id]?.recommendations.first { $0.number.value == number }?.number.span
    case .aspect(let id, let aspect):
      return frameworks[id]?.aspects.first { $0.id.value == aspect }?.id.span
    case .evidence(let id, let name): return reports[id]?.place(ofEvidence: name)
    case .report(_, let anchor), .area(_, let anchor), .organisation(_, let anchor),
      .framework(_, let anchor), .page(_, let anchor), .response(_, let anchor):
      return anchor.flatMap { header.place(of: $0) } ?? header.frontMatter
    case .term, .coverage: return header.frontMatter
    case .download: return nil
    }
  }
}

extension RecordHeader {
  /// Where in the body an anchor is made: a numbered paragraph, a note or a heading.
  fileprivate func place(of anchor: String) -> Span? {
    body.paragraphs.first { "para-\($0.number)" == anchor }?.span
      ?? body.notes.first { "note-\($0.label)" == anchor }?.span
      ?? body.headings.first { $0.id == anchor }?.span
  }
}

extension Report {
  fileprivate func place(ofEvidence name: String) -> Span? {
    samples.first { $0.id.value.name == name }?.id.span
      ?? surveys.first { $0.id.value.name == name }?.id.span
      ?? indicators.first { $0.id.value.name == name }?.id.span
  }
}
