/// Something in a text that looks like markup: in text that cmark has read, it was none.
struct LooseForm {
  /// Where it is in the text.
  let range: Range<Int>
  /// What its author is to type.
  let help: String
  /// Whether it is a bullet that another program made.
  var isBullet = false
}

/// The forms of markup by which text is searched, each with what to type instead.
///
/// What begins a line is looked for at the start of a text only, for cmark's texts end with the line. A field has
/// one line, and no notes.
enum LooseForms {
  /// Everything in `text` that looks like markup, in order; O(n).
  static func all(
    in text: [UInt8], startsLine: Bool, isItem: Bool, isField: Bool
  ) -> [LooseForm] {
    var forms: [LooseForm] = []
    var index = 0
    if startsLine, let form = lineStart(text) ?? (isItem ? taskBox(text) : nil) {
      forms.append(form)
      index = form.range.upperBound
    }
    while index < text.count {
      guard let form = form(in: text, at: index, isField: isField) else {
        index += 1
        continue
      }
      forms.append(form)
      index = max(form.range.upperBound, index + 1)
    }
    return forms
  }

  private static func form(in text: [UInt8], at index: Int, isField: Bool) -> LooseForm? {
    switch text[index] {
    case UInt8(ascii: "]"): brokenLink(text, index)
    case UInt8(ascii: "*"), UInt8(ascii: "_"): emphasis(text, index)
    case UInt8(ascii: "["): bracketed(text, index, isField: isField)
    case UInt8(ascii: "{"): braced(text, index)
    case UInt8(ascii: "~"):
      pair("~~", text, index, "say in words what no longer holds, for no text is struck through")
        ?? script("~", text, index)
    case UInt8(ascii: "="):
      pair("==", text, index, "write '**words**' for what is to stand out")
    case UInt8(ascii: "$"):
      pair("$$", text, index, "write the formula in words, or offer it as a picture")
    case UInt8(ascii: "^"):
      enclosed("^[", "]", text, index, "write '[^1]', and '[^1]: …' at the start of a line below")
        ?? script("^", text, index)
    case UInt8(ascii: "h"): bareAddress(text, index)
    case UInt8(ascii: "<"): hostInBrackets(text, index)
    default: nil
    }
  }

  // MARK: Links

  private static func brokenLink(_ text: [UInt8], _ index: Int) -> LooseForm? {
    let rest = text[(index + 1)...]
    if rest.first == UInt8(ascii: "(") {
      let end = rest.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? text.count
      let hasSpace = rest[..<end].contains { $0.isBlank }
      return LooseForm(
        range: index..<end,
        help: hasSpace
          ? "put an address with spaces in angle brackets: '](<…>)'"
          : "write '[words](address)', or '\\[' for a bracket that is text")
    }
    if rest.starts(with: " (".utf8), isAddress(rest.dropFirst(2)) {
      let end = rest.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? text.count
      return LooseForm(range: index..<end, help: "take out the space between ']' and '('")
    }
    guard rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")),
      end == index + 2 || rest[index + 2].isLetter
    else { return nil }
    return LooseForm(
      range: index..<end + 1,
      help: "write '[words](address)', for nothing defines this link with ']: address'")
  }

