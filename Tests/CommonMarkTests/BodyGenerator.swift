/// Bodies put together at random, from what Markdown and its extensions are made of.
///
/// The same seed gives the same bodies.
struct BodyGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  private static let pieces =
    [
      "a", "b c", "word ", "1. ", "2. ", "48. ", "- ", "+ ", "* ", "> ", ">", "    ", "  ", "\t",
      "\n",
      "\n", "\n", "\n\n", "\n\n", "# ", "## ", "### ", "[^1]", "[^1]: ", "[^2]", "[^2]: x\n", "[^",
      "]",
      "[", "](para:1)", "](https://a.b)", "![", "](chart:x)", "](x.png)", "](", ")", "|", " | ",
      "|-|-|",
      "| a | b |\n| - | -: |\n", "\n| 1 | 2 |", "| --- |\n", "```", "```\n", "~~~\n", "`", "``",
      "*",
      "**",
      "_", "***", "\\", "\\|", "&amp;", "&", "<b>", "</b>", "<", ">", "<div>\n", "<!-- ", "-->",
      "— x",
      "> a\n> — b\n", "> [!NOTE]\n> ", "[!", "[mot](lang:fr)", "[x](note:1)", "[y]: para:2\n",
      "[y]",
      "Table: ", "Table: x\n\n", "---\n", "===\n", "***\n",
      "é", "\r\n", "\r", "\0", "\"", "'", "--", "...", "- a) x\n- b) y\n", "(", "<a@b.c>",
      "\u{FEFF}",
    ] + marks

  /// The characters that the renderer uses itself.
  private static let marks = (UInt32(0xFDD0)...0xFDD5).compactMap { Unicode.Scalar($0) }.map {
    String($0)
  }

  /// The next body, of up to sixty pieces.
  mutating func body() -> String {
    (0..<next(60) + 1).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
  }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
