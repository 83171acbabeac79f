import HTML
import Inspections

/// The marks of timelines as symbols, which stand once on a page and are used wherever one is drawn.
///
/// Each is drawn around the origin, sixteen units to one em, and brings its own size, fill and stroke, so
/// that it needs no style sheet and where it is used only its place is said.
enum TimelineSymbols {
  /// Writes a symbol for every mark that timelines of a register may have.
  static func write(for register: Register, to buffer: inout HTMLBuffer) {
    var grades: Set<Int> = [4]
    var progress: Set<Int> = []
    for framework in register.frameworks.records {
      if !framework.grades.isEmpty { grades.insert(segments(framework.grades.count)) }
      if framework.placesProgress { progress.insert(segments(framework.progress.count)) }
    }
    for steps in grades.sorted() {
      for filled in 1...steps { symbol(.grade(filled: filled, steps: steps), to: &buffer) }
      symbol(.ungraded(steps: steps), to: &buffer)
    }
    for steps in progress.sorted() {
      for place in 0..<steps { symbol(.progress(place: place, steps: steps), to: &buffer) }
    }
    if register.frameworks.records.contains(where: { !$0.progress.isEmpty && !$0.placesProgress }) {
      symbol(.progress(place: nil, steps: 0), to: &buffer)
    }
    let others: [TimelineShape] = [
      .report, .visit, .press, .answer, .change, .began, .ended, .closed, .notKnown, .several, .due,
    ]
    for shape in others { symbol(shape, to: &buffer) }
  }

  /// Writes the symbols of some marks, in the order of their ids; marks with one id look the same.
  static func write(_ shapes: [TimelineShape], to buffer: inout HTMLBuffer) {
    let named = shapes.map { shape in
      var name = HTMLBuffer(capacity: 24)
      id(shape, to: &name)
      return (name: String(decoding: name.bytes, as: UTF8.self), shape: shape)
    }
    var last = ""
    for (name, shape) in named.sorted(by: { $0.name < $1.name }) where name != last {
      symbol(shape, to: &buffer)
      last = name
    }
  }

  /// As many segments as a scale has grades, up to the most that are drawn.
  static func segments(_ steps: Int) -> Int { min(max(steps, 1), TimelineShape.most) }

  /// Uses a symbol with its middle at `x` per cent of the plot and `y` em below the middle of the first lane.
  static func use(_ shape: TimelineShape, x: Double, y: Double, to buffer: inout HTMLBuffer) {
    if case .split(let grades, let steps) = shape {
      buffer.markup(
        "<svg viewBox=\"0 0 16 16\" overflow=\"visible\" width=\"1em\" height=\"1em\"")
      place(x: x, y: y, to: &buffer)
      buffer.markup(">")
      let step = (TimelineShape.scale(steps) + TimelineShape.between) * TimelineShape.unitsPerEm
      for (position, filled) in grades.enumerated() {
        let middle = (Double(position) - Double(grades.count - 1) / 2) * step
        open(.grade(filled: filled, steps: steps), to: &buffer)
        buffer.markup(" x=\"")
        buffer.decimal(middle)
        buffer.markup("\" width=\"16\" height=\"16\"/>")
      }
      buffer.markup("</svg>")
    } else {
      open(shape, to: &buffer)
      place(x: x, y: y, to: &buffer)
      buffer.markup("/>")
    }
  }

  private static func open(_ shape: TimelineShape, to buffer: inout HTMLBuffer) {
    buffer.markup("<use href=\"#")
    id(shape, to: &buffer)
    buffer.markup("\"")
  }

  private static func place(x: Double, y: Double, to buffer: inout HTMLBuffer) {
    buffer.markup(" x=\"")
    buffer.decimal(x)
    if y == 0 {
      buffer.markup("%\"")
    } else {
      buffer.markup("%\" y=\"")
      buffer.decimal(y)
      buffer.markup("em\"")
    }
  }

  /// How many segments are filled where a scale has more grades than are drawn: in proportion, and
  /// all of them for the best only.
  private static func drawn(_ filled: Int, of steps: Int) -> Int {
    guard steps > TimelineShape.most else { return filled }
    return filled >= steps
      ? TimelineShape.most : max(1, filled * (TimelineShape.most - 1) / (steps - 1))
  }

