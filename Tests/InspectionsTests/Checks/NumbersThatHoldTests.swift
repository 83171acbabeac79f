import Diagnostics
import Testing

/// The numbers of a real report that are right, and its sentences that are not.
///
/// Source: Ofsted, report 070205, paragraphs 30, 34 and 60 to 64; 090169, annex 2.
@Suite struct NumbersThatHoldTests {
  @Test(
    arguments: [
      ("most", "private.inadequate"), ("few", "private.good"), ("majority", "all.inadequate"),
      ("most", "public.good+adequate"), ("most", "60/88"), ("almost all", "73/88"),
      ("few", "15/88"), ("Almost all", "27/33"), ("almost all", "37/45"), ("almost all", "37/46"),
      ("almost all", "71/88"), ("most", "22/33"), ("most", "19/28"), ("most", "20/28"),
      ("just over half", "45/89"), ("many", "14/29"), ("some", "1/33"),
    ])
  func `a word whose share is in its range is left alone`(_ word: String, _ target: String) {
    #expect(Self.report("[\(word)](share:\(target))").diagnostics(of: "quantifier") == [])
  }

  @Test(
    arguments: [
      ("almost all", "private.inadequate"), ("most", "public.adequate"),
      ("most", "all.inadequate"), ("few", "public.good"), ("few", "private.good+adequate"),
      ("majority", "public.adequate"), ("almost all", "26/33"), ("almost all", "36/45"),
      ("most", "21/33"), ("most", "18/28"), ("most", "65/100"), ("few", "20/100"),
    ])
  func `a word whose share is out of its range is an error`(_ word: String, _ target: String) {
    let found = Self.report("[\(word)](share:\(target))").diagnostics(of: "quantifier")
    #expect(found.map(\.level) == [.error])
    #expect(found.first?.subject == .paragraph(1))
  }

  @Test(
    arguments: [
      "33 private law reports", "thirty-three reports", "all 33 of them", "the 33",
      "reports of 2007", "section 7 reports", "some reports", "25 of the 33", "75.8 per cent",
      "QA6 forms", "one report", "children under 12",
    ])
  func `a link's text without another size is left alone`(_ text: String) {
    #expect(Self.report("[\(text)](sample:private)").diagnostics(of: "sample-size") == [])
  }

  @Test(
    arguments: ["32 reports", "thirty-two reports", "a hundred and thirty-three", "1,033 reports"])
  func `a link's text with another size is an error`(_ text: String) {
    let found = Self.report("[\(text)](sample:private)").diagnostics(of: "sample-size")
    #expect(found.map(\.level) == [.error])
  }

  @Test func `every sum that the documents print holds`() {
    let register = Self.report("Nothing more.")
    #expect(register.diagnostics(of: "distribution-sum") == [])
    #expect(register.diagnostics(of: "share-figures") == [])
  }

  private static func report(_ sentence: String) -> SpecRegister {
    SpecRegister([
      "reports/first.md": """
      ---
      title: A report
      kind: inspection
      publisher: ofsted
      framework: round
      area: north
      published: 2008-02
      fieldwork: 2007-06/2007-07
      samples:
        - {id: private, title: Private law, size: 33, grades: {excellent: 0, good: 1, adequate: 7, inadequate: 25}}
        - {id: public, title: Public law, size: 29, grades: {excellent: 0, good: 6, adequate: 14, inadequate: 9}}
        - {id: all, title: Both, size: 62, grades: {excellent: 0, good: 7, adequate: 21, inadequate: 34}}
        - {id: forms, title: Forms, size: 88, splits: [{title: By whom, counts: {manager: 15, peer: 73}}, {title: Comment, counts: {none: 60, some: 28}}]}
        - {id: groups, title: Groups, size: 6, splits: [{title: Who, counts: {administrators: 1, advisers: 3, managers: 1, support: 1}}]}
      surveys:
        - {id: q3, title: Monitoring, base: 21, responses: {strongly-agree: 15, agree: 4, neither: 2, disagree: 0}}
      consultation: {responses: {online: 16, paper: 5}, respondents: {parents: 7, voluntary: 6, centre: 1, staff: 3, public: 2, others: 2}}
      ---

      1. \(sentence)
      """
    ])
  }
}
