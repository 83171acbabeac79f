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
      .flatMap { diagnostics(of: $0, in: report) }
  }

  private static func diagnostics(of person: Person, in report: Report) -> [Diagnostic] {
    let names = namings(of: person.name.value)
    var diagnostics: [Diagnostic] = []
    for paragraph in report.header.body.paragraphs where names.contains(where: paragraph.text.holds)
    {
      diagnostics.append(
        .staffName(person, at: paragraph.span, subject: .paragraph(paragraph.number)))
    }
    for heading in report.header.body.headings where names.contains(where: heading.text.holds) {
      diagnostics.append(.staffName(person, at: heading.span, subject: nil))
    }
    for (path, text) in report.publishedTexts where names.contains(where: text.source.holds) {
      diagnostics.append(.staffName(person, at: person.name.span, subject: .field(path)))
    }
    return diagnostics
  }

  /// The full name, and the surname after each usual title.
  private static func namings(of name: String) -> [String] {
    let titles = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"]
    guard let surname = name.split(separator: " ").last, surname.count < name.count else {
      return [name]
    }
    return [name] + titles.map { "\($0) \(surname)" }
  }
}

extension String {
  /// Whether the text holds a name as whole words.
  fileprivate func holds(_ name: String) -> Bool {
    let text = Array(utf8)
    let wanted = Array(name.utf8)
    guard let first = wanted.first, text.count >= wanted.count else { return false }
    for start in 0...(text.count - wanted.count) where text[start] == first {
      let end = start + wanted.count
      guard text[start..<end].elementsEqual(wanted) else { continue }
      if (start == 0 || !text[start - 1].isLetter) && (end == text.count || !text[end].isLetter) {
        return true
      }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) || self >= 0x80 }
}

extension Diagnostic {
  fileprivate static func staffName(_ person: Person, at span: Span, subject: Subject?)
    -> Diagnostic
  {
    Diagnostic(
      StaffName.check,
      "'\(person.role.value)' is not a role this site shows, and its holder is named",
      at: Label(span, "named here"),
      secondary: subject.map { _ in [Label(person.name.span, "listed here")] } ?? [],
      notes: ["people are shown in public by `visible_roles` of site.yml"],
      help: "name the role instead of the person, or add the role to `visible_roles`",
      subject: subject)
  }
}
