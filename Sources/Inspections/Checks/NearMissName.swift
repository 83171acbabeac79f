import CommonMark
public import Diagnostics

/// Names that are nearly, but not quite, those of the register.
public enum NearMissName {
  /// The check `near-miss-name`.
  public static let check = Check(
    "near-miss-name", .names, .warning,
    summary: "A name is written as the register has it, or as one of its other names.",
    explanation: """
      A reader who looks for a body or an area finds it by its name. Names with capitals in titles, \
      bodies and text fields are held against the titles and other names (`also_known_as`) of \
      organisations and areas: a name that is one letter away from one of them is reported, and so \
      is a long name in which a small word is missing or too much. The names of people are held \
      against one another: two that are one letter apart in one register are likely one person. \
      Names of fewer than six letters, numbers and plurals are left alone.

      Two names of Acts in one text that have the same year and are nearly the same are one Act under \
      two names. A notice says that the links of a report spell one term of the glossary in two ways, \
      or use a term that belongs to another framework.

      Example: "Children and Family Court Advisory Support Service", where the register only has \
      the name with a second "and".
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    var found = nearNames(in: report.header, context)
    found += ActNames.diagnostics(of: report.header, saying: context.text(of: report.header))
    found += TermNames.diagnostics(of: report, context.register)
    for indicator in report.indicators {
      for title in indicator.comparators.compactMap(\.title) {
        found += context.names.nearNames(in: Array(title.utf8)).map {
          .nearMissName($0, at: indicator.span, in: indicator.span.range, nil)
        }
      }
    }
    return found
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    let register = context.register
    func near<Stored: Record>(_ shelf: Shelf<Stored>) -> [Diagnostic] {
      shelf.records.flatMap { nearNames(in: $0.header, context) }
    }
    return near(register.areas) + near(register.organisations) + near(register.frameworks)
      + near(register.responses) + near(register.coverage) + near(register.glossary)
      + near(register.pages) + nearPeople(register)
  }

  private static func nearNames(
    in header: RecordHeader, _ context: CheckContext
  ) -> [Diagnostic] {
    let inTexts = header.texts.flatMap { field in
      let rendered = field.text.rendered
      return context.names.nearNames(in: rendered.text).map {
        Diagnostic.nearMissName(
          $0, at: Span(header.file, rendered.source), in: rendered.source,
          .field(field.place.words))
      }
    }
    let inBody = context.names.nearNames(in: context.text(of: header)).map { near in
      let place = header.place(of: near.written)
      return Diagnostic.nearMissName(near, at: place.span, in: place.range, place.subject)
    }
    return inTexts + inBody
  }

  /// People whose names are one letter apart; the name that stands in fewer reports is reported.
  private static func nearPeople(_ register: Register) -> [Diagnostic] {
    var places: [String: [Span]] = [:]
    for report in register.reports.records {
      for person in report.people {
        places[person.name.value, default: []].append(person.name.span)
      }
    }
    guard places.count > 1 else { return [] }
    let index = NameIndex(places.keys.sorted())
    return places.sorted { $0.key < $1.key }.flatMap { name, spans -> [Diagnostic] in
      guard let other = index.other(near: name), let others = places[other],
        (spans.count, other) < (others.count, name)
      else { return [] }
      return spans.map {
        .nearMissName(.init(written: name, name: other), at: $0, in: $0.range, .field("people"))
      }
    }
  }
}

extension CheckContext {
  /// The titles and other names of organisations and areas.
  static func names(of register: Register) -> NameIndex {
    let organisations = register.organisations.records.flatMap { organisation in
      [organisation.title.value.plainText] + organisation.alsoKnownAs.map(\.value)
    }
    let areas = register.areas.records.flatMap { area in
      [area.title.value.plainText] + area.alsoKnownAs.map(\.value)
    }
    return NameIndex(organisations + areas)
  }
}

extension Diagnostic {
  fileprivate static func nearMissName(
    _ near: NameIndex.NearName, at span: Span, in range: Range<Int>, _ subject: Subject?
  ) -> Diagnostic {
    Diagnostic(
      NearMissName.check, "'\(near.written)' is nearly the name '\(near.name)'",
      at: Label(span, words: .init(near.written, in: range)),
      help: "write '\(near.name)', or add the other form to 'also_known_as'", subject: subject)
  }
}
