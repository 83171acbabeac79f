import Diagnostics
import HTML

/// One pass from a cmark tree to bytes of HTML, and what is found on the way.
///
/// The kinds of blocks and inline elements stand in extensions, a file each; every check is
/// declared in the file that carries it out.
struct BodyRenderer {
  /// A block that holds blocks, and what its end has to know.
  enum Container {
    case quote, box
    /// A block quote with an attribution: the line break or paragraph that it starts with, and
    /// whether the quote has been closed before it.
    case quotation(end: TreeNode, isClosed: Bool)
    case bulletList, orderedList
    /// A list at the top level whose items are numbered paragraphs.
    case numberedParagraphs
    case item(isTight: Bool)
    /// A numbered paragraph: where its plain text starts, its number, and where it starts in the source.
    case numberedParagraph(plainStart: Int, number: PrintedNumber, start: Int)
    case note
    /// Too deep to be shown as a container.
    case flattened
  }

  let prepared: PreparedBody
  let file: SourceFile
  let options: RenderOptions
  /// The one place that diagnostics can have, for a text whose bytes are not those of the file.
  let fixedSpan: Span?
  /// The bytes of the file in which such a text stands, and where in them the search has come to.
  private var field: (source: [UInt8], search: SourceSearch)?

  var output = BodyOutput()
  var diagnostics = BoundedDiagnostics()
  /// How many links have been met.
  var linkCount = 0
  var references: [Reference] = []
  var anchorLinks: [Reference] = []
  var headings: [HeadingDraft] = []
  var paragraphs: [NumberedParagraphDraft] = []
  var notes = NoteList()
  var slugs: Slugs

  var containers: [Container] = []
  /// The paragraph, heading or other leaf block that the walk is in.
  var leaf: TreeNode?
  var search: SourceSearch?
  var link: OpenLink?
  var nestedLinks = 0
  var image: OpenImage?
  var table: OpenTable?
  var numbering = ParagraphNumbering()
  var isInCaption = false
  /// How many bytes of the next text are not shown, for words that only mark a caption.
  var hiddenPrefix = 0
  var tableCount = 0
  var hasReportedDepth = false
  var cellBudget = Limits.addedCells
  var lastHeading: (level: Int, span: Span)?
  /// How many links and images, and how many pairs of emphasis, have been met.
  var met = (links: 0, emphases: 0)
  /// The numbers like `2.14` by which paragraphs are numbered.
  var printed = PrintedParagraphs()
  /// The numbers like `2.1` at the start of paragraphs that have a no-break space behind them.
  var dottedNumbers: [Range<Int>] = []
  /// Numbers that number nothing as they are typed.
  var unreadNumbers: [UnreadNumber] = []
  /// Whether code that is never closed took what follows.
  var hasLostParagraphs = false
  /// Whether it was told that numbered paragraphs are not as they were meant.
  var hasNumberFaults = false

  init(
    _ prepared: PreparedBody, in file: SourceFile, options: RenderOptions, fixedSpan: Span? = nil,
    source: [UInt8] = []
  ) {
    self.prepared = prepared
    self.file = file
    self.options = options
    slugs = Slugs(reserved: options.reservedIDs)
    self.fixedSpan = fixedSpan
    if let fixedSpan, fixedSpan.end <= source.count {
      field = (source, SourceSearch(fixedSpan.range))
    }
  }

  /// Renders everything from `root` on.
  mutating func render(_ root: TreeNode) {
    var walk = TreeWalk(root)
    while let (node, entering) = walk.next() {
      if image != nil {
        renderInsideImage(node, entering: entering)
      } else if entering {
        enter(node, &walk)
      } else {
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: TreeNode, _ walk: inout TreeWalk) {
    switch node.kind {
    case .text: text(node.literal)
    case .softBreak: softBreak(node)
    case .lineBreak:
      output.markup("<br>\n")
      output.plain.append(UInt8(ascii: " "))
    case .emphasis:
      met.emphases += 1
      output.markup("<em>")
    case .strong:
      met.emphases += 1
      output.markup("<strong>")
    case .code: code(node)
    case .link:
      met.links += 1
      enterLink(node)
    case .image:
      met.links += 1
      enterImage(node)
    case .htmlInline: inlineHTML(node)
    case .paragraph: enterParagraph(node, &walk)
    case .heading: enterHeading(node, &walk)
    case .list: enterList(node)
    case .item: enterItem(node, &walk)
    case .quote: enterQuote(node, &walk)
    case .codeBlock: codeBlock(node)
    case .htmlBlock: htmlBlock(node)
    case .thematicBreak:
      output.startLine()
      output.markup("<hr>\n")
    case .document, .other: break
    }
  }

  private mutating func leave(_ node: TreeNode) {
    switch node.kind {
    case .emphasis: output.markup("</em>")
    case .strong: output.markup("</strong>")
    case .link: leaveLink(node)
    case .paragraph: leaveParagraph(node)
    case .heading: leaveHeading(node)
    case .list: leaveList(node)
    case .item: leaveItem(node)
    case .quote: leaveQuote()
    default: break
    }
  }
}

extension BodyRenderer {
  /// The source of the leaf block that the walk is in, or the place that stands for all.
  var leafSpan: Span {
    if let fixedSpan { return fixedSpan }
    if let search { return Span(file, search.wholeBlock) }
    guard let leaf else { return Span(file, prepared.range.lowerBound..<prepared.range.lowerBound) }
    return span(of: leaf)
  }

  /// The source of a block, from its first byte to the end of its last line.
  func span(of block: TreeNode) -> Span {
    if let fixedSpan { return fixedSpan }
    return Span(
      file,
      prepared.sourceRange(
        startLine: block.startLine, column: block.startColumn, endLine: block.endLine))
  }

  /// The place of `text` in the block, found in order, or the block.
  mutating func span(
    ofNext text: some Collection<UInt8>, where fits: (UInt8) -> Bool = { _ in true }
  ) -> Span {
    typedSpan(of: text, where: fits) ?? leafSpan
  }

  /// The place of `text` as it was typed, found in order; nil where it is not found.
  mutating func typedSpan(
    of text: some Collection<UInt8>, where fits: (UInt8) -> Bool
  ) -> Span? {
    if fixedSpan != nil {
      guard let source = field?.source else { return nil }
      return field?.search.next(text, in: source, where: fits).map { Span(file, $0) }
    }
    var search = self.search ?? SourceSearch(leafSpan.range)
    defer { self.search = search }
    return search.next(text, in: prepared.source, where: fits).map { Span(file, $0) }
  }

  /// Starts again at the beginning of a field.
  mutating func rewindField() {
    if let fixedSpan, let source = field?.source {
      field = (source, SourceSearch(fixedSpan.range))
    }
  }

  /// Starts a leaf block, whose inline elements will be looked for inside it.
  mutating func startLeaf(_ node: TreeNode) {
    leaf = node
    search = nil
  }

  /// Notes a diagnostic, as one of the numbered paragraph it stands in.
  mutating func report(
    _ check: Check, level: Level? = nil, _ message: String, at label: Diagnostic.Label,
    secondary: [Diagnostic.Label] = [], notes: [String] = [], help: String? = nil,
    fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        check, level: level ?? check.level, message, at: label, secondary: secondary, notes: notes,
        help: help, fix: fix,
        subject: numbering.current.map { .paragraph($0) }))
  }
}
