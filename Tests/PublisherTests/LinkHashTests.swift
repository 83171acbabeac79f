import Testing

@testable import Publisher

struct LinkHashTests {
  @Test func `an anchor has one hash, whether it is a text or bytes of a page`() {
    let page = LinkHash("reports/a/")
    for anchor in ["", "para-1", "para-12", "what-was-seen", "ñandú", "ñandúes"] {
      #expect(page.anchored(anchor).value == page.anchored(Array(anchor.utf8)[...]).value)
      #expect(page.anchored(anchor).value != page.anchored(anchor + "-").value)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 1000])
  func `a set has the hashes that it was made of, and no others`(count: Int) {
    let hashes = (0..<count).map { LinkHash("reports/\($0)/").value }
    // The second half has the lowest bits of the first, by which hashes are placed.
    let crowded = hashes + hashes.map { $0 ^ (1 << 63) }
    for known in [hashes, crowded, hashes + hashes] {
      let set = LinkHashes(known)
      #expect(known.allSatisfy(set.contains))
      #expect(!(0..<1000).contains { set.contains(LinkHash("areas/\($0)/").value) })
    }
    #expect(!hashes.contains { LinkHashes(hashes).contains($0 ^ (1 << 63)) })
  }
}
