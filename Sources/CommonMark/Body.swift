public import Diagnostics
public import HTML

/// Renders the Markdown body of a file.
///
/// `range` are the bytes of `source` after the front matter; spans count from the start of
/// `source`, which must be UTF-8. The body is parsed once and written once, straight to bytes;
/// references are left open for the register.
///
/// Diagnostics: every check of ``CommonMarkChecks``.
///
/// Complexity: O(n), a fraction more than cmark takes by itself.
public func renderBody(
  _ source: [UInt8], range: Range<Int>, in file: SourceFile, options: RenderOptions
) -> Diagnosed<RenderedBody> {
  let prepared = PreparedBody(source, range, extensions: options.extensions)
  if let refusal = BodyLimits.refusal(of: prepared, in: file) {
    return Diagnosed(plainBody(prepared, from: range), [refusal])
  }
  var renderer = BodyRenderer(prepared, in: file, options: options)
  for line in prepared.tooWide {
    let place = Span(file, prepared.scan.line(line, in: source))
    renderer.diagnostics.append(BodyLimits.tooWide(at: place))
  }
  renderer.renderAll()
  return renderer.finished()
}

/// Renders the inline Markdown of a front-matter field, without a paragraph around it.
///
/// Line ends become spaces, and nothing in the text starts a block. The bytes of a field need not
/// be those of the file: what is not found in `source` as it was read has the one place `span`. Text
/// without any character that could be markup is escaped and returned at once.
///
/// - Parameters:
///   - text: the field as YAML gives it.
///   - span: where the field stands.
///   - options: how it is written.
///   - source: the bytes of the file.
/// - Returns: the field's HTML with its references, and what is wrong in it.
///
/// Diagnostics: `raw-html`, `dangerous-link`, `link-text`, `image-text`, `language`.
public func renderInline(
  _ text: String, at span: Span, options: RenderOptions, source: [UInt8] = []
) -> Diagnosed<RenderedBody> {
  let bytes = Array(text.utf8)
  guard mayHoldMarkup(bytes, smart: options.smart) else {
    var output = BodyOutput()
    unsafe bytes.withUnsafeBufferPointer { unsafe output.escaped($0) }
    return Diagnosed(
      RenderedBody(
        html: HTMLFragment(trusted: output.html), references: [], headings: [], paragraphs: [],
        notes: [], anchors: [], text: bytes, source: span.range))
  }
  // A heading of one line holds inline Markdown and nothing else.
  var line = Array("# ".utf8)
  for byte in Mark.removed(from: bytes, bytes.indices) ?? bytes {
    line.append(byte.isSpace ? UInt8(ascii: " ") : byte)
  }
  line.append(UInt8(ascii: " "))
  Mark.cellEnd.append(to: &line)
  let prepared = PreparedBody(line, 0..<line.count, extensions: false, readable: line)
  if let refusal = BodyLimits.refusal(of: prepared, in: span.file) {
    let place = Diagnostic.Label(span)
    return Diagnosed(
      plainBody(prepared, from: span.range),
      [Diagnostic(refusal.check, refusal.message, at: place)])
  }
  var renderer = BodyRenderer(
    prepared, in: span.file, options: options, fixedSpan: span, source: source)
  renderer.renderAll()
  return renderer.finished()
}

/// Renders Markdown that belongs to no register, such as that on standard input.
///
/// References are filled as CommonMark has it: links and images with the address as written.
public func renderMarkdown(
  _ source: [UInt8], in file: SourceFile, options: RenderOptions
) -> Diagnosed<HTMLFragment> {
  renderBody(source, range: 0..<source.count, in: file, options: options).map(\.withPlainLinks)
}

/// Whether cmark could make anything but text of these bytes; O(n).
private func mayHoldMarkup(_ bytes: [UInt8], smart: Bool) -> Bool {
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "{"),
      UInt8(ascii: "~"), 0, UInt8(ascii: "\n"),
      UInt8(ascii: "\r"), UInt8(ascii: "\t"):
      return true
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."):
      if smart { return true }
    default:
      break
    }
  }
  return bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
}

/// A body as it was typed, for what cmark is not to read.
private func plainBody(_ body: PreparedBody, from source: Range<Int>) -> RenderedBody {
  var output = BodyOutput()
  output.markup("<pre>")
  output.escaped(body.source[body.range])
  output.markup("</pre>\n")
  return RenderedBody(
    html: HTMLFragment(trusted: output.html), references: [], headings: [], paragraphs: [],
    notes: [], anchors: [], source: source)
}

extension BodyRenderer {
  /// Parses and renders; the tree is freed at the end.
  fileprivate mutating func renderAll() {
    let text = prepared.copy ?? prepared.readable
    let range = prepared.copy.map { 0..<$0.count } ?? prepared.range
    var tree = CommonMarkTree(parsing: text, range, smart: options.smart)
    output.reserve(for: prepared.range.count)
    slugs.reserve(forLines: prepared.scan.lineStarts.count)
    collectDefinitions(&tree)
    findPrintedParagraphs(tree.root)
    render(tree.root)
    renderNotes()
    guard options.extensions else { return }
    if fixedSpan == nil, prepared.scan.signs.definitionForms > prepared.definitions.count {
      checkDefinitions(below: tree.root)
    }
    if mayHaveLooseMarkup || !numbering.faults.isEmpty {
      rewindField()
      checkLooseMarkup(below: tree.root)
      for definition in notes.definitions { checkLooseMarkup(below: definition.item) }
      reportDottedNumbers()
    }
    reportNumbers()
  }

  /// What has been rendered, with the headings' ranges of paragraphs.
  fileprivate consuming func finished() -> Diagnosed<RenderedBody> {
    Diagnosed(
      RenderedBody(
        html: HTMLFragment(trusted: output.html), references: references,
        headings: headings.map(\.heading),
        paragraphs: paragraphs.map(\.paragraph), notes: notes.notes,
        anchors: slugs.taken, text: output.plain, source: fixedSpan?.range ?? prepared.range,
        anchorLinks: anchorLinks, hasNumberFaults: hasNumberFaults,
        unreadNumbers: Array(unreadNumbers.prefix(Limits.shownOfOneKind))),
      diagnostics.all)
  }
}
