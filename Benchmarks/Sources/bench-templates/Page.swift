/// One page: a template in both languages and the data for it.
struct Page {
  let name: String
  let mustache: String
  let stencil: String
  /// Values by name.
  let values: [(name: String, value: String)]
  /// Lists of rows by name; every row of a list has the same names.
  let lists: [(name: String, rows: [[(name: String, value: String)]])]
  /// HTML passed through, named `body`.
  let html: String?
}

extension Page {
  /// A report's page: 80 names, three loops and 10 KB of HTML.
  static let report: Page = {
    let values = (1...80).map { (name: "name\($0)", value: "Value \($0) of the report") }
    let lists = [("judgements", 8), ("recommendations", 6), ("visits", 12)].map { name, count in
      (
        name: name,
        rows: (1...count).map { row in
          ["title", "address", "grade"].map {
            (name: $0, value: "\($0) \(row) & more")
          }
        }
      )
    }
    let paragraph = "<p>Inspectors found that <em>practice</em> varies between offices.</p>\n"
    var body = ""
    while body.utf8.count < 10_240 {
      body += paragraph
    }
    let head = values.map { "<div id=\"\($0.name)\">{{\($0.name)}}</div>\n" }.joined()
    let row = "<li><a href=\"/x/\">{{title}}</a> {{address}} <b>{{grade}}</b></li>\n"
    let stencilRow = row.replacing("{{", with: "{{row.")
    return Page(
      name: "80 names, three loops, 10 KB of HTML",
      mustache: head
        + lists.map { "<ul>\n{{#\($0.name)}}\n\(row){{/\($0.name)}}\n</ul>\n" }.joined()
        + "{{{body}}}\n",
      stencil: head
        + lists.map {
          "<ul>\n{% for row in \($0.name) %}\(stencilRow){% endfor %}</ul>\n"
        }.joined() + "{{body}}\n",
      values: values, lists: lists, html: body)
  }()

  /// A table: 100 rows of five values with something to escape in each.
  static let table: Page = {
    let names = ["area", "aspect", "grade", "published", "text"]
    let rows = (1...100).map { row in
      names.map { (name: $0, value: "\($0) \(row): \"this\" & <that>, and some words after") }
    }
    let cells = names.map { "<td>{{\($0)}}</td>" }.joined()
    let stencilCells = cells.replacing("{{", with: "{{row.")
    return Page(
      name: "100 rows of five escaped values",
      mustache: "<table>\n{{#rows}}\n<tr>\(cells)</tr>\n{{/rows}}\n</table>\n",
      stencil: "<table>\n{% for row in rows %}<tr>\(stencilCells)</tr>\n{% endfor %}</table>\n",
      values: [], lists: [(name: "rows", rows: rows)], html: nil)
  }()
}
