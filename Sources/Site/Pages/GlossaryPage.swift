import HTML
import Inspections
import Templates

extension PageKind {
  static let glossary = PageKind(
    "glossary", GlossaryPage.view, at: GlossaryPage.entrance, page: GlossaryPage.init(of:))
}

/// The glossary: every term under its letter.
struct GlossaryPage: FramedPage {
  let frame: PageFrame
  let letters: [Letter]

  /// A letter with its terms.
  struct Letter: Sendable {
    let title: String
    let anchor: String
    var terms: [Term]
  }

  static let view = View<GlossaryPage>(
    page: "GlossaryPage", "The glossary.",
    [
      .list("letters", "The letters that terms begin with.", letterView) { page in
        page.letters.map { LetterModel(letter: $0, site: page.frame.site) }
      }
    ])

  static let entrance = PageFrame.Crumb(title: "Glossary", path: "glossary/")

  init(of site: SiteContext) {
    frame = PageFrame(
      at: Self.entrance, summary: "Words as these reports use them.", site: site)
    letters = Self.letters(of: site.register.glossary.records)
  }

  /// Terms by their first letter; what begins with no letter comes first.
  static func letters(of terms: [Term]) -> [Letter] {
    let named = terms.map { (key: sortingKey($0.title.value.plain), term: $0) }
      .sorted { left, right in
        left.key != right.key
          ? left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
          : left.term.id < right.term.id
      }
    var letters: [Letter] = []
    for (key, term) in named {
      let first = key.first.map { String($0) } ?? ""
      let isLetter = key.first?.isLetter == true
      let title = isLetter ? first.uppercased() : "0–9"
      if letters.last?.title != title {
        let scalars = first.unicodeScalars.map { String($0.value, radix: 16) }
        let isPlain = first.utf8.count == 1
        letters.append(
          Letter(
            title: title,
            anchor: isLetter
              ? "letter-\(isPlain ? first : scalars.joined(separator: "-"))" : "letter-other",
            terms: []))
      }
      letters[letters.count - 1].terms.append(term)
    }
    return letters
  }

  /// The name in lower case; names that begin with no letter are gathered at the front.
  private static func sortingKey(_ title: String) -> String {
    let key = title.lowercased()
    return key.first?.isLetter == true ? key : " " + key
  }

  private struct LetterModel: Sendable {
    let letter: Letter
    let site: SiteContext
  }

  private struct TermModel: TextScope, Sendable {
    let term: Term
    let site: SiteContext

    var scope: ReferenceScope { ReferenceScope(term) }
  }

  private static let letterView = View<LetterModel>(
    "GlossaryLetter", "A letter with its terms.",
    [
      .text("letter", "The letter.") { $0.letter.title },
      .text("anchor", "The id of its heading.") { $0.letter.anchor },
      .list("terms", "The terms, in alphabetical order.", termView) { model in
        model.letter.terms.map { TermModel(term: $0, site: model.site) }
      },
    ])

  private static let termView = View<TermModel>(
    "GlossaryTerm", "A defined term.",
    [
      .text("id", "The term's id, which is its anchor.") { $0.term.id.name },
      .html("title", "The term.") { $0.text($0.term.title.value) },
      .text("language", "The language of the term and its words, where it is not the site's.") {
        $0.term.language?.value ?? ""
      },
      .text("also-known-as", "Other words for it; may be empty.") {
        NumberWords.list($0.term.alsoKnownAs.map(\.value))
      },
      .html("definition", "What it means.") { $0.text($0.term.definition.value) },
      .html("body", "More about it; may be empty.") { model in
        var filler = BodyFiller(site: model.site, manner: .brief)
        return filler.html(model.term.header.body, in: model.scope)
          .nested(under: "\(model.term.id).", named: model.term.title.value.plain)
      },
      ExtraFacts.list {
        ExtraFacts(scope: ReferenceScope($0.term), site: $0.site)
      },
      .html("note", "A remark on it; may be empty.") { $0.text($0.term.header.note) },
      .list("sources", "Where the definition comes from.", SourceEntry.view) { model in
        model.term.header.sources.map {
          SourceEntry(source: $0, scope: model.scope, site: model.site)
        }
      },
      .record(
        "framework", "The framework it belongs to; absent for a general term.", RecordLink.view
      ) { model in model.term.framework.map { model.site.link($0.value) } },
    ])
}
