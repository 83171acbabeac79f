import Testing

@testable import Inspections

@Suite struct WordTests {
  @Test(
    arguments: [
      ("forty-five young people", [45]), ("1,000 chances", [1000]), ("QA6 and F1", []),
      ("one hundred and five files", [105]), ("two hundred", [200]), ("48.3 per cent", []),
      ("66% of them", []), ("the 10th of 12", [12]), ("someone", []), ("one of them", []),
      ("Seventeen, then nineteen", [17, 19]),
    ] as [(String, [Int])])
  func `numbers are read in digits and in words`(_ text: String, _ expected: [Int]) {
    #expect(statedNumbers(in: words(of: text)).map(\.value) == expected)
  }

  @Test(
    arguments: [
      ("five of the seven", [5, 7]), ("5 out of 7", [5, 7]), ("all but one of the seven", [1, 7]),
      ("none of the twelve", [0, 12]), ("some of the seven", []), ("five of them", []),
    ] as [(String, [Int])])
  func `tallies are a number of a number`(_ text: String, _ expected: [Int]) {
    let tallies = statedTallies(in: words(of: text))
    #expect(tallies.flatMap { [$0.count, $0.total] } == expected)
  }

  @Test func `only lines that may hold a tally are looked at`() {
    let text =
      "Most of the files.\nFive of the seven.\nA matter of course.\nIn 5 of 7.\nOut of time."
    #expect(
      linesWithTallies(Array(text.utf8)) == ["Five of the seven.", "In 5 of 7.", "Out of time."])
  }

  @Test func `two wordings are compared word by word`() {
    let runs = wordDifference(
      from: "Plan every case well and record it.", to: "Record every case, and record it!")
    #expect(
      runs == [
        WordRun(kind: .removed, text: "Plan"), WordRun(kind: .added, text: "Record"),
        WordRun(kind: .same, text: "every case"), WordRun(kind: .removed, text: "well"),
        WordRun(kind: .same, text: "and record it."),
      ])
    #expect(likeness("the same words", "The same words.") == 1)
    #expect(likeness("", "words") == 0)
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