  private static func id(_ shape: TimelineShape, to buffer: inout HTMLBuffer) {
    buffer.markup("mark.")
    switch shape {
    case .grade(let filled, let steps):
      buffer.markup("grade-")
      buffer.number(drawn(filled, of: steps))
      buffer.markup("-")
      buffer.number(segments(steps))
    case .split: break
    case .ungraded(let steps):
      buffer.markup("ungraded-")
      buffer.number(segments(steps))
    case .report: buffer.markup("report")
    case .progress(nil, _): buffer.markup("progress")
    case .progress(let place?, let steps):
      buffer.markup("progress-")
      buffer.number(steps > TimelineShape.most ? place * TimelineShape.most / steps : place)
      buffer.markup("-")
      buffer.number(segments(steps))
    case .visit: buffer.markup("visit")
    case .press: buffer.markup("press")
    case .answer: buffer.markup("answer")
    case .change: buffer.markup("change")
    case .began: buffer.markup("began")
    case .ended: buffer.markup("ended")
    case .closed: buffer.markup("closed")
    case .notKnown: buffer.markup("not-known")
    case .several: buffer.markup("several")
    case .due: buffer.markup("due")
    }
  }

  private static func symbol(_ shape: TimelineShape, to buffer: inout HTMLBuffer) {
    buffer.markup("<svg id=\"")
    id(shape, to: &buffer)
    buffer.markup(
      "\" viewBox=\"0 0 16 16\" width=\"1em\" height=\"1em\" overflow=\"visible\"><g")
    if case .grade(let filled, let steps) = shape {
      buffer.markup(" class=\"ramp-")
      buffer.number(GradeMark.ramp(filled: filled, of: steps))
      buffer.markup("\"")
    }
    buffer.markup(" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\">")
    // What a pointer meets, so that a mark need not be hit on its lines.
    if shape != .due {
      buffer.markup("<path fill=\"transparent\" stroke=\"none\" d=\"M-12-11h24v22h-24z\"/>")
    }
    draw(shape, to: &buffer)
    buffer.markup("</g></svg>\n")
  }

  private static func draw(_ shape: TimelineShape, to buffer: inout HTMLBuffer) {
    switch shape {
    case .grade(let filled, let steps):
      GradeMark.shape(filled: filled, of: steps, as: .small, to: &buffer)
    case .split: break
    case .ungraded(let steps):
      let width = TimelineShape.scale(steps) * TimelineShape.unitsPerEm
      buffer.markup("<path stroke-dasharray=\"2.5 2.5\" d=\"M")
      buffer.decimal(0.75 - width / 2)
      buffer.markup("-5.25h")
      buffer.decimal(width - 1.5)
      buffer.markup("v10.5h-")
      buffer.decimal(width - 1.5)
      buffer.markup("z\"/>")
    case .progress(let place, let steps):
      buffer.markup("<circle class=\"paper\" fill=\"#fff\" stroke=\"none\" r=\"9\"/>")
      buffer.markup("<g transform=\"scale(.8) translate(-10 -10)\" stroke-width=\"2\">")
      ProgressMark.shape(place: place, of: steps, to: &buffer)
      buffer.markup("</g>")
    case .closed, .notKnown:
      buffer.markup("<circle class=\"paper\" fill=\"#fff\" stroke=\"none\" r=\"9\"/>")
      buffer.markup("<g transform=\"scale(.7) translate(-10 -10)\" stroke-width=\"2.5\">")
      let status: StatusMark.Ring = shape == .closed ? .closed : .notKnown
      StatusMark.shape(status, to: &buffer)
      buffer.markup("</g>")
    case .report: buffer.markup("<path fill=\"currentColor\" d=\"M0-5 5 0 0 5-5 0z\"/>")
    case .visit: buffer.markup("<circle class=\"paper\" fill=\"#fff\" r=\"5.5\"/>")
    case .press: buffer.markup("<path fill=\"currentColor\" d=\"M-4-3h8v6h-4l-3 3v-3h-1z\"/>")
    case .answer:
      buffer.markup("<path class=\"paper\" fill=\"#fff\" d=\"M-4-3h8v6h-4l-3 3v-3h-1z\"/>")
    case .change: buffer.markup("<path stroke-width=\"2\" d=\"M0-6V6M-4-6h8\"/>")
    case .several:
      buffer.markup("<rect class=\"paper\" fill=\"#fff\" x=\"-10\" y=\"-7.5\" ")
      buffer.markup("width=\"20\" height=\"15\" rx=\"3\"/>")
    case .due: buffer.markup("<path stroke-width=\"2.5\" d=\"M0-6V6\"/>")
    case .began: buffer.markup("<path fill=\"currentColor\" d=\"M-4-5 5 0-4 5z\"/>")
    case .ended: buffer.markup("<path stroke-width=\"2.5\" d=\"M-4.5-4.5l9 9M4.5-4.5l-9 9\"/>")
    }
  }
}
