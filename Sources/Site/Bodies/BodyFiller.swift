import Diagnostics
public import CommonMark
public import HTML
public import Inspections

/// Fills the open references of rendered Markdown: the last step from a body to the bytes of a page.
///
/// One filler serves one page, so that a definition or a set of figures that the page shows on
/// request is written once. Ids made here hold a `.`, which no id of a heading does.
public struct BodyFiller: Sendable {
  /// Whether terms and shares open what they stand for on the page, or are links and plain words.
  public enum Manner: Sendable {
    /// Definitions and figures open in place, without a script: each stands behind its word and is
    /// shown while it is the target of the page's address.
    case reading
    /// Links only, for lists, feeds and summaries.
    case brief
  }

  private let site: SiteContext
  private let manner: Manner
  private var shown: Set<String> = []
  private var figures = 0

  /// A filler for one page.
  public init(site: SiteContext, manner: Manner) {
    self.site = site
    self.manner = manner
  }

  /// A text field's HTML, without a paragraph around it.
  public mutating func html(_ text: InlineText, in scope: ReferenceScope) -> HTMLFragment {
    html(text.rendered, in: scope)
  }

  /// A body's HTML with every reference filled.
  ///
  /// Complexity: O(n + references); references that do not resolve were reported by the checks and
  /// leave their text.
  public mutating func html(_ body: RenderedBody, in scope: ReferenceScope) -> HTMLFragment {
    guard !body.references.isEmpty else { return body.html }
    let source = body.html
    var output = HTMLBuffer(capacity: source.bytes.count + 96 * body.references.count)
    var copied = 0
    var pending: [(offset: Int, close: HTMLFragment)] = []
    func copy(upTo offset: Int) {
      while let next = pending.last, next.offset <= offset {
        output.fragment(source, in: copied..<next.offset)
        copied = next.offset
        output.fragment(next.close)
        pending.removeLast()
      }
      output.fragment(source, in: copied..<offset)
      copied = offset
    }
    for reference in body.references {
      copy(upTo: reference.open)
      let close = open(reference, in: scope, to: &output)
      if !close.isEmpty { pending.append((reference.close, close)) }
    }
    copy(upTo: source.bytes.count)
    return output.fragment()
  }

  /// Writes what goes before a reference's text and returns what goes after it.
  private mutating func open(
    _ reference: Reference, in scope: ReferenceScope, to output: inout HTMLBuffer
  ) -> HTMLFragment {
    let filling = filling(of: reference, in: scope)
    switch filling {
    case .none: return .empty
    case .link(let address):
      output.openLink(address)
      return Filling.linkEnd
    case .html(let open, let close):
      output.fragment(open)
      return close
    }
  }

  private mutating func filling(of reference: Reference, in scope: ReferenceScope) -> Filling {
    guard case .resolved(let resolved) = resolve(reference, in: scope, register: site.register)
    else { return .none }
    switch resolved {
    case .link(.term(let id)) where manner == .reading: return term(id, in: scope)
    case .link(let target) where reference.kind == .link:
      return .link(site.addresses.link(target))
    case .link(let target): return image(site.addresses.link(target), of: reference)
    case .share(let share):
      return manner == .reading ? figures(of: share, meant: reference.text, in: scope) : .none
    case .embed(let embed): return embedded(embed, reference, in: scope)
    }
  }

  /// A record in place where a block can stand; within running text and in lists, a link to where it is
  /// shown.
  private func embedded(
    _ embed: Embed, _ reference: Reference, in scope: ReferenceScope
  ) -> Filling {
    let renderer = EmbedRenderer(site: site)
    guard reference.kind == .blockEmbed, manner == .reading else {
      var words = HTMLBuffer()
      words.openLink(site.addresses.link(renderer.target(of: embed)))
      if reference.text.isEmpty {
        let name = renderer.name(of: embed)
        words.words(
          name.language.isEmpty ? Wording(name.text, in: site.ownLanguage(in: scope)) : name)
      } else {
        words.words(reference.text)
      }
      words.markup("</a>")
      return .html(open: words.fragment(), close: .empty)
    }
    return .html(open: renderer.html(embed, caption: reference.text, in: scope), close: .empty)
  }

  /// A picture of the site's own downloads.
  private func image(_ address: String, of reference: Reference) -> Filling {
    var image = HTMLBuffer()
    if reference.kind == .blockEmbed { image.markup("<p>") }
    image.markup("<img src=\"")
    image.text(address)
    image.markup("\" alt=\"")
    image.text(reference.text)
    image.markup("\" loading=\"lazy\">")
    if reference.kind == .blockEmbed { image.markup("</p>\n") }
    return .html(open: image.fragment(), close: .empty)
  }

