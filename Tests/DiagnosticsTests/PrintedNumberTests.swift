import Diagnostics
import Testing

struct PrintedNumberTests {
  @Test(arguments: ["3", "48", "2.14", "A3", "R-20-1", "A.3", "1.10", "a", "123456789"])
  func `a number stays as it is printed`(text: String) {
    #expect(PrintedNumber(text)?.description == text)
  }

  @Test(arguments: [
    "", "0", "000", "1234567890", "-1", "1.", ".1", "R-", "A 3", "1/2", "É1", "3\n",
    "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1",
  ])
  func `other texts are no number`(text: String) {
    #expect(PrintedNumber(text) == nil)
  }

  @Test func `a whole number is one, whatever zeros stand before it`() {
    #expect(PrintedNumber("03") == 3)
    #expect(PrintedNumber("03")?.whole == 3)
    #expect(PrintedNumber("2.14")?.whole == nil)
    #expect(PrintedNumber("3")?.marker == "3.")
    #expect(PrintedNumber("R-20-1")?.marker == "R-20-1")
  }
}
