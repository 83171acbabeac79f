/// One line of a file as a terminal shows it, cut where it is too long.
struct CodeLine {
  /// How many columns of a line are shown.
  static let width = 100
  /// How many columns stay in sight before the first mark of a line that is cut.
  private static let lead = 30
  /// How many bytes around the first mark are looked at: a line may be megabytes long.
  private static let reach = 2_000

  /// Something that takes columns of its own, with the bytes it stands for.
  private struct Cell {
    let bytes: Range<Int>
    var text: String
    var width: Int
    var column = 0
  }

  private var cells: [Cell]
  private var isCutBefore: Bool
  private var isCutAfter: Bool

  /// Lays out the bytes of `line`, with the byte `focus` in sight and `hidden` bytes covered.
  init(_ bytes: [UInt8], _ line: Range<Int>, focus: Int?, hidden: [Range<Int>]) {
    let focus = focus ?? line.lowerBound
    var start = max(line.lowerBound, focus - Self.reach)
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let end = min(line.upperBound, focus + Self.reach)
    isCutBefore = start > line.lowerBound
    isCutAfter = end < line.upperBound
    cells = Self.cells(bytes, start..<end)
    cover(hidden.filter { $0.overlaps(start..<end) })
    cut(around: focus)
    var column = isCutBefore ? 1 : 0
    for index in cells.indices {
      cells[index].column = column
      column += cells[index].width
    }
  }

  /// The line, with `…` where something is left out.
  var text: String {
    let shown = cells.map(\.text).joined()
    let whole = (isCutBefore ? "…" : "") + shown + (isCutAfter ? "…" : "")
    var end = whole.endIndex
    while end > whole.startIndex, whole[whole.index(before: end)] == " " {
      end = whole.index(before: end)
    }
    return String(whole[..<end])
  }

  /// The columns, from 0, that the bytes of `range` take; at least one.
  func columns(of range: Range<Int>) -> Range<Int> {
    let inside = cells.filter { $0.bytes.overlaps(range) }
    if let first = inside.first, let last = inside.last {
      return first.column..<max(first.column + 1, last.column + last.width)
    }
    if let next = cells.first(where: { $0.bytes.lowerBound >= range.lowerBound }),
      next.bytes.lowerBound == range.lowerBound || !isCutBefore
    {
      return next.column..<next.column + 1
    }
    // Before or behind what is shown: at the ellipsis or the end of the line.
    if let first = cells.first, range.lowerBound < first.bytes.lowerBound { return 0..<1 }
    let end = cells.last.map { $0.column + $0.width } ?? 0
    return end..<end + 1
  }

  /// Puts a sign for any letter over what must not be shown; blanks stay, and so do columns.
  private mutating func cover(_ hidden: [Range<Int>]) {
    guard !hidden.isEmpty else { return }
    for index in cells.indices where cells[index].text != " " {
      let bytes = cells[index].bytes
      if hidden.contains(where: { $0.overlaps(bytes) }) {
        cells[index].text = String(repeating: coveredLetter, count: cells[index].width)
      }
    }
  }

  /// Drops cells at both ends until the rest fits, and keeps the focus in sight.
  private mutating func cut(around focus: Int) {
    let total = cells.reduce(0) { $0 + $1.width }
    guard total > Self.width || isCutBefore || isCutAfter else { return }
    let room = Self.width - 2
    var before = cells.prefix { $0.bytes.upperBound <= focus }.reduce(0) { $0 + $1.width }
    var first = 0
    var shown = total
    while first < cells.count, before > Self.lead, shown > room {
      before -= cells[first].width
      shown -= cells[first].width
      first += 1
    }
    var end = cells.count
    while end > first, shown > room {
      end -= 1
      shown -= cells[end].width
    }
    isCutBefore = isCutBefore || first > 0
    isCutAfter = isCutAfter || end < cells.count
    cells = Array(cells[first..<end])
  }

  private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes[range].makeIterator()
    var offset = range.lowerBound
    var isJoined = false
    while true {
      let length: Int
      let shown: String
      var width = 1
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return cells
      case .error(let count):
        (length, shown) = (count, "\u{FFFD}")
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        length = encoded.count
        shown = visible(scalar)
        width = isJoined ? 0 : displayWidth(of: scalar)
        isJoined = scalar == "\u{200D}"
      }
      let place = offset..<offset + length
      offset += length
      if width == 0, let last = cells.popLast() {
        cells.append(
          Cell(
            bytes: last.bytes.lowerBound..<place.upperBound, text: last.text + shown,
            width: last.width))
      } else {
        // A mark that combines with nothing gets the circle that stands for any letter.
        let text = width == 0 ? "\u{25CC}" + shown : shown
        cells.append(Cell(bytes: place, text: text, width: max(width, 1)))
      }
    }
  }
}