  /// A term opens its definition, which links to the glossary; later uses open the same one.
  private mutating func term(_ id: TermID, in scope: ReferenceScope) -> Filling {
    guard let term = site.register.glossary[id] else { return .none }
    guard shown.insert(id.name).inserted else { return .opener("term.\(id)", class: "term") }
    let own = ReferenceScope(term)
    var meaning = HTMLBuffer()
    meaning.markup("<b>")
    meaning.fragment(site.text(term.title.value, in: own))
    meaning.markup("</b> ")
    meaning.fragment(site.text(term.definition.value, in: own))
    meaning.markup(" <a href=\"")
    meaning.text(site.addresses.link(.term(id)))
    meaning.markup("\">Glossary</a> ")
    return .definition(
      "term.\(id)", class: "term", meaning.fragment(), in: site.ownLanguage(in: scope))
  }

  /// A quantity word opens the figures it stands for, and what its framework means by it.
  private mutating func figures(
    of share: Share, meant word: String, in scope: ReferenceScope
  ) -> Filling {
    figures += 1
    var meaning = HTMLBuffer()
    meaning.markup("<b>")
    meaning.text("\(share.count) of \(share.base)")
    meaning.markup("</b> ")
    meaning.text(NumberWords.perCent(share.perCent))
    meaning.text(".")
    if let words = quantifierWords(of: word, in: scope) {
      meaning.markup(" ")
      meaning.words(words)
    }
    if let sample = share.sample, let report = scope.report {
      meaning.markup(" <a href=\"")
      meaning.text(site.addresses.link(.evidence(report, sample.name)))
      meaning.markup("\">Where the figures come from</a> ")
    }
    return .definition(
      "figures.\(figures)", class: "figures", meaning.fragment(),
      in: site.ownLanguage(in: scope))
  }
}

extension BodyFiller {
  /// `In this framework “most” means over 65%.`, where the framework gives the word a meaning.
  private func quantifierWords(of text: String, in scope: ReferenceScope) -> String? {
    let word = text.lowercased()
    let framework = scope.framework.flatMap { site.register.frameworks[$0] }
    guard let found = framework?.quantifiers.first(where: { $0.word.value == word }) else {
      return nil
    }
    let limits =
      (found.over.map { ["over \($0.decimalDigits)%"] } ?? [])
      + (found.under.map { ["under \($0.decimalDigits)%"] } ?? [])
    guard !limits.isEmpty else { return nil }
    return "In this framework “\(found.word.value)” means \(NumberWords.list(limits))."
  }
}

/// What goes before and after a reference's text.
private enum Filling {
  case none
  /// A link to an address.
  case link(String)
  /// Anything else.
  case html(open: HTMLFragment, close: HTMLFragment)

  /// What ends every link.
  static let linkEnd: HTMLFragment = {
    var close = HTMLBuffer()
    close.markup("</a>")
    return close.fragment()
  }()

  /// A word that opens what is already on the page.
  static func opener(_ id: String, class name: String) -> Filling {
    var open = HTMLBuffer()
    open.markup("<a class=\"")
    open.text(name)
    open.markup("\" href=\"#")
    open.text(id)
    open.markup("\">")
    return .html(open: open.fragment(), close: linkEnd)
  }

  /// A word followed by what it opens, with a way back; `language` is that of our words in a text of
  /// another, else empty.
  static func definition(
    _ id: String, class name: String, _ meaning: HTMLFragment, in language: String
  ) -> Filling {
    var open = HTMLBuffer()
    open.markup("<a class=\"")
    open.text(name)
    open.markup("\" id=\"")
    open.text(id)
    open.markup("-word\" href=\"#")
    open.text(id)
    open.markup("\">")
    var close = HTMLBuffer()
    close.markup("</a><span class=\"definition\" id=\"")
    close.text(id)
    close.markup("\"")
    close.language(language)
    close.markup(">")
    close.fragment(meaning)
    close.markup(" <a href=\"#")
    close.text(id)
    close.markup("-word\">Close</a></span>")
    return .html(open: open.fragment(), close: close.fragment())
  }
}

extension HTMLBuffer {
  /// Opens a link to an address within the site.
  mutating func openLink(_ address: String) {
    markup("<a href=\"")
    text(address)
    markup("\">")
  }
}
