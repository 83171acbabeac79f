import CommonMark
import Diagnostics

/// Something that a link could lead to, or that a field could name.
public struct Candidate: Sendable, Hashable {
  /// What is typed for it: an id, a number, or a report's id with `#` and the part behind it.
  public let text: String
  /// What it is called.
  public let title: String
  /// More about it, such as what a grade stands for.
  public let detail: String

  init(_ text: String, _ title: String, detail: String = "") {
    self.text = text
    self.title = title
    self.detail = detail
  }
}

extension Register {
  /// The records of a collection, ordered by id.
  public func candidates(in collection: Collection) -> [Candidate] {
    shelf(of: collection).titles.map { Candidate($0.name, $0.words.first ?? "") }
  }

  /// What may follow the colon of a scheme, given what is typed behind it so far.
  ///
  /// Parts of a report are those of the report at hand until another is named before `#`; aspects those of
  /// the framework at hand until another is named before `/`.
  /// Complexity: O(records of the collection, or parts of the report).
  public func candidates(
    for scheme: String, typed: String, in scope: ReferenceScope
  ) -> [Candidate] {
    if let collection = LinkScheme.collection(of: scheme) { return candidates(in: collection) }
    if scheme == "file" { return downloads.sorted().map { Candidate($0, "") } }
    if scheme == "aspect" { return aspects(typed, in: scope) }
    guard LinkScheme.namesPart(scheme) else { return [] }
    if let mark = typed.firstIndex(of: "#") {
      let name = String(typed[..<mark])
      guard let report = reports[ReportID(name)] else { return [] }
      return report.parts(of: scheme).map {
        Candidate("\(name)#\($0.text)", $0.title, detail: $0.detail)
      }
    }
    let own = scope.report.flatMap { reports[$0] }?.parts(of: scheme) ?? []
    return own + candidates(in: .reports).map { Candidate("\($0.text)#", $0.title) }
  }

  private func aspects(_ typed: String, in scope: ReferenceScope) -> [Candidate] {
    if let slash = typed.firstIndex(of: "/") {
      let name = String(typed[..<slash])
      let aspects = frameworks[FrameworkID(name)]?.aspects ?? []
      return aspects.map { Candidate("\(name)/\($0.id.value)", $0.title) }
    }
    let own = scope.framework.flatMap { frameworks[$0] }?.aspects ?? []
    return own.map { Candidate($0.id.value.name, $0.title) }
      + candidates(in: .frameworks).map { Candidate("\($0.text)/", $0.title) }
  }
}

extension Report {
  /// The parts of the report that a scheme can name.
  fileprivate func parts(of scheme: String) -> [Candidate] {
    switch scheme {
    case "para":
      let text = header.body.text
      return header.body.paragraphs.map {
        Candidate($0.number.description, shortened($0.words(in: text), to: 80))
      }
    case "rec":
      return recommendations.map {
        Candidate($0.number.value.description, shortened($0.text.value.plain, to: 80))
      }
    case "note": return header.body.notes.map { Candidate($0.label, "note \($0.number)") }
    case "sample":
      return samples.map { Candidate($0.id.value.name, $0.title.plain) }
        + surveys.map { Candidate($0.id.value.name, $0.title.plain) }
    case "share":
      return samples.flatMap { sample in
        sample.figures.map { Candidate("\(sample.id.value).\($0.name)", sample.title.plain) }
      }
        + surveys.flatMap { survey in
          survey.figures.map { Candidate("\(survey.id.value).\($0.name)", survey.title.plain) }
        }
    case "chart", "table":
      return samples.filter { $0.grades != nil }.map { Candidate($0.id.value.name, $0.title.plain) }
        + surveys.filter { $0.responses != nil }
        .map { Candidate($0.id.value.name, $0.title.plain) }
    case "indicator": return indicators.map { Candidate($0.id.value.name, $0.title.plain) }
    default: return []
    }
  }
}
