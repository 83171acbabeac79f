/// Names of files and addresses put together at random, from what makes names difficult.
///
/// The same seed gives the same names.
public struct NameGenerator {
  private var state: UInt64

  /// Begins the names of a seed.
  public init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  private static let pieces = [
    "a", "b", "A", "Z", "0", "9", "old", "reports", "areas", "files", "data", "pagefind", "x.md",
    ".html", "index.html", ".css", ".svg", ".", "..", "...", "-", "_", "~", " ", "  ", "&", "'",
    "\"", "#", "?", "%", "%41", "%2F", "%2e", "%00", "%C3%A4", "%C3", "%%", "+", "=", ";", ":", "|",
    "*", "<", ">", "(", ")", "[", "]", "{", "}", "{{", "}}", "\\", "^", "`", "$", "!", "@", ",",
    "\u{E9}", "e\u{301}", "\u{C9}", "ß", "ſ", "K", "İ", "日", "👪", "\u{200D}", "\u{FEFF}",
    "\u{202E}",
    "\u{A0}", "\u{2028}", "\u{1B}[31m", "\n", "\r", "\t", "\u{7F}", "\u{85}",
    String(repeating: "long", count: 20),
  ]

  /// A name without `/`, never empty, `.` or `..`, and short enough for a disk.
  public mutating func name() -> String {
    while true {
      let name = (0...next(4)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      if name != ".", name != "..", name.utf8.count < 240 { return name }
    }
  }

  /// An address or a path of up to four names, some of them empty.
  public mutating func address() -> String {
    let names = (0...next(4)).map { _ in next(12) == 0 ? "" : name() }
    return (next(8) == 0 ? "" : "/") + names.joined(separator: "/") + (next(2) == 0 ? "" : "/")
  }

  /// A number from 0 up to but without `bound`.
  public mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
