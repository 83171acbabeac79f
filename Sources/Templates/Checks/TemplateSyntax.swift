import Diagnostics

extension Check {
  /// Tags that are not closed, not balanced or not well formed.
  static let templateSyntax = Check(
    "template-syntax", .templates, .error,
    summary: "Every tag of a template is well formed and every section is closed.",
    explanation: """
      A template is text with tags in double braces. A tag ends on its closing braces, has a name \
      without spaces in it, and each `{{#name}}`, `{{^name}}`, `{{$name}}` and `{{<name}}` is \
      closed by a `{{/name}}` before what is around it closes. Between the blocks of a \
      `{{<parent}}` nothing is shown, so nothing may stand there.

          {{#reports}}<li>{{title}}</li>{{/report}}

      Source: the Mustache specification, <https://github.com/mustache/spec>.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  static func unclosedTag(_ span: Span, closing: String) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "a tag opens here and is not closed", at: Label(span, "opens here"),
      help: "end the tag with '\(closing)'")
  }

  static func namelessTag(_ span: Span) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "a tag without a name", at: Label(span, "names nothing"),
      help: "write a name between the braces, or take the tag out")
  }

  static func spacedName(_ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "'\(name)' has a space in it", at: Label(span, "not a name"),
      notes: ["names are words or words joined by hyphens, and dots lead into a record"],
      help: "write one name in each tag")
  }

  static func badDelimiters(_ span: Span, text: String) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "'\(text)' does not change the delimiters",
      at: Label(span, "two delimiters expected"),
      notes: ["delimiters hold no space and no '='"], help: "write it like '{{=<% %>=}}'")
  }

  static func tooDeep(_ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "a tag stands in more than \(limit) others", at: Label(span, "too deep"),
      notes: ["tags may stand in one another \(limit) deep"],
      help: "move the inner part into a template of its own")
  }

  static func closesNothing(
    _ span: Span, name: String, nearest: String?, open: (span: Span, name: String)?
  ) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "'\(name)' closes nothing", at: Label(span, "not open here"),
      secondary: open.map { [Label($0.span, "this is open")] } ?? [],
      notes: open == nil ? ["no tag is open here"] : [],
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "take it out, or open '{{#\(name)}}' before it",
      fix: nearest.map { Fix(span, replacement: $0) })
  }

  static func neverClosed(_ span: Span, name: String, outer: Span?) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "'\(name)' is not closed", at: Label(span, "opens here"),
      secondary: outer.map { [Label($0, "closes what is around it")] } ?? [],
      notes: outer == nil ? ["the template ends before it is closed"] : [],
      help: "write '{{/\(name)}}' where it should end")
  }

  static func strayInParent(_ span: Span, parent: String) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "this stands between the blocks of '\(parent)' and is never shown",
      at: Label(span, "in no block"),
      notes: ["a parent's tag holds blocks only, each '{{$name}} … {{/name}}'"],
      help: "move it into a block, or take it out")
  }

  static func repeatedBlock(_ span: Span, name: String, first: Span) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "'\(name)' is filled twice", at: Label(span, "again"),
      secondary: [Label(first, "first here")],
      notes: ["each block of a parent is filled once"], help: "keep one of the two")
  }
}
