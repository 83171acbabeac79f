import HTML

extension HTMLFragment {
  /// A rendered body as a part of a longer page: its ids and the links to them get `prefix`, its
  /// headings go down by one level and its landmarks are named after `name`, so that none of them
  /// clashes with the page's own or another body's.
  ///
  /// The bytes come from our own renderer, which quotes every attribute with `"`.
  /// Complexity: O(n).
  func nested(under prefix: String, named name: String) -> HTMLFragment {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var landmark = HTMLBuffer(capacity: name.utf8.count + 2)
    landmark.text("\(name): ")
    let naming = landmark.fragment().bytes
    var isInTag = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { isInTag = true }
      if byte == UInt8(ascii: ">") { isInTag = false }
      if isInTag, let length = headingLength(at: index) {
        output += bytes[index..<index + length - 1]
        output.append(min(bytes[index + length - 1] + 1, UInt8(ascii: "6")))
        index += length
      } else if isInTag, let mark = Self.marks.first(where: { bytes[index...].starts(with: $0) }) {
        output += mark
        output += prefix.utf8
        index += mark.count
      } else if isInTag,
        let mark = Self.landmarks.first(where: { bytes[index...].starts(with: $0) })
      {
        output += mark
        output += naming
        index += mark.count
      } else {
        output.append(byte)
        index += 1
      }
    }
    return HTMLFragment(trusted: output)
  }

  /// What stands before an id or a link to one.
  private static let marks = [" id=\"", " href=\"#", " aria-labelledby=\""].map { Array($0.utf8) }

  /// How the landmarks of a body begin: its notes, and tables that scroll.
  private static let landmarks = [
    "section class=\"notes\" role=\"doc-endnotes\" aria-label=\"",
    "div class=\"table-frame\" role=\"region\" tabindex=\"0\" aria-label=\"",
  ].map { Array($0.utf8) }

  /// How many bytes `<h2` or `</h2` have at `index`; nil where no heading begins or ends.
  private func headingLength(at index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "<") else { return nil }
    var place = index + 1
    if place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
    guard place + 2 < bytes.count, bytes[place] == UInt8(ascii: "h"),
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[place + 1]),
      bytes[place + 2] == UInt8(ascii: ">") || bytes[place + 2] == UInt8(ascii: " ")
    else { return nil }
    return place + 2 - index
  }
}
