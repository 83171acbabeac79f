import Testing

@testable import Inspections

@Suite struct WordTests {
  @Test(
    arguments: [
      ("forty-five young people", [45]), ("1,000 chances", [1000]), ("QA6 and F1", []),
      ("one hundred and five files", [105]), ("two hundred", [200]), ("48.3 per cent", []),
      ("66% of them", []), ("the 10th of 12", [12]), ("someone", []), ("one of them", []),
      ("Seventeen, then nineteen", [17, 19]), ("two dozen files", [24]), ("a dozen", [12]),
      ("half a dozen", [6]), ("three score and ten", [60, 10]), ("dozens of files", []),
      ("two thousand three hundred and five", [2305]), ("5 thousand", [5000]),
      ("two thirds of them", []), ("two and a half", []), ("12 weeks", []), ("2008/09", [2008]),
      ("five to seven files", [5]), ("zero million", [0]),
    ] as [(String, [Int])])
  func `numbers are read in digits and in words`(_ text: String, _ expected: [Int]) {
    #expect(statedNumbers(in: words(of: text)).map(\.value) == expected)
  }

  @Test(
    arguments: [
      ("five of the seven", [5, 7]), ("5 out of 7", [5, 7]), ("all but one of the seven", [6, 7]),
      ("none of the twelve", [0, 12]), ("some of the seven", []), ("five of them", []),
    ] as [(String, [Int])])
  func `tallies are a number of a number`(_ text: String, _ expected: [Int]) {
    let tallies = statedTallies(in: words(of: text))
    #expect(tallies.flatMap { [$0.count, $0.total] } == expected)
  }

  @Test(
    arguments: [
      ("at least five files", .atLeast), ("more than five files", .moreThan),
      ("no more than five files", .atMost), ("fewer than five files", .fewerThan),
      ("five or more files", .atLeast), ("between five and seven files", .upTo(7)),
      ("five or six files", .upTo(6)), ("about five files", .unclear), ("five or so", .unclear),
      ("the first five files", .unclear), ("not five files", .unclear),
      ("all but five", .complement),
      ("children under five", .unclear), ("in under five files", .fewerThan),
      ("five files", .exactly),
    ] as [(String, Bound)])
  func `the words around a number say how it is meant`(_ text: String, _ bound: Bound) {
    #expect(statedNumbers(in: words(of: text)).first?.bound == bound)
  }

  @Test(
    arguments: [
      ("Q1. Do it", "Do it"), ("(a) Do it", "Do it"), ("Question 3: Do it", "Do it"),
      ("3.2 Do it", "Do it"), ("Recommendation 4 Do it", "Do it"), ("• Do it", "Do it"),
      ("A plan", "A plan"), ("Do it", "Do it"), ("Recommendation", "Recommendation"), ("", ""),
    ])
  func `what lists a text is no part of its wording`(_ text: String, _ wording: String) {
    #expect(withoutLabel(text) == wording)
  }

  @Test func `only lines that may hold a tally are looked at`() {
    let text =
      "Most of the files.\nFive of the seven.\nA matter of course.\nIn 5 of 7.\nOut of time."
    #expect(
      linesWithTallies(Array(text.utf8)) == ["Five of the seven.", "In 5 of 7.", "Out of time."])
  }

  @Test func `two wordings are compared word by word`() {
    let runs = wordDifference(
      from: "Plan every case well and record it.", to: "Record every case, and record it!",
      comparing: .plain)
    #expect(
      runs == [
        WordRun(kind: .removed, text: "Plan"), WordRun(kind: .added, text: "Record"),
        WordRun(kind: .same, text: "every case"), WordRun(kind: .removed, text: "well"),
        WordRun(kind: .same, text: "and record it."),
      ])
    #expect(likeness("the same words", "The same words.") == 1)
    #expect(likeness("", "words") == 0)
  }

  @Test func `words as they are written differ by their punctuation`() {
    let runs = wordDifference(
      from: "Plan every case well and record it well.", to: "Record every case well.",
      comparing: .asWritten)
    #expect(
      runs == [
        .init(kind: .removed, text: "Plan"), .init(kind: .added, text: "Record"),
        .init(kind: .same, text: "every case"),
        .init(kind: .removed, text: "well and record it"), .init(kind: .same, text: "well."),
      ])
  }

  @Test(arguments: [("", ""), ("same words", "same words"), ("a b c", "c b a"), ("", "new")])
  func `a difference keeps every word of both texts`(old: String, new: String) {
    let runs = wordDifference(from: old, to: new, comparing: .asWritten)
    func text(without kind: WordRun.Kind) -> String {
      runs.filter { $0.kind != kind }.map(\.text).joined(separator: " ")
    }
    #expect(text(without: .added) == old)
    #expect(text(without: .removed) == new)
  }

  @Test func `where too many words differ, they are replaced whole, and what is around them stays`()
  {
    func words(_ letter: String) -> String {
      Array(repeating: letter, count: 601).joined(separator: " ")
    }
    let runs = wordDifference(
      from: "To \(words("a")) at once", to: "To \(words("b")) at once", comparing: .asWritten)
    #expect(
      runs == [
        .init(kind: .same, text: "To"), .init(kind: .removed, text: words("a")),
        .init(kind: .added, text: words("b")), .init(kind: .same, text: "at once"),
      ])
    let long = words("same")
    #expect(
      wordDifference(from: long, to: long + " more", comparing: .plain) == [
        .init(kind: .same, text: long), .init(kind: .added, text: "more"),
      ])
    #expect(likeness(words("a"), words("b")) == 0)
  }

  @Test(
    arguments: [
      ("cafcass", "cafcas", true), ("cafcass", "caffcass", true), ("cafcass", "acfcass", true),
      ("cafcass", "cafcasss", false), ("region 4", "region 5", false), ("north", "south", false),
      ("cafcass", "cafcass", false),
    ])
  func `names differ by one letter`(_ known: String, _ written: String, _ isNear: Bool) {
    #expect(isOneLetterAway(Array(known.utf8), Array(written.utf8)) == isNear)
  }
}
