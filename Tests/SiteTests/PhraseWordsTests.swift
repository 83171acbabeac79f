import Testing

@testable import Site

/// Phrases of ours beside sentences of the record.
struct PhraseWordsTests {
  @Test(arguments: [
    (["asked of Cafcass", "owner: the director"], "asked of Cafcass; owner: the director"),
    (["Listen each night.", "by August 2019"], "Listen each night. By August 2019"),
    (["Done", "evidence: The log."], "Done. Evidence: The log."),
    (
      ["Is it “so”?", "", "aim: Peace (at last.)", "soon"], "Is it “so”? Aim: Peace (at last.) Soon"
    ),
    ([], ""),
  ])
  func `a sentence is not followed by a semicolon`(parts: [String], line: String) {
    #expect(PhraseWords.joined(parts) == line)
  }
}
