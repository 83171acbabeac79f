internal import Diagnostics

/// A place at which libyaml stopped, seen together with the lines around it.
///
/// libyaml says what its grammar expected; an editor wants to know what to change. Each of its
/// sentences is met here by the mistakes that commonly cause it.
struct SyntaxError {
  let problem: YAMLProblem
  let bytes: [UInt8]
  let range: Range<Int>
  let file: SourceFile

  init(_ problem: YAMLProblem, bytes: [UInt8], range: Range<Int>, file: SourceFile) {
    self.problem = problem
    self.bytes = bytes
    self.range = range
    self.file = file
  }

  /// What to tell the author.
  ///
  /// Source: the messages of libyaml 0.2.5, scanner.c and parser.c.
  func diagnostic() -> Diagnostic {
    switch problem.words {
    case "mapping values are not allowed in this context": secondColon()
    case "could not find expected ':'": lineWithoutColon()
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote()
    case "did not find expected ',' or ']'": openBracket("list", closing: "]")
    case "did not find expected ',' or '}'": openBracket("mapping", closing: "}")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      tab()
    case "found character that cannot start any token", "did not find expected node content",
      "mapping keys are not allowed in this context":
      character == "\t" ? tab() : reservedCharacter()
    case "block sequence entries are not allowed in this context": listOnFieldLine()
    case "did not find expected key", "did not find expected '-' indicator": misplacedLine()
    case "did not find expected alphabetic or numeric character": reservedName()
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      unknownEscape()
    case "did not find expected comment or line break",
      "found an indentation indicator equal to 0":
      textAfterBlockMark()
    case "did not find expected <document start>": textAfterEnd()
    case "found undefined tag handle": tag()
    case "found unexpected ':'": colonBeforeBracket()
    default:
      if problem.context.hasSuffix(" tag") {
        tag()
      } else if problem.context.hasSuffix(" directive") {
        directive(trimmed(line(at: min(problem.contextOffset, offset))))
      } else {
        other()
      }
    }
  }

  // MARK: - What stands there

  var offset: Int { min(problem.offset, range.upperBound) }

  /// The character libyaml stopped at, empty at the end.
  var character: String { text(characterRange) }

  var characterRange: Range<Int> {
    guard offset < range.upperBound else { return offset..<offset }
    var end = offset + 1
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  func line(at offset: Int) -> Range<Int> {
    startOfLine(
      bytes, offset, limit: range.lowerBound)..<endOfLine(bytes, offset, limit: range.upperBound)
  }

  /// The nearest line above `offset` that is not blank.
  func lineAbove(_ offset: Int) -> Range<Int>? {
    var start = line(at: offset).lowerBound
    while start > range.lowerBound {
      let above = line(at: start - 1)
      if !trimmed(above).isEmpty { return above }
      start = above.lowerBound
    }
    return nil
  }

  /// A range without the blanks on both sides.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a range for a message, cut to 40 characters.
  func short(_ range: Range<Int>) -> String {
    let whole = text(range)
    return whole.count > 40 ? whole.prefix(39) + "…" : whole
  }

  func label(_ range: Range<Int>, _ text: String = "") -> Diagnostic.Label {
    Diagnostic.Label(Span(file, range), text)
  }

  /// The first `: ` (or `:` at the end) of a line, where the value after it begins.
  func colon(in line: Range<Int>) -> Int? {
    line.first { index in
      bytes[index] == UInt8(ascii: ":")
        && (index + 1 >= line.upperBound || isBlank(bytes[index + 1]))
    }
  }

  /// Puts a value that fills the rest of its line into quotes.
  func quoting(_ value: Range<Int>) -> Diagnostic.Fix? {
    let text = text(value)
    let next = nextLine(bytes, value.upperBound, limit: range.upperBound)
    let goesOn = next < range.upperBound && (bytes[next] == 0x20 || bytes[next] == 0x09)
    guard !text.isEmpty, !goesOn, !text.contains(" #") else { return nil }
    guard !text.contains("\"") || !text.contains("'") else { return nil }
    let quote = text.contains("\"") || text.contains("\\") ? "'" : "\""
    guard !text.contains(quote) else { return nil }
    return Diagnostic.Fix(Span(file, value), replacement: quote + text + quote)
  }
}

extension FrontMatterChecks {
  static let yamlSyntax = Check(
    "yaml-syntax", .syntax, .error,
    summary: "Front matter and settings are YAML that reads in one way only.",
    explanation: """
      The fields of a report stand between two lines `---` in a small language, YAML. Most slips are
      one of these:

      - a value with `: ` in it, or one that starts with `*`, `&`, `@`, `%`, `[`, `{` or a backtick,
        needs quotes: `title: "East Midlands: key challenges"`;
      - a quotation mark or bracket that is opened and never closed;
      - a tab in the indentation, where only spaces may stand;
      - a line that is indented more or less than its neighbours;
      - a field without a space after its colon.

      Some of YAML is refused because it hides what a file says: tags (`!!str`), merge keys (`<<`),
      lists as names, a second document in one file. Anchors (`&name`) and aliases (`*name`) may be
      used, in measure.

      After a mistake, reading goes on at the next field at the start of a line, so that the other
      mistakes of the file are told in the same run.

      Source: YAML 1.1 and 1.2.2 as libyaml 0.2 reads them.
      """,
    canBeWaived: false)
}
