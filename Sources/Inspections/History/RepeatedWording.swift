import Diagnostics

/// What was asked more than once: recommendations of several reports in the same words.
///
/// Words are the same where letters and digits are, whatever their case and what stands between them. What was asked again
/// in other words is not found, for records do not say of one recommendation that it repeats another.
///
/// - Returns: of each wording the places in `all`, in their order; wordings by the first of them.
///
/// Complexity: O(length of all texts).
public func repeatedWordings(in all: [RecommendationHistory]) -> [[Int]] {
  var places: [[UInt8]: [Int]] = [:]
  for (place, followed) in all.enumerated() where followed.report.stands {
    let words = foldedWords(of: followed.recommendation.text.value.plain)
    if !words.isEmpty { places[words, default: []].append(place) }
  }
  return places.values.filter { all.areOfSeveralReports($0) }.sorted { $0[0] < $1[0] }
}

extension [RecommendationHistory] {
  /// Whether those at some places are of more than one report.
  public func areOfSeveralReports(_ places: [Int]) -> Bool {
    guard let first = places.first else { return false }
    return places.contains { self[$0].report !== self[first].report }
  }
}

/// The letters and digits of a text in small letters, with a blank between words.
private func foldedWords(of text: String) -> [UInt8] {
  var words: [UInt8] = []
  words.reserveCapacity(text.utf8.count)
  var isBetween = false
  for scalar in text.unicodeScalars {
    guard scalar.isLetterOrDigit else {
      isBetween = true
      continue
    }
    if isBetween, !words.isEmpty { words.append(UInt8(ascii: " ")) }
    isBetween = false
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      words.append(byte < 0x41 ? byte : byte | 0x20)
    } else {
      words += scalar.properties.lowercaseMapping.utf8
    }
  }
  return words
}

extension Unicode.Scalar {
  /// Marks count as part of the letter that they stand on.
  fileprivate var isLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: properties.isAlphabetic || properties.numericType != nil || properties.isDiacritic
    }
  }
}
