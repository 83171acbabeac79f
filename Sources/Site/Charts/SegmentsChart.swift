import HTML

/// Counts in rows, each a bar of segments from zero on one scale, with the number of each segment above it; the same figures
/// as a table one step away.
///
/// Names and totals are words of a table, so that they grow with the reader's text and wrap; the bars alone are drawn.
struct SegmentsChart: Sendable {
  /// What a segment stands for.
  struct Part: Sendable {
    let title: Wording
    let pattern: ChartPattern
  }

  /// A row with how many each part has.
  struct Row: Sendable {
    let title: String
    /// In the order of the parts.
    let counts: [Int]
    /// The number at the head of the row, where that is not all of them together.
    var stated: Int?

    var total: Int { counts.reduce(0, +) }
  }

  /// What is counted.
  let title: Wording
  /// Of what and when; may be empty.
  let base: String
  /// What the rows are, as the head of a column: `Year`.
  let rowName: String
  /// What the number of a row is, as the head of a column: `In all`.
  let totalName: Wording
  /// What is told apart; where nothing is, bars are plain, no key is drawn and the drawing is the table.
  let parts: [Part]
  let rows: [Row]
  /// The address of the same figures as CSV; nil where none is published.
  var file: String?

  private var isDivided: Bool { !parts.isEmpty }

  /// A part as it stands in a bar; both in per cent of the widest.
  struct Segment: Sendable, Hashable {
    let part: Int
    let start: Double
    let width: Double
  }

  /// The segments of a row's bar, side by side from zero.
  func segments(of row: Row) -> [Segment] {
    let widest = Double(max(rows.map(\.total).max() ?? 0, 1))
    var start = 0
    return row.counts.enumerated().compactMap { part, count in
      defer { start += count }
      return count > 0
        ? Segment(
          part: part, start: 100 * Double(start) / widest, width: 100 * Double(count) / widest)
        : nil
    }
  }

  /// The number above a segment; nil where it would run into the next even on a phone: the table has it.
  static func label(of segment: Segment, count: Int) -> String? {
    let digits = NumberWords.grouped(count)
    return ChartParts.hasRoom(digits, in: segment.width) ? digits : nil
  }
}

extension SegmentsChart {
  /// The figure.
  func html() -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.markup("<figure class=\"chart\">\n<figcaption>")
    ChartParts.caption(title, base: base, to: &buffer)
    buffer.markup("</figcaption>\n")
    if isDivided { key(to: &buffer) }
    drawing(to: &buffer)
    ChartParts.end(
      file, of: title, to: &buffer, table: isDivided ? { table(to: &$0) } : nil)
    return buffer.fragment()
  }

  private func key(to buffer: inout HTMLBuffer) {
    buffer.markup("<ul class=\"chart-key\" aria-hidden=\"true\">")
    for part in parts { ChartParts.keyEntry(part.pattern, part.title, to: &buffer) }
    buffer.markup("</ul>\n")
  }

  private func drawing(to buffer: inout HTMLBuffer) {
    buffer.markup("<table class=\"")
    buffer.text(isDivided ? "segments" : "bars")
    buffer.markup("\"><caption class=\"unseen\">")
    buffer.words(title)
    buffer.markup("</caption><thead><tr><th scope=\"col\">")
    buffer.words(rowName)
    buffer.markup("</th>")
    ChartParts.numberHead(totalName, to: &buffer)
    buffer.markup(
      "<th scope=\"col\"><span class=\"unseen\">Drawn from zero</span></th></tr></thead><tbody>\n")
    for row in rows {
      buffer.markup("<tr><th scope=\"row\">")
      buffer.words(row.title)
      buffer.markup("</th>")
      ChartParts.numberCell(NumberWords.grouped(row.stated ?? row.total), to: &buffer)
      buffer.markup("<td>")
      bar(of: row, to: &buffer)
      buffer.markup("</td></tr>\n")
    }
    buffer.markup("</tbody></table>\n")
  }

  private func bar(of row: Row, to buffer: inout HTMLBuffer) {
    ChartParts.drawing(words(of: row), height: isDivided ? 34 : 20, to: &buffer)
    let segments = segments(of: row)
    for segment in segments {
      ChartParts.segment(
        isDivided ? parts[segment.part].pattern : .ramp(5), from: segment.start,
        width: segment.width, y: isDivided ? 16 : 1, height: 17, to: &buffer)
    }
    for segment in segments where isDivided {
      guard let label = Self.label(of: segment, count: row.counts[segment.part]) else { continue }
      ChartParts.count(Wording(label), at: segment.start + segment.width / 2, y: 12, to: &buffer)
    }
    buffer.markup("<line class=\"axis\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"100%\"/></svg>")
  }

  /// `Closed: 4, Open: 3`; `none` where there is nothing to draw.
  private func words(of row: Row) -> String {
    guard isDivided else { return NumberWords.grouped(row.total) }
    let counted = zip(parts, row.counts).filter { $1 > 0 }
      .map { "\($0.title): \(NumberWords.grouped($1))" }
    return counted.isEmpty ? "none" : counted.joined(separator: ", ")
  }

  private func table(to buffer: inout HTMLBuffer) {
    ChartParts.frame("\(title): figures", to: &buffer)
    buffer.markup("<table><caption class=\"unseen\">")
    buffer.words(title)
    buffer.markup(": figures</caption><thead><tr><th scope=\"col\">")
    buffer.words(rowName)
    buffer.markup("</th>")
    ChartParts.numberHead(totalName, to: &buffer)
    for part in parts { ChartParts.numberHead(part.title, to: &buffer) }
    buffer.markup("</tr></thead><tbody>\n")
    for row in rows {
      buffer.markup("<tr><th scope=\"row\">")
      buffer.words(row.title)
      buffer.markup("</th>")
      for count in [row.stated ?? row.total] + row.counts {
        ChartParts.numberCell(NumberWords.grouped(count), to: &buffer)
      }
      buffer.markup("</tr>\n")
    }
    buffer.markup("</tbody></table></div>")
  }
}