  /// Whether what follows a bracket is an address and not a remark.
  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "/") || first == UInt8(ascii: ".") {
      return true
    }
    let scheme = text.prefix { $0.isLetter }
    let after = text.dropFirst(scheme.count)
    return scheme.count > 1 && after.first == UInt8(ascii: ":")
      && after.dropFirst().first.map { !$0.isBlank } ?? false
  }

  private static func bareAddress(_ text: [UInt8], _ index: Int) -> LooseForm? {
    guard starts(text, at: index, with: "https://") || starts(text, at: index, with: "http://"),
      index == 0 || !text[index - 1].isLetter
    else { return nil }
    let end = text[index...].firstIndex { $0.isSpace || $0 == UInt8(ascii: ")") } ?? text.count
    return LooseForm(range: index..<end, help: "name what it leads to: '[words](https://…)'")
  }

  /// `<www.example.org/act>`, which is no link without its scheme.
  private static func hostInBrackets(_ text: [UInt8], _ index: Int) -> LooseForm? {
    let host = text[(index + 1)...].prefix(80).prefix {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    let ending = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard host.first?.isLetter == true, ending.count > 1,
      let last = ending.last, last.count > 1, last.allSatisfy(\.isLetter),
      let end = text[host.endIndex...].prefix(200).firstIndex(of: UInt8(ascii: ">")),
      end == host.endIndex || text[host.endIndex] == UInt8(ascii: "/"),
      !text[index..<end].contains(where: \.isSpace)
    else { return nil }
    return LooseForm(range: index..<end + 1, help: "name what it leads to: '[words](https://…)'")
  }

  private static func bracketed(
    _ text: [UInt8], _ index: Int, isField: Bool
  ) -> LooseForm? {
    let contents = ["[TOC]", "[toc]", "[[_TOC_]]", "[[TOC]]"].first {
      text[index...].starts(with: $0.utf8)
    }
    if let contents {
      return LooseForm(
        range: index..<index + contents.utf8.count,
        help: "take it out; pages list their headings by themselves")
    }
    let wiki = "write '[words](page:ID)' with the kind of record and its id"
    if index + 2 == text.count, starts(text, at: index, with: "[[") {
      return LooseForm(range: index..<text.count, help: wiki)
    }
    return enclosed("[[", "]]", text, index, wiki)
      ?? enclosed(
        "[^", "]", text, index,
        isField
          ? "say it in the text, or in a note of the body: a field has no notes"
          : "name a note without spaces and brackets: '[^9]'")
      ?? enclosed("[@", "]", text, index, "cite in a note: '[^1]', and '[^1]: …' below")
  }

  // MARK: Emphasis, attributes, shortcodes

  private static func emphasis(_ text: [UInt8], _ index: Int) -> LooseForm? {
    let mark = text[index]
    // Of a longer run only its end may be meant.
    let run = text[index...].prefix(3)
    let end = run.firstIndex { $0 != mark } ?? run.endIndex
    let before = index > 0 ? text[index - 1] : UInt8(ascii: " ")
    let after = end < text.count ? text[end] : UInt8(ascii: " ")
    let isOpening = before.opensWords && !after.isSpace
    let second = text[end...].prefix(200).firstIndex(of: mark)
    // One that closes nothing may be the star of a remark: 'p < 0.01**'.
    let isMeant =
      switch end - index {
      case 1: mark == UInt8(ascii: "*") && isOpening && second != nil
      case 2: isOpening || second != nil || before.isSpace && end < text.count
      default: false
      }
    guard isMeant else { return nil }
    let close = second.map { start in text[start...].firstIndex { $0 != mark } ?? text.count }
    return LooseForm(range: index..<(close ?? end), help: emphasisHelp(mark))
  }

  private static func emphasisHelp(_ mark: UInt8) -> String {
    mark == UInt8(ascii: "*")
      ? "put the stars straight before and after the words, or write '\\*' for a star that is text"
      : "write '**words**', or '\\_' for a line that is text"
  }

  private static func braced(_ text: [UInt8], _ index: Int) -> LooseForm? {
    let shortcode =
      "take it out; pictures are '![words](file:NAME)', records '![](rec:3)' and the like"
    if let form = enclosed("{{", "}}", text, index, shortcode)
      ?? enclosed("{%", "%}", text, index, shortcode)
    {
      return form
    }
    let attribute = "take it out; a heading's place is made of its words"
    return enclosed("{#", "}", text, index, attribute)
      ?? enclosed("{.", "}", text, index, attribute)
      ?? enclosed("{:", "}", text, index, attribute)
  }

  // MARK: Starts of lines

  /// What looks like markup at the start of a line.
  static func lineStart(_ text: [UInt8]) -> LooseForm? {
    let hashes = text.prefix { $0 == UInt8(ascii: "#") }.count
    if hashes > 6, hashes < text.count, text[hashes].isBlank {
      return LooseForm(
        range: 0..<hashes, help: "write six '#' at most, for headings have six levels")
    }
    if (1...6).contains(hashes), hashes < text.count {
      let next = text[hashes]
      if text[hashes...].starts(with: "\u{A0}".utf8), hashes > 1 {
        let marks = String(repeating: "#", count: hashes)
        return LooseForm(range: 0..<hashes + 2, help: "type an ordinary space after '\(marks)'")
      }
      guard next.isLetter || next.isDigit, hashes > 1 || next & 0x20 == 0 && next.isLetter else {
        return nil
      }
      return LooseForm(
        range: 0..<hashes + 1, help: "put a space after '\(String(repeating: "#", count: hashes))'")
    }
    for bullet in bullets where text.starts(with: bullet.utf8) {
      return LooseForm(
        range: 0..<bullet.utf8.count, help: "write '- ' for each item, each on a line of its own",
        isBullet: true)
    }
    if text.starts(with: "-\u{A0}".utf8) {
      return LooseForm(range: 0..<3, help: "type an ordinary space after '-'")
    }
    for (start, help) in otherStarts where text.starts(with: start.utf8) {
      return LooseForm(range: 0..<start.utf8.count, help: help)
    }
    return nil
  }

  private static let bullets = [
    "•", "◦", "▪", "●", "‣", "⁃", "·", "■", "○", "\u{F0B7}", "➢",
    "➤", "►", "▶", "➔", "❖", "⦁", "∙", "✓", "✔", "☐", "☑",
  ]

  private static let otherStarts = [
    (":::", "write a box: '> [!NOTE]', and '> ' before each line of it"),
    ("!!! ", "write a box: '> [!NOTE]', and '> ' before each line of it"),
    ("+---", "write the table with bars: '| A | B |', then '| --- | --- |'"),
    (": ", "write the word and what it means as one sentence, or a term of the glossary"),
    ("\\newpage", "take it out; pages have no ends"),
    ("\\pagebreak", "take it out; pages have no ends"),
  ]

  private static func taskBox(_ text: [UInt8]) -> LooseForm? {
    guard text.count > 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
      text[3].isBlank,
      [UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X")].contains(text[1])
    else { return nil }
    return LooseForm(range: 0..<3, help: "say in words what is done: '- Done: …', '- Not done: …'")
  }

  // MARK: Pairs

  /// `mark` twice with words between.
  private static func pair(
    _ mark: StaticString, _ text: [UInt8], _ index: Int, _ help: String
  ) -> LooseForm? {
    guard let form = enclosed(mark, mark, text, index, help) else { return nil }
    let length = mark.utf8CodeUnitCount
    let (first, last) = (text[index + length], text[form.range.upperBound - length - 1])
    return first.isSpace || last.isSpace || first == text[index] ? nil : form
  }

  /// A figure between marks, as in `H~2~O` and `m^2^`.
  private static func script(_ mark: StaticString, _ text: [UInt8], _ index: Int) -> LooseForm? {
    guard index > 0, text[index - 1].isLetter || text[index - 1].isDigit,
      let form = enclosed(mark, mark, text, index, "type the figure that is meant: '₂', '²'"),
      text[index + 1..<form.range.upperBound - 1].allSatisfy({ $0.isLetter || $0.isDigit })
    else { return nil }
    return form
  }

  private static func enclosed(
    _ open: StaticString, _ close: StaticString, _ text: [UInt8], _ index: Int, _ help: String
  ) -> LooseForm? {
    guard starts(text, at: index, with: open) else { return nil }
    let start = index + open.utf8CodeUnitCount
    let end = min(text.count, start + 200)
    var place = start + 1
    while place < end {
      if starts(text, at: place, with: close) {
        return LooseForm(range: index..<place + close.utf8CodeUnitCount, help: help)
      }
      place += 1
    }
    return nil
  }

  private static func starts(_ text: [UInt8], at index: Int, with form: StaticString) -> Bool {
    let count = form.utf8CodeUnitCount
    guard index + count <= text.count else { return false }
    return form.withUTF8Buffer { unsafe text[index..<index + count].elementsEqual($0) }
  }
}

extension UInt8 {
  /// Whether words may begin after this byte.
  fileprivate var opensWords: Bool {
    isSpace || self == UInt8(ascii: "(") || self == UInt8(ascii: "[") || self == UInt8(ascii: "\"")
  }
}
