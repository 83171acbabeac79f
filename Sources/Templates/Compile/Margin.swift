import Diagnostics

/// How the lines of a template start when it stands, indented, in another one.
///
/// Source: mustache/spec, indentation of partials and reindentation of blocks.
struct Margin {
  /// What the lines have in their own template and lose here.
  var stripped: [UInt8] = []
  /// What the lines get here.
  var added: [UInt8] = []

  /// The spaces and tabs of a line that starts with `lead` in its own template.
  func applied(to lead: ArraySlice<UInt8>) -> [UInt8] {
    let common = zip(lead, stripped).prefix { $0 == $1 }.count
    return added + lead.dropFirst(common)
  }

  /// The margin for a partial or parent called from a template that has this margin.
  func entering(_ inclusion: TemplateInclusion, in bytes: [UInt8]) -> Margin {
    guard let indent = inclusion.indent else { return Margin() }
    return Margin(added: applied(to: bytes[indent]))
  }

  /// The margin for what fills `block` of a template that has this margin.
  func filling(_ block: TemplateBlock, in bytes: [UInt8], with filling: Filling) -> Margin {
    Margin(
      stripped: Array(filling.template.source.bytes[filling.block.ownIndent]),
      added: applied(to: bytes[block.fillingIndent]))
  }
}

/// What a child template puts into a block of its parent.
struct Filling {
  let block: TemplateBlock
  /// The child.
  let template: Template
  /// The templates from the page's own to the child.
  let trail: [String]

  /// The nodes as they go into `place`, without a line start where a line has started already.
  func nodes(for place: TemplateBlock) -> ArraySlice<TemplateNode> {
    if !place.layout.isStandalone, case .lineStart = block.nodes.first {
      return block.nodes.dropFirst()
    }
    return block.nodes[...]
  }

  /// Whether a line must be started and ended for a filling that was written within one.
  func needsLine(in place: TemplateBlock) -> Bool {
    place.layout.isStandalone && !block.layout.isStandalone && !block.nodes.isEmpty
  }
}
