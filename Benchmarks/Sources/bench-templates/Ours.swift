import Diagnostics
import HTML
import Templates

/// A page in our engine: compiled against a view, with its data as a model to fill the view from.
struct OurPage {
  private let library: TemplateLibrary
  private let page: TemplateLibrary.Page
  private let view: View<Page>
  private let model: Page
  private var buffer = HTMLBuffer()

  /// Declares a view of the page's names and compiles its template; throws what is wrong with it.
  init(_ model: Page) throws {
    let view = model.view
    let compiled = TemplateLibrary.compile(
      [TemplateSource(name: "page", text: SourceText(path: "page.mustache", text: model.mustache))],
      pages: [PageTemplate(name: "page", shape: view.shape)])
    guard let page = compiled.value.page("page") else {
      throw Mismatch("our engine refuses the template: \(compiled.diagnostics)")
    }
    library = compiled.value
    self.page = page
    self.view = view
    self.model = model
  }

  /// Renders the page, each value taken from the model when the template asks for it.
  mutating func render() -> [UInt8] {
    buffer.removeAll()
    _ = library.render(page, view.record(of: model), into: &buffer)
    return buffer.bytes
  }
}

extension Page {
  fileprivate typealias Row = [(name: String, value: String)]

  fileprivate var view: View<Page> {
    let body = HTMLFragment(trusted: Array((html ?? "").utf8))
    var fields = values.indices.map { index in
      View<Page>.Field.text(values[index].name, "A value.") { $0.values[index].value }
    }
    fields += lists.indices.map { index in
      .list(lists[index].name, "A list.", Self.view(ofRow: lists[index].rows[0])) {
        $0.lists[index].rows
      }
    }
    return View("Page", "A page.", fields + [.html("body", "HTML.") { _ in body }])
  }

  private static func view(ofRow row: Row) -> View<Row> {
    View(
      "Row", "A row.",
      row.indices.map { index in .text(row[index].name, "A cell.") { $0[index].value } })
  }
}
