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
    /// Definitions and figures open in place; ``popovers`` must be put on the page.
    case reading
    /// Links only, for lists, feeds and summaries.
    case brief
  }

  private let site: SiteContext
  private let manner: Manner
  private var shown: Set<String> = []
  private var figures = 0
  /// What opens in place on the page; goes after the texts that were filled.
  public private(set) var popovers = HTMLBuffer()

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

  /// A term opens its definition on the page; the definition links to the glossary.
  private mutating func term(_ id: TermID) -> Filling {
    guard let term = site.register.glossary[id] else { return .none }
    if shown.insert("term-\(id)").inserted {
      var brief = BodyFiller(site: site, manner: .brief)
      popovers.markup("<aside class=\"definition\" popover id=\"term-")
      popovers.text(id.name)
      popovers.markup("\"><p><b>")
      popovers.fragment(brief.html(term.title.value, in: ReferenceScope(term)))
      popovers.markup("</b>: ")
      popovers.fragment(brief.html(term.definition.value, in: ReferenceScope(term)))
      popovers.markup("</p><p><a href=\"")
      popovers.text(site.addresses.link(.term(id)))
      popovers.markup("\">In the glossary</a></p></aside>\n")
    }
    return .button(opening: "term-\(id)", class: "term")
  }

  /// A quantity word opens the figures it stands for.
  private mutating func figures(of share: Share, in scope: ReferenceScope) -> Filling {
    figures += 1
    let id = "figures-\(figures)"
    popovers.markup("<aside class=\"definition\" popover id=\"")
    popovers.text(id)
    popovers.markup("\"><p>")
    popovers.text("\(share.count) of \(share.base), \(NumberWords.perCent(share.perCent))")
    if let sample = share.sample, let report = scope.report {
      popovers.markup(". <a href=\"")
      popovers.text(site.addresses.link(.evidence(report, sample.name)))
      popovers.markup("\">Where the figures come from</a>")
    }
    popovers.markup("</p></aside>\n")
    return .button(opening: id, class: "share")
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

  static func button(opening id: String, class name: String) -> Filling {
    var open = HTMLBuffer()
    open.markup("<button type=\"button\" class=\"")
    open.text(name)
    open.markup("\" popovertarget=\"")
    open.text(id)
    open.markup("\">")
    var close = HTMLBuffer()
    close.markup("</button>")
    return Filling(open: open.fragment(), close: close.fragment())
  }
}
