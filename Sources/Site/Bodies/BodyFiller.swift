public import CommonMark
public import HTML
public import Inspections

/// Fills the open references of rendered Markdown: the last step from a body to the bytes of a page.
///
/// One filler serves one page, so that a definition or a set of figures that the page shows on
/// request is written once.
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
    let source = body.html.bytes
    var output: [UInt8] = []
    output.reserveCapacity(source.count + 96 * body.references.count)
    var copied = 0
    var pending: [(offset: Int, bytes: [UInt8])] = []
    func copy(upTo offset: Int) {
      while let next = pending.last, next.offset <= offset {
        output.append(contentsOf: source[copied..<next.offset])
        copied = next.offset
        output.append(contentsOf: next.bytes)
        pending.removeLast()
      }
      output.append(contentsOf: source[copied..<offset])
      copied = offset
    }
    for reference in body.references {
      copy(upTo: reference.open)
      let filling = filling(of: reference, in: scope)
      output.append(contentsOf: filling.open.bytes)
      if !filling.close.isEmpty { pending.append((reference.close, filling.close.bytes)) }
    }
    copy(upTo: source.count)
    return HTMLFragment(trusted: output)
  }

  private mutating func filling(of reference: Reference, in scope: ReferenceScope) -> Filling {
    guard case .resolved(let resolved) = resolve(reference, in: scope, register: site.register)
    else { return .none }
    switch resolved {
    case .link(.term(let id)) where manner == .reading: return term(id)
    case .link(let target): return .link(to: site.addresses.link(target))
    case .share(let share): return manner == .reading ? figures(of: share, in: scope) : .none
    case .embed(let embed):
      guard manner == .reading else { return .none }
      return Filling(
        open: EmbedRenderer(site: site).html(embed, caption: reference.text), close: .empty)
    }
  }

  /// A term opens its definition, which links to the glossary; later uses open the same one.
  private mutating func term(_ id: TermID) -> Filling {
    guard let term = site.register.glossary[id] else { return .none }
    guard shown.insert(id.name).inserted else { return .opener("term-\(id)", class: "term") }
    var brief = BodyFiller(site: site, manner: .brief)
    var meaning = HTMLBuffer()
    meaning.markup("<b>")
    meaning.fragment(brief.html(term.title.value, in: ReferenceScope(term)))
    meaning.markup("</b> ")
    meaning.fragment(brief.html(term.definition.value, in: ReferenceScope(term)))
    meaning.markup(" <a href=\"")
    meaning.text(site.addresses.link(.term(id)))
    meaning.markup("\">Glossary</a> ")
    return .definition("term-\(id)", class: "term", meaning.fragment())
  }

  /// A quantity word opens the figures it stands for.
  private mutating func figures(of share: Share, in scope: ReferenceScope) -> Filling {
    figures += 1
    var meaning = HTMLBuffer()
    meaning.markup("<b>")
    meaning.text("\(share.count) of \(share.base)")
    meaning.markup("</b> ")
    meaning.text(NumberWords.perCent(share.perCent))
    if let sample = share.sample, let report = scope.report {
      meaning.markup(" <a href=\"")
      meaning.text(site.addresses.link(.evidence(report, sample.name)))
      meaning.markup("\">Where the figures come from</a> ")
    }
    return .definition("figures-\(figures)", class: "figures", meaning.fragment())
  }
}

/// What goes before and after a reference's text.
private struct Filling {
  let open: HTMLFragment
  let close: HTMLFragment

  static let none = Filling(open: .empty, close: .empty)

  static func link(to address: String) -> Filling {
    var open = HTMLBuffer()
    open.markup("<a href=\"")
    open.text(address)
    open.markup("\">")
    var close = HTMLBuffer()
    close.markup("</a>")
    return Filling(open: open.fragment(), close: close.fragment())
  }

  /// A word that opens what is already on the page.
  static func opener(_ id: String, class name: String) -> Filling {
    var open = HTMLBuffer()
    open.markup("<a class=\"")
    open.text(name)
    open.markup("\" href=\"#")
    open.text(id)
    open.markup("\">")
    var close = HTMLBuffer()
    close.markup("</a>")
    return Filling(open: open.fragment(), close: close.fragment())
  }

  /// A word followed by what it opens, with a way back.
  static func definition(_ id: String, class name: String, _ meaning: HTMLFragment) -> Filling {
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
    close.markup("\">")
    close.fragment(meaning)
    close.markup(" <a href=\"#")
    close.text(id)
    close.markup("-word\">Close</a></span>")
    return Filling(open: open.fragment(), close: close.fragment())
  }
}
