/// A kind of input that slow or recursive renderers fall over, in any size.
struct HostileBody: Sendable {
  let name: String
  /// The size at which it is measured last; first comes a tenth of it.
  let size: Int
  let make: @Sendable (Int) -> String

  static let all = [
    HostileBody(name: "nested block quotes", size: 50_000) {
      String(repeating: "> ", count: $0) + "a"
    },
    HostileBody(name: "nested list items", size: 10_000) {
      String(repeating: "- ", count: $0) + "a"
    },
    HostileBody(name: "open brackets", size: 100_000) { String(repeating: "[", count: $0) },
    HostileBody(name: "bracket pairs, nested", size: 100_000) {
      String(repeating: "[", count: $0) + "a" + String(repeating: "]", count: $0)
    },
    HostileBody(name: "links", size: 50_000) { String(repeating: "[a](report:b) ", count: $0) },
    HostileBody(name: "open links", size: 50_000) { String(repeating: "[a](", count: $0) },
    HostileBody(name: "emphasis marks", size: 100_000) { String(repeating: "*a _b ", count: $0) },
    HostileBody(name: "bytes in one line", size: 10_000_000) {
      String(repeating: "word ", count: $0 / 5)
    },
    HostileBody(name: "numbered paragraphs", size: 50_000) { count in
      (1...count).map { "\($0). Text.\n\n" }.joined()
    },
    HostileBody(name: "headings of one name", size: 50_000) {
      String(repeating: "## Name\n\n", count: $0)
    },
    HostileBody(name: "footnotes", size: 10_000) { count in
      (1...count).map { "Text[^\($0)].\n\n" }.joined()
        + (1...count).map { "[^\($0)]: Note.\n\n" }.joined()
    },
    HostileBody(name: "citations of one footnote", size: 50_000) {
      String(repeating: "Text[^1]. ", count: $0) + "\n\n[^1]: Note.\n"
    },
    HostileBody(name: "columns of a table", size: 10_000) {
      let row = String(repeating: "| a ", count: $0) + "|\n"
      return row + String(repeating: "|---", count: $0) + "|\n" + row
    },
    HostileBody(name: "rows of a table", size: 50_000) {
      "| a | b |\n|---|---|\n" + String(repeating: "| a | b |\n", count: $0)
    },
    HostileBody(name: "rows of pipes without a table", size: 50_000) {
      String(repeating: "| a | b |\n", count: $0)
    },
  ]
}
