/// The reading of lines down to a place.
struct FieldContextReader {
  /// Something that is open on the way in.
  private struct Level {
    enum Kind {
      /// The value of a key in lines of its own, or in the line of the key.
      case key(String)
      /// An entry of a list in lines of its own.
      case entry
      /// Between `{` and `}`, with the key whose value is being read.
      case braces(key: String?)
      /// Between `[` and `]`.
      case brackets
    }

    var kind: Kind
    /// Where it begins in its line; of brackets, of no meaning.
    let column: Int
    /// The fields of the mapping that it is, or of the mapping in lines that it is a part of.
    var given: [String: String] = [:]

    var isFlow: Bool {
      switch kind {
      case .braces, .brackets: true
      case .key, .entry: false
      }
    }
  }

  let bytes: [UInt8]
  /// The place at which the reading ends.
  let end: Int
  private var levels: [Level] = []
  private var outermost: [String: String] = [:]
  /// Deeper lines than this belong to a text of several lines.
  private var textColumn: Int?
  private var openQuote: UInt8?
  /// What is typed at the place so far.
  private var word = 0..<0
  private var isText = false
  /// Whether a key was read in the line at hand.
  private var hasKey = false

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
    word = end..<end
  }

  /// Reads a line; true where the place is in it.
  mutating func readLine(_ line: Range<Int>) -> Bool {
    let isLast = line.upperBound >= end
    let stop = min(line.upperBound, end)
    var start = line.lowerBound
    while start < stop, bytes[start] == UInt8(ascii: " ") { start += 1 }
    let column = start - line.lowerBound
    if let text = textColumn {
      if start == line.upperBound || column > text {
        isText = true
        return isLast
      }
      textColumn = nil
    }
    isText = false
    hasKey = false
    guard !isInside else {
      readFlow(start..<stop)
      return isLast
    }
    if start < stop, bytes[start] == UInt8(ascii: "#") {
      isText = true
      return isLast
    }
    guard start < stop || isLast else { return false }
    readBlock(start..<stop, column: column)
    return isLast
  }

  /// Whether a bracket or a quote is open.
  private var isInside: Bool { openQuote != nil || levels.last?.isFlow == true }

  /// Reads dashes, a key and what follows it.
  private mutating func readBlock(_ range: Range<Int>, column: Int) {
    var start = range.lowerBound
    var column = column
    while start < range.upperBound, bytes[start] == UInt8(ascii: "-"),
      start + 1 == range.upperBound || bytes[start + 1] == UInt8(ascii: " ")
    {
      leave { level in
        if case .entry = level.kind { level.column >= column } else { level.column > column }
      }
      levels.append(Level(kind: .entry, column: column))
      repeat {
        start += 1
        column += 1
      } while start < range.upperBound && bytes[start] == UInt8(ascii: " ")
    }
    let key = self.key(in: start..<range.upperBound)
    leave { $0.column >= column }
    guard let key else {
      readScalarOrFlow(start..<range.upperBound)
      return
    }
    note(key.name, plain(key.rest))
    levels.append(Level(kind: .key(key.name), column: column))
    hasKey = true
    readScalarOrFlow(key.rest)
  }

  /// Takes levels off that a line at a column is no part of.
  private mutating func leave(_ isOver: (Level) -> Bool) {
    while let last = levels.last, isOver(last) { levels.removeLast() }
  }

  /// Notes a field of the mapping at hand.
  private mutating func note(_ name: String, _ text: String) {
    if let last = levels.indices.last {
      levels[last].given[name] = text
    } else {
      outermost[name] = text
    }
  }

  /// A key at the start of some bytes, with what follows its colon.
  private func key(in range: Range<Int>) -> (name: String, rest: Range<Int>)? {
    guard range.lowerBound < range.upperBound else { return nil }
    let first = bytes[range.lowerBound]
    guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else { return nil }
    var index = range.lowerBound
    if first.isQuote {
      guard let close = bytes[index + 1..<range.upperBound].firstIndex(of: first) else {
        return nil
      }
      index = close + 1
    }
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: ":"),
        index + 1 == range.upperBound || bytes[index + 1] == UInt8(ascii: " ")
      {
        return (plain(range.lowerBound..<index), index + 1..<range.upperBound)
      }
      index += 1
    }
    return nil
  }

  private mutating func readScalarOrFlow(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    word = start..<range.upperBound
    guard start < range.upperBound else { return }
    switch bytes[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): readFlow(start..<range.upperBound)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      textColumn = levels.last?.column ?? 0
      isText = true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readFlow(start..<range.upperBound)
    default: break
    }
  }

  /// Reads brackets, quotes and what is between them.
  private mutating func readFlow(_ range: Range<Int>) {
    var index = range.lowerBound
    var start = index
    while index < range.upperBound {
      let byte = bytes[index]
      if let quote = openQuote {
        if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { index += 1 }
        if byte == quote { openQuote = nil }
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "{"):
        levels.append(Level(kind: .braces(key: nil), column: .max))
        start = index + 1
      case UInt8(ascii: "["):
        levels.append(Level(kind: .brackets, column: .max))
        start = index + 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        endItem(start..<index)
        if levels.last?.isFlow == true { levels.removeLast() }
        start = index + 1
        if levels.last?.isFlow != true {
          word = range.upperBound..<range.upperBound
          isText = true
          return
        }
      case UInt8(ascii: ","):
        endItem(start..<index)
        start = index + 1
      case UInt8(ascii: ":") where isKeyEnd(index, range.upperBound, from: start):
        if let last = levels.indices.last, case .braces(key: nil) = levels[last].kind {
          levels[last].kind = .braces(key: plain(start..<index))
          start = index + 1
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if plain(start..<index).isEmpty { openQuote = byte }
      default: break
      }
      index += 1
    }
    while start < range.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    word = start..<max(start, range.upperBound)
  }

  private func isKeyEnd(_ index: Int, _ end: Int, from start: Int) -> Bool {
    index + 1 == end || bytes[index + 1] == UInt8(ascii: " ")
      || bytes[start...].first?.isQuote == true
  }

  /// Ends a field or an entry between brackets.
  private mutating func endItem(_ range: Range<Int>) {
    guard let last = levels.indices.last, case .braces(let key?) = levels[last].kind else { return }
    levels[last].given[key] = plain(range)
    levels[last].kind = .braces(key: nil)
  }

  /// The text of some bytes without blanks and quotes around it.
  private func plain(_ range: Range<Int>) -> String {
    var range = range
    while !range.isEmpty, bytes[range.lowerBound].isBlankOrQuote {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty, bytes[range.upperBound - 1].isBlankOrQuote {
      range = range.lowerBound..<range.upperBound - 1
    }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// What was found, at the end of the reading.
  var context: FieldContext {
    var context = FieldContext()
    context.outermost = outermost
    context.given = levels.isEmpty ? outermost : [:]
    for level in levels {
      switch level.kind {
      case .key(let name):
        if let key = context.key { context.path.append(key) }
        context.key = name
      case .entry:
        if let key = context.key { context.path.append(key) }
        context.key = nil
      case .braces(let name):
        if let key = context.key { context.path.append(key) }
        context.key = name
      case .brackets:
        if let key = context.key { context.path.append(key) }
        context.key = nil
      }
      context.given = level.given
    }
    // In the line below a key, a key of its value or an entry may come.
    if case .key(let name)? = levels.last?.kind, !hasKey {
      context.path.append(name)
      context.key = nil
    } else if case .key? = levels.last?.kind {
      context.given = levels.dropLast().last?.given ?? outermost
    }
    var start = word.lowerBound
    if start < word.upperBound, bytes[start].isQuote { start += 1 }
    context.word = start..<max(start, word.upperBound)
    context.isText = isText
    return context
  }
}

extension UInt8 {
  var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
  fileprivate var isBlankOrQuote: Bool { self == UInt8(ascii: " ") || isQuote }

  /// Whether a byte may be part of an id, a word or a number as they stand in fields.
  var isPartOfWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: self >= 0x80
    }
  }
}
