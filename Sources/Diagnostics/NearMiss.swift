/// Finds the known name that an author most likely meant.
///
/// Source: the optimal string alignment distance (Damerau 1964, restricted edits), with the limit
/// of one edit for each three letters that keeps suggestions believable.
public enum NearMiss {
  /// The candidate nearest to `word`, or nil where none is near; ties go to the first in the list.
  ///
  /// Complexity: O(candidates × |word| × |candidate|).
  public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    let scalars = Array(word.lowercased().unicodeScalars)
    // Any two words of one or two letters are an edit apart; only their case can be a slip.
    let limit = scalars.count < 3 ? 0 : scalars.count / 3
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - scalars.count) <= limit, candidate != word else { continue }
      let distance = distance(scalars, other)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

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
