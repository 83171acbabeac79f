import CommonMark
import HTML
import Inspections

/// The patterns and fades that drawings refer to, once each on a page that has such drawings.
///
/// Each step of the colour ramp has a pattern of its own, so that a chart can be read in grey print
/// and by people who do not see colours.
enum Patterns {
  /// What timelines of a register may refer to, as an invisible drawing: its marks, hatching, fading.
  static func ofTimelines(in register: Register) -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: 8 * 1024)
    drawing(to: &buffer) { buffer in
      notDone(to: &buffer)
      gap(to: &buffer)
      fades(to: &buffer)
      TimelineSymbols.write(for: register, to: &buffer)
    }
    return buffer.fragment()
  }

  /// The hatching of what is said to be not done.
  static func notDone(to buffer: inout HTMLBuffer) {
    buffer.markup(
      """
      <pattern id="pattern-not-done" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><path class="hatch" stroke="currentColor" d="M0 3h6"/></pattern>

      """)
  }

  /// The hatching of a time in which nothing is drawn.
  static func gap(to buffer: inout HTMLBuffer) {
    buffer.markup(
      """
      <pattern id="pattern-gap" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(-45)"><path class="faint" stroke="currentColor" stroke-opacity=".3" d="M0 3h6"/></pattern>

      """)
  }

  /// The fading of a band whose beginning or end is not known.
  static func fades(to buffer: inout HTMLBuffer) {
    buffer.markup(
      """
      <linearGradient id="fade-in"><stop class="fade" stop-color="#888" offset="0" stop-opacity="0"/>\
      <stop class="fade" stop-color="#888" offset="1"/></linearGradient>
      <linearGradient id="fade-out"><stop class="fade" stop-color="#888" offset="0"/>\
      <stop class="fade" stop-color="#888" offset="1" stop-opacity="0"/></linearGradient>

      """)
  }

  /// What charts refer to, as an invisible drawing: a pattern for each step of the ramp.
  static let ofCharts = {
    var buffer = HTMLBuffer(capacity: 2 * 1024)
    drawing(to: &buffer) { buffer in
      buffer.markup(
        """
        <pattern id="pattern-1" class="ramp-1" width="7" height="7" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><path class="paper" fill="#fff" d="M0 0h7v7H0z"/>\
        <path fill="currentColor" d="M0 0h7v3.5H0z"/></pattern>
        <pattern id="pattern-2" class="ramp-2" width="6" height="6" patternUnits="userSpaceOnUse">\
        <path class="paper" fill="#fff" d="M0 0h6v6H0z"/><circle fill="currentColor" cx="3" cy="3" r="1.6"/></pattern>
        <pattern id="pattern-3" class="ramp-3" width="6" height="6" patternUnits="userSpaceOnUse">\
        <path class="paper" fill="#fff" d="M0 0h6v6H0z"/><path fill="currentColor" d="M0 2h6v1H0z"/></pattern>
        <pattern id="pattern-4" class="ramp-4" width="6" height="6" patternUnits="userSpaceOnUse">\
        <path fill="currentColor" d="M0 0h6v6H0z"/><path class="paper" fill="#fff" d="M2.5 0h1v6h-1z"/></pattern>
        <pattern id="pattern-5" class="ramp-5" width="6" height="6" patternUnits="userSpaceOnUse">\
        <path fill="currentColor" d="M0 0h6v6H0z"/></pattern>
        <pattern id="pattern-none" width="6" height="6" patternUnits="userSpaceOnUse">\
        <path class="paper" fill="#fff" d="M0 0h6v6H0z"/></pattern>
        """)
    }
    return buffer.fragment()
  }()

  /// An invisible drawing of definitions.
  static func drawing(to buffer: inout HTMLBuffer, _ write: (inout HTMLBuffer) -> Void) {
    buffer.markup(
      "<svg class=\"definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n"
    )
    write(&buffer)
    buffer.markup("\n</defs></svg>")
  }

  /// The attributes that fill a shape with the pattern of a step of the ramp, also where no style
  /// sheet is.
  static func write(_ pattern: ChartPattern, to buffer: inout HTMLBuffer) {
    let step =
      switch pattern {
      case .ramp(let step): "\(step)"
      case .none: "none"
      }
    buffer.markup(" class=\"pattern-")
    buffer.text(step)
    buffer.markup("\" fill=\"url(#pattern-")
    buffer.text(step)
    buffer.markup(")\" stroke=\"currentColor\"")
  }
}

extension RenderedBody {
  /// Whether an author put a drawing of one of these schemes into the text.
  func embeds(_ schemes: Set<String>) -> Bool {
    references.contains { $0.kind == .blockEmbed && schemes.contains($0.scheme) }
  }
}

/// How a part of a chart is filled.
enum ChartPattern: Sendable, Hashable {
  /// A step of the ramp, from 1, the least, to 5, the best or the most agreed.
  case ramp(Int)
  /// An empty outline, for what stands apart from the scale.
  case none

  /// The pattern of a place, from 0, on a scale with so many steps.
  static func place(_ place: Int, of steps: Int) -> ChartPattern {
    .ramp(GradeMark.ramp(filled: steps - place, of: steps))
  }
}
