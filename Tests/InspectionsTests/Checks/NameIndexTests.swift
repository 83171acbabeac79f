import Testing

@testable import Inspections

/// Which stretches of running text are nearly a name.
struct NameIndexTests {
  private let index = NameIndex([
    "Ashdale Bank", "Children and Family Court Advisory and Support Service", "Colneford",
    "Ashdale-on-Sea",
  ])

  private func near(_ text: String) -> [String] {
    index.nearNames(in: Array(text.utf8)).map(\.written)
  }

  @Test(arguments: [
    ("At Ashdale Bnak they wait.", "Ashdale Bnak"), ("Ashdalle Bank's staff", "Ashdalle Bank"),
    ("the Ashdal Bank", "Ashdal Bank"), ("in Colnefort,", "Colnefort"),
    ("Of Colnefurd’s plan", "Colnefurd"), ("Ashdale-en-Sea", "Ashdale-en-Sea"),
    (
      "the Children and Family Court Advisory Support Service said",
      "Children and Family Court Advisory Support Service"
    ),
  ])
  func `a name with one mistake is found`(text: String, written: String) {
    #expect(near(text) == [written])
  }

  @Test(arguments: [
    "Ashdale Bank", "ASHDALE BANK", "the Ashdale Bank's plan", "Ashdale Bnko", "Ashdale Kanka of",
    "ashdale bnak", "iColnefort", "non-Colnefort", "Colnefords", "Colneford’s", "Ashdale",
    "and of the for", "Colne Fort", "Children and Family Court", "",
  ])
  func `names as they are, other words and what only holds one are left alone`(text: String) {
    #expect(near(text) == [])
  }
}
