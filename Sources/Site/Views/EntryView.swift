import HTML
import Inspections
import Templates

/// A record in a list: its name as a link, and a line or two about it.
struct Entry: Sendable {
  let title: String
  /// The link, with the site's base path.
  let link: String
  var date = ""
  var about = ""
  var mark = HTMLFragment.empty
  /// When what the mark says was found, in words; empty where the entry says it elsewhere.
  var markDate = ""
  var note = ""
  /// The language of its name; empty where it is the site's.
  var language = ""

  static let view = View<Entry>(
    "Entry", "A record in a list.",
    [
      .text("title", "Its name.") { $0.title },
      .address("link", "Its page.") { $0.link },
      .text("date", "When it is of, in words; may be empty.") { $0.date },
      .text("about", "What it is, in a line; may be empty.") { $0.about },
      .html("mark", "The mark of its grade, progress or status; may be empty.") { $0.mark },
      .text("mark-date", "When what the mark says was found; may be empty.") { $0.markDate },
      .text("note", "A remark after the mark; may be empty.") { $0.note },
      .language { $0.language },
    ])
}

extension Entry {
  /// A report with its kind, its dates and what it concludes on the whole.
  static func report(_ report: Report, in site: SiteContext) -> Entry {
    var entry = Entry(
      title: report.title.value.plain, link: site.addresses.link(.report(report.id, anchor: nil)))
    entry.date = ReportWords.dates(of: report, in: site.register)
    entry.about =
      ReportWords.nameAndForm(report, in: site.register)
      + (report.status == .withdrawn ? ", withdrawn" : "")
    entry.mark = found(by: report, in: site.register)
    entry.language = report.titleLanguage
    return entry
  }

  /// Its conclusion on the whole; where nobody looks for an overall grade and it judges more than one thing,
  /// how its judgements divide goes before what it concludes on progress.
  private static func found(by report: Report, in register: Register) -> HTMLFragment {
    let whole = ReportWords.whole(of: report, in: register, naming: "overall grade: ")
    guard !register.expectsOverall(report), TallyWords.onlyGrade(of: report, in: register) == nil,
      let grades = TallyWords.grades(of: report, in: register)
    else { return whole }
    var buffer = HTMLBuffer(capacity: 1280)
    buffer.words("judgements: \(grades)")
    if !whole.isEmpty {
      buffer.markup(" ")
      buffer.fragment(whole)
    }
    return buffer.fragment()
  }
}
