import Diagnostics
import Testing

struct NearMissTests {
  @Test(arguments: [
    ("publishd", ["published", "publisher", "publishers"], "published"),
    ("organization", ["organisation", "organisations"], "organisation"),
    ("Kind", ["kind", "kin"], "kind"),
    ("titel", ["title", "times"], "title"),
    ("title", ["title", "titles"], "titles"),
  ])
  func `what can be a slip for one word only is put in`(
    word: String, candidates: [String], meant: String
  ) {
    #expect(NearMiss.only(word, among: candidates) == meant)
    #expect(NearMiss.only(word, among: candidates.reversed()) == meant)
  }

  @Test(arguments: [
    ("publishe", ["published", "publisher"], "published"),
    ("responcibles", ["responsible", "responsibles-of"], "responsible"),
    ("pool-3", ["pool-1"], "pool-1"), ("round-2008", ["round-2009"], "round-2009"),
  ])
  func `what can be two things, or has another number, is suggested and no more`(
    word: String, candidates: [String], nearest: String
  ) {
    #expect(NearMiss.of(word, among: candidates) == nearest)
    #expect(NearMiss.only(word, among: candidates) == nil)
  }

  @Test(arguments: [
    ("unpublished", "published"), ("published", "unpublished"), ("adequate", "inadequate"),
    ("not-accepted", "accepted"), ("disagree", "agree"),
  ])
  func `the opposite of a word is never what was meant`(word: String, other: String) {
    #expect(NearMiss.of(word, among: [other]) == nil)
    #expect(NearMiss.only(word, among: [other]) == nil)
  }
}
