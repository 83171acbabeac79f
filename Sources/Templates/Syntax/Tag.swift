/// A Mustache tag as it stands in a template.
struct Tag {
  /// What the character after the opening delimiter says.
  enum Kind {
    case variable, rawVariable, section, inverted, close, comment, partial, parent, block
    case delimiters

    /// Whether a line that holds nothing but such a tag is left out of the output.
    var canStandAlone: Bool {
      switch self {
      case .variable, .rawVariable: false
      case .section, .inverted, .close, .comment, .partial, .parent, .block, .delimiters: true
      }
    }
  }

  let kind: Kind
  /// The bytes from the opening to the closing delimiter.
  let range: Range<Int>
  /// The bytes of the name, without the spaces around it; empty in comments and delimiter changes.
  let name: Range<Int>
  /// Whether a partial's or parent's name is to be looked up in the data (`{{>*name}}`).
  let isDynamic: Bool
}

/// A template taken apart into tags and the text between them.
enum Token {
  case text(Range<Int>)
  case tag(Tag)
}
