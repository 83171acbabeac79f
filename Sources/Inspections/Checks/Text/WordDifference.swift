/// A run of words that two wordings share, or that only one of them has.
public struct WordRun: Sendable, Hashable {
  /// Which of the wordings has the words.
  public enum Kind: Sendable, Hashable {
    case same, removed, added
  }

  /// Which of the wordings has the words.
  public let kind: Kind
  /// The words with single spaces between them, as their author wrote them; those of both as the
  /// first wording has them.
  public let text: String
}

/// When two words count as one.
public enum WordComparison: Sendable {
  /// Where they are written alike, with their punctuation.
  case asWritten
  /// Where only upper and lower case or punctuation differ.
  case plain
}

/// Compares two wordings word by word; between words of both, what is removed comes first.
///
/// Complexity: linear in what both begin and end with; O(n × m) in the words between, and where one
/// wording has more than 600 of them, they are taken as replaced whole.
public func wordDifference(
  from old: String, to new: String, comparing comparison: WordComparison
) -> [WordRun] {
  let left = Wording(old, comparison)
  let right = Wording(new, comparison)
  let changes = Changes(from: left.keys, to: right.keys)
  var runs: [(kind: WordRun.Kind, words: [String])] = []
  func push(_ kind: WordRun.Kind, _ word: String) {
    if runs.last?.kind == kind {
      runs[runs.count - 1].words.append(word)
    } else {
      runs.append((kind, [word]))
    }
  }
  var (row, column) = (0, 0)
  while row < left.words.count || column < right.words.count {
    if changes.removed.contains(row) {
      push(.removed, left.words[row])
      row += 1
    } else if changes.added.contains(column) {
      push(.added, right.words[column])
      column += 1
    } else {
      push(.same, left.words[row])
      row += 1
      column += 1
    }
  }
  return runs.map { WordRun(kind: $0.kind, text: $0.words.joined(separator: " ")) }
}

/// How alike two wordings are: 1 for the same words in the same order, 0 for no word in common.
func likeness(_ left: String, _ right: String) -> Double {
  let old = Wording(left, .plain).keys
  let new = Wording(right, .plain).keys
  guard !old.isEmpty, !new.isEmpty else { return 0 }
  let common = old.count - Changes(from: old, to: new).removed.count
  return 2 * Double(common) / Double(old.count + new.count)
}

/// The words of a text as written, each with the form in which it is compared.
private struct Wording {
  let words: [String]
  let keys: [String]

  init(_ text: String, _ comparison: WordComparison) {
    let written = text.split(whereSeparator: \.isWhitespace).map(String.init)
    switch comparison {
    case .asWritten: (words, keys) = (written, written)
    case .plain:
      let pairs = written.map { ($0, plainWords($0)) }.filter { !$0.1.isEmpty }
      (words, keys) = (pairs.map(\.0), pairs.map(\.1))
    }
  }
}

/// Which words to take out of one wording, and which of another to put in.
private struct Changes {
  /// Positions in the one wording.
  private(set) var removed: Set<Int> = []
  /// Positions in the other.
  private(set) var added: Set<Int> = []

  /// How many words of a wording are compared, without those that both begin or end with.
  private static let limit = 600

  init(from old: [String], to new: [String]) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let left = old[start..<old.count - end]
    let right = new[start..<new.count - end]
    guard left.count <= Self.limit, right.count <= Self.limit else {
      (removed, added) = (Set(left.indices), Set(right.indices))
      return
    }
    for change in right.difference(from: left) {
      switch change {
      case .remove(let offset, _, _): removed.insert(start + offset)
      case .insert(let offset, _, _): added.insert(start + offset)
      }
    }
  }
}
