import Inspections
import Testing

struct PlainIDTests {
  @Test(arguments: [
    ("Café Ltd", "cafe-ltd"), ("Łódź Zürich", "lodz-zurich"), ("Ðe Œuvre", "de-oeuvre"),
    ("très bien", "tres-bien"), ("Köln Straße", "koln-strasse"), ("Þórshöfn", "thorshofn"),
    ("Ærø & Sønner", "aero-sonner"), ("Nguyễn Ước", "nguyen-uoc"),
    ("İstanbul ışık", "istanbul-isik"),
    ("e\u{301}cole", "ecole"), ("A 1 – B/2", "a-1-b-2"), ("ﬁrst", "first"),
  ])
  func `letters keep their place without their accents`(name: String, id: String) {
    #expect(PlainID(name).text == id)
    #expect(PlainID(name).isExact)
    #expect(isPlainID(id))
  }

  @Test(arguments: [("Київ", ""), ("Ωmega House", "mega-house"), ("٣ Beds", "beds"), ("東京 1", "1")])
  func `letters and digits of other scripts are left out, which is told`(name: String, id: String) {
    #expect(PlainID(name).text == id)
    #expect(!PlainID(name).isExact)
  }

  @Test(arguments: ["", "…", " - "])
  func `a name without letters has no id`(name: String) {
    #expect(PlainID(name).text.isEmpty)
    #expect(PlainID(name).isExact)
  }
}
