import Diagnostics
import HTML

extension CommonMarkChecks {
  /// Language tags.
  static let language = Check(
    "language", .accessibility, .error,
    summary: "The language of foreign words is given as a language tag.",
    explanation: """
      Looks at the tag of words that are marked as being of another language. A screen reader \
      changes its voice by it; with a tag that it does not know it goes on in the page's own.

          the [mot juste](lang:french)

      Write `[mot juste](lang:fr)`. A tag is two or three letters, then a script or a country \
      where these matter: `cy`, `en-GB`, `sr-Latn`.

      Source: BCP 47; WCAG 2.2, success criterion 3.1.2.
      """)
}

/// Words of another language: `[mot juste](lang:fr)`.
extension BodyRenderer {
  mutating func openLanguage(_ tag: String, _ address: [UInt8]) -> OpenLink.Form {
    guard let language = LanguageTag(tag) else {
      report(
        CommonMarkChecks.language, "'\(tag)' is not a language tag",
        at: Diagnostic.Label(span(ofNext: address)),
        notes: [
          "a tag is two or three letters, like fr or cy, with a script or country if need be"
        ],
        help: "look the language up in the IANA registry of language subtags")
      output.markup("<span>")
      return .language
    }
    output.markup("<span lang=\"")
    output.escaped(tag.utf8)
    output.markup(language.isRightToLeft ? "\" dir=\"rtl\">" : "\">")
    return .language
  }
}
