import Diagnostics

/// A template as a tree; positions are byte offsets in its source.
struct Template: Sendable {
  /// The file's name without `.mustache`.
  let name: String
  let source: SourceText
  let nodes: [TemplateNode]

  func span(_ range: Range<Int>) -> Span { Span(source.file, range) }
}

/// A part of a template.
indirect enum TemplateNode: Sendable {
  /// A line of output starts, with these spaces and tabs before it.
  case lineStart(Range<Int>)
  case text(Range<Int>)
  case variable(TemplateName, isRaw: Bool)
  case section(TemplateSection)
  case partial(TemplateInclusion)
  case parent(TemplateInclusion, blocks: [TemplateBlock], stray: [Range<Int>])
  case block(TemplateBlock)
}

/// A name as written in a tag.
struct TemplateName: Sendable {
  let text: String
  let range: Range<Int>
  /// The name at its dots; empty for `.`, the current item.
  let parts: [String]

  init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
    parts =
      text == "."
      ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether the name can be looked up; others have been reported when the template was read.
  var isWellFormed: Bool {
    !text.isEmpty && !text.utf8.contains(where: \.isTemplateSpace)
  }
}

/// `{{#name}} … {{/name}}` or `{{^name}} … {{/name}}`.
struct TemplateSection: Sendable {
  let name: TemplateName
  let isInverted: Bool
  /// The opening tag.
  let tag: Range<Int>
  let nodes: [TemplateNode]
}

/// The call of another template.
struct TemplateInclusion: Sendable {
  let name: TemplateName
  let isDynamic: Bool
  let tag: Range<Int>
  /// The spaces and tabs before a tag that stands alone; every line of the other gets them.
  let indent: Range<Int>?
}

/// `{{$name}} … {{/name}}`: a place to be filled, or in a parent's tag what fills it.
struct TemplateBlock: Sendable {
  let name: TemplateName
  let tag: Range<Int>
  let nodes: [TemplateNode]
  let layout: TagLayout

  /// The spaces and tabs that lines of the block start with in its own template.
  var ownIndent: Range<Int> {
    layout.isStandalone ? layout.next : layout.lead.lowerBound..<layout.lead.lowerBound
  }

  /// The spaces and tabs that lines get which fill the block.
  var fillingIndent: Range<Int> {
    layout.isStandalone && !nodes.isEmpty ? layout.next : layout.lead
  }
}
