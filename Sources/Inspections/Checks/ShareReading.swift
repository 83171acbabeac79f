import CommonMark

/// What the target of a `share:` link comes to.
enum ShareReading: Hashable {
  /// Figures that can be true.
  case share(Share)
  /// A whole of nothing, or a part greater than the whole.
  case impossible(count: Int, base: Int)
  /// The sample or survey exists; how it divides, or how many it has in all, is not known.
  case noFigures(String)
  /// The report has no such sample or survey; it has the known ones.
  case unknownSample(String, known: [String])
  /// The sample or survey has no such grade, part or answer; it has the known ones.
  case unknownPart(String, of: String, known: [String])
  /// Neither `14/29` nor `sample.grade`.
  case malformed
}

/// Reads the target of a `share:` link: `14/29`, or with a report `private-reports.inadequate` or
/// `public-reports.good+adequate`.
///
/// Complexity: O(samples and surveys of the report).
func readShare(_ target: String, in report: Report?) -> ShareReading {
  if let slash = target.firstIndex(of: "/") {
    guard let count = wholeNumber(target[..<slash]),
      let base = wholeNumber(target[target.index(after: slash)...])
    else { return .malformed }
    return checked(Share(count: count, base: base, sample: nil, grades: []))
  }
  guard let report, let dot = target.firstIndex(of: "."), dot != target.startIndex else {
    return .malformed
  }
  let name = String(target[..<dot])
  let parts = target[target.index(after: dot)...].split(
    separator: "+", omittingEmptySubsequences: false
  ).map(String.init)
  guard !parts.contains("") else { return .malformed }
  if let sample = report.samples.first(where: { $0.id.value.name == name }) {
    return reading(of: parts, in: sample.figures, base: sample.size.known(), named: name)
  }
  if let survey = report.surveys.first(where: { $0.id.value.name == name }) {
    return reading(of: parts, in: survey.figures, base: survey.base.known(), named: name)
  }
  return .unknownSample(
    name, known: report.samples.map(\.id.value.name) + report.surveys.map(\.id.value.name))
}

private typealias Figure = (name: String, count: Int)

private func reading(
  of parts: [String], in figures: [Figure], base: Int?, named name: String
) -> ShareReading {
  guard !figures.isEmpty, let base else { return .noFigures(name) }
  var count = 0
  for part in parts {
    guard let figure = figures.first(where: { $0.name == part }) else {
      return .unknownPart(part, of: name, known: figures.map(\.name))
    }
    count += figure.count
  }
  return checked(
    Share(count: count, base: base, sample: SampleID(name), grades: parts.map { GradeID($0) }))
}

private func checked(_ share: Share) -> ShareReading {
  guard share.base > 0, share.count <= share.base else {
    return .impossible(count: share.count, base: share.base)
  }
  return .share(share)
}

private func wholeNumber(_ text: Substring) -> Int? {
  guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int(text)
}

extension Sample {
  /// How many of it got each grade or fell into each part of a division.
  var figures: [(name: String, count: Int)] {
    let graded = grades?.value.map { (name: $0.value.grade.name, count: $0.value.count) } ?? []
    return graded
      + splits.flatMap { $0.counts.value.map { (name: $0.value.name, count: $0.value.count) } }
  }
}

extension Survey {
  /// How many gave each answer.
  var figures: [(name: String, count: Int)] {
    responses?.value.map { (name: $0.value.answer.name, count: $0.value.count) } ?? []
  }
}

extension Report {
  /// The `share:` links of the report that lead to figures, with these.
  func shares(in register: Register) -> [(Reference, Share)] {
    let scope = ReferenceScope(self)
    return header.links.compactMap { link in
      guard link.scheme == "share",
        case .resolved(.share(let share)) = resolve(link, in: scope, register: register)
      else { return nil }
      return (link, share)
    }
  }
}
