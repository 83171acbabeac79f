import Foundation
import Testing

@testable import Inspections

struct CanonicalLettersTests {
  @Test(arguments: [
    ("e\u{301}", "é"), ("é", "é"), ("A\u{30A}", "\u{C5}"), ("\u{212B}", "\u{C5}"),
    // Two accents that stand on one side are not exchanged, two on different sides are.
    ("o\u{302}\u{301}", "\u{1ED1}"), ("o\u{301}\u{302}", "\u{F3}\u{302}"),
    ("a\u{323}\u{306}", "\u{1EB7}"), ("a\u{306}\u{323}", "\u{1EB7}"),
    // A letter of Hebrew with its point is never one character.
    ("\u{FB2A}", "\u{5E9}\u{5C1}"),
    ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{301}a", "\u{301}a"), ("", ""),
  ])
  func `letters and their accents are one character where there is one`(
    text: String, expected: String
  ) {
    #expect(Array(CanonicalLetters.composed(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `every code point is composed and taken apart as the system does`() {
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let apart = Array(CanonicalLetters.decomposed(text))
      let system = Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
      guard apart == system else {
        Issue.record("U+\(String(value, radix: 16)) is taken apart into \(apart), not \(system)")
        return
      }
      let whole = Array(CanonicalLetters.composed(text).unicodeScalars)
      let composed = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
      guard whole == composed else {
        Issue.record("U+\(String(value, radix: 16)) is composed as \(whole), not \(composed)")
        return
      }
    }
  }

  @Test func `texts of many letters and accents are composed as the system does`() {
    let scalars = Array("aeoAO한ᄒ\u{1161}\u{11AB}\u{5E9}\u{915}".unicodeScalars)
    let accents: [Unicode.Scalar] = [
      "\u{301}", "\u{302}", "\u{306}", "\u{323}", "\u{327}", "\u{31B}", "\u{345}", "\u{5C1}",
      "\u{93C}", "\u{3099}",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let pool = Bool.random(using: &random) ? scalars : accents
        if let scalar = pool.randomElement(using: &random) { view.append(scalar) }
      }
      let text = String(view)
      let expected = text.precomposedStringWithCanonicalMapping
      #expect(
        Array(CanonicalLetters.composed(text).unicodeScalars) == Array(expected.unicodeScalars),
        "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }
}
