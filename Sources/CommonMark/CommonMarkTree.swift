import CCmark
import CMarkPool

/// The tree that cmark makes of a text, freed with this value, on the thread that made it.
struct CommonMarkTree: ~Copyable {
  /// The document node.
  let root: TreeNode

  /// Parses `range` of UTF-8 `bytes`; O(n) but for the inputs that ``BodyLimits`` keeps away.
  init(parsing bytes: [UInt8], _ range: Range<Int>, smart: Bool) {
    let options = smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    let document = unsafe bytes.withUnsafeBytes { raw in
      let text = unsafe UnsafeRawBufferPointer(rebasing: raw[range])
      let characters = unsafe text.assumingMemoryBound(to: CChar.self)
      return unsafe cmark_pool_parse(characters.baseAddress, characters.count, options)
    }
    guard let document = unsafe document else {
      preconditionFailure("cmark always returns a document")
    }
    root = unsafe TreeNode(document)
  }

  /// Takes a subtree out of the document; it stays alive as long as the tree.
  func detach(_ node: TreeNode) {
    node.unlink()
  }

  deinit {
    cmark_pool_close()
  }
}

/// A node of a ``CommonMarkTree``; must not outlive the tree.
///
/// The names of cmark stop here.
@safe struct TreeNode: Equatable {
  /// What a node is.
  enum Kind {
    case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, other
  }

  fileprivate let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (left: TreeNode, right: TreeNode) -> Bool {
    unsafe left.pointer == right.pointer
  }

  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  var parent: TreeNode? { unsafe TreeNode(cmark_node_parent(pointer)) }
  var firstChild: TreeNode? { unsafe TreeNode(cmark_node_first_child(pointer)) }
  var lastChild: TreeNode? { unsafe TreeNode(cmark_node_last_child(pointer)) }
  var next: TreeNode? { unsafe TreeNode(cmark_node_next(pointer)) }
  var previous: TreeNode? { unsafe TreeNode(cmark_node_previous(pointer)) }

  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  /// Whether the numbers of an ordered list are followed by `.`, not by `)`.
  var hasPeriods: Bool { unsafe cmark_node_get_list_delim(pointer) == CMARK_PERIOD_DELIM }
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }

  /// Lines from 1 in the text that was parsed, columns in bytes from 1.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }

  /// The text of a leaf without its markup; lives as long as the tree.
  var literal: CText { unsafe CText(cmark_node_get_literal(pointer)) }
  var fenceInfo: CText { unsafe CText(cmark_node_get_fence_info(pointer)) }
  var address: CText { unsafe CText(cmark_node_get_url(pointer)) }
  var title: CText { unsafe CText(cmark_node_get_title(pointer)) }

  fileprivate func unlink() { unsafe cmark_node_unlink(pointer) }
}

/// A walk over a subtree in document order, without recursion.
@safe struct TreeWalk: ~Copyable {
  private let iterator: OpaquePointer

  /// Starts before `root`.
  init(_ root: TreeNode) {
    guard let iterator = unsafe cmark_iter_new(root.pointer) else {
      preconditionFailure("cmark always returns an iterator")
    }
    unsafe self.iterator = iterator
  }

  deinit { unsafe cmark_iter_free(iterator) }

  /// The next node that is entered or left; leaves are only entered.
  mutating func next() -> (node: TreeNode, entering: Bool)? {
    let event = unsafe cmark_iter_next(iterator)
    guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else {
      return nil
    }
    return unsafe (TreeNode(node), event == CMARK_EVENT_ENTER)
  }

  /// Goes on after `node`, without entering its children and without leaving it.
  mutating func skip(_ node: TreeNode) {
    unsafe cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
  }
}
