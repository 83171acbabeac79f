import Inspections

/// What an area is and was, in English.
enum AreaWords {
  /// Its kind in the body's own words, in lower case: `service area`; `area` where it is not known.
  ///
  /// A kind that is an adjective, like `national`, is given its noun.
  static func noun(_ area: Area) -> String {
    guard let kind = area.kind.value.value else { return "area" }
    let words = kind.split(separator: "-").joined(separator: " ")
    return words.hasSuffix("al") ? "\(words) area" : words
  }

  /// When it began and ended: `from 2001 to today`, `start not known, to April 2008`.
  static func life(_ area: Area) -> String {
    let start =
      switch area.life.from?.value {
      case .known(let date): "from \(DateWords.words(date))"
      case .unknown, nil: "start not known"
      }
    return switch area.life.to?.value {
    case .known(let date):
      "\(start)\(area.life.from.known() == nil ? "," : "") to \(DateWords.words(date))"
    case .unknown: "\(start), end not known"
    case nil: area.life.from.known() == nil ? "\(start), to today" : "\(start) to today"
    }
  }

  /// Why there is no report: `Awaiting inspection, October 2026`, as the inspectorate has it.
  static func standing(_ standing: Standing) -> String {
    standing.state + (standing.date.known().map { ", \(DateWords.words($0))" } ?? "")
  }

  /// When a body ran it: `from 2016 to April 2024`, `since May 2024`; empty where that is not said.
  static func time(of tenure: Tenure) -> String {
    let from = tenure.from.known().map(DateWords.words(_:))
    let to = tenure.to.map { $0.value.value.map(DateWords.words(_:)) ?? "a date not known" }
    return switch (from, to) {
    case (let from?, let to?): "from \(from) to \(to)"
    case (let from?, nil): "since \(from)"
    case (nil, let to?): "until \(to)"
    case (nil, nil): ""
    }
  }

  /// Its name as plain text.
  static func name(_ id: AreaID, in register: Register) -> String {
    register.areas[id]?.title.value.plain ?? id.name
  }
}
