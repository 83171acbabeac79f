import Inspections
import Templates

/// A link to a record with a few words behind it.
struct RecordLink: Sendable {
  let title: String
  /// The link, with the site's base path; nil where the record is not in the register.
  let link: String?
  var note = ""
  /// The language of the name; empty where it is the site's.
  var language = ""

  static let view = View<RecordLink>(
    "RecordLink", "A link to a record with a few words behind it.",
    [
      .text("title", "The record's name.") { $0.title },
      .address("link", "Its page; absent where the register has none.") { $0.link },
      .text("note", "A few words about it; may be empty.") { $0.note },
      .language { $0.language },
    ])
}

extension View.Field {
  /// The language of the name that a view gives as its title, for the attribute `lang` of what shows it.
  static func language(_ language: @escaping @Sendable (Model) -> String) -> Self {
    .text(
      "language", "The language of its name, where it is not the site's; may be empty.", language)
  }
}

extension SiteContext {
  /// A link to an organisation; its id where the register does not hold it.
  func link(_ id: OrganisationID, note: String = "") -> RecordLink {
    link(register.organisations[id], id, to: .organisation(id, anchor: nil), note: note)
  }

  /// A link to a framework; its id where the register does not hold it.
  func link(_ id: FrameworkID, note: String = "") -> RecordLink {
    link(register.frameworks[id], id, to: .framework(id, anchor: nil), note: note)
  }

  /// A link to an area; its id where the register does not hold it.
  func link(_ id: AreaID, note: String = "") -> RecordLink {
    link(register.areas[id], id, to: .area(id, anchor: nil), note: note)
  }

  /// A link to a report; its id where the register does not hold it.
  func link(_ id: ReportID, note: String = "") -> RecordLink {
    link(register.reports[id], id, to: .report(id, anchor: nil), note: note)
  }

  private func link<Stored: Record>(
    _ record: Stored?, _ id: ID<Stored>, to target: Target, note: String
  ) -> RecordLink {
    guard let record else { return RecordLink(title: id.name, link: nil, note: note) }
    return RecordLink(
      title: record.title.value.plain, link: addresses.link(target), note: note,
      language: record.titleLanguage)
  }

  /// A link to a record of any kind; its id where the register does not hold it.
  func link(_ key: RecordKey, note: String = "") -> RecordLink {
    guard let name = register.name(of: key) else {
      return RecordLink(title: key.id, link: nil, note: note)
    }
    return RecordLink(
      title: name.title.plain, link: addresses.link(key.target), note: note,
      language: name.language)
  }

  /// A link to an aspect's page, with the other names it goes by.
  func link(_ aspect: Aspect, of framework: Framework, note: String = "") -> RecordLink {
    let names =
      aspect.alsoKnownAs.isEmpty ? [] : ["also called \(NumberWords.list(aspect.alsoKnownAs))"]
    return RecordLink(
      title: aspect.title, link: addresses.link(.aspect(framework.id, aspect.id.value)),
      note: ((note.isEmpty ? [] : [note]) + names).joined(separator: "; "),
      language: framework.language?.value ?? "")
  }
}
