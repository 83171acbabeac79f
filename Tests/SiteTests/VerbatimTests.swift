import Diagnostics
import Testing

@testable import Inspections
@testable import Site

/// What an author typed into a text field stands on a page, or in the data, as it was typed: with its
/// capitals, its digits and its dashes.
struct VerbatimTests {
  /// Beginnings that a page might change: by lowering or raising the first letter, or by joining a number
  /// to a digit.
  @Test(arguments: ["rI NHS—Ä", "Open—Acceptable", "1 3 – re", "ÉCOLE no"])
  func `every text field of the format is found as it was typed`(beginning: String) throws {
    let paths = Self.textPaths
    var texts = Self.register
    var marks: [String: String] = [:]
    for (place, path) in paths.enumerated() {
      marks[path] = "\(beginning) \(place)x – zZ"
    }
    for (file, text) in texts {
      let collection = file.split(separator: "/")[0].replacing(".yml", with: "")
      texts[file] = text.replacing(/‹([\/a-z_.]+)›/) { match in
        let path = match.1.hasPrefix("/") ? String(match.1.dropFirst()) : "\(collection).\(match.1)"
        return marks[path] ?? "no such field: \(path)"
      }
    }
    let made = site(texts)
    let whole = SiteContext(
      SiteContext(register: made.register, now: made.now, addresses: made.addresses),
      diagnostics: [], waived: Self.waived(in: made.register))
    let everything = try whole.everything().values.joined(separator: "\n")
    let lost = paths.filter { path in marks[path].map { !everything.contains($0) } ?? true }
    #expect(lost == [], "a field of the schema whose text is nowhere as it was typed")
  }

  @Test func `the register of the test has every text field of the schema`() {
    let visited = Set(
      Self.register.flatMap { file, text in
        let collection = file.split(separator: "/")[0].replacing(".yml", with: "")
        return text.matches(of: /‹([a-z_.]+)›/).map { "\(collection).\($0.1)" }
      })
    #expect(Set(Self.textPaths).subtracting(visited).sorted() == [], "fields without a visit")
    #expect(visited.subtracting(Self.textPaths).sorted() == [], "fields that the schema has not")
  }

  /// All waivers of the register, as if each set something aside, for only then is it shown.
  private static func waived(in register: Register) -> [WaivedDiagnostic] {
    Inspections.Collection.allCases.flatMap { register.shelf(of: $0).headers }.flatMap { header in
      header.waivers.map { waiver in
        WaivedDiagnostic(
          diagnostic: Diagnostic(
            PublicationLag.check, "late", at: Diagnostic.Label(waiver.span, "here")),
          waiver: waiver, record: RecordKey(.pages, header.id))
      }
    }
  }

  /// Fields whose values are for the program, so that no page has to show them.
  private static let forTheProgram: Set<String> = [
    "site.language", "site.navigation.to", "site.visible_roles", "site.previous",
    // Kebab-case words that pages show with spaces.
    "areas.kind", "frameworks.rules.rule",
    // Held against the headings of the body, which are shown.
    "reports.contents",
    // Words that must be lower case, ids of grades, and paths of keys.
    "frameworks.quantifiers.word", "coverage.claims.overall", "coverage.claims.judgements.grade",
  ]

  /// The dotted paths of all text fields, as the schema declares them.
  private static var textPaths: [String] {
    SchemaSubject.allCases.flatMap { subject in
      paths(in: subject.record, below: subject.name)
    }.filter { path in
      !forTheProgram.contains(path) && !path.hasSuffix(".aliases")
        && !path.hasSuffix(".waivers.check") && !path.hasSuffix(".waivers.field")
    }
  }

  private static func paths(in record: RecordDescription, below path: String) -> [String] {
    record.fields.flatMap { paths(of: $0.type, at: "\(path).\($0.key)") }
  }

