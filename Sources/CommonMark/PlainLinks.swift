public import HTML

extension RenderedBody {
  /// The HTML with every reference filled by an ordinary link or image to the address as written.
  ///
  /// For Markdown outside a register; an example of how references are filled.
  public var withPlainLinks: HTMLFragment {
    guard !references.isEmpty else { return html }
    var output = BodyOutput()
    output.html.reserveCapacity(html.bytes.count + references.count * 40)
    var copied = 0
    var open: [Reference] = []
    func copy(upTo offset: Int, _ output: inout BodyOutput) {
      output.html.append(contentsOf: html.bytes[copied..<offset])
      copied = offset
    }
    for reference in references {
      while let last = open.last, last.close <= reference.open {
        copy(upTo: last.close, &output)
        output.markup("</a>")
        open.removeLast()
      }
      copy(upTo: reference.open, &output)
      output.plainOpening(of: reference)
      if reference.kind == .link { open.append(reference) }
    }
    while let last = open.popLast() {
      copy(upTo: last.close, &output)
      output.markup("</a>")
    }
    copy(upTo: html.bytes.count, &output)
    return HTMLFragment(trusted: output.html)
  }
}

extension BodyOutput {
  fileprivate mutating func plainOpening(of reference: Reference) {
    let address = reference.scheme.isEmpty ? "" : reference.scheme + ":"
    switch reference.kind {
    case .link:
      markup("<a href=\"")
      self.address((address + reference.target).utf8)
    case .inlineEmbed, .blockEmbed:
      markup(reference.kind == .blockEmbed ? "<p><img src=\"" : "<img src=\"")
      self.address((address + reference.target).utf8)
      markup("\" alt=\"")
      escaped(reference.text.utf8)
    }
    if let title = reference.title {
      markup("\" title=\"")
      escaped(title.utf8)
    }
    markup(reference.kind == .blockEmbed ? "\"></p>\n" : "\">")
  }
}
