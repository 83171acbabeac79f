import Diagnostics

extension Check {
  /// Partials, parents and pages that have no file.
  static let unknownTemplate = Check(
    "unknown-template", .templates, .error,
    summary: "Every partial, parent and page is a template of the site or its theme.",
    explanation: """
      `{{> name}}` and `{{< name}}` put in the template `name.mustache`, and each kind of page needs \
      a template of its name. A name that is looked up in the data (`{{>*name}}`) cannot be checked \
      before pages are rendered, so templates of a site name the other template outright.

          {{> foter}}

      Source: the Mustache specification, partials and inheritance.
      """,
    canBeWaived: false)

  /// Blocks that a parent does not have.
  static let unknownBlock = Check(
    "unknown-block", .templates, .error,
    summary: "A template fills only blocks that its parent has.",
    explanation: """
      Between `{{<parent}}` and `{{/parent}}` a template fills blocks of its parent. What fills a \
      block that the parent does not have would never be shown. Blocks of templates that the parent \
      puts in with `{{> name}}` are not the parent's.

          {{<layout}}{{$mian}}…{{/mian}}{{/layout}}

      Source: the Mustache specification, inheritance.
      """,
    canBeWaived: false)

  /// Templates that no page reaches.
  static let unusedTemplate = Check(
    "unused-template", .templates, .warning,
    summary: "Every template is the template of a page or is put in by one.",
    explanation: """
      A template that no page reaches is never rendered and its names are never checked. It is \
      most often a misspelt file name: `reports.mustache` beside a page called `report`.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  static func unknownTemplate(_ span: Span, name: String, known: [String]) -> Diagnostic {
    let nearest = NearMiss.of(name, among: known)
    return Diagnostic(
      .unknownTemplate, "'\(name)' is not a template", at: Label(span, "no such template"),
      notes: ["templates are \(known.listed())"],
      help: nearest.map { "did you mean '\($0)'?" } ?? "add the file '\(name).mustache'",
      fix: NearMiss.only(name, among: known).map { Fix(span, replacement: $0) })
  }

  static func dynamicTemplate(_ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      .unknownTemplate, "'*\(name)' is a template that only the data names",
      at: Label(span, "cannot be checked"),
      notes: ["names of templates are checked before anything is rendered"],
      help: "name the template, or choose among several with sections")
  }

  static func missingPage(_ file: SourceFile, name: String, known: [String]) -> Diagnostic {
    let nearest = NearMiss.of(name, among: known)
    return Diagnostic(
      .unknownTemplate, "'\(name)' is a page without a template",
      at: Label(Span(startOf: file), "no such file"),
      help: nearest.map { "rename '\($0).mustache' if that is the one meant" }
        ?? "add the file '\(name).mustache'")
  }

  static func unknownBlock(_ span: Span, name: String, parent: String, known: [String])
    -> Diagnostic
  {
    let nearest = NearMiss.of(name, among: known)
    return Diagnostic(
      .unknownBlock, "'\(name)' is not a block of '\(parent)'", at: Label(span, "never shown"),
      notes: [
        known.isEmpty
          ? "'\(parent)' has no blocks" : "its blocks are \(known.listed())"
      ],
      help: nearest.map { "did you mean '\($0)'?" },
      fix: NearMiss.only(name, among: known).map { Fix(span, replacement: $0) })
  }

  /// `parts` are the templates that are used, those of pages or not.
  static func unusedTemplate(
    _ file: SourceFile, name: String, pages: [String], parts: [String]
  ) -> Diagnostic {
    let nearest = NearMiss.of(name, among: pages + parts)
    return Diagnostic(
      .unusedTemplate, "'\(name)' is a template that no page uses", at: Label(Span(startOf: file)),
      notes: ["pages are \(pages.listed())"],
      help: nearest.map { "did you mean '\($0).mustache'?" }
        ?? "delete it, or name it in a template as '{{> \(name)}}'")
  }
}
