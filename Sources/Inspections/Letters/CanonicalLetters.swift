/// Letters with accents, in one character or in several: Unicode's canonical forms.
///
/// The standard library compares texts that way but does not tell the forms, and Foundation's would bring
/// 40 MB of language data into the program.
///
/// Source: The Unicode Standard, section 3.11, "Normalization Forms", and 3.12 for Hangul.
public enum CanonicalLetters {
  /// Every character on its own and every accent behind its letter, in a fixed order (NFD).
  ///
  /// Complexity: O(n), and O(m log m) in the accents of one letter.
  public static func decomposed(_ text: String) -> String.UnicodeScalarView {
    var parts: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { decompose(scalar, into: &parts) }
    return inOrder(parts)
  }

  /// Every letter with its accents in one character where there is one (NFC).
  ///
  /// Complexity: that of ``decomposed(_:)``.
  public static func composed(_ text: String) -> String {
    var result: [Unicode.Scalar] = []
    // Where the letter stands that accents may still join, and the class of the last that did not.
    var letter: Int?
    var lastClass = UInt8(0)
    for scalar in decomposed(text) {
      let ownClass = scalar.properties.canonicalCombiningClass.rawValue
      if let place = letter, lastClass < ownClass || (lastClass == 0 && place == result.count - 1),
        let joined = joined(result[place], scalar)
      {
        result[place] = joined
        continue
      }
      if ownClass == 0 { letter = result.count }
      lastClass = ownClass
      result.append(scalar)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result)
    return String(view)
  }

  private static func decompose(_ scalar: Unicode.Scalar, into parts: inout [Unicode.Scalar]) {
    if let syllable = Hangul.parts(of: scalar) { return parts += syllable }
    guard let found = mappings.parts[scalar] else { return parts.append(scalar) }
    for part in found { decompose(part, into: &parts) }
  }

  /// Accents of one letter in the order of their classes; those of one class stay as they are.
  private static func inOrder(_ scalars: [Unicode.Scalar]) -> String.UnicodeScalarView {
    var view = String.UnicodeScalarView()
    var accents: [(place: Int, class: UInt8, scalar: Unicode.Scalar)] = []
    func flush() {
      accents.sort { ($0.class, $0.place) < ($1.class, $1.place) }
      view.append(contentsOf: accents.map(\.scalar))
      accents.removeAll(keepingCapacity: true)
    }
    for (place, scalar) in scalars.enumerated() {
      let ownClass = scalar.properties.canonicalCombiningClass.rawValue
      if ownClass == 0 {
        flush()
        view.append(scalar)
      } else {
        accents.append((place, ownClass, scalar))
      }
    }
    flush()
    return view
  }

  private static func joined(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> Unicode.Scalar? {
    Hangul.joined(first, second) ?? mappings.joined[[first, second]]
  }

  /// The table, read once.
  private static let mappings = Mappings()
}

/// What the table says, to be looked up.
private struct Mappings: Sendable {
  private(set) var parts: [Unicode.Scalar: [Unicode.Scalar]] = [:]
  private(set) var joined: [[Unicode.Scalar]: Unicode.Scalar] = [:]

  init() {
    for (table, isJoined) in [(LetterTable.joined, true), (LetterTable.replaced, false)] {
      for word in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let scalars = word.split(separator: ".").compactMap {
          UInt32($0, radix: 36).flatMap(Unicode.Scalar.init)
        }
        guard let whole = scalars.first else { continue }
        parts[whole] = Array(scalars.dropFirst())
        if isJoined { joined[Array(scalars.dropFirst())] = whole }
      }
    }
  }
}

/// Syllables of Korean, whose characters are numbered by their parts.
private enum Hangul {
  private static let (syllables, leads, vowels, trails): (UInt32, UInt32, UInt32, UInt32) = (
    0xAC00, 0x1100, 0x1161, 0x11A7
  )
  private static let (leadCount, vowelCount, trailCount): (UInt32, UInt32, UInt32) = (19, 21, 28)

  static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (syllables..<syllables + leadCount * vowelCount * trailCount).contains(scalar.value)
    else { return nil }
    let place = scalar.value - syllables
    let trail = place % trailCount
    let values = [
      leads + place / (vowelCount * trailCount), vowels + place / trailCount % vowelCount,
    ]
    return (values + (trail == 0 ? [] : [trails + trail])).compactMap(Unicode.Scalar.init)
  }

  static func joined(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if (leads..<leads + leadCount).contains(first.value),
      (vowels..<vowels + vowelCount).contains(second.value)
    {
      let pair = (first.value - leads) * vowelCount + second.value - vowels
      return Unicode.Scalar(syllables + pair * trailCount)
    }
    let count = leadCount * vowelCount * trailCount
    guard (syllables..<syllables + count).contains(first.value),
      (first.value - syllables) % trailCount == 0,
      (trails + 1..<trails + trailCount).contains(second.value)
    else { return nil }
    return Unicode.Scalar(first.value + second.value - trails)
  }
}
