public import Diagnostics
public import HTML

/// A template file of a site or its theme.
public struct TemplateSource: Sendable {
  /// The file's name without `.mustache`, as other templates call it.
  public let name: String
  /// The file.
  public let text: SourceText
  /// Whether it may be left unused: it is there for whoever wants it.
  public let isOptional: Bool

  /// Couples a file with its name in templates.
  public init(name: String, text: SourceText, isOptional: Bool = false) {
    self.name = name
    self.text = text
    self.isOptional = isOptional
  }
}

/// A kind of page: the template of this name is rendered with this view.
public struct PageTemplate: Sendable {
  /// The template's name, like `report`.
  public let name: String
  /// What the template may name.
  public let shape: ViewShape
  /// The ids that its templates give to elements, because links lead there.
  public let anchors: [Anchor]

  /// A place of a page that links of the generator lead to.
  public struct Anchor: Sendable {
    /// The element's id.
    public let id: String
    /// What stands there, as part of a sentence.
    public let documentation: String

    /// Says what stands at an id.
    public init(_ id: String, _ documentation: String) {
      self.id = id
      self.documentation = documentation
    }
  }

  /// Says that the template `name` shows a view of `shape` and has elements with ids for `anchors`.
  public init(name: String, shape: ViewShape, anchors: [Anchor] = []) {
    self.name = name
    self.shape = shape
    self.anchors = anchors
  }
}

/// The templates of one site, read, checked and ready to render.
///
/// A library never changes, so any number of pages can be rendered from it at the same time.
public struct TemplateLibrary: Sendable {
  /// A page of the library; looked up once and rendered often.
  public struct Page: Sendable {
    /// The template's name.
    public let name: String
    let file: SourceFile
    let program: Program
  }

  private let pages: [String: Page]

  /// Reads and checks every template for every page that reaches it.
  ///
  /// All mistakes of all templates are reported, each once. A page with a mistake is not in the
  /// library; `folder` is shown as the place of a page's template that does not exist.
  /// Complexity: O(pages × templates each page unfolds to).
  public static func compile(
    _ sources: [TemplateSource], pages: [PageTemplate], folder: String = "templates"
  ) -> Diagnosed<TemplateLibrary> {
    let ordered = sources.sorted { $0.text.file < $1.text.file }
    let parsed = ordered.map { TemplateParser.template($0.name, $0.text) }
    let templates = Dictionary(parsed.map { ($0.value.name, $0.value) }) { first, _ in first }
    let unsound = Set(parsed.filter { !$0.diagnostics.isEmpty }.map(\.value.name))
    var diagnostics = parsed.flatMap(\.diagnostics)
    var problems = Problems()
    var compiled: [String: Page] = [:]
    var used: Set<String> = []
    for page in pages {
      guard let template = templates[page.name] else {
        let file = SourceFile(path: "\(folder)/\(page.name).mustache")
        let known = templates.keys.sorted()
        diagnostics.append(.missingPage(file, name: page.name, known: known))
        continue
      }
      var reach: Set<String> = []
      templates.reach(of: template, into: &reach)
      used.formUnion(reach)
      var compiler = PageCompiler(page, templates: templates, problems: problems)
      let program = compiler.compile(template)
      problems = compiler.problems
      guard compiler.isSound, unsound.isDisjoint(with: reach) else { continue }
      for anchor in page.anchors where !program.writes(id: anchor.id) {
        diagnostics.append(.missingAnchor(anchor, page: page.name, file: template.source.file))
      }
      compiled[page.name] = Page(name: page.name, file: template.source.file, program: program)
    }
    let names = pages.map(\.name)
    // A template that a misspelt name most likely means is used; the name is reported.
    for meant in problems.diagnostics where meant.check == .unknownTemplate {
      guard let template = meant.fix.flatMap({ templates[$0.replacement] }) else { continue }
      templates.reach(of: template, into: &used)
    }
    used.formUnion(ordered.filter(\.isOptional).map(\.name))
    for template in parsed.map(\.value) where !used.contains(template.name) {
      diagnostics.append(
        .unusedTemplate(
          template.source.file, name: template.name, pages: names, parts: used.sorted()))
    }
    return Diagnosed(TemplateLibrary(pages: compiled), diagnostics + problems.diagnostics)
  }

  /// The page of a name; nil where there is none, or its templates have mistakes.
  public func page(_ name: String) -> Page? { pages[name] }

  /// Appends a page filled from `record`; stops and says so where it grows beyond `limit` bytes.
  ///
  /// The record must have been filled for the page's view, but for its last names, whose values are
  /// `others`. Complexity: O(bytes written).
  public func render(
    _ page: Page, _ record: ViewRecord, beside others: [ViewValue] = [],
    into buffer: inout HTMLBuffer, limit: Int = Limits.pageBytes
  ) -> Diagnostic? {
    let start = buffer.count
    let isWhole = page.program.render(
      record, beside: others, into: &buffer, end: start + limit)
    return isWhole ? nil : .pageTooLarge(page.file, page: page.name, limit: limit)
  }
}
