import CommonMark
import Diagnostics
import Inspections

extension Glance {
  /// Where what the words at a byte are about is written; nil where that is nowhere.
  func definition(at offset: Int, checks: [Check]) -> Span? {
    if case .template = kind { return templateNamed(at: offset) }
    return switch subject(at: offset, checks: checks)?.subject {
    case .target(.download(let file, anchor: _)):
      Span(startOf: SourceFile(path: "\(folders.content)/files/\(file)"))
    case .target(let target): state.register?.place(of: target)
    case .name(let name): name.span
    case .field, nil: nil
    }
  }

  /// The record that the words at a byte name; the document's own at its opening fence and in its title.
  func recordNamed(at offset: Int, checks: [Check]) -> (key: RecordKey, words: Range<Int>)? {
    if case .target(let target)? = subject(at: offset, checks: checks)?.subject {
      return target.record.map { key in (key, name(of: key, at: offset) ?? offset..<offset) }
    }
    guard case .record(let key) = kind, let record else { return nil }
    let own = [record.header.frontMatter.range, record.titleSpan.range]
    return own.first { $0.touches(offset) }.map { (key, $0) }
  }

  /// The bytes of a record's id around a place.
  private func name(of key: RecordKey, at offset: Int) -> Range<Int>? {
    mentions(of: key, in: record).map(\.range).first { $0.touches(offset) }
  }

  /// The places of a record that name another.
  private func mentions(of key: RecordKey, in record: ContentRecord?) -> [Span] {
    (record?.mentions ?? []).filter { $0.target == key }.flatMap { $0.places(in: text.bytes) }
  }

  /// Every place of the project that names a record, in the order of files; with the place where it is
  /// written, where that is asked for.
  ///
  /// Complexity: O(fields and links of the register).
  func references(to key: RecordKey, withDefinition: Bool) -> [Span] {
    var places: [Span] = []
    for record in state.records {
      let mentions = record.mentions.filter { $0.target == key }
      guard !mentions.isEmpty, let bytes = state.text(of: record.header.file.path) else { continue }
      var seen: Set<Span> = []
      for place in mentions.flatMap({ $0.places(in: bytes) }) where seen.insert(place).inserted {
        places.append(place)
      }
    }
    if withDefinition, let place = state.register?.place(of: key.target) { places.append(place) }
    return places.sorted { ($0.file, $0.start) < ($1.file, $1.start) }
  }
}

extension ContentRecord {
  /// The bytes of the title in front matter.
  var titleSpan: Span {
    switch self {
    case .organisation(let record): record.title.span
    case .framework(let record): record.title.span
    case .area(let record): record.title.span
    case .report(let record): record.title.span
    case .response(let record): record.title.span
    case .coverage(let record): record.title.span
    case .term(let record): record.title.span
    case .page(let record): record.title.span
    }
  }

  /// What it is called, without markup.
  var plainTitle: String {
    switch self {
    case .organisation(let record): record.title.value.plain
    case .framework(let record): record.title.value.plain
    case .area(let record): record.title.value.plain
    case .report(let record): record.title.value.plain
    case .response(let record): record.title.value.plain
    case .coverage(let record): record.title.value.plain
    case .term(let record): record.title.value.plain
    case .page(let record): record.title.value.plain
    }
  }
}
