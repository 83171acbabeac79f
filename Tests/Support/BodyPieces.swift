/// What Markdown and its extensions are made of, to be put together at random.
public enum BodyPieces {
  /// The pieces.
  public static let all =
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
}
