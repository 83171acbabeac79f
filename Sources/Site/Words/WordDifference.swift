/// The difference of two texts word by word.
enum WordDifference {
  /// A run of words that both texts have, or only the one or the other.
  struct Run: Sendable, Equatable {
    enum Kind: Sendable {
      case kept, removed, added
    }

    let kind: Kind
    /// The words, joined by single spaces.
    let text: String
  }

  /// Texts with more words than this, multiplied, are taken as replaced whole.
  static let limit = 250_000

  /// What to take out of `old` and to put in to get `new`.
  ///
  /// Words are compared with their punctuation; what is taken out comes before what is put in.
  /// Complexity: O(n · m) in the numbers of words, up to ``limit``.
  static func runs(from old: String, to new: String) -> [Run] {
    let before = old.split(whereSeparator: \.isWhitespace)
    let after = new.split(whereSeparator: \.isWhitespace)
    guard before.count * after.count <= limit else {
      return [Run(kind: .removed, text: old), Run(kind: .added, text: new)]
    }
    let common = lengths(before, after)
    var parts: [(kind: Run.Kind, word: Substring)] = []
    var (row, column) = (0, 0)
    while row < before.count || column < after.count {
      if row < before.count, column < after.count, before[row] == after[column] {
        parts.append((.kept, before[row]))
        row += 1
        column += 1
      } else if column == after.count
        || row < before.count && common[row + 1][column] >= common[row][column + 1]
      {
        parts.append((.removed, before[row]))
        row += 1
      } else {
        parts.append((.added, after[column]))
        column += 1
      }
    }
    return joined(parts)
  }

  /// The length of the longest common subsequence of every pair of tails.
  private static func lengths(_ before: [Substring], _ after: [Substring]) -> [[Int]] {
    var lengths = Array(
      repeating: Array(repeating: 0, count: after.count + 1), count: before.count + 1)
    for row in before.indices.reversed() {
      for column in after.indices.reversed() {
        lengths[row][column] =
          before[row] == after[column]
          ? lengths[row + 1][column + 1] + 1
          : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    return lengths
  }

  /// Runs of a kind as one; between words that both texts have, removals come first.
  private static func joined(_ parts: [(kind: Run.Kind, word: Substring)]) -> [Run] {
    var runs: [Run] = []
    var removed: [Substring] = []
    var added: [Substring] = []
    var kept: [Substring] = []
    func flush(_ words: inout [Substring], _ kind: Run.Kind) {
      guard !words.isEmpty else { return }
      runs.append(Run(kind: kind, text: words.joined(separator: " ")))
      words = []
    }
    for part in parts {
      switch part.kind {
      case .kept:
        flush(&removed, .removed)
        flush(&added, .added)
        kept.append(part.word)
      case .removed:
        flush(&kept, .kept)
        removed.append(part.word)
      case .added:
        flush(&kept, .kept)
        added.append(part.word)
      }
    }
    flush(&kept, .kept)
    flush(&removed, .removed)
    flush(&added, .added)
    return runs
  }
}
