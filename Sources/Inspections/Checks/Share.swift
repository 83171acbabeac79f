/// A part of a whole, such as 14 of 29.
public struct Share: Sendable, Hashable {
  /// The part.
  public let count: Int
  /// The whole, greater than 0.
  public let base: Int

  /// The part in per cent of the whole.
  public var perCent: Double { Double(count) * 100 / Double(base) }
}

/// What the target of a `share:` link comes to.
public enum ShareReading: Sendable, Hashable {
  /// Figures that can be true.
  case share(Share)
  /// A whole of nothing, or a part greater than the whole.
  case impossible(count: Int, base: Int)
  /// The sample or survey exists; how it divides, or how many it has in all, is not known.
  case noFigures(String)
  /// The report has no such sample or survey.
  case unknownSample(String)
  /// The sample or survey has no such grade, part or answer.
  case unknownPart(String, of: String)
  /// Neither `14/29` nor `sample.grade`.
  case malformed
}

/// Reads the target of a `share:` link: `14/29`, `private-reports.inadequate` or
/// `public-reports.good+adequate`.
///
/// Complexity: O(samples and surveys of the report).
public func share(_ target: String, in report: Report) -> ShareReading {
  if let slash = target.firstIndex(of: "/") {
    guard let count = wholeNumber(target[..<slash]),
      let base = wholeNumber(target[target.index(after: slash)...])
    else { return .malformed }
    return reading(count: count, base: base)
  }
  guard let dot = target.firstIndex(of: "."), dot != target.startIndex else { return .malformed }
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
  return .unknownSample(name)
}

private func reading(
  of parts: [String], in figures: [String: Int], base: Int?, named name: String
) -> ShareReading {
  guard !figures.isEmpty, let base else { return .noFigures(name) }
  var count = 0
  for part in parts {
    guard let figure = figures[part] else { return .unknownPart(part, of: name) }
    count += figure
  }
  return reading(count: count, base: base)
}

private func reading(count: Int, base: Int) -> ShareReading {
  guard base > 0, count <= base else { return .impossible(count: count, base: base) }
  return .share(Share(count: count, base: base))
}

private func wholeNumber(_ text: Substring) -> Int? {
  guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int(text)
}

extension Sample {
  /// How many of it got each grade or fell into each part of a division.
  fileprivate var figures: [String: Int] {
    var figures: [String: Int] = [:]
    for split in splits {
      for part in split.counts.value { figures[part.value.name] = part.value.count }
    }
    for entry in grades?.value ?? [] { figures[entry.value.grade.name] = entry.value.count }
    return figures
  }
}

extension Survey {
  /// How many gave each answer.
  fileprivate var figures: [String: Int] {
    var figures: [String: Int] = [:]
    for entry in responses?.value ?? [] { figures[entry.value.answer.name] = entry.value.count }
    return figures
  }
}
