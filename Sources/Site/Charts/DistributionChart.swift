import HTML

/// How a whole divides: one bar of segments from zero in the order of their scale, a number above
/// each, and the same figures as a table.
struct DistributionChart: Sendable {
  /// One value of the scale with how many got it.
  struct Part: Sendable {
    let title: Wording
    let count: Int
    let pattern: ChartPattern
  }

  /// What divides, in words.
  let title: Wording
  /// How many there are and where the figures stand; may be empty.
  let base: String
  /// What the parts are, as the head of a column: `Grade`.
  let partName: Wording
  /// The parts in the order of the scale, those that nobody got among them.
  let parts: [Part]
  /// The address of the same figures as CSV; nil where none is published.
  var file: String?

  /// How many all parts have together.
  var total: Int { parts.reduce(0) { $0 + $1.count } }

  /// A part that somebody got, as it stands in the bar; both in per cent of its width.
  struct Segment: Sendable, Hashable {
    let part: Int
    let start: Double
    let width: Double
  }

  /// The segments of the bar, side by side from 0 to 100.
  var segments: [Segment] {
    let total = Double(total)
    var start = 0.0
    var segments: [Segment] = []
    for (index, part) in parts.enumerated() where part.count > 0 {
      let width = 100 * Double(part.count) / total
      segments.append(Segment(part: index, start: start, width: width))
      start += width
    }
    return segments
  }

  /// The figure.
  func html() -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.markup("<figure class=\"chart distribution\">\n<figcaption>")
    ChartParts.caption(title, base: base, to: &buffer)
    buffer.markup("</figcaption>\n")
    if total > 0 { bar(to: &buffer) }
    key(to: &buffer)
    ChartParts.end(file, of: title, to: &buffer) { table(hidesCaption: true, to: &$0) }
    return buffer.fragment()
  }

  /// The figures alone.
  func tableHTML() -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.markup("<figure class=\"chart\">")
    ChartParts.frame("\(title), a table", to: &buffer)
    table(hidesCaption: false, to: &buffer)
    buffer.markup("</div></figure>\n")
    return buffer.fragment()
  }

  /// `Excellent: 0, Good: 1, Adequate: 7`.
  var words: String { parts.map { "\($0.title): \($0.count)" }.joined(separator: ", ") }

  /// The same, each title with its language.
  var marked: HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.counted(parts.map { ($0.title, "\($0.count)") })
    return buffer.fragment()
  }

  private func bar(to buffer: inout HTMLBuffer) {
    ChartParts.drawing(words, height: 52, to: &buffer)
    for segment in segments {
      ChartParts.segment(
        parts[segment.part].pattern, from: segment.start, width: segment.width, y: 20, height: 30,
        to: &buffer)
    }
    for segment in segments {
      guard let label = label(of: segment) else { continue }
      ChartParts.count(label, at: segment.start + segment.width / 2, y: 13, to: &buffer)
    }
    buffer.markup("</svg>\n")
  }

  /// The word and the number where the segment has room, the number alone where it is narrow, nothing
  /// where even that would run into the next: the key has it.
  private func label(of segment: Segment) -> Wording? {
    let part = parts[segment.part]
    let digits = String(part.count)
    if segment.width >= 12 + 2.2 * Double(part.title.text.count) {
      return Wording("\(part.title): \(digits)", in: part.title.language)
    }
    return segment.width >= 1.4 + 1.6 * Double(digits.count) ? Wording(digits) : nil
  }

  private func key(to buffer: inout HTMLBuffer) {
    buffer.markup("<ul class=\"chart-key\"")
    if total > 0 { buffer.markup(" aria-hidden=\"true\"") }
    buffer.markup(">")
    for part in parts {
      ChartParts.keyEntry(part.pattern, part.title, count: part.count, to: &buffer)
    }
    buffer.markup("</ul>\n")
  }

  private func table(hidesCaption: Bool, to buffer: inout HTMLBuffer) {
    buffer.markup("<table><caption")
    if hidesCaption { buffer.markup(" class=\"unseen\"") }
    buffer.markup(">")
    ChartParts.caption(title, base: hidesCaption ? "" : base, to: &buffer)
    buffer.markup("</caption><thead><tr><th scope=\"col\">")
    buffer.words(partName)
    buffer.markup(
      """
      </th><th scope="col" class="number">Number</th><th scope="col" class="number">Share</th></tr>\
      </thead><tbody>
      """)
    for part in parts { row(part.title, part.count, to: &buffer) }
    row("All", total, to: &buffer)
    buffer.markup("</tbody></table>")
  }

  private func row(_ title: Wording, _ count: Int, to buffer: inout HTMLBuffer) {
    buffer.markup("<tr><th scope=\"row\">")
    buffer.words(title)
    buffer.markup("</th>")
    ChartParts.numberCell(String(count), to: &buffer)
    ChartParts.numberCell(ChartFigures.share(count, of: total), to: &buffer)
    buffer.markup("</tr>")
  }
}
