/// A run of words that two wordings share, or that only one of them has.
public struct WordRun: Sendable, Hashable {
  /// Which of the wordings has the words.
  public enum Kind: Sendable, Hashable {
    case same, removed, added
  }

  /// Which of the wordings has the words.
  public let kind: Kind
  /// The words with single spaces between them, as their author wrote them.
  public let text: String
}

/// Compares two wordings word by word; upper and lower case and punctuation do not count.
///
/// Complexity: O(n × m) in the words of the two, of which at most 600 each are compared.
///
/// Source: the longest common subsequence by dynamic programming (Wagner and Fischer, 1974).
public func wordDifference(from old: String, to new: String) -> [WordRun] {
  let left = Wording(old)
  let right = Wording(new)
  let lengths = commonLengths(left.keys, right.keys)
  var runs: [WordRun] = []
  var pending: (kind: WordRun.Kind, words: [String])?
  func push(_ kind: WordRun.Kind, _ word: String) {
    if pending?.kind == kind {
      pending?.words.append(word)
    } else {
      if let done = pending {
        runs.append(WordRun(kind: done.kind, text: done.words.joined(separator: " ")))
      }
      pending = (kind, [word])
    }
  }
  var (row, column) = (0, 0)
  while row < left.keys.count || column < right.keys.count {
    if row < left.keys.count, column < right.keys.count, left.keys[row] == right.keys[column] {
      push(.same, left.words[row])
      row += 1
      column += 1
    } else if column == right.keys.count
      || (row < left.keys.count && lengths[row + 1][column] >= lengths[row][column + 1])
    {
      push(.removed, left.words[row])
      row += 1
    } else {
      push(.added, right.words[column])
      column += 1
    }
  }
  if let done = pending {
    runs.append(WordRun(kind: done.kind, text: done.words.joined(separator: " ")))
  }
  return runs
}

/// How alike two wordings are: 1 for the same words in the same order, 0 for no word in common.
func likeness(_ left: String, _ right: String) -> Double {
  let leftKeys = Wording(left).keys
  let rightKeys = Wording(right).keys
  guard !leftKeys.isEmpty, !rightKeys.isEmpty else { return 0 }
  return 2 * Double(commonLengths(leftKeys, rightKeys)[0][0])
    / Double(leftKeys.count + rightKeys.count)
}

/// The words of a text as written, each with the form in which it is compared.
private struct Wording {
  let words: [String]
  let keys: [String]

  init(_ text: String) {
    let pairs = text.split(whereSeparator: \.isWhitespace).prefix(600)
      .map { (String($0), plainWords(String($0))) }.filter { !$0.1.isEmpty }
    words = pairs.map(\.0)
    keys = pairs.map(\.1)
  }
}

/// For each pair of positions, how many words the two tails have in common.
private func commonLengths(_ left: [String], _ right: [String]) -> [[Int]] {
  var lengths = Array(
    repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
  for row in left.indices.reversed() {
    for column in right.indices.reversed() {
      lengths[row][column] =
        left[row] == right[column]
        ? lengths[row + 1][column + 1] + 1
        : max(lengths[row + 1][column], lengths[row][column + 1])
    }
  }
  return lengths
}
