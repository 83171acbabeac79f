import CommonMark
public import Diagnostics
import FrontMatter

/// Personal data of a child or a service user in what is about to be published.
public enum PersonalData {
  /// The check `personal-data`.
  public static let check = Check(
    "personal-data", .privacy, .error,
    summary: "Nothing that is published tells who a child or a service user is.",
    explanation: """
      Looks through the body and the text fields of reports, responses and coverage, drafts included, \
      for dates of birth, street addresses and postcodes, telephone numbers, e-mail addresses, NHS \
      and court case numbers, and for a given name or an initial beside an age or a health word. \
      Areas, organisations, frameworks, terms and pages say how offices are reached, and are looked \
      through for the rest. What is once published cannot be called back. An organisation's mailbox, \
      its 03 and 08 numbers, what stands under `contacts` of organisations and areas, the names of people in roles that the \
      site shows, and the destinations of links are no findings. Messages name the kind of data and show \
      its first character at most, and the words are covered wherever lines of the file are shown, \
      because a log may itself be published.

      The check is careful not to cry wolf and so cannot find everything; it replaces no reader.

      Example: 'Ella, aged 7, said …' should read 'a child said …'. Source: UK GDPR, article 5(1)(c); \
      Information Commissioner's Office, guidance on anonymisation.
      """, isConfidential: true)

  /// Says where personal data seems to stand in a file of a collection that tells of people's lives.
  ///
  /// Runs when a file is read, so that drafts are looked at and places are exact.
  static func diagnostics(
    in bytes: [UInt8], file: SourceFile, fields: Node, source: Range<Int>, body: RenderedBody,
    collection: Collection, known: PublicContacts
  ) -> [Diagnostic] {
    // Others say how offices are reached, which is for everybody to know.
    let isOfOffices =
      switch collection {
      case .reports, .responses, .coverage: false
      case .organisations, .frameworks, .areas, .glossary, .pages: true
      }
    func isTold(_ match: PersonalDataMatch) -> Bool {
      !(isOfOffices && match.kind.reachesOffices) && !known.explains(match, in: bytes)
    }
    var diagnostics: [Diagnostic] = []
    for (match, path) in fieldMatches(in: bytes, fields) where isTold(match) {
      diagnostics.append(
        .personalData(match, bytes, file, subject: .field(path.joined(separator: "."))))
    }
    for match in personalData(in: bytes, range: source) where isTold(match) {
      let holder = body.paragraphs.first { $0.span.range.contains(match.range.lowerBound) }
      diagnostics.append(
        .personalData(
          match, bytes, file, subject: holder.map { .paragraph($0.number) }))
    }
    return diagnostics
  }

  /// Keys whose values are no running text.
  private static let otherKeys = [
    "address", "aliases", "id", "reference", "check", "field", "people", "source",
  ]

  /// What stands in the running texts of a field, each with its path, innermost last.
  ///
  /// Paths are put together from within, for most fields have nothing to be told of.
  private static func fieldMatches(
    in bytes: [UInt8], _ node: Node
  ) -> [(match: PersonalDataMatch, path: [String])] {
    switch node.content {
    case .scalar:
      return personalData(in: bytes, range: node.span.range).map { ($0, []) }
    case .sequence(let entries):
      return entries.flatMap { entry in
        let found = fieldMatches(in: bytes, entry)
        guard !found.isEmpty, let id = entry.entryID else { return found }
        return found.map { ($0.match, [id] + $0.path) }
      }
    case .mapping(let pairs):
      return pairs.indices.flatMap { place -> [(match: PersonalDataMatch, path: [String])] in
        let key = pairs[place].key
        guard !otherKeys.contains(key) else { return [] }
        let named =
          isRunningText(key) ? personalData(in: bytes, range: pairs[place].keySpan.range) : []
        return (named.map { ($0, []) } + fieldMatches(in: bytes, pairs[place].value)).map {
          ($0.match, [key] + $0.path)
        }
      }
    }
  }

  /// Whether a key is words of the author's, as the answers of a survey are, and no name of a field.
  private static func isRunningText(_ key: String) -> Bool {
    key.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "@") }
      || key.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension PersonalDataMatch.Kind {
  /// Whether it is how somebody is reached, an office as well as a person.
  fileprivate var reachesOffices: Bool {
    switch self {
    case .streetAddress, .postcode, .telephone, .email: true
    case .dateOfBirth, .nhsNumber, .caseNumber, .age, .health: false
    }
  }
}

extension Node {
  /// The id that a list's entry gives itself, or the number of the recommendation it is about.
  fileprivate var entryID: String? {
    guard case .mapping(let pairs) = content else { return nil }
    for key in ["id", "recommendation"] {
      if case .scalar(let text, _) = pairs.first(where: { $0.key == key })?.value.content {
        return text
      }
    }
    return nil
  }
}

extension Diagnostic {
  /// Names the kind of data and shows no more of it than its first character.
  fileprivate static func personalData(
    _ match: PersonalDataMatch, _ bytes: [UInt8], _ file: SourceFile, subject: Subject?
  ) -> Diagnostic {
    let kind = match.kind.rawValue
    let first = String(decoding: bytes[match.range].prefix(4), as: UTF8.self).prefix(1)
    let article =
      kind.first.map { "aeiou".contains($0) } == true || kind.hasPrefix("NHS") ? "an" : "a"
    return Diagnostic(
      PersonalData.check, "'\(first)…' looks like \(article) \(kind) and would be published",
      at: Label(Span(file, match.range), kind),
      notes: ["nothing in public may tell who a child or a service user is"],
      help: "take it out, or waive the check with a reason if it belongs to no such person",
      subject: subject)
  }
}
