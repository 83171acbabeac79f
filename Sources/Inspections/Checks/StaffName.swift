import CommonMark
public import Diagnostics

/// People named in a report's text whose role the site does not show.
public enum StaffName {
  /// The check `staff-name`.
  public static let check = Check(
    "staff-name", .privacy, .warning,
    summary: "A report's text names only people whose role the site shows.",
    explanation: """
      `visible_roles` in `site.yml` says which people are shown in public. Someone listed under \
      `people` with another role is not shown, and should then not be named in the text either: in \
      full, or by the surname after a title.

      Example: `people: [{name: Jo Brook, role: administrator}]` and a paragraph that thanks Ms Brook.
      """)

  /// Looks for the people of a report that the site does not show.
  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let visible = context.register.site.visibleRoles
    return report.people.filter { !visible.contains($0.role.value) }
      .flatMap { diagnostics(of: $0, in: report, saying: context.text(of: report.header)) }
  }

  private static func diagnostics(
    of person: Person, in report: Report, saying text: [UInt8]
  ) -> [Diagnostic] {
    let name = SoughtName(person.name.value)
    var diagnostics: [Diagnostic] = []
    for paragraph in report.header.body.paragraphs {
      guard let words = name.words(in: paragraph.words(in: text)) else { continue }
      diagnostics.append(
        .staffName(
          person, at: paragraph.span, words, subject: .paragraph(paragraph.number)))
    }
    for heading in report.header.body.headings {
      guard let words = name.words(in: heading.text) else { continue }
      diagnostics.append(.staffName(person, at: heading.span, words, subject: nil))
    }
    let body = report.header.body
    if diagnostics.isEmpty, let words = name.words(in: String(decoding: text, as: UTF8.self)) {
      // A foreword, a box, a table or a note.
      diagnostics.append(
        .staffName(person, at: Span(report.header.file, body.source), words, subject: nil))
    }
    for field in report.header.texts {
      guard let words = name.words(in: field.text.plain) else { continue }
      diagnostics.append(
        .staffName(
          person, at: Span(report.header.file, field.text.rendered.source), words,
          subject: .field(field.place.words)))
    }
    for label in report.labels {
      guard let words = name.words(in: label.text) else { continue }
      diagnostics.append(.staffName(person, at: label.span, words, subject: .field(label.path)))
    }
    return diagnostics
  }
}

extension Report {
  /// What stands beside its figures and is no running text: units, names of comparators and of counts.
  fileprivate var labels: [(text: String, span: Span, path: String)] {
    let counts =
      samples.flatMap { sample in
        sample.splits.flatMap(\.counts.value).map { ($0, "samples.\(sample.id.value)") }
      } + (consultation?.responses ?? []).map { ($0, "consultation.responses") }
      + (consultation?.respondents ?? []).map { ($0, "consultation.respondents") }
    return counts.map { count, path in (count.value.name, count.keySpan, path) }
      + indicators.flatMap { indicator in
        ([indicator.unit] + indicator.comparators.compactMap(\.title)).map {
          ($0, indicator.span, "indicators.\(indicator.id.value)")
        }
      }
  }
}

/// The ways in which a text may name someone: in full, or by the surname after a title.
private struct SoughtName {
  private let surname: [UInt8]
  /// What may stand before the surname; empty where there is no other name.
  private let beginnings: [[UInt8]]

  init(_ name: String) {
    let surname = name.split(separator: " ").last ?? ""
    let given = name.utf8.dropLast(surname.utf8.count)
    self.surname = Array(surname.utf8)
    let titles = ["Mr ", "Mrs ", "Ms ", "Miss ", "Mx ", "Dr "]
    beginnings = given.isEmpty ? [[]] : [Array(given)] + titles.map { Array($0.utf8) }
  }

  /// The first of the ways that a text holds as whole words; O(n).
  func words(in text: String) -> String? {
    let text = Array(text.utf8)
    guard let first = surname.first, text.count >= surname.count else { return nil }
    for start in 0...(text.count - surname.count) where text[start] == first {
      let end = start + surname.count
      guard text[start..<end].elementsEqual(surname), end == text.count || !text[end].isLetter
      else { continue }
      for beginning in beginnings where text[..<start].ends(with: beginning) {
        let before = start - beginning.count
        if before == 0 || !text[before - 1].isLetter {
          return String(decoding: text[before..<end], as: UTF8.self)
        }
      }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) || self >= 0x80 }
}

extension Diagnostic {
  fileprivate static func staffName(
    _ person: Person, at span: Span, _ words: String, subject: Subject?
  ) -> Diagnostic {
    Diagnostic(
      StaffName.check,
      "'\(person.role.value)' is not a role this site shows, and its holder is named",
      at: Label(span, "named here", words: .init(words, in: span.range)),
      secondary: [Label(person.name.span, "listed here")],
      notes: ["people are shown in public by `visible_roles` of site.yml"],
      help: "name the role instead of the person, or add the role to `visible_roles`",
      subject: subject)
  }
}
