import Diagnostics

extension CommonMarkChecks {
  /// Pictures without words for those who do not see them.
  static let imageText = Check(
    "image-text", .accessibility, .error,
    summary: "Every picture has a text that says what it shows.",
    explanation: """
      Looks at the text between the brackets of each picture. It is what people hear who do not \
      see the picture, and what everybody reads while it loads. Charts, tables and other records \
      shown in place bring their own words and need none.

          ![](waiting-room.jpg)

      Write `![The waiting room in Exeter, with six chairs and no toys](waiting-room.jpg)`.

      Source: WCAG 2.2, success criterion 1.1.1.
      """)
}

/// An image that the walk is in; what is inside only gives the alternative text.
struct OpenImage {
  /// What its end has to write.
  enum Form {
    case tag, text
    case reference(scheme: String, target: String, isBlock: Bool)
  }

  let node: TreeNode
  let form: Form
  /// Where its plain text starts.
  let plainStart: Int
}

/// Images: from the web at once, everything else as references for the register.
extension BodyRenderer {
  mutating func enterImage(_ node: TreeNode) {
    link?.holdsImage = true
    let address = prepared.restored(node.address) ?? node.address.array
    let form: OpenImage.Form
    switch options.extensions ? Address(address[...], listed: options.linkSchemes) : .ordinary {
    case .ordinary:
      output.markup("<img src=\"")
      output.address(address)
      output.markup("\" alt=\"")
      form = .tag
    case .dangerous, .unlisted:
      form = .text
    case .reference(let scheme, let target):
      form = .reference(scheme: scheme, target: target, isBlock: isBlockEmbed(node))
    case .note(let label):
      form = .reference(scheme: "note", target: label, isBlock: isBlockEmbed(node))
    case .language(let tag):
      form = .reference(scheme: "lang", target: tag, isBlock: isBlockEmbed(node))
    }
    image = OpenImage(node: node, form: form, plainStart: output.plain.count)
  }

  /// Takes the words of an image, and ends it when the walk leaves it.
  mutating func renderInsideImage(_ node: TreeNode, entering: Bool) {
    guard let image else { return }
    guard entering else {
      if node == image.node { leaveImage(image) }
      return
    }
    let isShown = if case .reference = image.form { false } else { true }
    switch node.kind {
    case .text, .code, .htmlInline:
      var words: [UInt8] = []
      if node.kind == .text {
        words = plainText(of: node)
      } else {
        words = prepared.restored(node.literal) ?? node.literal.array
      }
      if isShown { output.escaped(words) }
      output.plain.append(contentsOf: words)
    case .softBreak, .lineBreak:
      if isShown { output.html.append(UInt8(ascii: " ")) }
      output.plain.append(UInt8(ascii: " "))
    default:
      break
    }
  }

  private mutating func leaveImage(_ image: OpenImage) {
    self.image = nil
    let words = String(decoding: output.plain[image.plainStart...], as: UTF8.self)
    switch image.form {
    case .tag:
      title(image.node.title)
      output.markup("\">")
      checkImageText(words, image.node, at: destinationSpan(image.node))
    case .text:
      reportDangerous(image.node)
    case .reference(let scheme, let target, let isBlock):
      let title = prepared.restored(image.node.title) ?? image.node.title.array
      if isBlock { output.startLine() }
      // The end of a link and an embed at its end must not fall on one place.
      if link != nil { output.markup("<span class=\"linked-image\">") }
      let place = output.html.count
      let span = destinationSpan(image.node)
      references.append(
        Reference(
          kind: isBlock ? .blockEmbed : .inlineEmbed, scheme: scheme, target: target, text: words,
          title: title.isEmpty ? nil : String(decoding: title, as: UTF8.self),
          span: span, paragraph: numbering.current, isInBox: isInBox, open: place,
          close: place, textEnd: output.plain.count))
      if link != nil { output.markup("</span>") }
      if scheme.isEmpty || scheme == "file" { checkImageText(words, image.node, at: span) }
    }
  }

  private mutating func checkImageText(_ words: String, _ node: TreeNode, at place: Span) {
    guard options.extensions, words.utf8.allSatisfy(\.isSpace) else { return }
    let address = prepared.restored(node.address) ?? node.address.array
    let shown = String(decoding: address.prefix(60), as: UTF8.self)
    report(
      CommonMarkChecks.imageText, "'\(shown)' has no text for those who do not see it",
      at: Diagnostic.Label(place), help: "say between the brackets what the picture shows")
  }

  /// Whether an image stands alone in its paragraph, which then is left out.
  private func isBlockEmbed(_ node: TreeNode) -> Bool {
    guard let parent = node.parent, parent.kind == .paragraph else { return false }
    return embedAlone(in: parent) == node
  }

  /// The image that is all of a paragraph and that the register fills in.
  func embedAlone(in paragraph: TreeNode) -> TreeNode? {
    guard let first = paragraph.firstChild, first.kind == .image, first.next == nil else {
      return nil
    }
    let address = prepared.restored(first.address) ?? first.address.array
    switch Address(address[...], listed: options.linkSchemes) {
    case .reference, .note, .language: return first
    case .ordinary, .dangerous, .unlisted: return nil
    }
  }
}
