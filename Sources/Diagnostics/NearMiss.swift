/// Finds the known name that an author most likely meant.
///
/// Source: the optimal string alignment distance (Damerau 1964, restricted edits), with the limit
/// of one edit for each three letters that keeps suggestions believable.
public enum NearMiss {
  /// The candidate nearest to `word`, or nil where none is near; ties go to the first in the list.
  ///
  /// Complexity: O(candidates × |word| × |candidate|).
  public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    search(word, among: candidates).best?.candidate
  }

  /// The one candidate that `word` can be a slip for, so that it may be put in without asking.
  ///
  /// Nil on a tie, where a second candidate is near and the first is more than an edit away, and
  /// where digits differ: one number is never a slip for another.
  ///
  ///     NearMiss.only("publishd", among: ["published", "publisher"])  // published
  ///     NearMiss.only("publishe", among: ["published", "publisher"])  // nil
  ///
  /// Complexity: as ``of(_:among:)``.
  public static func only(_ word: String, among candidates: some Sequence<String>) -> String? {
    let (best, others, ties) = search(word, among: candidates)
    guard let best, ties == 0, best.distance <= 1 || others == 0 else { return nil }
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    return best.candidate.unicodeScalars.filter(isDigit)
      .elementsEqual(word.unicodeScalars.filter(isDigit)) ? best.candidate : nil
  }

  /// The nearest candidate, and how many others are near at all and just as near.
  private static func search(
    _ word: String, among candidates: some Sequence<String>
  ) -> (best: (candidate: String, distance: Int)?, others: Int, ties: Int) {
    let scalars = Array(word.lowercased().unicodeScalars)
    // Any two words of one or two letters are an edit apart; only their case can be a slip.
    let limit = scalars.count < 3 ? 0 : scalars.count / 3
    var best: (candidate: String, distance: Int)?
    var (near, ties) = (0, 0)
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - scalars.count) <= limit, candidate != word,
        candidate != best?.candidate, !isOpposite(scalars, of: other)
      else { continue }
      let distance = distance(scalars, other)
      guard distance <= limit else { continue }
      near += 1
      if distance < best?.distance ?? .max {
        (best, ties) = ((candidate, distance), 0)
      } else if distance == best?.distance {
        ties += 1
      }
    }
    return (best, max(0, near - 1), ties)
  }

  /// Whether two words differ by no more than a prefix that turns the meaning round: the opposite of
  /// a word is never what was meant.
  private static func isOpposite(_ word: [Unicode.Scalar], of other: [Unicode.Scalar]) -> Bool {
    let (short, long) = word.count < other.count ? (word, other) : (other, word)
    return long.count > short.count && long.suffix(short.count).elementsEqual(short)
      && oppositePrefixes.contains { $0.unicodeScalars.elementsEqual(long.dropLast(short.count)) }
  }

  private static let oppositePrefixes = ["in", "un", "dis", "non-", "not-", "not "]

  /// How many insertions, deletions, substitutions and swaps of neighbours lie between two words.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          value = min(value, beforeLast[column - 2] + 1)
        }
        current.append(value)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
