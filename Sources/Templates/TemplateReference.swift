/// The names that templates may use, written out for their authors.
public struct TemplateReference: Sendable {
  /// Pages in the order declared, each with the template's name.
  private let pages: [PageTemplate]
  /// Every other view, once, in the order in which the pages lead to it.
  private let views: [ViewShape]

  /// Collects the views of `pages` and those they lead to.
  public init(of pages: [PageTemplate]) {
    self.pages = pages
    var views: [ViewShape] = []
    var known = Set(pages.map(\.shape.name))
    for page in pages { Self.collect(from: page.shape, into: &views, known: &known) }
    self.views = views
  }

  private static func collect(
    from shape: ViewShape, into views: inout [ViewShape], known: inout Set<String>
  ) {
    for field in shape.fields {
      switch field.type {
      case .text, .html, .json, .address, .number, .flag:
        continue
      case .record(let inner), .list(let inner):
        if known.insert(inner.name).inserted { views.append(inner) }
        // A view may share its name with a page's; its own names are looked through all the same.
        collect(from: inner, into: &views, known: &known)
      }
    }
  }

  /// The reference as a Markdown page for `docs/`.
  public var markdown: String {
    var lines = [
      "# Names in templates", "",
      "Each page is rendered from the template of its name. This page is written by",
      "`findings templates`; a name that is not on it is an error. How templates are written, and",
      "what stands in values that are HTML, is told in [Templates](templates.md).", "",
      "| type | written out with `{{name}}` | as a section `{{#name}}` |", "|---|---|---|",
    ]
    lines += Self.types.map { "| \($0.name) | \($0.written) | \($0.section) |" }
    lines += [
      "", "In every list `{{-index}}` is the number of the item, from 1, and `{{#-first}}` and",
      "`{{#-last}}` show something for the first and the last item only.", "",
      "Beside every list `x` there is a flag `has-x`, whether the list has any item, for what stands",
      "around the list once. A table names such a flag only where it means something else.", "",
      "## Pages",
    ]
    var shapes: Set<String> = []
    for page in pages {
      // A second template of the same names has a heading, and so an address, of its own.
      let isFirst = shapes.insert(page.shape.name).inserted
      let heading = isFirst ? page.shape.name : "\(page.shape.name), \(page.name)"
      lines += ["", "### \(heading)", "", "Template `\(page.name).mustache`.", ""]
      lines += Self.table(of: page.shape)
      if !page.anchors.isEmpty {
        lines += ["", "Links lead to places of this page; the template gives each its id:", ""]
        lines += page.anchors.map { "- `\($0.id)`: \($0.documentation)." }
      }
    }
    if !views.isEmpty { lines += ["", "## Views in pages"] }
    for view in views { lines += ["", "### \(view.name)", ""] + Self.table(of: view) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The reference as plain text for a terminal.
  public var text: String {
    var lines: [String] = []
    for page in pages {
      lines += ["\(page.name).mustache: \(page.shape.name)", ""] + Self.list(of: page.shape) + [""]
      guard !page.anchors.isEmpty else { continue }
      lines += ["  ids that links lead to"]
      lines += page.anchors.map { "  \($0.id): \($0.documentation)" } + [""]
    }
    for view in views { lines += [view.name, ""] + Self.list(of: view) + [""] }
    return lines.joined(separator: "\n")
  }

  private static let types: [(name: String, written: String, section: String)] = [
    ("text", "escaped for its place", "shown when not empty; `{{.}}` is the text"),
    ("HTML", "as it is, between elements only", "shown when not empty"),
    ("JSON", "as it is, in `<script type=\"application/ld+json\">` only", "no"),
    (
      "address", "escaped; replaced where its scheme could run code",
      "shown when there is one"
    ),
    ("number", "in digits", "shown when there is one, also for 0"),
    ("flag", "no", "shown when it holds; `{{^name}}` when it does not"),
    ("record", "no; `{{name.inner}}` leads into it", "enters it when there is one"),
    ("list", "no", "repeats for each item; `{{^name}}` when there is none"),
  ]

  private static func table(of shape: ViewShape) -> [String] {
    [shape.documentation, "", "| name | type | meaning |", "|---|---|---|"]
      + shape.declared.map { field in
        let meaning = field.documentation.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "| `\(field.name)` | \(linked(field.type)) | \(escaped(meaning)) |"
      }
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static func linked(_ type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .html: "HTML"
    case .json: "JSON"
    case .address: "address"
    case .number: "number"
    case .flag: "flag"
    case .record(let shape): "record, [\(shape.name)](#\(shape.name.lowercased()))"
    case .list(let shape): "list of [\(shape.name)](#\(shape.name.lowercased()))"
    }
  }

  private static func list(of shape: ViewShape) -> [String] {
    let fields = shape.declared
    let width = fields.map(\.name.count).max() ?? 0
    return ["  \(shape.documentation)"]
      + fields.map { field in
        let padding = String(repeating: " ", count: width - field.name.count)
        return "  \(field.name)\(padding)  \(field.type.words): \(field.documentation)"
      }
  }
}
