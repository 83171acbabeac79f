import Diagnostics

extension CommonMarkChecks {
  /// Addresses that run programs.
  static let dangerousLink = Check(
    "dangerous-link", .safety, .error,
    summary: "Every link and image has an address of a kind that is known to do no harm.",
    explanation: """
      Looks at the scheme of every link and image, also of one in angle brackets, as a browser reads \
      it: in any case of letters and with control characters left out. `javascript:` and `vbscript:` \
      run as programs of the site, `data:` can hold whole pages, `file://` reaches for the reader's \
      own disk. What is not `https`, `http`, `mailto` or `tel` and names no record is refused too, and \
      so is `//example.org`, which leaves the scheme to the page.

          [the data](javascript:show())

      Link to a page, or to a download with `file:`. A site lists further schemes under \
      `link_schemes` in `site.yml`. Cannot be waived.

      Source: WHATWG URL Standard; docs/writing.md.
      """,
    canBeWaived: false)
}

/// A link that the walk is in.
struct OpenLink {
  /// What its end has to write.
  enum Form {
    case anchor, language
    /// Shown as text; whether the reason has been reported.
    case text(isReported: Bool)
    /// What the link becomes, its place among the references, and where its HTML starts.
    case reference(scheme: String, target: String, index: Int, htmlStart: Int)
  }

  let form: Form
  /// Where its plain text starts.
  let plainStart: Int
  var holdsImage = false
}

/// Links: to the web at once, to records as references for the register.
///
/// `[mot juste](lang:fr)` is no link but words of another language: they are shown as such to
/// screen readers, spelling checkers and quotation marks.
///
/// cmark lets an address in angle brackets be a link inside a link, which HTML does not; with
/// extensions only the outer one is a link.
extension BodyRenderer {
  mutating func enterLink(_ node: TreeNode) {
    guard options.extensions else { return openAnchor(node.address.array, title: node.title) }
    guard link == nil else {
      nestedLinks += 1
      return
    }
    guard mayLink() else {
      link = OpenLink(form: .text(isReported: true), plainStart: output.plain.count)
      return
    }
    let address = prepared.restored(node.address)
    if address == nil, Self.isWeb(node.address) {
      link = OpenLink(form: .anchor, plainStart: output.plain.count)
      return openAnchor(node.address.array, title: node.title)
    }
    let bytes = address ?? node.address.array
    let form: OpenLink.Form
    switch Address(bytes[...], listed: options.linkSchemes) {
    case .ordinary:
      openAnchor(bytes, title: node.title)
      form = .anchor
    case .note(let label):
      form = openNoteLink(label, bytes)
    case .language(let tag):
      form = openLanguage(tag, bytes)
    case .dangerous, .unlisted:
      form = .text(isReported: false)
    case .reference(let scheme, let target):
      form = .reference(
        scheme: scheme, target: target, index: references.count, htmlStart: output.html.count)
    }
    link = OpenLink(form: form, plainStart: output.plain.count)
  }

  /// Counts a link; false for one too many.
  private mutating func mayLink() -> Bool {
    linkCount += 1
    if linkCount == Limits.links + 1 { diagnostics.append(BodyLimits.tooManyLinks(at: leafSpan)) }
    return linkCount <= Limits.links
  }

  mutating func leaveLink(_ node: TreeNode) {
    guard options.extensions else { return output.markup("</a>") }
    guard nestedLinks == 0 else {
      nestedLinks -= 1
      return
    }
    guard let link else { return }
    self.link = nil
    switch link.form {
    case .anchor:
      output.markup("</a>")
      noteAnchorLink(node, link)
    case .language: output.markup("</span>")
    case .text(let isReported): if !isReported { reportDangerous(node) }
    case .reference(let scheme, let target, let index, let htmlStart):
      let reference = reference(to: scheme, target, link, node, opening: htmlStart)
      // An image inside the link has its place after it.
      if index < references.count {
        references.insert(reference, at: index)
      } else {
        references.append(reference)
      }
    }
    if case .language = link.form { return }
    checkLinkText(output.plain[link.plainStart...], of: node, holdsImage: link.holdsImage)
  }

