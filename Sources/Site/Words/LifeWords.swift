import Inspections

/// Beginnings and ends in English; what is not known is said.
enum LifeWords {
  /// `since 2001`, `from 2001 to April 2008`, `until April 2008; its beginning is not known`.
  static func words<Subject>(_ life: Life<Subject>) -> String {
    words(from: life.from, to: life.to)
  }

  /// The same for a beginning and an end that are no record's own; no end means that it lasts.
  static func words(
    from: Located<Known<PartialDate>>?, to: Located<Known<PartialDate>>?
  ) -> String {
    let start = from.known().map(DateWords.words(_:))
    let end = to.known().map(DateWords.words(_:))
    switch (start, end, to != nil) {
    case (let start?, let end?, _): return "from \(start) to \(end)"
    case (let start?, nil, true): return "from \(start); its end is not known"
    case (let start?, nil, false): return "since \(start)"
    case (nil, let end?, _): return "until \(end); its beginning is not known"
    case (nil, nil, true): return "neither its beginning nor its end is known"
    case (nil, nil, false): return "its beginning is not known"
    }
  }
}
