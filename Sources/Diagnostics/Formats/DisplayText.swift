/// How many spaces' room a tab takes in a code frame.
let tabWidth = 4

/// A scalar as a terminal may show it: tabs as an arrow of fixed width, and whatever would steer the
/// terminal or turn the writing direction as a sign for it.
func visible(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x09: "→" + String(repeating: " ", count: tabWidth - 1)
  case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: String(scalar)
  }
}

/// A text of one line as a terminal may show it.
func visible(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars { shown += scalar == "\t" ? " " : visible(scalar) }
  return shown
}

/// A text of any number of lines as a terminal may show it, for what is no diagnostic.
public func terminalText(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return text }
  return text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { visible(String($0)) }.joined(separator: "\n")
}

/// The columns that ``visible(_:)-(Unicode.Scalar)`` takes on a terminal: 0 for marks that combine
/// with what stands before, 2 for wide letters and emoji, else 1.
///
/// Source: Unicode Standard Annex 11, East Asian Width, values W and F, in ranges of blocks.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value == 0x09 { return tabWidth }
  guard value >= 0x300 else { return value == 0xAD ? 0 : 1 }
  if visible(scalar) == "\u{FFFD}" { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x17000...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
