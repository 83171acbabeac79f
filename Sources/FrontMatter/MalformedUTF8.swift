import Bytes

internal import Diagnostics

/// Every maximal stretch of `bytes` that UTF-8 does not allow, as Unicode's chapter 3.9 divides them.
///
/// Complexity: O(n).
func malformedRanges(_ bytes: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var index = 0
  while let place = bytes.firstPlace(in: index..<bytes.count, marks: \.marksBeyondASCII) {
    index = place
    let length = sequenceLength(bytes, index)
    if length > 0 {
      index += length
    } else {
      let end = index + max(1, validPrefix(bytes, index))
      ranges.append(index..<end)
      index = end
    }
  }
  return ranges
}

/// The length of the well-formed sequence at `index`, or 0.
private func sequenceLength(_ bytes: [UInt8], _ index: Int) -> Int {
  let length = expectedLength(bytes[index])
  return length > 0 && validPrefix(bytes, index) == length ? length : 0
}

private func expectedLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0x00...0x7F: 1
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 0
  }
}

/// How many bytes from `index` on can begin one well-formed sequence.
private func validPrefix(_ bytes: [UInt8], _ index: Int) -> Int {
  let lead = bytes[index]
  let length = expectedLength(lead)
  guard length > 1 else { return length }
  var count = 1
  while count < length, index + count < bytes.count {
    let byte = bytes[index + count]
    let allowed: ClosedRange<UInt8> =
      switch (count, lead) {
      case (1, 0xE0): 0xA0...0xBF
      case (1, 0xED): 0x80...0x9F
      case (1, 0xF0): 0x90...0xBF
      case (1, 0xF4): 0x80...0x8F
      default: 0x80...0xBF
      }
    guard allowed.contains(byte) else { break }
    count += 1
  }
  return count
}
