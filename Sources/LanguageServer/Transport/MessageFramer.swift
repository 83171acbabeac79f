import Diagnostics

/// Takes the bytes of a client apart into messages, each with a head that gives its length.
///
/// Nothing that arrives ends the reading: what is no head is told as such and left out, and reading goes on
/// at the next line that can be one.
///
/// Source: Language Server Protocol 3.17, "Base Protocol".
struct MessageFramer: Sendable {
  /// What the bytes come to.
  enum Piece: Sendable, Hashable {
    /// The content of a message.
    case message([UInt8])
    /// Something that is no message, with what is wrong with it.
    case fault(String)
  }

  private var buffer: [UInt8] = []
  /// How many bytes of a message that is too long are still to be passed over.
  private var passedOver = 0
  /// The length that the head being read gives, as far as it was read.
  private var length: Int?
  private var headBytes = 0
  private var isHeadFaulty = false

  /// Adds bytes as they arrived and takes out every message that is now whole.
  ///
  /// Complexity: O(n) in the bytes taken out, plus those that wait.
  mutating func add(_ bytes: some Collection<UInt8>) -> [Piece] {
    buffer += bytes
    var pieces: [Piece] = []
    var start = 0
    while let piece = next(from: &start) { pieces += piece }
    buffer.removeFirst(start)
    return pieces
  }

  /// The pieces that the bytes from `start` begin with, and behind them; nil where more must arrive.
  private mutating func next(from start: inout Int) -> [Piece]? {
    if passedOver > 0 {
      guard start < buffer.count else { return nil }
      let count = min(passedOver, buffer.count - start)
      passedOver -= count
      start += count
      return []
    }
    if let length, isContent {
      guard buffer.count - start >= length else { return nil }
      let content = Array(buffer[start..<start + length])
      start += length
      self.length = nil
      isContent = false
      return [.message(content)]
    }
    return line(from: &start)
  }

  /// Whether the head is whole, and its message follows.
  private var isContent = false

  private mutating func line(from start: inout Int) -> [Piece]? {
    guard let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) else {
      // A line that does not end is dropped as it comes.
      guard headBytes + buffer.count - start > Limits.messageHeadBytes else { return nil }
      start = buffer.count
      return startAgain(saying: "a head of more than \(Limits.messageHeadBytes) bytes")
    }
    headBytes += end + 1 - start
    var line = buffer[start..<end]
    start = end + 1
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    guard headBytes <= Limits.messageHeadBytes else {
      return startAgain(saying: "a head of more than \(Limits.messageHeadBytes) bytes")
    }
    return line.isEmpty ? endHead() : field(String(decoding: line, as: UTF8.self))
  }

  private mutating func field(_ line: String) -> [Piece] {
    let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2 else { return fault("'\(line.prefix(60))' in a head") }
    guard parts[0].lowercased() == "content-length" else { return [] }
    guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(parts[1]) else {
      return fault("a length of '\(parts[1].prefix(60))'")
    }
    // A length after something unreadable is that of the next message.
    isHeadFaulty = false
    length = count
    return []
  }

  private mutating func fault(_ words: String) -> [Piece] {
    defer { isHeadFaulty = true }
    return isHeadFaulty ? [] : [.fault(words)]
  }

  private mutating func endHead() -> [Piece] {
    defer { headBytes = 0 }
    guard let length else {
      defer { isHeadFaulty = false }
      // Blank lines between messages harm nobody.
      return isHeadFaulty || headBytes <= 2 ? [] : [.fault("a head without Content-Length")]
    }
    isHeadFaulty = false
    guard length <= Limits.messageBytes else {
      self.length = nil
      passedOver = length
      return [.fault("a message of more than \(Limits.messageBytes) bytes")]
    }
    isContent = true
    return []
  }

  private mutating func startAgain(saying words: String) -> [Piece] {
    headBytes = 0
    length = nil
    return fault(words)
  }
}

extension Substring {
  /// The text without blanks around it.
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
