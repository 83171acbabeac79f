/// Numbers in English, as running text writes them.
public enum NumberWords {
  private static let small = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  /// `no`, `one` … `ten`, then digits in groups.
  public static func words(_ number: Int) -> String {
    small.indices.contains(number) ? small[number] : grouped(number)
  }

  /// Digits in groups of three: `6,354`.
  public static func grouped(_ number: Int) -> String {
    guard abs(number) > 999 else { return String(number) }
    let rest = String(abs(number) % 1000)
    return grouped(number / 1000) + "," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  /// `first` … for the place of a value on a scale; digits past the tenth: `21st`, `112th`.
  public static func ordinal(_ place: Int) -> String {
    if ordinals.indices.contains(place - 1) { return ordinals[place - 1] }
    let ending =
      switch (place % 10, place % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return grouped(place) + ending
  }

  /// `once`, `twice`, `three times`.
  static func times(_ number: Int) -> String {
    switch number {
    case 1: "once"
    case 2: "twice"
    default: "\(words(number)) times"
    }
  }

  /// `one recommendation`, `seven recommendations`.
  public static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(words(number)) \(number == 1 ? one : many)"
  }

  /// `a`, `a and b`, `a, b and c`.
  public static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A share in whole per cent, or `less than 1%` and `more than 99%` where rounding would lie.
  public static func perCent(_ share: Double) -> String {
    let rounded = Int(share.rounded())
    if share > 0, rounded == 0 { return "less than 1%" }
    if share < 100, rounded == 100 { return "more than 99%" }
    return "\(rounded)%"
  }

  /// The text with its first letter in upper case, but for a first word that has capitals of its own: `mRNA`
  /// begins a sentence as it is.
  public static func capitalised(_ text: String) -> String {
    guard !text.utf8.prefix(while: { $0 != UInt8(ascii: " ") }).contains(where: isCapital) else {
      return text
    }
    // An ASCII letter before another ASCII character is a letter by itself.
    guard let first = text.utf8.first, first < 0x80, text.utf8.dropFirst().first ?? 0 < 0x80 else {
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return text }
    var capitalised = String(UnicodeScalar(first - 0x20))
    capitalised.reserveCapacity(text.utf8.count)
    capitalised += text.dropFirst()
    return capitalised
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
