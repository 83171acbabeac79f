internal import Diagnostics

// One function for each mistake behind libyaml's messages: its place, its words, what to do.

extension SyntaxError {
  /// `title: a: b`, a field indented under a value, or a line without a colon above this one.
  func secondColon() -> Diagnostic {
    let line = line(at: offset)
    if let first = colon(in: line), first < offset {
      let value = trimmed(first + 1..<line.upperBound)
      return .yaml(
        "'\(short(value))' contains ': ' without quotes",
        at: label(characterRange, "a second ':' on this line"),
        help: hasCurlyQuotes(value)
          ? "put straight quotes, \"…\", in place of the curly ones or around them"
          : "put the value into quotes",
        fix: hasCurlyQuotes(value) ? nil : quoting(value))
    }
    let key = trimmed(line.lowerBound..<offset)
    guard let above = lineAbove(offset) else { return other() }
    if colon(in: above) == nil {
      return withoutColon(trimmed(above))
    }
    if let dash = dashWithoutSpace(trimmed(above)) ?? dashWithoutSpace(trimmed(line)) {
      return dash
    }
    return .yaml(
      "'\(short(key))' stands under a value", at: label(key, "indented too far"),
      secondary: [label(trimmed(above), "this line already has its value")],
      help: "start '\(short(key))' in the column of the field it belongs beside")
  }

  /// Whether a value stands between quotation marks that YAML takes for letters: `“…”`, `‘…’`, `„…“`, `«…»`.
  private func hasCurlyQuotes(_ value: Range<Int>) -> Bool {
    text(value).first.map { "“”„‟‘’‚‛«»‹›".contains($0) } ?? false
  }

  func lineWithoutColon() -> Diagnostic {
    let place = max(range.lowerBound, min(problem.contextOffset, offset))
    return withoutColon(trimmed(line(at: place)))
  }

  private func withoutColon(_ line: Range<Int>) -> Diagnostic {
    if Fence.nearlyCloses(bytes[line]) {
      return .yaml(
        "'\(text(line))' does not close the front matter", at: label(line, "not '---'"),
        help: "write '---' and nothing else on the line",
        fix: Diagnostic.Fix(Span(file, line), replacement: "---"))
    }
    if let hidden = hiddenCharacter(in: line) { return hidden }
    if let dash = dashWithoutSpace(line) { return dash }
    if let colon = line.first(where: { bytes[$0] == UInt8(ascii: ":") }) {
      return colonWithoutSpace(colon, in: line)
    }
    return .yaml(
      "'\(short(line))' has no ':'", at: label(line, "neither a field nor part of a value"),
      notes: ["a field is written 'name: value'"],
      help: "write ': ' after the field's name, or indent the line if it continues the value above")
  }

  /// `title:Baths`, and `title:` before a no-break space, which looks like one that counts.
  private func colonWithoutSpace(_ colon: Int, in line: Range<Int>) -> Diagnostic {
    let after = text(colon + 1..<line.upperBound).unicodeScalars.first
    let isName = bytes[line.lowerBound..<colon].allSatisfy(isNameByte)
    let isAddress = bytes[colon + 1..<line.upperBound].starts(with: "//".utf8)
    let isSure = isName && !isAddress && (0x61...0x7A).contains(bytes[line.lowerBound])
    if let after, after.value >= 0x80, after.properties.isWhitespace {
      let space = colon + 1..<colon + 1 + UTF8.width(after)
      return .yaml(
        "'\(after.codePoint)' stands after ':', and YAML takes no such space",
        at: label(space, "a space of another kind"), help: "write a plain space in its place",
        fix: isSure ? Diagnostic.Fix(Span(file, space), replacement: " ") : nil)
    }
    return .yaml(
      "'\(short(line))' has no space after its ':'",
      at: label(colon..<colon + 1, "a space is due after this"), help: "write ': '",
      fix: isSure ? Diagnostic.Fix(Span(file, colon..<colon + 1), replacement: ": ") : nil)
  }

  /// `{samples:[doors]}`, where a bracket follows the `:` at once.
  func colonBeforeBracket() -> Diagnostic {
    let line = line(at: offset)
    guard
      let colon = (max(line.lowerBound, offset - 1)..<line.upperBound).first(where: {
        bytes[$0] == UInt8(ascii: ":")
      })
    else { return other() }
    return bracket(behind: colon)
  }

  /// The same, where the `:` is known.
  func bracket(behind colon: Int) -> Diagnostic {
    let line = line(at: colon)
    var name = colon
    while name > line.lowerBound, isNameByte(bytes[name - 1]) { name -= 1 }
    return colonWithoutSpace(colon, in: name..<min(colon + 2, line.upperBound))
  }

