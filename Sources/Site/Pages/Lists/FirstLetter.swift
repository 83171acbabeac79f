import Inspections

/// The letter that a name stands under in a list by letters.
///
/// Accents do not count: `Électricité` stands under E. Names that begin with no letter stand together.
struct FirstLetter: Hashable, Sendable {
  /// The letter as a heading, like `B`; `0–9` for what begins with no letter.
  let title: String
  /// The last step of the address of its page, like `b`; the code point of a letter beyond a to z.
  let address: String

  init(of name: String) {
    let base = name.first.map { CanonicalLetters.decomposed(String($0)) }
    guard let scalar = base?.first, scalar.properties.isAlphabetic else {
      (title, address) = ("0–9", "other")
      return
    }
    let letter = String(scalar).lowercased()
    title = letter.uppercased()
    address =
      letter.utf8.count == 1
      ? letter : letter.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  /// What names are sorted by: without regard to capitals, those that begin with no letter first.
  static func sortingKey(_ name: String) -> String {
    let key = name.lowercased()
    return key.first?.isLetter == true ? key : " " + key
  }
}

extension ListDivision where Row: Record {
  /// Records by the letters of their names.
  static func byName(
    bytes: @escaping @Sendable (Row) -> Int,
    besides isTaken: @escaping @Sendable (String) -> Bool = { _ in false }
  ) -> Self {
    Self(
      by: [.letter(\.title.value.plain)], named: .names(\.title.value.plain), bytes: bytes,
      besides: isTaken)
  }
}

extension Sequence where Element: Record {
  /// The records by name, then by id.
  ///
  /// Complexity: O(n log n).
  func byName() -> [Element] {
    map { (name: FirstLetter.sortingKey($0.title.value.plain), id: $0.key.id, record: $0) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.record)
  }
}