  /// Whether an address is on the web, where no other check need look at it.
  static func isWeb(_ address: CText) -> Bool {
    address.starts(with: "https://") || address.starts(with: "http://")
  }

  private mutating func openAnchor(_ address: [UInt8], title: CText) {
    output.markup("<a href=\"")
    output.address(address)
    self.title(title)
    output.markup("\">")
  }

  /// Ends the attribute before and leaves that of a title open, if there is one.
  mutating func title(_ title: CText) {
    guard !title.isEmpty else { return }
    output.markup("\" title=\"")
    if let restored = prepared.restored(title) {
      output.escaped(restored)
    } else {
      unsafe output.escaped(title.bytes)
    }
  }

  /// Keeps a link within the page, whose words may name another place than it leads to.
  private mutating func noteAnchorLink(_ node: TreeNode, _ link: OpenLink) {
    let address = prepared.restored(node.address) ?? node.address.array
    guard address.first == UInt8(ascii: "#"), fixedSpan == nil else { return }
    let place = output.html.count
    anchorLinks.append(
      Reference(
        kind: .link, scheme: "", target: String(decoding: address, as: UTF8.self),
        text: String(decoding: output.plain[link.plainStart...], as: UTF8.self), title: nil,
        span: destinationSpan(node), paragraph: numbering.current, isInBox: isInBox, open: place,
        close: place))
  }

  private mutating func reference(
    to scheme: String, _ target: String, _ link: OpenLink, _ node: TreeNode, opening open: Int
  ) -> Reference {
    let title = prepared.restored(node.title) ?? node.title.array
    return Reference(
      kind: .link, scheme: scheme, target: target,
      text: String(decoding: output.plain[link.plainStart...], as: UTF8.self),
      title: title.isEmpty ? nil : String(decoding: title, as: UTF8.self),
      span: destinationSpan(node), paragraph: numbering.current, isInBox: isInBox,
      open: open, close: output.html.count)
  }

  /// The place of a destination in the source; where it is not written as read, or stands elsewhere as
  /// in `[words][reference]`, that of the link's words, or of the block.
  mutating func destinationSpan(_ node: TreeNode) -> Span {
    func fits(_ before: UInt8) -> Bool {
      before == UInt8(ascii: "(") || before == UInt8(ascii: "<") || before.isSpace
    }
    let address = prepared.restored(node.address) ?? node.address.array
    if let typed = typedSpan(of: address, where: fits) { return typed }
    let words = plainText(of: node)
    return words.isEmpty ? leafSpan : span(ofLinkText: words)
  }

  mutating func reportDangerous(_ node: TreeNode) {
    let address = prepared.restored(node.address) ?? node.address.array
    let shown = String(decoding: address.prefix(60), as: UTF8.self)
    let what: String
    let help: String
    switch Address(address[...], listed: options.linkSchemes) {
    case .unlisted(scheme: nil):
      what = "leaves the scheme to the page"
      help = "write 'https:' before it"
    case .unlisted(scheme: let scheme?):
      what = "is an address that links do not have here"
      help = "link with https, or list '\(scheme)' under link_schemes in site.yml"
    case .ordinary, .reference, .note, .language, .dangerous:
      what = "is an address that a browser would run"
      help = "link to a page, or to a download with 'file:'"
    }
    let schemes = ["http", "https", "mailto", "tel"] + options.linkSchemes.sorted()
    report(
      CommonMarkChecks.dangerousLink, "'\(shown)' \(what)",
      at: Diagnostic.Label(destinationSpan(node), "shown as text only"),
      notes: ["links lead to \(schemes.joined(separator: ", ")), a record or a file of this site"],
      help: help)
  }
}
