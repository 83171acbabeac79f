/// Where in the fields of a front matter a place is: what the words around it say, whether or not they
/// are whole.
///
/// Half of what is typed is no YAML yet, so nothing is parsed: lines are read by their indentation and
/// their brackets, from the first one down to the place.
struct FieldContext: Sendable, Hashable {
  /// The keys from the outside in whose value holds the place, entries of lists left out.
  var path: [String] = []
  /// The key whose value the place is in; nil where a key, or an entry of a list, is being typed.
  var key: String?
  /// The bytes of the word at the place: what is typed before it and what follows at once.
  var word: Range<Int> = 0..<0
  /// The fields that the mapping at the place has before it, with the text of plain ones.
  var given: [String: String] = [:]
  /// The fields of the outermost mapping before the place.
  var outermost: [String: String] = [:]
  /// Whether the place is among the words of a text of several lines, in quotes, or in a comment.
  var isText = false
}

extension FieldContext {
  /// Reads the fields in `range`, the lines between the fences, as far as `offset`.
  ///
  /// Complexity: O(bytes before the place).
  init(_ bytes: [UInt8], in range: Range<Int>, at offset: Int) {
    var reader = FieldContextReader(
      bytes, end: min(max(offset, range.lowerBound), range.upperBound))
    var start = range.lowerBound
    while true {
      let end = bytes[start..<range.upperBound].firstIndex(where: \.endsLine) ?? range.upperBound
      guard !reader.readLine(start..<end) else { break }
      guard end < range.upperBound else { break }
      start = end + 1
    }
    self = reader.context
    let line = bytes[..<range.upperBound]
    var last = max(reader.end, word.lowerBound)
    while last < line.endIndex, line[last].isPartOfWord { last += 1 }
    word = word.lowerBound..<last
  }
}
