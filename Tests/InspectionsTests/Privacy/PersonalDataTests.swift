import Testing

@testable import Inspections

/// A sentence with the kind of personal data in it, or none.
private struct Labelled {
  let kind: PersonalDataMatch.Kind?
  let sentence: String

  static let all: [Labelled] = labelledSentences.split(separator: "\n").map { line in
    let parts = line.split(separator: " | ", maxSplits: 1).map(String.init)
    return Labelled(kind: kinds[parts[0]], sentence: parts[1])
  }

  private static let kinds: [String: PersonalDataMatch.Kind] = [
    "dob": .dateOfBirth, "address": .streetAddress, "postcode": .postcode,
    "telephone": .telephone, "email": .email, "nhs": .nhsNumber, "case": .caseNumber, "age": .age,
    "health": .health,
  ]
}

struct PersonalDataTests {
  @Test func `the labelled sentences are found with high precision and recall`() {
    var found = 0
    var missed: [String] = []
    var wrong: [String] = []
    for labelled in Labelled.all {
      let matches = personalData(in: labelled.sentence)
      let texts = matches.map { "\($0.kind.rawValue): \(text(of: $0, in: labelled.sentence))" }
      if let kind = labelled.kind {
        if matches.contains(where: { $0.kind == kind }) {
          found += 1
        } else {
          missed.append(labelled.sentence)
        }
      } else if !matches.isEmpty {
        wrong.append("\(labelled.sentence) → \(texts.joined(separator: ", "))")
      }
    }
    let precision = Double(found) / Double(found + wrong.count)
    let recall = Double(found) / Double(found + missed.count)
    print(
      "personal data: \(Labelled.all.count) sentences, precision \(rounded(precision)) %, "
        + "recall \(rounded(recall)) %")
    for sentence in missed { print("  missed: \(sentence)") }
    for sentence in wrong { print("  false alarm: \(sentence)") }
    #expect(Labelled.all.count >= 150)
    #expect(precision >= 0.97)
    #expect(recall >= 0.93)
  }

  @Test func `each kind is found in at least four sentences`() {
    for kind in PersonalDataMatch.Kind.allCases {
      let count = Labelled.all.filter { labelled in
        labelled.kind == kind && personalData(in: labelled.sentence).contains { $0.kind == kind }
      }
      #expect(count.count >= 4, "\(kind.rawValue)")
    }
  }

  @Test(arguments: [
    ("Call 0114 496 0123 now.", "0114 496 0123"),
    ("Zoë, aged 7, was heard.", "Zoë, aged 7"),
    ("Écoute: B29 7HT.", "B29 7HT"),
    ("Her address is ella@example.org.", "ella@example.org"),
    ("The girl was born on 3 March 2001.", "born on 3 March"),
  ])
  func `a match covers exactly the bytes it is about`(sentence: String, expected: String) {
    #expect(personalData(in: sentence).map { text(of: $0, in: sentence) } == [expected])
  }

  @Test func `the destinations of links are passed over`() {
    let text =
      "See [the page](https://example.org/B29 7HT/0114 496 0123) and <https://example.org/a@b.uk>."
    #expect(personalData(in: text).isEmpty)
  }

  @Test func `a name and an age in two table cells or sentences do not belong together`() {
    #expect(personalData(in: "| Ella | 9 years old |").isEmpty)
    #expect(personalData(in: "We met Ella. A child aged 9 was there.").isEmpty)
  }

  @Test func `text that ends in the middle of anything is read to its end`() {
    for labelled in Labelled.all {
      let bytes = Array(labelled.sentence.utf8)
      for end in bytes.indices {
        for match in personalData(in: bytes, range: 0..<end) {
          #expect(match.range.upperBound <= end)
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func `two megabytes of dense text have what their parts have`() {
    let once = personalData(in: labelledSentences).count
    #expect(once > 0)
    #expect(personalData(in: String(repeating: labelledSentences, count: 150)).count == 150 * once)
  }
}

private func text(of match: PersonalDataMatch, in sentence: String) -> String {
  String(decoding: Array(sentence.utf8)[match.range], as: UTF8.self)
}

private func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 10 }