  private static func paths(of type: TypeDescription, at path: String) -> [String] {
    switch type {
    case .text, .inlineMarkdown: [path]
    case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner), .map(_, let inner):
      paths(of: inner, at: path)
    case .record(let record): paths(in: record, below: path)
    case .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due, .instant, .address, .formed,
      .choice, .reference, .name, .judgedGrade, .params:
      []
    }
  }

  private static func extraField(of collection: String) -> String {
    let path = "fields.\(collection)"
    return
      "  \(collection): [{name: ward, type: text, title: \"‹\(path).title›\", meaning: \"‹\(path).meaning›\"}]"
  }

  /// What every record may have.
  private static let header = """
    source: [{title: "‹source.title›", address: "https://example.org/", trust: record, note: "‹source.note›"}]
    note: "‹note›"
    ward: Castle
    waivers: [{check: publication-lag, reason: "‹waivers.reason›", by: "‹waivers.by›", date: 2020}]
    """

  private static let register = [
    "site.yml": """
    title: "‹title›"
    base_url: https://example.org/register/
    language: en-GB
    publisher: "‹publisher›"
    description: "‹description›"
    licences: [{id: open, title: "‹licences.title›", note: "‹licences.note›"}]
    navigation: [{title: "‹navigation.title›", to: /areas/}]
    visible_roles: ["‹/reports.people.role›", "‹/organisations.people.role›"]
    editors_page: true
    fields:
    \(Inspections.Collection.allCases.map { extraField(of: $0.rawValue) }.joined(separator: "\n"))
    answer_scales:
      - {id: three, title: "‹answer_scales.title›", answers: [{id: yes, title: "‹answer_scales.answers.title›"}]}
    """,
    "organisations/ofsted.md": """
    title: "‹title›"
    kind: inspectorate
    from: 2001
    from_note: "‹from_note›"
    to: 2020
    to_note: "‹to_note›"
    also_known_as: ["‹also_known_as›"]
    duties: [{duty: "‹duties.duty›"}]
    people: [{name: "‹people.name›", role: "‹people.role›"}]
    contacts: [{title: "‹contacts.title›", postal_address: "‹contacts.postal_address›"}]
    \(header)
    """,
    "frameworks/round.md": """
    title: "‹title›"
    inspectorate: ofsted
    from: 2009
    from_note: "‹from_note›"
    to: 2020
    to_note: "‹to_note›"
    reference: "‹reference›"
    grades: [{id: good, title: "‹grades.title›", value: "‹grades.value›", meaning: "‹grades.meaning›"}]
    progress: [{id: done, title: "‹progress.title›", meaning: "‹progress.meaning›"}]
    priorities: [{id: key, title: "‹priorities.title›", meaning: "‹priorities.meaning›"}]
    amounts: [{id: costs, title: "‹amounts.title›"}]
    aspects: [{id: care, title: "‹aspects.title›", also_known_as: ["‹aspects.also_known_as›"], note: "‹aspects.note›"}]
    recommendation_term: {one: "‹recommendation_term.one›", many: "‹recommendation_term.many›"}
    report_term: {one: "‹report_term.one›", many: "‹report_term.many›"}
    visit_term: {one: "‹visit_term.one›", many: "‹visit_term.many›"}
    rules: [{rule: notice, value: "‹rules.value›", status: intended, note: "‹rules.note›"}]
    mappings: [{to: other, grades: {good: good}, source: "‹mappings.source›"}]
    \(header)
    """,
    "frameworks/other.md": "title: Other\ninspectorate: ofsted\ngrades: [{id: good, title: Good}]",
    "areas/north.md": """
    title: "‹title›"
    kind: region
    code: "‹code›"
    covers: ["‹covers›"]
    from: 2001
    from_note: "‹from_note›"
    to: 2020
    to_note: "‹to_note›"
    also_known_as: ["‹also_known_as›"]
    contacts: [{title: "‹contacts.title›", postal_address: "‹contacts.postal_address›"}]
    standing: {state: "‹standing.state›", note: "‹standing.note›"}
    \(header)
    """,
    "reports/north-2009.md": """
    title: "‹title›"
    kind: inspection
    form: restricted
    restricted: {by: "‹restricted.by›", reason: "‹restricted.reason›"}
    publisher: ofsted
    framework: round
    area: north
    reference: "‹reference›"
    published: 2009-06
    status: withdrawn
    withdrawal: {date: 2011, reason: "‹withdrawal.reason›"}
    people: [{name: "‹people.name›", role: "‹people.role›"}]
    licence: open
    judgements:
      - {aspect: care, grade: good, heading: "‹judgements.heading›", note: "‹judgements.note›"}
      - subject: "‹judgements.subject›"
        grade: good
        parts: [{title: "‹judgements.parts.title›", grade: good, note: "‹judgements.parts.note›"}]
    recommendations:
      - id: 1
        text: "‹recommendations.text›"
        due: 2010
        due_note: "‹recommendations.due_note›"
        to: [agency]
        priority: key
        owner: "‹recommendations.owner›"
        cause: "‹recommendations.cause›"
        amounts: [{kind: costs, value: 1, currency: GBP, note: "‹recommendations.amounts.note›"}]
        note: "‹recommendations.note›"
        variants:
          - where: "‹recommendations.variants.where›"
            text: "‹recommendations.variants.text›"
            note: "‹recommendations.variants.note›"
      - {id: 2, text: Another.}
    samples:
      - id: files
        title: "‹samples.title›"
        size: 3
        splits: [{title: "‹samples.splits.title›", counts: {a: 3}}]
        also_printed: [{size: 4, note: "‹samples.also_printed.note›"}]
        note: "‹samples.note›"
    surveys:
      - id: asked
        title: "‹surveys.title›"
        question: "‹surveys.question›"
        base: 2
        scale: three
        responses: {yes: 2}
        results: "‹surveys.results›"
        also_printed: [{base: 4, note: "‹surveys.also_printed.note›"}]
        note: "‹surveys.note›"
    indicators:
      - id: days
        title: "‹indicators.title›"
        unit: "‹indicators.unit›"
        value: 3
        comparators: [{title: "‹indicators.comparators.title›", value: 4}]
        note: "‹indicators.note›"
    changes: [{date: 2010, note: "‹changes.note›"}]
    \(header)
    """,
    "reports/north-2010.md": followUpOfNorth(
      "Visit",
      """
      published: 2010-06
      progress:
        - recommendation: 1
          judgement: done
          evidence: "‹progress.evidence›"
          finding: "‹progress.finding›"
          further_action: "‹progress.further_action›"
          note: "‹progress.note›"
      not_assessed: [2]
      closes: [{recommendation: 1, as: implemented, note: "‹closes.note›"}]
      """),
    "responses/answer.md": """
    title: "‹title›"
    report: north-2009
    organisation: agency
    published: 2009-07
    items:
      - recommendation: 1
        stance: accepted
        actions: ["‹items.actions›"]
        target: "‹items.target›"
        note: "‹items.note›"
    \(header)
    """,
    "coverage/news.md": """
    title: "‹title›"
    outlet: "‹outlet›"
    kind: news
    published: 2009-07
    address: https://example.org/news
    about: [north-2009]
    claims:
      - {report: north-2009, says: "‹claims.says›", agrees: "‹claims.agrees›"}
      - {report: north-2009, says: It differs., differs: "‹claims.differs›"}
      - {report: north-2009, says: It is untested., untested: "‹claims.untested›"}
    \(header)
    """,
    "glossary/care.md": """
    title: "‹title›"
    also_known_as: ["‹also_known_as›"]
    definition: "‹definition›"
    \(header)
    """,
    "pages/about.md": """
    title: "‹title›"
    summary: "‹summary›"
    \(header)
    """,
  ]
}
