import Templates

/// A link within a sentence that may name several.
struct PhraseLink: Sendable {
  /// What joins it to the one before: nothing, a comma or "and".
  let before: String
  let title: String
  /// The link, with the site's base path; nil where the register has no page for it.
  let link: String?
  /// The language of the name; empty where it is the site's.
  let language: String

  static let view = View<PhraseLink>(
    "PhraseLink", "A link within a sentence that may name several.",
    [
      .text("before", "What joins it to the one before; empty for the first.") { $0.before },
      .text("title", "Its name.") { $0.title },
      .address("link", "Where it leads; absent where the register has no page for it.") { $0.link },
      .language { $0.language },
    ])

  /// Links joined as `a, b and c`.
  static func list(_ links: [RecordLink]) -> [PhraseLink] {
    links.enumerated().map { position, link in
      let before = position == 0 ? "" : position == links.count - 1 ? " and " : ", "
      return PhraseLink(
        before: before, title: link.title, link: link.link, language: link.language)
    }
  }
}