  /// What nobody sees at the start of a line moves it into another column.
  private func hiddenCharacter(in line: Range<Int>) -> Diagnostic? {
    HiddenCharacters.removed(from: text(line), in: bytes, line, file: file).diagnostics.first
  }

  /// An entry of a list without a space behind its `-`.
  private func dashWithoutSpace(_ line: Range<Int>) -> Diagnostic? {
    guard lacksSpaceAfterDash(bytes, line.lowerBound, limit: line.upperBound) else { return nil }
    return .dashWithoutSpace(bytes, line.lowerBound, limit: range.upperBound, file)
  }

  /// The comment that ends the line above one that is indented further.
  private func commentAbove(_ line: Range<Int>) -> Range<Int>? {
    guard let above = lineAbove(line.lowerBound), let value = colon(in: above),
      line.lowerBound - self.line(at: line.lowerBound).lowerBound
        > trimmed(above).lowerBound - above.lowerBound
    else { return nil }
    let hash = (value..<above.upperBound).first {
      bytes[$0] == UInt8(ascii: "#") && isBlank(bytes[$0 - 1])
    }
    return hash.map { trimmed($0..<above.upperBound) }
  }

  func unclosedQuote() -> Diagnostic {
    let start = problem.contextOffset
    guard start < range.upperBound else { return other() }
    let quote = text(start..<start + 1)
    let value = trimmed(start..<line(at: start).upperBound)
    return .yaml(
      "'\(short(value))' opens a quotation that is never closed",
      at: label(start..<start + 1, "opened here"),
      notes: hasLaterFence
        ? ["a line '---' ends the front matter even between quotation marks"] : [],
      help: "write \(quote) at the end of the value")
  }

  /// Whether another line `---` follows the one that ends the front matter.
  private var hasLaterFence: Bool {
    var index = range.upperBound
    guard index < bytes.count else { return false }
    repeat {
      index = nextLine(bytes, index, limit: bytes.count)
      if Fence.isDashes(bytes, index, bytes.count) { return true }
    } while index < bytes.count
    return false
  }

  /// A bracket without its partner, or something between brackets that does not belong there.
  func openBracket(_ what: String, closing: String) -> Diagnostic {
    let start = min(problem.contextOffset, range.upperBound)
    let isSameLine = line(at: start) == line(at: offset) && offset < range.upperBound
    guard isSameLine, !isLineEnding(bytes[offset]) else {
      return .yaml(
        "'\(short(trimmed(start..<line(at: start).upperBound)))' opens a \(what) that is never closed",
        at: label(start..<min(start + 1, range.upperBound), "opened here"),
        help: "write '\(closing)' after its last entry")
    }
    return .yaml(
      "'\(character)' stands where ',' or '\(closing)' is due", at: label(characterRange),
      secondary: [label(start..<start + 1, "the \(what) opens here")],
      help: "put a ',' between two entries, and quotes around the whole of a text")
  }

  func tab() -> Diagnostic {
    let line = line(at: offset)
    let found = (line.lowerBound..<line.upperBound).first { bytes[$0] == UInt8(ascii: "\t") }
    let place = character == "\t" ? offset : found ?? offset
    var end = place
    while end < line.upperBound, bytes[end] == UInt8(ascii: "\t") { end += 1 }
    let width = end - place
    return .yaml(
      "a tab indents this line", at: label(place..<max(end, place), width == 1 ? "a tab" : "tabs"),
      notes: ["only spaces indent in YAML"], help: "write spaces in its place")
  }

  /// A value that starts with a character which YAML keeps for itself.
  func reservedCharacter() -> Diagnostic {
    let line = line(at: offset)
    let value = trimmed(offset..<line.upperBound)
    if character.isEmpty || isLineEnding(bytes[offset]) {
      return .yaml("a value is missing here", at: label(offset..<offset), help: "write the value")
    }
    if character == "," || character == "]" || character == "}" {
      return .yaml(
        "'\(character)' stands where a value is due", at: label(characterRange),
        help: "delete it, or put the value into quotes")
    }
    if character == ":" { return namelessField() }
    let startsValue = colon(in: line).map { trimmed($0 + 1..<line.upperBound) == value } ?? false
    return .yaml(
      "'\(character)' starts a value without quotes", at: label(characterRange),
      notes: ["YAML keeps this character for itself"], help: "put the value into quotes",
      fix: startsValue ? quoting(value) : nil)
  }

  /// `*emphasis*` at the start of a value, which YAML takes for an alias.
  func reservedName() -> Diagnostic {
    let start = min(problem.contextOffset, offset)
    let line = line(at: start)
    let value = trimmed(start..<line.upperBound)
    let startsValue = colon(in: line).map { trimmed($0 + 1..<line.upperBound) == value } ?? false
    let mark = text(start..<min(start + 1, range.upperBound))
    return .yaml(
      "'\(short(value))' starts with '\(mark)' without quotes",
      at: label(start..<min(start + 1, range.upperBound)),
      notes: ["'*' and '&' at the start of a value name other values"],
      help: "put the value into quotes", fix: startsValue ? quoting(value) : nil)
  }

