/// Finds the known name that an author most likely meant.
///
/// Source: the optimal string alignment distance (Damerau 1964, restricted edits), with the limit
/// of one edit for each three letters that keeps suggestions believable.
public enum NearMiss {
  /// The candidate nearest to `word`, or nil where none is near; ties go to the first in the list.
  ///
  /// Only the first ``Limits/suggestedNames`` candidates are looked at, and nothing is near to a word of
  /// more than 128 letters.
  ///
  /// Complexity: O(candidates × |candidate|).
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
    guard let sought = SoughtName(word) else { return (nil, 0, 0) }
    // Any two words of one or two letters are an edit apart; only their case can be a slip.
    let limit = sought.count < 3 ? 0 : sought.count / 3
    var best: (candidate: String, distance: Int)?
    var (near, ties) = (0, 0)
    for candidate in candidates.prefix(Limits.suggestedNames) {
      guard let distance = sought.distance(to: candidate, limit: limit), candidate != word,
        candidate != best?.candidate, !isOpposite(word, of: candidate)
      else { continue }
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
  private static func isOpposite(_ word: String, of other: String) -> Bool {
    let (word, other) = (word.lowercased(), other.lowercased())
    let (short, long) = word.utf8.count < other.utf8.count ? (word, other) : (other, word)
    return oppositePrefixes.contains { long == $0 + short }
  }

  private static let oppositePrefixes = ["in", "un", "dis", "non-", "not-", "not "]
}

/// A name made ready to be held against many: for each letter the places where it stands, as bits.
///
/// Source: Heikki Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances" (2003).
private struct SoughtName {
  /// How many letters it has.
  let count: Int
  private var places = [UInt128](repeating: 0, count: 128)
  private var placesBeyondASCII: [Unicode.Scalar: UInt128] = [:]

  /// Takes a name of one to 128 letters; case does not count.
  init?(_ name: String) {
    guard name.utf8.count <= 4 * UInt128.bitWidth else { return nil }
    let letters = Array(name.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= UInt128.bitWidth else { return nil }
    count = letters.count
    for (place, letter) in letters.enumerated() {
      if letter.isASCII {
        places[Int(letter.value)] |= 1 << UInt128(place)
      } else {
        placesBeyondASCII[letter, default: 0] |= 1 << UInt128(place)
      }
    }
  }

  /// How many insertions, deletions, substitutions and swaps of neighbours lie between the two names,
  /// or nil where there are more than `limit`.
  func distance(to other: String, limit: Int) -> Int? {
    let size = other.utf8.count
    // A letter has at most four bytes.
    guard size + limit >= count, size <= 4 * (count + limit) else { return nil }
    var row = EditRow(count)
    if other.utf8.allSatisfy({ $0 < 0x80 }) {
      guard size <= count + limit else { return nil }
      for byte in other.utf8 {
        row.add(places[Int((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)])
      }
    } else {
      for letter in other.lowercased().unicodeScalars {
        row.add(
          letter.isASCII ? places[Int(letter.value)] : placesBeyondASCII[letter, default: 0])
      }
    }
    return row.distance <= limit ? row.distance : nil
  }
}

/// A row of the table of distances, each as the step from the one before: up, down or level.
private struct EditRow {
  private(set) var distance: Int
  private let last: UInt128
  private var up = UInt128.max
  private var down: UInt128 = 0
  private var diagonal: UInt128 = 0
  private var placesBefore: UInt128 = 0

  init(_ count: Int) {
    distance = count
    last = 1 << UInt128(count - 1)
  }

  /// Goes on to the row of the next letter, which stands in some places of the name that is sought.
  mutating func add(_ places: UInt128) {
    let swapped = ((~diagonal & places) << 1) & placesBefore
    diagonal = (((places & up) &+ up) ^ up) | places | down | swapped
    var right = down | ~(diagonal | up)
    var left = diagonal & up
    if right & last != 0 { distance += 1 }
    if left & last != 0 { distance -= 1 }
    right = (right << 1) | 1
    left <<= 1
    up = left | ~(diagonal | right)
    down = right & diagonal
    placesBefore = places
  }
}
