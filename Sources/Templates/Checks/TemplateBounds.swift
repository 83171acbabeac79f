import Diagnostics

extension Check {
  /// Templates that put themselves in.
  static let templateRecursion = Check(
    "template-recursion", .templates, .error,
    summary: "No template puts itself in without end.",
    explanation: """
      A template that puts itself in, at once or through others, would never be finished: the views \
      of pages have a fixed depth, so there is no data that ends it. A parent may call itself with \
      other blocks filled. `findings render-template` follows a template into itself as deep as its \
      data goes, up to a limit.

          node.mustache: <li>{{title}}{{> node}}</li>
      """,
    canBeWaived: false)

  /// Pages beyond the bounds of size.
  static let templateSize = Check(
    "template-size", .templates, .error,
    summary: "Templates and pages stay within their bounds of size.",
    explanation: """
      Templates that put in others many times over can grow beyond any use, and so can a page. A \
      template has at most \(Limits.tags.grouped) tags; a page's templates may unfold to \
      \(Limits.unfoldedSteps.grouped) steps and \(Limits.unfoldedBytes >> 20) MB, a page to \
      \(Limits.pageBytes >> 20) MB.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  static func recursion(_ span: Span, name: String, trail: [String]) -> Diagnostic {
    let names = trail.drop { $0 != name } + [name]
    return Diagnostic(
      .templateRecursion, "'\(name)' puts itself in without end", at: Label(span, "here again"),
      notes: [
        "the way round is \(names.joined(separator: ", "))",
        "views have a fixed depth, so no data ends it",
      ],
      help: "repeat with a section over a list")
  }

  static func blockRecursion(_ span: Span, name: String, filling: Span) -> Diagnostic {
    Diagnostic(
      .templateRecursion, "'\(name)' is filled with itself", at: Label(span, "filled here again"),
      secondary: [Label(filling, "with this")],
      notes: ["what fills a block cannot hold a block of the same name"],
      help: "give one of the two another name")
  }

  static func nestedTooDeep(_ span: Span, name: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .templateRecursion, "'\(name)' stands more than \(limit) deep",
      at: Label(span, "too deep"),
      notes: ["sections, blocks and templates may stand in one another \(limit) deep"],
      help: "end the recursion, or put fewer templates into one another")
  }

  static func templatesTooLarge(_ file: SourceFile, page: String) -> Diagnostic {
    Diagnostic(
      .templateSize, "page '\(page)' unfolds to more than can be rendered",
      at: Label(Span(startOf: file)),
      notes: [
        "a page's templates may unfold to \(Limits.unfoldedSteps.grouped) steps and "
          + "\(Limits.unfoldedBytes >> 20) MB"
      ],
      help: "put in fewer templates")
  }

  static func tooManyTags(_ span: Span) -> Diagnostic {
    Diagnostic(
      .templateSize, "a template has more than \(Limits.tags.grouped) tags",
      at: Label(span, "the first of too many"), notes: ["nothing behind it is read"],
      help: "part the template")
  }

  static func pageTooLarge(_ file: SourceFile, page: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .templateSize, "page '\(page)' is larger than \(limit.grouped) bytes",
      at: Label(Span(startOf: file)),
      notes: ["rendering stopped there"], help: "split what it lists over several pages")
  }
}