  func listOnFieldLine() -> Diagnostic {
    .yaml(
      "'-' starts a list on the line of its field", at: label(characterRange),
      help: "start the list on the next line, or put the value into quotes if it is text")
  }

  /// A line whose indentation fits nothing, or text after a value that was complete.
  func misplacedLine() -> Diagnostic {
    let line = line(at: offset)
    let before = trimmed(line.lowerBound..<offset)
    let here = trimmed(offset..<line.upperBound)
    if let hidden = hiddenCharacter(in: line) { return hidden }
    if let dash = dashWithoutSpace(trimmed(line)) { return dash }
    if let comment = commentAbove(here) {
      return .yaml(
        "'\(short(here))' goes on with a value that a comment ended", at: label(here),
        secondary: [label(comment, "the comment")],
        help: "put the comment on a line of its own above the field")
    }
    if let last = before.last {
      let quote = text(last..<last + 1)
      if quote == "'" || quote == "\"" {
        return .yaml(
          "'\(short(here))' stands after the closing \(quote)",
          at: label(here, "not part of the value"),
          secondary: [label(last..<last + 1, "the value ends here")],
          help: quote == "'"
            ? "write an apostrophe inside single quotes twice, or use double quotes"
            : "write \\\" for a quotation mark inside double quotes, or use single quotes")
      }
      return .yaml(
        "'\(short(here))' stands after a complete value", at: label(here),
        help: "delete it, or put the whole value into quotes")
    }
    if here.isEmpty { return other() }
    if text(here).hasPrefix(":") {
      return namelessField()
    }
    if text(here).hasPrefix("- ") {
      return .yaml(
        "'-' starts an entry where a field is due", at: label(characterRange),
        help: "write the field that the list belongs to on the line above")
    }
    return .yaml(
      "'\(short(here))' starts in a column of its own",
      at: label(here, "indented by \(offset - line.lowerBound)"),
      secondary: lineAbove(offset).map { [label(trimmed($0), "the line above")] } ?? [],
      help: "start it in the column of the lines it belongs to")
  }

  private func namelessField() -> Diagnostic {
    .yaml(
      "a field has no name", at: label(characterRange, "a name is due before this"),
      help: "write a name before ':'")
  }

  func unknownEscape() -> Diagnostic {
    let line = line(at: offset)
    let before = line.lowerBound..<min(offset + 1, line.upperBound)
    guard let start = before.last(where: { bytes[$0] == UInt8(ascii: "\\") }) else {
      return other()
    }
    var end = min(start + 2, line.upperBound)
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let escape = start..<end
    return .yaml(
      "'\(text(escape))' is not an escape", at: label(escape, "in double quotes"),
      help: "write '\\\\' for a backslash, or use single quotes around the value")
  }

  func textAfterBlockMark() -> Diagnostic {
    let here = trimmed(offset..<line(at: offset).upperBound)
    let mark = text(problem.contextOffset..<min(problem.contextOffset + 1, range.upperBound))
    return .yaml(
      "'\(short(here))' stands on the line of '\(mark)'", at: label(here),
      help: "start the text on the next line, indented; or put the value into quotes")
  }

  func textAfterEnd() -> Diagnostic {
    let here = trimmed(line(at: offset))
    let above = lineAbove(offset).map(trimmed)
    let afterDots = above.map { text($0) == "..." } ?? false
    if let above, afterDots {
      return .yaml(
        "'...' ends the document here", at: label(above, "the end"),
        secondary: [label(here, "not read")], help: "delete the line '...'")
    }
    if let above, text(above).hasPrefix("%") { return directive(above) }
    return .yaml(
      "'\(short(here))' stands after the end of the value", at: label(here),
      help: "bring everything into one mapping")
  }

  /// A line that starts with `%`, which YAML takes for an instruction to its reader.
  func directive(_ line: Range<Int>) -> Diagnostic {
    .yaml(
      "'\(short(line))' is a directive", at: label(line),
      help: "delete the line, or indent it if it continues the value above")
  }

  func tag() -> Diagnostic {
    let start = min(problem.contextOffset, offset)
    let end = bytes[start..<range.upperBound].firstIndex(where: isBlank) ?? range.upperBound
    return .tag(text(start..<end), at: Span(file, start..<end))
  }

  /// What has no words of its own; libyaml's are quoted.
  func other() -> Diagnostic {
    .yaml(
      "this is not YAML", at: label(characterRange, problem.words),
      notes: problem.context.isEmpty ? [] : ["met \(problem.context)"],
      help: "put the value into quotes if it is text")
  }
}
