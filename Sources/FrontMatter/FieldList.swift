internal import Diagnostics

/// The fields of one mapping, with a quick way to find one again.
struct FieldList {
  private(set) var pairs: [Node.Pair] = []
  /// Indices by key, kept only once the mapping is too long to search.
  private var indices: [String: Int] = [:]
  /// Fields that stand in the file but could not be read, so that repeating one is still told.
  private var leftOut: [String: Span] = [:]
  private static let searchLimit = 16

  func span(of key: String) -> Span? {
    if !leftOut.isEmpty, let span = leftOut[key] { return span }
    guard pairs.count > Self.searchLimit else {
      return pairs.first { $0.key == key }?.keySpan
    }
    return indices[key].map { pairs[$0].keySpan }
  }

  /// The bytes of the last value, if that is text without quotes.
  var plainValue: Range<Int>? {
    guard let value = pairs.last?.value, case .scalar(_, quoted: false) = value.content else {
      return nil
    }
    return value.span.range
  }

  mutating func append(_ pair: consuming Node.Pair) {
    if pairs.isEmpty { pairs.reserveCapacity(Self.searchLimit / 2) }
    pairs.append(pair)
    guard pairs.count > Self.searchLimit else { return }
    for index in (indices.isEmpty ? 0 : pairs.count - 1)..<pairs.count {
      indices[pairs[index].key] = index
    }
  }

  mutating func leaveOut(_ key: String, _ span: Span) {
    leftOut[key] = span
  }

  mutating func leaveOutLast() {
    let pair = pairs.removeLast()
    indices[pair.key] = nil
    leaveOut(pair.key, pair.keySpan)
  }
}
