import Diagnostics

/// Builds the tree of one template; every tag that is not balanced is reported.
struct TemplateParser {
  /// A tag that is still open, with what has been read since.
  private struct Frame {
    let tag: Tag
    let layout: TagLayout
    let name: TemplateName
    var nodes: [TemplateNode] = []
    var blocks: [TemplateBlock] = []
    var stray: [Range<Int>] = []

    /// What the closing tag says.
    var closing: String { tag.isDynamic ? "*" + name.text : name.text }
  }

  private let name: String
  private let source: SourceText
  private var root: [TemplateNode] = []
  private var frames: [Frame] = []
  private var diagnostics: [Diagnostic] = []

  /// Reads `source` as the template called `name`.
  static func template(_ name: String, _ source: SourceText) -> Diagnosed<Template> {
    let tokens = TemplateLexer.tokens(of: source)
    var parser = TemplateParser(name: name, source: source)
    for piece in TemplateLines.pieces(of: tokens.value, in: source) { parser.add(piece) }
    parser.closeAll()
    return Diagnosed(
      Template(name: name, source: source, nodes: parser.root),
      tokens.diagnostics + parser.diagnostics)
  }

  private init(name: String, source: SourceText) {
    self.name = name
    self.source = source
  }

  private mutating func add(_ piece: Piece) {
    switch piece {
    case .lineStart(let range):
      if frames.last?.tag.kind != .parent { append(.lineStart(range), at: range) }
    case .text(let range):
      let words = source.bytes.trimmed(range)
      if frames.last?.tag.kind != .parent || !words.isEmpty { append(.text(range), at: words) }
    case .tag(let tag, let layout):
      add(tag, layout)
    }
  }

  private mutating func add(_ tag: Tag, _ layout: TagLayout) {
    let name = TemplateName(text: source.text(in: tag.name), range: tag.name)
    switch tag.kind {
    case .comment, .delimiters:
      break
    case .variable, .rawVariable:
      guard name.isWellFormed else { return }
      append(.variable(name, isRaw: tag.kind == .rawVariable), at: tag.range)
    case .partial:
      guard name.isWellFormed else { return }
      append(.partial(inclusion(tag, layout, name)), at: tag.range)
    case .section, .inverted, .parent, .block:
      if frames.count == Limits.tagDepth {
        diagnostics.append(.tooDeep(Span(source.file, tag.range), limit: Limits.tagDepth))
      }
      frames.append(Frame(tag: tag, layout: layout, name: name))
    case .close:
      close(tag, name)
    }
  }

  private func inclusion(_ tag: Tag, _ layout: TagLayout, _ name: TemplateName)
    -> TemplateInclusion
  {
    TemplateInclusion(
      name: name, isDynamic: tag.isDynamic, tag: tag.range,
      indent: layout.isStandalone ? layout.lead : nil)
  }

  /// Puts a node where the open tags say; between the blocks of a parent nothing is shown.
  private mutating func append(_ node: TemplateNode, at range: Range<Int>) {
    guard let last = frames.indices.last else { return root.append(node) }
    guard frames[last].tag.kind == .parent else { return frames[last].nodes.append(node) }
    if case .block(let block) = node {
      frames[last].blocks.append(block)
    } else {
      frames[last].stray.append(range)
    }
  }

  private mutating func close(_ tag: Tag, _ name: TemplateName) {
    // What stands deeper is reported as such.
    let near = frames.suffix(Limits.tagDepth)
    guard let match = near.lastIndex(where: { $0.closing == name.text }) else {
      let nearest = frames.last.flatMap { NearMiss.of(name.text, among: [$0.closing]) }
      diagnostics.append(
        .closesNothing(
          Span(source.file, tag.name), name: name.text, nearest: nearest,
          open: frames.last.map { (Span(source.file, $0.tag.range), $0.name.text) }))
      if nearest != nil { closeLast() }
      return
    }
    while frames.count > match + 1 {
      reportOpen(closedBy: Span(source.file, tag.range))
      closeLast()
    }
    closeLast()
  }

  private mutating func closeAll() {
    while !frames.isEmpty {
      reportOpen(closedBy: nil)
      closeLast()
    }
  }

  private mutating func reportOpen(closedBy outer: Span?) {
    guard let frame = frames.last else { return }
    diagnostics.append(
      .neverClosed(Span(source.file, frame.tag.range), name: frame.closing, outer: outer))
  }

  /// Turns the innermost open tag into a node of what is around it.
  private mutating func closeLast() {
    guard let frame = frames.popLast(), frames.count < Limits.tagDepth else { return }
    switch frame.tag.kind {
    case .section, .inverted:
      let section = TemplateSection(
        name: frame.name, isInverted: frame.tag.kind == .inverted, tag: frame.tag.range,
        nodes: frame.nodes)
      append(.section(section), at: frame.tag.range)
    case .parent:
      guard frame.name.isWellFormed else { return }
      let parent = inclusion(frame.tag, frame.layout, frame.name)
      append(.parent(parent, blocks: frame.blocks, stray: frame.stray), at: frame.tag.range)
    case .block:
      let block = TemplateBlock(
        name: frame.name, tag: frame.tag.range, nodes: frame.nodes, layout: frame.layout)
      append(.block(block), at: frame.tag.range)
    case .variable, .rawVariable, .close, .comment, .partial, .delimiters:
      preconditionFailure("only sections, parents and blocks are ever open")
    }
  }
}
