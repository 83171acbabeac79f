/// An id made of a name: its letters without accents, and its digits, with hyphens between the words.
///
/// ```swift
/// PlainID("Café Łódź").text  // cafe-lodz
/// PlainID("Straße 7").text   // strasse-7
/// ```
///
/// Letters of other scripts than the Latin one have no one spelling in it, so they are left out, and
/// ``isExact`` says so.
public struct PlainID: Sendable, Hashable {
  /// The id; empty where no letter or digit of the name can stand in one.
  public let text: String
  /// Whether every letter and digit of the name is in it.
  public let isExact: Bool

  /// Makes the id of a name.
  ///
  /// Complexity: O(n).
  public init(_ name: String) {
    var words: [String] = [""]
    var isExact = true
    for scalar in CanonicalLetters.decomposed(name.lowercased()) {
      if Self.isPlain(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if let spelling = Self.spellings[scalar] {
        words[words.count - 1] += spelling
      } else if scalar.properties.generalCategory != .nonspacingMark {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          isExact = false
        }
        words.append("")
      }
    }
    text = words.filter { !$0.isEmpty }.joined(separator: "-")
    self.isExact = isExact
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  /// Latin letters that are no letter with an accent, and ligatures, as they are written where a to z are
  /// all there is.
  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "þ": "th", "ð": "d", "đ": "d", "ħ": "h", "ı": "i",
    "ĳ": "ij", "ĸ": "k", "ł": "l", "ŋ": "ng", "ŧ": "t", "ſ": "s", "ŉ": "n", "ƒ": "f", "ɓ": "b",
    "ɖ": "d", "ɗ": "d", "ɛ": "e", "ə": "e", "ɔ": "o", "ɣ": "g", "ŀ": "l", "ﬀ": "ff", "ﬁ": "fi",
    "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ª": "a", "º": "o",
  ]
}
