import HTML
import Testing

struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("en-GB", "en"), ("EN-gb", "en"), ("cy", "cy"), ("gsw", "gsw"), ("sr-Latn", "sr"),
    ("zh-Hant-TW", "zh"), ("es-419", "es"), ("de-1996", "de"), ("sl-rozaj-biske", "sl"),
    ("en-GB-oxendict", "en"), ("de-DE-u-co-phonebk", "de"), ("en-x-plain", "en"),
  ])
  func `a tag is read`(tag: String, language: String) {
    #expect(LanguageTag(tag)?.language == language)
  }

  @Test(arguments: [
    "", " ", "en_GB", "english", "English", "e", "en-", "-en", "en--GB", "en GB", "en-UK",
    "en-EN-GB",
    "xx", "gb", "en-Latn-Latn", "en-GB-x", "en-GB-ab", "é", "en-GB\n", "12",
  ])
  func `what is none is not`(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test(arguments: [
    ("ar", true), ("he-IL", true), ("ur", true), ("fa-AF", true), ("az-Arab", true), ("en", false),
    ("cy", false), ("ur-Latn", false), ("pa", false), ("pa-Arab-PK", true), ("ckb", true),
  ])
  func `the script decides which way the words run`(tag: String, isRightToLeft: Bool) {
    #expect(LanguageTag(tag)?.isRightToLeft == isRightToLeft)
  }
}
