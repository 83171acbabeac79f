import CommonMark
import HTML
import Inspections
import Templates

extension PageKind {
  static let glossary = PageKind(
    "glossary", GlossaryPage.view, at: GlossaryPage.entrance,
    filled: { !$0.glossary.records.isEmpty }, pages: GlossaryPage.planned)
}

/// The glossary: every term under its letter, or a part of it.
struct GlossaryPage: FramedPage {
  let shown: ListPage<Term>
  let site: SiteContext

  /// A letter with its terms.
  struct Letter: Sendable {
    let title: String
    let anchor: String
    var terms: [Term]
  }

  static let view = View<GlossaryPage>(
    page: "GlossaryPage", "The glossary, or a part of it.",
    [
      .record("list", "Where the page stands in the list.", ListView.view) {
        $0.shown.navigation(counting: (one: "term", many: "terms"), in: $0.site)
      },
      .list(
        "names", "Every term, where parts have them and they are not too many.", NamedPlace.view
      ) { page in
        let terms = page.site.register.glossary.records
        guard page.shown.isIndex, terms.count <= NamedPlace.most else { return [] }
        return Self.letters(of: terms[...]).flatMap(\.terms).map {
          NamedPlace(id: $0.id.name, name: page.site.link($0.key))
        }
      },
      .list("letters", "The letters that terms begin with.", letterView) { page in
        Self.letters(of: page.shown.rows).map { LetterModel(letter: $0, site: page.site) }
      },
    ])

  static let entrance = PageFrame.Crumb(title: "Glossary", path: "glossary/")

  static func planned(_ site: SiteContext) -> [PlannedPage] {
    site.glossaryPages.map { shown in
      PlannedPage(path: shown.place.path, kind: .glossary) {
        view.record(of: GlossaryPage(shown: shown, site: site))
      }
    }
  }

  /// How the glossary is divided.
  static func pages(of register: Register) -> [ListPage<Term>] {
    let sorted = letters(of: register.glossary.records[...]).flatMap(\.terms)
    return ListDivision<Term>.byName(
      bytes: {
        400 + 2 * $0.title.value.plain.utf8.count + $0.definition.value.plain.utf8.count
          + $0.header.body.htmlCount
      }
    ).pages(of: sorted, at: entrance.path)
  }

  var frame: PageFrame {
    shown.frame(at: Self.entrance, summary: "Words as these reports use them.", in: site)
  }

  /// Terms by their first letter; what begins with no letter comes first.
  static func letters(of terms: ArraySlice<Term>) -> [Letter] {
    let named = terms.map { (key: FirstLetter.sortingKey($0.title.value.plain), term: $0) }
      .sorted { left, right in
        left.key != right.key
          ? left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
          : left.term.id < right.term.id
      }
    var letters: [Letter] = []
    for (_, term) in named {
      let letter = FirstLetter(of: term.title.value.plain)
      if letters.last?.title != letter.title {
        letters.append(
          Letter(title: letter.title, anchor: "letter-\(letter.address)", terms: []))
      }
      letters[letters.count - 1].terms.append(term)
    }
    return letters
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
      .html("title", "The term.") { $0.html($0.term.title.value) },
      .text("language", "The language of the term and its words, where it is not the site's.") {
        $0.term.language?.value ?? ""
      },
      .text("also-known-as", "Other words for it; may be empty.") {
        NumberWords.list($0.term.alsoKnownAs.map(\.value))
      },
      .html("definition", "What it means.") { $0.html($0.term.definition.value) },
      .html("body", "More about it; may be empty.") { model in
        var filler = BodyFiller(site: model.site, manner: .brief)
        return filler.html(model.term.header.body, in: model.scope)
          .nested(under: "\(model.term.id).", named: model.term.title.value.plain)
      },
      ExtraFacts.list {
        ExtraFacts(scope: ReferenceScope($0.term), site: $0.site)
      },
      .html("note", "A remark on it; may be empty.") { $0.html($0.term.header.note) },
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
