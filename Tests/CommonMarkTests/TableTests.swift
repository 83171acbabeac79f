import CommonMark
import Diagnostics
import Testing

@Suite struct Tables {
  @Test func `a table has a frame, a caption, scopes and marked numbers`() {
    let result = html(
      """
      Table: Grades of *reports*

      | Grade | Reports |
      | --- | ---: |
      | Good | 1 |
      | Inadequate | 25 |
      """)
    #expect(
      result == """
        <div class="table-frame" role="region" tabindex="0" aria-labelledby="table-1">
        <table>
        <caption id="table-1">Grades of <em>reports</em></caption>
        <thead>
        <tr>
        <th scope="col">Grade</th>
        <th scope="col" class="align-right number">Reports</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Good</th>
        <td class="align-right number">1</td>
        </tr>
        <tr>
        <th scope="row">Inadequate</th>
        <td class="align-right number">25</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test(arguments: [
    ("text\n| a |\n| - |\n| b |\n", "<p>text</p>\n<div class=\"table-frame\""),
    ("- item\n  | a |\n  | - |\n  | b |\n", "<li>item\n<div class=\"table-frame\""),
    ("> | a |\n> | - |\n> | b |\n", "<blockquote>\n<div class=\"table-frame\""),
    ("| a |\n| - |\n| `x\\|y` |\n", "<td><code>x|y</code></td>"),
    (
      "| a |\n| - |\n| *b* [c][d] |\n\n[d]: https://e\n",
      "<td><em>b</em> <a href=\"https://e\">c</a></td>"
    ),
    ("| a |\n| - |\n| C # |\n", "<td>C #</td>"),
    ("| a |\n| - |\n\ntext\n", "</table>\n</div>\n<p>text</p>"),
    ("| a |\n| - |\n| 1 |\n> q\n", "</table>\n</div>\n<blockquote>"),
  ])
  func `tables stand where GitHub's do`(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected))
  }

  @Test(arguments: [
    "```\n| a |\n| - |\n| b \\| c |\n```\n", "    | a |\n    | - |\n    | b \\| c |\n",
    "- ```\n  | a |\n  | - |\n  | b \\| c |\n  ```\n",
  ])
  func `code keeps a table as typed`(markdown: String) {
    #expect(html(markdown).contains("<pre><code>| a |\n| - |\n| b \\| c |\n</code></pre>"))
  }

  @Test func `a table that cmark reads as part of a paragraph stays text`() {
    #expect(
      html("text\n      | a |\n      | - |\n").contains("<p>text\n      | a |\n      | - |</p>"))
  }

  @Test func `a column without heading is found, but not the corner`() {
    #expect(findings("| | a | |\n| - | - | - |\n| b | c | d |\n") == ["table-header: | | a | |"])
  }

  @Test func `links in cells are found at their place`() {
    let text = "| a | b |\n| - | - |\n| [x](para:1) | [y](para:2) |\n"
    let places = body(text).value.references.map(\.span.range)
    #expect(
      places.map { String(Array(text.utf8)[$0].map { Character(UnicodeScalar($0)) }) } == [
        "para:1", "para:2",
      ])
  }
}
