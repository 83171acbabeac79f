internal import Diagnostics

// Brackets straight behind a `:`, as in `areas:[north]`, which YAML takes for part of the name.
extension TreeReader {
  /// What a text comes to.
  struct Outcome {
    /// The value of the whole text, or nil when there is none.
    let root: Node?
    let diagnostics: [Diagnostic]
    /// False when something was left out because it could not be read.
    let isComplete: Bool
  }

  /// Reads a text; where a space is due between a `:` and a bracket, that is reported, and the text read
  /// again as if it stood there, so that the other mistakes in these brackets are told, too.
  static func read(_ bytes: [UInt8], _ range: Range<Int>, file: SourceFile) -> Outcome {
    var slips: [Diagnostic] = []
    var spaced: [Int] = []
    while true {
      var reader = TreeReader(bytes, range, file: file, spacedAfter: spaced)
      let root = reader.root()
      guard let colon = reader.spaceDue, slips.count < Limits.syntaxErrors else {
        return Outcome(
          root: root, diagnostics: slips + reader.diagnostics, isComplete: reader.isComplete)
      }
      slips.append(reader.words(at: colon).bracket(behind: colon))
      spaced.append(colon)
    }
  }

  private func words(at place: Int) -> SyntaxError {
    let problem = YAMLProblem(words: "", context: "", offset: place, contextOffset: place)
    return SyntaxError(problem, bytes: bytes, range: range, file: file)
  }

  /// Stops where a bracket straight behind a `:` is what libyaml stopped at.
  mutating func stopForBracket(at problem: YAMLProblem) -> Bool {
    guard problem.words == "found unexpected ':'" else {
      return stopForBracket(onLineOf: problem.contextOffset)
        || stopForBracket(onLineOf: problem.offset)
    }
    let start = min(max(problem.offset - 1, range.lowerBound), range.upperBound)
    return stopForBracket(behind: bytes[start..<range.upperBound].firstIndex(of: 0x3A))
  }

  /// Stops where a line begins with the name of a field, its `:` and a bracket straight behind it.
  mutating func stopForBracket(onLineOf place: Int) -> Bool {
    let place = min(place, range.upperBound)
    var start = startOfLine(bytes, place, limit: range.lowerBound)
    while start < range.upperBound, isBlank(bytes[start]) || bytes[start] == UInt8(ascii: "-") {
      start += 1
    }
    var end = start
    while end < range.upperBound, isNameByte(bytes[end]) { end += 1 }
    guard end > start, (0x61...0x7A).contains(bytes[start]), end < range.upperBound,
      bytes[end] == UInt8(ascii: ":")
    else { return false }
    return stopForBracket(behind: end)
  }

  private mutating func stopForBracket(behind colon: Int?) -> Bool {
    guard let colon, colon + 1 < range.upperBound, "[{".utf8.contains(bytes[colon + 1]),
      !spaced.contains(colon)
    else { return false }
    spaceDue = colon
    stopPlace = colon
    diagnostics.append(words(at: colon).bracket(behind: colon))
    return true
  }
}
